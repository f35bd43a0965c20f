import { useState } from 'react';
import { useParams } from 'wouter';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import type { ResultOf } from 'gql.tada';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { useAsk } from '@promenade/ui/query.ts';
import { dayFrom } from '../../common/days.ts';
import { Happened } from '../../common/happened.tsx';
import styles from '../../common/lines.module.css';
import { NotShared, OfPerson } from '../../common/of-person.tsx';
import { happenedDocument } from './happened.graphql.ts';

const words = {
  title: (person: string) => `What happened for ${person}`,
  lead: (from: string, to: string) => `From ${sayDay(from)} to ${sayDay(to)}, the newest first.`,
  none: 'Nothing was written down in these three weeks. Ask the home why.',
  earlier: 'Three weeks earlier',
  later: 'Three weeks later',
} as const;

type Happenings = ResultOf<typeof happenedDocument>['familyHappened'];

/** What happened and what did not, newest first, with photos of those who agreed to them. */
export function HappenedPage() {
  const { id = '' } = useParams();
  const [before, setBefore] = useState<string | null>(null);
  const asked = useAsk(happenedDocument, { residentId: id, before });
  return <Asked of={asked}>{({ familyHappened }) => <View page={familyHappened} onBefore={setBefore} isNow={before === null} />}</Asked>;
}

function View({ page, onBefore, isNow }: { page: Happenings; onBefore: (before: string | null) => void; isNow: boolean }) {
  const days = [...new Set(page.happened.map(({ day }) => day))];
  const next = addDays(page.to, 22);
  return (
    <OfPerson id={page.personId} name={page.person} title={words.title(page.person)} lead={words.lead(page.from, page.to)}>
      {days.length === 0 ? page.notShared.length < 2 && <p>{words.none}</p> : (
        <Card as="div">
          {days.map((day) => (
            <section key={day} className={styles.day}>
              <h2>{dayFrom(page.today, day)}</h2>
              <ul role="list">{page.happened.filter((each) => each.day === day).map((each) => <Happened key={each.id} happening={each} today={page.today} />)}</ul>
            </section>
          ))}
        </Card>
      )}
      <NotShared sentences={page.notShared} />
      <div className={styles.turn}>
        <Button onClick={() => onBefore(page.from)}>{words.earlier}</Button>
        {!isNow && <Button onClick={() => onBefore(next > page.today ? null : next)}>{words.later}</Button>}
      </div>
    </OfPerson>
  );
}
