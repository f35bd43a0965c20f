/** What has been: reviews held, and episodes that ended, with what became of them. */
import { Check } from 'lucide-react';
import { sayDay } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { useTell } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { finishDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import type { Open, Stay } from './stay-page.tsx';
import { words } from './words.ts';

type Plan = NonNullable<Stay['episode']>['plans'][number];
const PARTS = Object.entries(words.planParts) as [keyof typeof words.planParts, string][];

export function PlanWords({ plan }: { plan: Plan }) {
  return (
    <>
      <div className={styles.two}>{PARTS.map(([part, name]) => <div key={part}><h3>{name}</h3><p className={styles.pre}>{plan[part]}</p></div>)}</div>
      <p>“{plan.say}” <span className={styles.soft}>{words.recorded(plan.recordedByName)}</span></p>
    </>
  );
}

export function Sittings({ stay: { sittings }, mayWrite }: { stay: Stay; mayWrite: boolean }) {
  const [latest, ...before] = sittings;
  return (
    <Card title={words.sittings}>
      {latest ? <Sitting sitting={latest} mayWrite={mayWrite} /> : <p className={styles.soft}>{words.noSittings}</p>}
      {before.length > 0 && (
        <details className={styles.more}>
          <summary>{words.past} ({before.length})</summary>
          <Stack gap={5}>{before.map((sitting) => <Sitting key={sitting.id} sitting={sitting} mayWrite={mayWrite} />)}</Stack>
        </details>
      )}
    </Card>
  );
}

function Sitting({ sitting, mayWrite }: { sitting: Stay['sittings'][number]; mayWrite: boolean }) {
  const tell = useTell(finishDocument);
  return (
    <Stack gap={3}>
      <h3>{sayDay(sitting.heldOn)}</h3>
      <p className={styles.quote}>“{sitting.say}”</p>
      <p className={styles.soft}>{words.present(sitting.present)}. {words.recorded(sitting.recordedByName)}.</p>
      {[sitting.enjoyed, sitting.supportSay, sitting.homeSay].filter((each) => each !== null).map((each) => <p key={each}>{each}</p>)}
      <ul role="list" className={styles.lines}>
        {sitting.results.map((each) => <li key={each.outcomeId}><p>“{each.outcomeWords}” <span className={styles.soft}>“{each.say}”</span></p><Badge tone={each.result === 'reached' ? 'kept' : 'calm'}>{words.resultNames[each.result] ?? each.result}</Badge></li>)}
      </ul>
      {sitting.actions.length > 0 && (
        <>
          <h4>{words.actions}</h4>
          <ul role="list" className={styles.lines}>
            {sitting.actions.map((action) => (
              <li key={action.id}>
                <p>{action.what} <span className={styles.soft}>{words.actionBy(action.who, sayDay(action.byDate))}</span></p>
                {action.doneOn ? <span className={styles.soft}>{words.actionDoneBy(action.doneByName ?? '', sayDay(action.doneOn))}</span>
                  : mayWrite && <Button icon={<Check />} busy={tell.isPending} onClick={() => tell.mutate({ id: action.id })}>{words.actionDone}<Unseen>{`: ${action.what}`}</Unseen></Button>}
              </li>
            ))}
          </ul>
        </>
      )}
      {sitting.nextOn && <p className={styles.soft}>{words.next(sayDay(sitting.nextOn))}</p>}
    </Stack>
  );
}

export function PastEpisodes({ stay: { past, lookBacks }, open }: { stay: Stay; open: Open | null }) {
  if (past.length === 0) return null;
  return (
    <>
      {past.map(({ id, purpose, end, plans: [plan], looks }) => end && (
        <Card key={id} title={words.endedWith(words.endResults[end.result] ?? end.result, sayDay(end.endedOn))} aside={<Badge>{words.wentTos[end.wentTo] ?? end.wentTo}</Badge>}>
          <p className={styles.quote}>“{purpose}”</p>
          <p>“{end.say}” <span className={styles.soft}>{words.recorded(end.recordedByName)}</span></p>
          {end.wentWords && <p>{end.wentWords}</p>}
          {end.noPlanWhy && <p className={styles.soft}>{end.noPlanWhy}</p>}
          {looks.map((look) => (
            <section key={look.id} aria-label={words.lookBackTitle(look.weeks)}>
              <h3>{words.looked(look.weeks, sayDay(look.onDay), look.spokeWith)}</h3>
              {look.state === 'looked at' ? <p>“{look.say}”</p> : <p className={styles.soft}>{words.lookStates[look.state] ?? look.state}. {look.say}</p>}
              {look.stillDoes && <p>{words.stillDoes(look.stillDoes)}</p>}
              {look.lost && <p>{words.lost(look.lost)}</p>}
              {look.nextStep && <p>{words.thenDone(look.nextStep)}</p>}
            </section>
          ))}
          <ul role="list" className={styles.lines}>
            {lookBacks.filter(({ episodeId }) => episodeId === id).map((look) => (
              <li key={look.weeks}><p>{words.lookBackTo(look.weeks, sayDay(look.dueOn))}</p>{open && look.isDue && <Button onClick={() => open({ form: 'look', look })}>{words.lookBack(look.weeks)}</Button>}</li>
            ))}
          </ul>
          {plan && <details className={styles.more}><summary>{words.plan}</summary><PlanWords plan={plan} /></details>}
        </Card>
      ))}
    </>
  );
}
