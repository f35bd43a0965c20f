import { CircleCheck, CloudOff, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { LOOK_STATES, type LookState, type LookWord, MEANINGS, TWO_FIT } from '@promenade/domain/rounds/round';
import { Button, LinkButton } from '@promenade/ui/button';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { bodyOf } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { Distress } from './distress.tsx';
import type { Here } from './round-page.tsx';
import { answerDocument, endDocument, lookDocument } from './rounds.graphql.ts';
import styles from './rounds.module.css';
import { useBox } from './use-box.ts';
import { words } from './words.ts';

type Seen = { readonly lookId: string; readonly person: Here; readonly state: LookState };
type Begun = { readonly id: string; readonly roomId: string; readonly beganAt: string };

/** Once around the room: one tap a person, the next by itself. Every tap is kept before it is sent. */
export function Around({ round, room, here, others, onLeave }: { round: Begun; room: string; here: readonly Here[]; others: readonly Here[]; onLeave: () => void }) {
  const { held, put } = useBox(useMe().id);
  const [queue, setQueue] = useState<readonly Here[]>(here);
  const [at, setAt] = useState(0);
  const [seen, setSeen] = useState<readonly Seen[]>([]);
  const [asking, setAsking] = useState<Seen | null>(null);
  const [isDone, setDone] = useState(false);
  const person = queue[at];
  const last = seen.at(-1);

  const say = (of: Here, state: LookWord, correctsId: string | null) => {
    const lookId = ownId();
    put(bodyOf(lookDocument, { round, look: { id: lookId, residentId: of.id, state, at: new Date().toISOString(), correctsId } }));
    return lookId;
  };
  const tap = (of: Here, state: LookState) => {
    const look: Seen = { lookId: say(of, state, null), person: of, state };
    setSeen([...seen, look]);
    setAt(at + 1);
    if (state === 'distressed') setAsking(look);
  };
  const undo = ({ lookId, person: of }: Seen) => {
    say(of, 'taken back', lookId);
    setSeen(seen.slice(0, -1));
    setAsking(null);
    setAt(queue.findIndex(({ id }) => id === of.id));
    toast(words.undone(of.name));
  };
  const end = (whole: boolean) => {
    if (seen.length > 0) put(bodyOf(endDocument, { input: { id: ownId(), roundId: round.id, whole, endedAt: new Date().toISOString() } }));
    if (whole) {
      setDone(true);
      return;
    }
    if (seen.length > 0) toast(words.stopped(seen.length, queue.length));
    onLeave();
  };
  const answer = ({ lookId }: Seen, kind: 'done' | 'handover', text: string) => {
    put(bodyOf(answerDocument, { input: { id: ownId(), lookId, kind, words: text } }));
    setAsking(null);
  };

  const box = held > 0 && <Notice><CloudOff aria-hidden="true" size="1em" /> {words.waiting(held)}</Notice>;
  const back = last && <Button kind="plain" icon={<Undo2 />} onClick={() => undo(last)}>{words.undo(last.person.name, words.states[last.state]?.toLowerCase() ?? '')}</Button>;
  if (isDone) return <Done room={room} seen={seen} box={box} />;
  if (asking) return <Distress name={asking.person.name} onAnswer={(kind, text) => answer(asking, kind, text)} onLater={() => setAsking(null)} undo={back} />;
  if (!person) {
    const left = others.filter(({ id }) => !queue.some((one) => one.id === id));
    return <AnybodyElse others={left} isEmpty={seen.length === 0} onThatIsAll={() => end(seen.length > 0)} onAlso={(also) => setQueue([...queue, also])} undo={back} />;
  }
  return (
    <OnePerson person={person} step={words.step(at + 1, queue.length)} onState={(state) => tap(person, state)}>
      <div className={styles.around}>
        {back}
        <Button kind="plain" onClick={() => setQueue(queue.filter(({ id }) => id !== person.id))}>{words.notHere}</Button>
        <Button kind="plain" onClick={() => end(false)}>{words.stop}</Button>
      </div>
      {box}
    </OnePerson>
  );
}

function OnePerson({ person, step, onState, children }: { person: Here; step: string; onState: (state: LookState) => void; children: React.ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [person.id]);
  return (
    <Stack gap={4}>
      <title>{`${person.name} · ${words.title}`}</title>
      <div className={styles.person}>
        <Avatar id={person.id} name={person.name} />
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.name}>{person.name}</h1>
          <p className={styles.soft}>{step}. {words.lookAt}</p>
        </div>
      </div>
      <div className={styles.states}>
        {LOOK_STATES.map((state) => (
          <button key={state} type="button" className={styles.state} data-state={state} onClick={() => onState(state)}>
            <span><strong>{words.states[state]}</strong> {MEANINGS[state].means}</span>
            <span className={styles.example}>{MEANINGS[state].example}</span>
          </button>
        ))}
      </div>
      <p className={styles.soft}>{TWO_FIT}</p>
      {children}
    </Stack>
  );
}

function AnybodyElse({ others, isEmpty, onThatIsAll, onAlso, undo }: { others: readonly Here[]; isEmpty: boolean; onThatIsAll: () => void; onAlso: (also: Here) => void; undo: React.ReactNode }) {
  return (
    <Page narrow title={words.anybodyElse}>
      <Stack gap={4}>
        <Button kind="primary" wide icon={<CircleCheck />} onClick={onThatIsAll}>{isEmpty ? words.stop : words.thatIsAll}</Button>
        <div className={styles.chips}>{others.map((one) => <Button key={one.id} onClick={() => onAlso(one)}>{one.name}</Button>)}</div>
        {undo}
      </Stack>
    </Page>
  );
}

function Done({ room, seen, box }: { room: string; seen: readonly Seen[]; box: React.ReactNode }) {
  return (
    <Page narrow title={words.done} lead={words.doneWhat(seen.length, room)}>
      <Stack gap={4}>
        <p>{words.counts(LOOK_STATES.map((state) => [words.states[state]?.toLowerCase() ?? state, seen.filter((each) => each.state === state).length]))}</p>
        {box}
        <div className={styles.around}>
          <LinkButton kind="primary" href="/rounds">{words.another}</LinkButton>
          <LinkButton href="/">{words.back}</LinkButton>
        </div>
      </Stack>
    </Page>
  );
}
