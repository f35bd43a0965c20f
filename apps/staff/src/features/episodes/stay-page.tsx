import type { ResultOf } from 'gql.tada';
import { ArrowLeft, CalendarPlus, CircleAlert, Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { clockIn, dayIn, daysBetween, sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { Changes } from './changes.tsx';
import { EndForm, LookBackForm, PlanForm, StartForm } from './episode-forms.tsx';
import { stayDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import { HomeGoing } from './home-going.tsx';
import { BookForm, CallOffForm } from './meeting-forms.tsx';
import { PastEpisodes, PlanWords, Sittings } from './past.tsx';
import { words } from './words.ts';

export type Stay = ResultOf<typeof stayDocument>['stayOf'];
export type LookBackDue = Stay['lookBacks'][number];
type Meeting = Stay['meetings'][number];
type Opened = { form: 'start' | 'plan' | 'end' | 'book' } | { form: 'look'; look: LookBackDue } | { form: 'off'; meeting: Meeting };
export type Open = (what: Opened) => void;

/** One person's episode, what going home takes, when everything is looked at again, and what comes after. */
export function StayPage() {
  const { id = '' } = useParams();
  const asked = useAsk(stayDocument, { residentId: id });
  return <Asked of={asked}>{({ stayOf }) => <StayView stay={stayOf} />}</Asked>;
}

function StayView({ stay }: { stay: Stay }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const mayWrite = useMay('reablement.write');
  const open = mayWrite ? setOpened : null;
  const close = () => setOpened(null);
  const { name, residentId, episode } = stay;
  const isHere = stay.status !== 'moved out' && stay.status !== 'died';
  const lookDue = stay.lookBacks.filter(({ isDue }) => isDue);
  return (
    <Page title={words.title(name)} lead={words.lead} kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>}
      actions={<LinkButton href={`/people/${residentId}/review-sheet`} icon={<Printer />}>{words.printSheet}</LinkButton>}>
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="episode" />
        {stay.isComfort && <Notice>{words.comfort(name)}</Notice>}
        {lookDue.map((look) => <Notice key={`${look.episodeId}${look.weeks}`} kind="warning" actions={open && <Button onClick={() => open({ form: 'look', look })}>{words.lookBack(look.weeks)}</Button>}>{look.words}</Notice>)}
        {isHere && <Due stay={stay} open={open} />}
        {episode ? <Current stay={stay} episode={episode} open={open} /> : isHere && (
          <EmptyState title={words.none} actions={open && <Button kind="primary" onClick={() => open({ form: 'start' })}>{words.start}</Button>}>{words.startWhat(name)}</EmptyState>
        )}
        {isHere && <HomeGoing stay={stay} mayWrite={mayWrite} />}
        {episode && <Afterwards stay={stay} episode={episode} open={open} />}
        {isHere && <Changes stay={stay} mayWrite={mayWrite} />}
        <Sittings stay={stay} mayWrite={mayWrite} />
        <PastEpisodes stay={stay} open={open} />
      </Stack>
      {opened?.form === 'start' && <StartForm stay={stay} onClose={close} />}
      {opened?.form === 'plan' && episode && <PlanForm episode={episode} onClose={close} />}
      {opened?.form === 'end' && episode && <EndForm episode={episode} onClose={close} />}
      {opened?.form === 'book' && <BookForm stay={stay} onClose={close} />}
      {opened?.form === 'look' && <LookBackForm look={opened.look} onClose={close} />}
      {opened?.form === 'off' && <CallOffForm meeting={opened.meeting} onClose={close} />}
    </Page>
  );
}

/** Why a review is due, each reason in a sentence with since when; when people meet for it. */
function Due({ stay, open }: { stay: Stay; open: Open | null }) {
  const { home: { zone } } = useMe();
  const isDue = stay.due.length > 0;
  return (
    <Card title={isDue ? words.due : words.reviews} tone={isDue ? 'owed' : undefined}>
      {isDue ? <Reasons due={stay.due} /> : <p className={styles.soft}>{words.notDue}</p>}
      <p className={styles.soft}>{words.turn(stay.namedWorker)}</p>
      {stay.meetings.map((meeting) => (
        <section key={meeting.id} aria-label={words.meetings}>
          <p><strong>{sayWhen(zone, new Date(meeting.startsAt))}–{clockIn(zone, new Date(meeting.endsAt))}</strong>{meeting.place && `, ${meeting.place}`}. {words.meetingWith(inARow(meeting.staff.map((each) => each.name)))}.{meeting.family && ` ${meeting.family}.`}</p>
          {meeting.trouble.map((trouble) => <Notice key={trouble} kind="warning">{trouble}</Notice>)}
          {open && <Button onClick={() => open({ form: 'off', meeting })}>{words.callOff}<Unseen>{`: ${sayWhen(zone, new Date(meeting.startsAt))}`}</Unseen></Button>}
        </section>
      ))}
      {open && (
        <Row>
          <LinkButton kind={isDue ? 'primary' : undefined} href={`/people/${stay.residentId}/review`}>{words.review}</LinkButton>
          <Button icon={<CalendarPlus />} onClick={() => open({ form: 'book' })}>{words.book}</Button>
        </Row>
      )}
    </Card>
  );
}

export function Reasons({ due }: { due: readonly { key: string; words: string; since: string }[] }) {
  return (
    <ul role="list" className={styles.reasons}>
      {due.map((reason) => <li key={reason.key}><CircleAlert aria-hidden="true" /><span>{reason.words}{!reason.words.includes(sayDay(reason.since)) && <span className={styles.soft}> {words.sinceDay(sayDay(reason.since))}</span>}</span></li>)}
    </ul>
  );
}

type Episode = NonNullable<Stay['episode']>;

function Current({ episode, open }: { stay: Stay; episode: Episode; open: Open | null }) {
  const { home: { zone } } = useMe();
  const gone = daysBetween(episode.beganOn, dayIn(zone, new Date())) + 1;
  const whole = episode.hopedEndOn === null ? null : daysBetween(episode.beganOn, episode.hopedEndOn) + 1;
  return (
    <Card title={words.wantsFrom} aside={<Badge tone="calm">{words.dayOf(gone, whole)}</Badge>}>
      <p className={styles.quote}>“{episode.purpose}”</p>
      <p className={styles.marks}>
        <Badge>{words.kinds[episode.kind] ?? episode.kind}</Badge>
        <Badge>{words.began(sayDay(episode.beganOn))}</Badge>
        {episode.hopedEndOn && <Badge>{words.hopedFor(sayDay(episode.hopedEndOn))}</Badge>}
      </p>
      {episode.lengthWords && <p className={styles.soft}>{episode.lengthWords}</p>}
      <div className={styles.two}>
        <div><h3>{words.weGive}</h3><p className={styles.pre}>{episode.willProvide}</p></div>
        <div><h3>{words.weDoNot}</h3><p className={styles.pre}>{episode.willNotProvide}</p></div>
      </div>
      <p>“{episode.personSaid}” <span className={styles.soft}>{words.talked(episode.discussedWith, sayDay(episode.discussedOn))}. {words.recorded(episode.recordedByName)}.</span></p>
      {episode.referredOn && <p className={styles.soft}>{words.asked(sayDay(episode.referredOn), episode.referredBy)}. {episode.startWords}</p>}
      {open && <p><Button onClick={() => open({ form: 'end' })}>{words.end}</Button></p>}
    </Card>
  );
}

function Afterwards({ stay, episode, open }: { stay: Stay; episode: Episode; open: Open | null }) {
  const [plan] = episode.plans;
  return (
    <Card title={words.plan} aside={open && <Button onClick={() => open({ form: 'plan' })}>{plan ? words.planAgain : words.planWrite}</Button>}>
      {plan ? <PlanWords plan={plan} /> : <p className={styles.soft}>{words.planNone(stay.name)}</p>}
      {plan && <p><LinkButton href={`/people/${stay.residentId}/review-sheet`} icon={<Printer />}>{words.print}<Unseen>{`: ${words.plan}`}</Unseen></LinkButton></p>}
    </Card>
  );
}
