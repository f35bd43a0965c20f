import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { TextField } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { libraryDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { VenueFacts } from './venue-facts.tsx';
import { words } from './words.ts';

export function LibraryPage() {
  const asked = useAsk(libraryDocument, {});
  const [letters, setLetters] = useState('');
  return (
    <Page title={words.title} lead={words.lead}>
      <Asked of={asked}>
        {({ activities, venues }) => {
          if (activities.length === 0) return <EmptyState title={words.empty} icon={<BookOpen />} />;
          const wanted = letters.trim().toLowerCase();
          const found = activities.filter((each) => `${each.name} ${each.kind} ${each.why}`.toLowerCase().includes(wanted));
          return (
            <Stack gap={5}>
              <div className={styles.find}>
                <TextField label={words.find} hint={words.findHint} type="search" value={letters} onValue={setLetters} autoComplete="off" />
              </div>
              <h2>{words.activities}</h2>
              {found.length === 0 ? <p role="status">{words.none}</p> : (
                <Grid as="ul" min={20}>
                  {found.map((each) => (
                    <Card key={each.id} as="li" level={3} title={each.name} href={`/library/${each.id}`} before={<Picture name={each.picture} />}>
                      <p>{each.why}</p>
                      <Row gap={2}>
                        <Badge tone={each.setting === 'out' ? 'calm' : 'quiet'}>{each.setting === 'out' ? words.out : words.home}</Badge>
                        <Badge>{words.minutes(each.minutes)}</Badge>
                        <Badge>{words.group(each.groupMin, each.groupMax)}</Badge>
                        <Badge tone={each.costPence === 0 ? 'kept' : 'quiet'}>{words.cost(each.costPence)}</Badge>
                      </Row>
                    </Card>
                  ))}
                </Grid>
              )}
              {venues.length > 0 && (
                <>
                  <h2>{words.places}</h2>
                  <Grid as="ul" min={20}>
                    {venues.map((venue) => (
                      <Card key={venue.id} as="li" level={3} title={venue.name}>
                        <VenueFacts venue={venue} />
                      </Card>
                    ))}
                  </Grid>
                </>
              )}
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}
