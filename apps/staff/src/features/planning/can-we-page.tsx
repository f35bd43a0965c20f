import { CircleCheck, CircleHelp, HandHeart } from 'lucide-react';
import { wholeName } from '@promenade/domain/people/name';
import { type Day, addDays, dayIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, Select, TextField } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Spinner } from '@promenade/ui/progress';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';
import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useMay, useMe } from '../../app/me.ts';
import styles from './can-we.module.css';
import { canWeDocument, promiseDocument, whoAndWhatDocument } from './planning.graphql.ts';
import { words } from './words.ts';

type Found = ResultOf<typeof canWeDocument>['canWe'];
/** What can be promised: a place that was found, or a session that they are down for already. */
type Place = Pick<Found['places'][number], 'weekStarts' | 'day' | 'session'> & { when: string };
type Held = { when: string; isBooked: boolean; planId: string };
const SPANS = { soon: 6, fortnight: 13, month: 27 } as const;
type SpanName = keyof typeof SPANS;
const isSpan = (text: string | null): text is SpanName => text !== null && text in SPANS;

/** Before anything is promised: whether, when, with whom and how. The question is in the address, so that it can be linked to. */
export function CanWePage() {
  const [asked, setAsked] = useSearchParams();
  const { home } = useMe();
  const today = dayIn(home.zone, new Date());
  const [residentId, activityId, span] = [asked.get('resident') ?? '', asked.get('activity') ?? '', asked.get('when')];
  const when: SpanName = isSpan(span) ? span : 'fortnight';
  const isWhole = residentId !== '' && activityId !== '';
  const choose = (name: string, value: string) => setAsked((before) => {
    const next = new URLSearchParams(before);
    next.set(name, value);
    return next;
  }, { replace: true });
  return (
    <Page title={words.canWe.title} lead={words.canWe.lead} narrow>
      <Stack gap={5}>
        <Question residentId={residentId} activityId={activityId} when={when} onChoose={choose} />
        {isWhole ? <Answer key={`${residentId} ${activityId} ${when}`} residentId={residentId} activityId={activityId} wishId={asked.get('wish')} from={today} to={addDays(today, SPANS[when])} /> : <p>{words.canWe.choose}</p>}
      </Stack>
    </Page>
  );
}

