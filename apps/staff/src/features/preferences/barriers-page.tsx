import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { BarrierLines } from './barrier.tsx';
import { barriersDocument } from './preferences.graphql.ts';
import { words } from './words.ts';

/** Everything that stands in the way of what matters to people here. */
export function BarriersPage() {
  const asked = useAsk(barriersDocument);
  return (
    <Page title={words.barriers} lead={words.barriersLead} narrow>
      <Asked of={asked}>
        {({ openBarriers }) => (openBarriers.length === 0 ? <EmptyState title={words.noBarriers}>{words.noBarriersWhat}</EmptyState> : (
          <Stack gap={4} as="ul">
            {openBarriers.map((barrier) => (
              <Card key={barrier.id} as="li" title={<a href={`/people/${barrier.residentId}/preferences`}>{barrier.residentName}</a>}>
                <p>{barrier.question}</p>
                <BarrierLines barrier={barrier} />
              </Card>
            ))}
          </Stack>
        ))}
      </Asked>
    </Page>
  );
}
