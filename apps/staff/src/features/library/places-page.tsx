import { ArrowLeft } from 'lucide-react';
import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { Grid } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { venuesDocument } from './library.graphql.ts';
import { VenueFacts } from './venue-facts.tsx';
import { words } from './words.ts';

/** The places the library's outings go to. */
export function PlacesPage() {
  const asked = useAsk(venuesDocument, {});
  return (
    <Page title={words.places} lead={words.placesLead} kicker={<a href="/library"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Asked of={asked}>
        {({ venues }) => (
          <Grid as="ul" min={20}>
            {venues.map((venue) => <Card key={venue.id} as="li" level={2} title={venue.name}><VenueFacts venue={venue} /></Card>)}
          </Grid>
        )}
      </Asked>
    </Page>
  );
}