function Question({ residentId, activityId, when, onChoose }: { residentId: string; activityId: string; when: SpanName; onChoose: (name: string, value: string) => void }) {
  const asked = useAsk(whoAndWhatDocument);
  return (
    <Asked of={asked}>
      {({ residents, activities }) => (
        <div className={styles.form}>
          <Select label={words.canWe.who} value={residentId} onValue={(id) => onChoose('resident', id)} options={residents
            .filter(({ status }) => status === 'living here')
            .map((person) => ({ value: person.id, label: `${wholeName(person)}${person.room ? `, room ${person.room}` : ''}` }))} />
          <Select label={words.canWe.what} value={activityId} onValue={(id) => onChoose('activity', id)} options={activities.map(({ id, name }) => ({ value: id, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))} />
          <Select label={words.canWe.when} value={when} onValue={(span) => onChoose('when', span)} options={(Object.keys(SPANS) as SpanName[]).map((span) => ({ value: span, label: words.canWe.spans[span] }))} />
        </div>
      )}
    </Asked>
  );
}

function Answer({ residentId, activityId, wishId, from, to }: { residentId: string; activityId: string; wishId: string | null; from: Day; to: Day }) {
  const asked = useAsk(canWeDocument, { residentId, activityId, fromDay: from, toDay: to });
  const [promising, setPromising] = useState<Place | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  if (held) return <Done held={held} />;
  if (!asked.data) return asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : <Spinner>{words.canWe.asking}</Spinner>;
  const found = asked.data.canWe;
  return (
    <div className={styles.answer}>
      {found.already.map((one) => <AlreadyNotice key={one.words} already={one} onPromise={() => setPromising({ ...one, when: one.words })} />)}
      {found.possible ? <Yes found={found} onPromise={setPromising} /> : <No found={found} />}
      {promising && <PromiseDialog found={found} place={promising} residentId={residentId} activityId={activityId} wishId={wishId} onClose={() => setPromising(null)} onHeld={setHeld} />}
    </div>
  );
}

function Yes({ found, onPromise }: { found: Found; onPromise: (place: Place) => void }) {
  const mayPromise = useMay('promise.make');
  return (
    <>
      <div>
        <h2 className={`${styles.headline} ${styles.yes}`}><CircleCheck aria-hidden="true" /> {words.canWe.yes(found.residentName)}</h2>
        <p>{words.canWe.yesWhy(found.places.length)}</p>
      </div>
      {found.places.map((place) => (
        <Card key={`${place.weekStarts} ${place.session.start} ${place.joins}`} as="article" level={3} tone="kept" title={place.when} aside={place.joins ? <Badge tone="calm">{words.canWe.joins}</Badge> : null}>
          <ul role="list" className={styles.reasons}>
            {place.reasons.map((reason) => (
              <li key={reason}><CircleCheck aria-hidden="true" /> <span>{reason}</span></li>
            ))}
          </ul>
          <Row spread>
            <p className={styles.held}>{place.isBooked ? words.canWe.booked : words.canWe.draft}</p>
            {mayPromise && <Button kind="primary" icon={<HandHeart />} onClick={() => onPromise(place)}>{words.canWe.promise}</Button>}
          </Row>
        </Card>
      ))}
    </>
  );
}

function AlreadyNotice({ already, onPromise }: { already: Found['already'][number]; onPromise: () => void }) {
  const mayPromise = useMay('promise.make');
  return (
    <Notice actions={mayPromise && already.promised === null && <Button icon={<HandHeart />} onClick={onPromise}>{words.canWe.promiseThis}</Button>}>
      {already.words} {already.promised !== null && words.canWe.promised(already.promised)}
    </Notice>
  );
}

function No({ found }: { found: Found }) {
  return (
    <>
      <h2 className={`${styles.headline} ${styles.no}`}><CircleHelp aria-hidden="true" /> {found.already.length > 0 ? words.canWe.noMore : words.canWe.no}</h2>
      {found.ways.length === 0 ? <p>{words.canWe.noWay}</p> : (
        <>
          <p>{words.canWe.noWhy(found.residentName, found.activityName)}</p>
          <ul role="list" className={styles.ways}>{found.ways.map((way) => <li key={way}>{sentence(way)}</li>)}</ul>
        </>
      )}
    </>
  );
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}

function PromiseDialog({ found, place, residentId, activityId, wishId, onClose, onHeld }: { found: Found; place: Place; residentId: string; activityId: string; wishId: string | null; onClose: () => void; onHeld: (held: Held) => void }) {
  const me = useMe();
  const [text, setText] = useState(found.activityName);
  const [level, setLevel] = useState<'taking part' | 'watching'>('taking part');
  const [dueOn, setDueOn] = useState(place.day);
  const [madeTo, setMadeTo] = useState(found.residentName);
  const tell = useTell(promiseDocument, { onAnswer: ({ promiseFromCanWe }) => { if (promiseFromCanWe.__typename === 'PromiseHeld') onHeld(promiseFromCanWe); } });
  const { activity, start, room, vehicles, staff, residents } = place.session;
  const session = { activity, start, room, staff, residents, vehicles: vehicles.map(({ vehicle, driver }) => ({ vehicle, driver })) };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.canWe.promiseTitle(found.residentName)}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="primary" icon={<HandHeart />} busy={tell.isPending} onClick={() => tell.mutate({ input: { residentId, activityId, words: text, level, dueOn, madeTo, wishId, weekStarts: place.weekStarts, session } })}>{words.canWe.promise}</Button>
        </>
      }
    >
      <RefusedNotice refused={refusalIn(tell.data?.promiseFromCanWe)} />
      <Failed error={tell.error} />
      <p className={styles.when}>{place.when}</p>
      <TextField label={words.canWe.promiseWords} value={text} onValue={setText} />
      <Choice legend={words.canWe.level} hint={words.canWe.levelHint} layout="row" value={level} onValue={setLevel} options={(['taking part', 'watching'] as const).map((value) => ({ value, label: words.canWe.levels[value] }))} />
      <Grid min={12}>
        <DateField label={words.canWe.dueOn} value={dueOn} min={place.day} onValue={setDueOn} />
        <TextField label={words.canWe.madeTo} value={madeTo} onValue={setMadeTo} />
      </Grid>
      <p>{words.canWe.inYourName(me.name)}</p>
    </Dialog>
  );
}

function Done({ held }: { held: Held }) {
  const [, go] = useLocation();
  return (
    <Stack>
      <Notice kind="good" live="polite">{words.canWe.done(held.when, held.isBooked)}</Notice>
      <Row>
        <LinkButton href="/promises" kind="primary" icon={<HandHeart />}>{words.canWe.seePromises}</LinkButton>
        <LinkButton href={`/plan/${held.planId}`}>{words.weeks.look}</LinkButton>
        <Button kind="plain" onClick={() => go('/can-we')}>{words.canWe.another}</Button>
      </Row>
    </Stack>
  );
}
