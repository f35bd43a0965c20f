import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Table } from '@promenade/ui/table';
import { useAsk } from '@promenade/ui/query.ts';
import { homeDecisionsDocument } from './choices.graphql.ts';
import { WhoseCard } from './whose-card.tsx';
import { words } from './words.ts';

/** Whose decisions they were, in the whole home; each person's numbers lead to their receipts. */
export function DecisionsPage() {
  const asked = useAsk(homeDecisionsDocument);
  return (
    <Asked of={asked}>
      {({ homeDecisions: { from, to, whole, people } }) => (
        <Page title={words.homeTitle} lead={words.homeLead(sayDay(from), sayDay(to))}>
          <Stack gap={5}>
            <WhoseCard title={words.inHome} lead={words.homeLead(sayDay(from), sayDay(to))} whose={whole} summary={words.ownHome} only={words.only} />
            <Card title={words.people}>
              <Table caption={words.people} hideCaption lines={people} lineKey={({ residentId }) => residentId} columns={[
                { key: 'name', heading: words.person, names: true, cell: ({ residentId, name }) => <a href={`/people/${residentId}/choices`}>{name}</a> },
                ...['own', 'decisions', 'goOrNot', 'read', 'heard'].map((code) => ({ key: code, heading: words.counts[code] ?? code, number: true, cell: ({ whose }: (typeof people)[number]) => whose.counts.find((each) => each.code === code)?.count ?? 0 })),
                { key: 'only', heading: words.only, cell: ({ whose }) => (whose.onlyGoOrNot ? <Badge tone="owed">{words.only}</Badge> : '') },
              ]} />
            </Card>
          </Stack>
        </Page>
      )}
    </Asked>
  );
}
