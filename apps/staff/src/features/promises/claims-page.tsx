import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Megaphone, Plus } from 'lucide-react';
import { useState } from 'react';
import { dayIn, sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { AddClaim, EndClaim, ExplainWeek } from './claim-forms.tsx';
import styles from './promises.module.css';
import { claimsDocument } from './standing.graphql.ts';
import { claimWords as say } from './standing-words.ts';
import { words } from './words.ts';

type Claim = ResultOf<typeof claimsDocument>['claims'][number];
type Week = Claim['weeks'][number];
type Form = { kind: 'add' } | { kind: 'end'; id: string } | { kind: 'explain'; id: string; weekStarts: string };

/** What the home advertises, in its own words, and what it came to each week, with the list behind each number. */
export function ClaimsPage() {
  const asked = useAsk(claimsDocument);
  const mayWrite = useMay('claim.write');
  const { zone } = useMe().home;
  const [today] = useState(() => dayIn(zone, new Date(Date.now())));
  const [form, setForm] = useState<Form | null>(null);
  const close = () => setForm(null);
  return (
    <Page narrow title={say.title} lead={say.lead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      actions={mayWrite && <Button kind="primary" icon={<Plus />} onClick={() => setForm({ kind: 'add' })}>{say.add}</Button>}>
      <Asked of={asked}>
        {({ claims }) => claims.length === 0 ? <EmptyState title={say.none} icon={<Megaphone />}>{say.noneWhat}</EmptyState> : (
          <Stack gap={5} as="ul">
            {claims.map((claim) => (
              <Card key={claim.id} as="li" title={<span className={styles.quote}>“{claim.words}”</span>}>
                <p className={styles.soft}>{say.said(claim.saidIn, claim.since, claim.recordedByName)}</p>
                <p>{say.means(claim)}</p>
                {claim.endedOn && <p>{say.ended(claim.endedOn, claim.endWords ?? '')}</p>}
                {claim.weeks.map((week) => <OneWeek key={week.weekStarts} week={week} onExplain={mayWrite ? () => setForm({ kind: 'explain', id: claim.id, weekStarts: week.weekStarts }) : null} />)}
                {mayWrite && !claim.endedOn && <div><Button onClick={() => setForm({ kind: 'end', id: claim.id })}>{say.end}</Button></div>}
              </Card>
            ))}
          </Stack>
        )}
      </Asked>
      {form?.kind === 'add' && <AddClaim onClose={close} />}
      {form?.kind === 'end' && <EndClaim id={form.id} today={today} onClose={close} />}
      {form?.kind === 'explain' && <ExplainWeek claimId={form.id} weekStarts={form.weekStarts} onClose={close} />}
    </Page>
  );
}

function OneWeek({ week, onExplain }: { week: Week; onExplain: (() => void) | null }) {
  const { zone } = useMe().home;
  const { weekStarts, done, advertised, isOver, isShort, unexplained, why, held, people } = week;
  const share = advertised === 0 ? 0 : Math.min(100, Math.round((100 * done) / advertised));
  return (
    <section className={classes(styles.week, isShort && styles.short)} aria-label={say.week(weekStarts)}>
      <div className={styles.weekHead}>
        <h3>{say.week(weekStarts)}</h3>
        <span className={styles.state}><span className={styles.number}>{say.done(done, advertised)}</span> {isOver ? <Badge tone={isShort ? 'missed' : 'kept'}>{isShort ? say.short : say.kept}</Badge> : <Badge>{say.running}</Badge>}</span>
      </div>
      <div className={styles.bar} aria-hidden="true"><span style={{ width: `${share}%` }} /></div>
      {unexplained && <div className={styles.weekHead}><strong>{say.unexplained}</strong> {onExplain && <Button onClick={onExplain}>{say.explain}</Button>}</div>}
      {why && <p>{why}</p>}
      {held.length + people.length === 0 ? <p className={styles.soft}>{say.nothing}</p> : <details>
        <summary>{say.behind(held.length)}</summary>
        <ul className={styles.behind}>
          {held.map((each) => <li key={each.sessionId}>{say.held(each.activityName, sayWhen(zone, new Date(each.startsAt)), inARow(each.people))}</li>)}
        </ul>
        {people.length > 0 && <><h4>{say.people}</h4><ul className={styles.behind}>{people.map((person) => <li key={person.residentId}>{say.each(person.name, person.done)}</li>)}</ul></>}
      </details>}
    </section>
  );
}
