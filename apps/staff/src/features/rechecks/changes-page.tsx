import type { ResultOf } from 'gql.tada';
import { CircleCheck, TriangleAlert, Undo2 } from 'lucide-react';
import { clockIn, dayIn, mondayOf, sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { changesDocument, freeAgainDocument, onRoadDocument, staffBackDocument } from './rechecks.graphql.ts';
import { RepairsPanel } from './repairs-panel.tsx';
import { SayChange } from './say-change.tsx';
import styles from './rechecks.module.css';
import { words } from './words.ts';

type Answer = ResultOf<typeof changesDocument>;
type Week = Answer['needsAnswer']['weeks'][number];
type Session = Week['sessions'][number];

const EVERY_MINUTE = 60_000;

/** What no longer holds, with ways to mend it; who and what is off; and where to say that something has changed. */
export function ChangesPage() {
  const asked = useAsk(changesDocument, {}, { everyMs: EVERY_MINUTE });
  return (
    <Page title={words.title} kicker={<a href="/">{words.back}</a>} lead={words.lead}>
      <Asked of={asked}>
        {({ needsAnswer, whoIsOff }) => (
          <Stack gap={6}>
            {needsAnswer.weeks.length === 0
              ? <EmptyState title={words.holds} icon={<CircleCheck />}>{words.holdsWhat}</EmptyState>
              : needsAnswer.weeks.map((week) => <BrokenWeek key={week.weekStarts} week={week} />)}
            <div className={styles.columns}>
              <WhoIsOff off={whoIsOff} />
              <SayChange />
            </div>
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function BrokenWeek({ week }: { week: Week }) {
  const mayMend = useMay('plan.publish');
  return (
    <section aria-labelledby={`week-${week.weekStarts}`} className={styles.week}>
      <h2 id={`week-${week.weekStarts}`}>{words.week(sayDay(mondayOf(week.weekStarts)))}</h2>
      <div className={styles.columns}>
        <section aria-labelledby={`needs-${week.weekStarts}`} className={styles.part}>
          <h3 id={`needs-${week.weekStarts}`} className={styles.heading}>{words.needs}</h3>
          <Stack gap={3} as="ol">
            {week.sessions.map((session) => <BrokenSession key={session.id} session={session} />)}
          </Stack>
          {week.others.length > 0 && <Notice kind="warning" reasons={week.others} />}
        </section>
        {mayMend ? <RepairsPanel key={`${week.planId} ${week.sessions.map(({ id }) => id).join()}`} weekStarts={week.weekStarts} /> : <p>{words.askPlanner}</p>}
      </div>
    </section>
  );
}

function BrokenSession({ session }: { session: Session }) {
  const { zone } = useMe().home;
  const starts = new Date(session.startsAt);
  const when = (at: string) => {
    const instant = new Date(at);
    return `${sayDay(dayIn(zone, instant))}, ${clockIn(zone, instant)}`;
  };
  const causes = [...new Map(session.findings.map((one) => [one.because, one])).values()];
  return (
    <Card as="li" level={4} tone="owed" title={session.activityName} before={<Picture name={session.picture} />} aside={session.isMine ? <Badge tone="owed" icon={<TriangleAlert />}>{words.isMine}</Badge> : null}>
      <p><strong>{sayDay(dayIn(zone, starts))}, {clockIn(zone, starts)}</strong></p>
      {session.residents.length > 0 && <p>{words.with(inARow(session.residents))}</p>}
      <ul className={styles.findings}>{session.findings.map((finding) => <li key={finding.words}>{finding.words}</li>)}</ul>
      {causes.map(({ because, saidBy, since }) => (
        <p key={because} className={styles.cause}>
          {because === null ? words.unknown : <>{because} {saidBy && since && <span className={styles.by}>{words.saidBy(saidBy, when(since))}</span>}</>}
        </p>
      ))}
      {session.mustAct && !session.isMine && <p className={styles.by}>{words.mustAct(session.mustAct)}</p>}
    </Card>
  );
}

function WhoIsOff({ off }: { off: Answer['whoIsOff'] }) {
  return (
    <section aria-labelledby="off" className={styles.part}>
      <h2 id="off">{words.off}</h2>
      {off.length === 0 ? <p>{words.nobodyOff}</p> : <Stack gap={3} as="ul">{off.map((one) => <OneOff key={one.id} one={one} />)}</Stack>}
    </section>
  );
}

function OneOff({ one }: { one: Answer['whoIsOff'][number] }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('change.record');
  const onAnswer = (said: { __typename: string; words?: string }) => { if (said.words) toast(said.words); };
  const staff = useTell(staffBackDocument, { onAnswer: ({ sayStaffBack }) => onAnswer(sayStaffBack) });
  const vehicle = useTell(onRoadDocument, { onAnswer: ({ backOnRoad }) => onAnswer(backOnRoad) });
  const resident = useTell(freeAgainDocument, { onAnswer: ({ sayFreeAgain }) => onAnswer(sayFreeAgain) });
  const back = one.kind === 'staff off' ? staff : one.kind === 'vehicle off' ? vehicle : resident;
  const at = new Date(one.recordedAt);
  const label = words.isBack[one.kind] ?? '';
  return (
    <li className={styles.off}>
      <div>
        <p>{one.words}</p>
        <p className={styles.by}>{words.saidBy(one.recordedByName, `${sayDay(dayIn(zone, at))}, ${clockIn(zone, at)}`)}</p>
      </div>
      {mayRecord && <Button icon={<Undo2 />} aria-label={words.isBackFor(label, one.words)} busy={back.isPending} onClick={() => back.mutate({ changeId: one.id })}>{label}</Button>}
      <RefusedNotice refused={refusalIn(staff.data?.sayStaffBack) ?? refusalIn(vehicle.data?.backOnRoad) ?? refusalIn(resident.data?.sayFreeAgain)} />
      <Failed error={back.error} />
    </li>
  );
}
