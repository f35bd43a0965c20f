import { Card } from '@promenade/ui/card';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay } from '../../app/me.ts';
import { graphql } from '../../graphql.ts';

const visitsDocument = graphql(`
  query VisitsOfDay($day: Day!) {
    visits(from: $day, to: $day) {
      visitId
      residentId
      residentName
      who
      relation
      from
      to
      words
      meets
    }
  }
`);

const words = {
  title: 'Who comes to visit',
  line: (who: string, relation: string, from: string, to: string) => `${who}, ${relation}, ${from} to ${to}`,
} as const;

/** Who of the families has said that they come this day, and what of the plan that meets; nothing when nobody has. */
export function VisitsToday({ day }: { day: string }) {
  const may = useMay('family.heed');
  const visits = useAsk(visitsDocument, { day }, { when: may }).data?.visits ?? [];
  if (visits.length === 0) return null;
  return (
    <Card title={words.title} tone={visits.some(({ meets }) => meets.length > 0) ? 'owed' : undefined}>
      <ul role="list">
        {visits.map((visit) => (
          <li key={visit.visitId}>
            <p><a href={`/people/${visit.residentId}/family`}><strong>{visit.residentName}</strong></a>: {words.line(visit.who, visit.relation, visit.from, visit.to)}</p>
            {visit.words && <p>{visit.words}</p>}
            {visit.meets.map((meets) => <p key={meets}><strong>{meets}</strong></p>)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
