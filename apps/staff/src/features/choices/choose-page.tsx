/** The picture view: one question, two or three large cards, something else and not now; read aloud, by touch, keyboard or one switch, with or without Wi-Fi. */
import { ArrowLeft, Printer, Volume2, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '@promenade/ui/button';
import { Toggle } from '@promenade/ui/choice';
import { Select, TextField } from '@promenade/ui/field';
import { Notice } from '@promenade/ui/notice';
import { Main } from '@promenade/ui/page';
import { Spinner } from '@promenade/ui/progress';
import { sendOut, waiting } from '@promenade/ui/outbox.ts';
import { RequestError } from '@promenade/ui/request.ts';
import { BigPicture, ElseCards, OptionCard, YesNo, sayOption } from './cards.tsx';
import type { Keeper, ShownOption } from './choices.ts';
import styles from './choose.module.css';
import { useScanning, useSwitch } from './scanning.ts';
import { hush, say } from '@promenade/ui/speech.ts';
import { type Answer, type Outcome, type Put, give, keepApp, keeperHere, question, remember } from './tablet.ts';
import { words } from './words.ts';

const text = words.picture;
const AGAIN_MS = 15_000;

/** What is put to the person right now. */
type Step =
  | { at: 'cards' }
  | { at: 'sure'; answer: Answer['answer']; option: ShownOption | null }
  | { at: 'done'; title: string; outcome: Outcome };

type Opened = { state: 'opening' } | { state: 'nobody' } | { state: 'nothing'; why: string } | { state: 'open'; keeper: Keeper; asked: Put };

/** Whoever came from their own week goes back to it, and not into the records. */
function behind(residentId: string): string {
  return `/people/${residentId}/${new URLSearchParams(window.location.search).get('from') === 'my-week' ? 'my-week' : 'choices'}`;
}

/** `me` is null when the server could not be asked who is here: then it is whoever worked on this tablet last. */
export function ChoosePage({ me, residentId, point }: { me: Keeper | null; residentId: string; point: string }) {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const [round, setRound] = useState(0);
  const id = me?.id ?? null;
  const name = me?.name ?? '';
  useEffect(() => {
    let isGone = false;
    async function open(): Promise<Opened> {
      if (id !== null) await remember({ id, name });
      const keeper = id !== null ? { id, name } : await keeperHere();
      if (!keeper) return { state: 'nobody' };
      const search = new URLSearchParams(window.location.search);
      const asked = await question(keeper, { residentId, point, sessionId: search.get('session'), activityId: search.get('activity') }, new Date());
      if (!asked) return { state: 'nothing', why: text.notPrepared };
      return { state: 'open', keeper, asked };
    }
    open().catch((error: unknown): Opened => (error instanceof RequestError && error.code === 'UNAUTHENTICATED' ? { state: 'nobody' } : { state: 'nothing', why: error instanceof Error ? error.message : String(error) }))
      .then((next) => { if (!isGone) setOpened(next); }, () => undefined);
    return () => { isGone = true; };
  }, [id, name, residentId, point, round]);
  useEffect(() => {
    if (opened.state === 'open') keepApp().catch(() => undefined);
  }, [opened.state]);

  if (opened.state === 'opening') return <Main><Spinner /></Main>;
  if (opened.state === 'open') return <Question key={opened.asked.offer.id + String(round)} {...opened} again={() => setRound(round + 1)} />;
  return (
    <Main>
      <div className={styles.page}>
        <Notice kind="warning" live="now" actions={opened.state === 'nobody' ? <LinkButton href={`/people/${residentId}/choices`} target="_top">{text.signIn}</LinkButton> : <LinkButton href={behind(residentId)} target="_top">{text.done}</LinkButton>}>
          {opened.state === 'nobody' ? text.signInFirst : opened.why}
        </Notice>
      </div>
    </Main>
  );
}

function Question({ keeper, asked, again }: { keeper: Keeper; asked: Put; again: () => void }) {
  const { offer } = asked;
  const [step, setStep] = useState<Step>({ at: 'cards' });
  const [set, setSet] = useState(0);
  const [how, setHow] = useState<string>('picture');
  const [isAloud, setAloud] = useState(true);
  const [elseWords, setElseWords] = useState('');
  const [device, changeDevice] = useSwitch();
  const box = useBox(keeper);
  const heading = useRef<HTMLHeadingElement>(null);
  const options = offer.threes[set] ?? [];
  const aloud = (words: string) => { if (isAloud) say(words); };
  const go = (next: Step, words: string) => {
    setStep(next);
    aloud(words);
    heading.current?.focus();
  };
  const somethingElse = () => {
    if (set + 1 < offer.threes.length) {
      setSet(set + 1);
      go({ at: 'cards' }, [text.somethingElse, ...(offer.threes[set + 1] ?? []).map(({ title }) => title)].join('. '));
    } else go({ at: 'sure', answer: 'something else', option: null }, text.sure(text.somethingElse));
  };
  const startAgain = () => {
    setSet(0);
    go({ at: 'cards' }, offer.question);
  };
  const choose = (option: ShownOption) => go({ at: 'sure', answer: 'option', option }, text.sure(option.title));
  const notNow = () => go({ at: 'sure', answer: 'not now', option: null }, text.sure(text.notNow));
  const confirm = async (answer: Answer['answer'], option: ShownOption | null) => {
    const title = titleOf(answer, option);
    const outcome = await give(keeper, { offerId: offer.id, shown: set + 1, answer, key: option?.key ?? null, words: answer === 'something else' ? elseWords.trim() || null : null, how: how === 'picture' && device.on ? 'switch' : how }, new Date());
    await box.look();
    go({ at: 'done', title, outcome }, `${text.chose(title)}. ${outcome.state === 'kept' ? text.kept : ''}`);
  };

  const takes: readonly { words: string; take: () => void }[] = step.at === 'cards'
    ? [...options.map((option) => ({ words: sayOption(option), take: () => choose(option) })), { words: text.somethingElse, take: somethingElse }, { words: text.notNow, take: notNow }]
    : step.at === 'sure' ? [{ words: text.yes, take: () => void confirm(step.answer, step.option) }, { words: text.no, take: startAgain }] : [];
  const lit = useScanning({
    count: takes.length, on: device.on, seconds: device.seconds, onLit: (at) => aloud(takes[at]?.words ?? ''), onTake: (at) => takes[at]?.take(), onEnd: () => changeDevice({ on: false }),
  });
  useEffect(() => {
    if (lit !== null) document.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  useEffect(() => {
    heading.current?.focus();
    say([offer.question, ...(offer.threes[0] ?? []).map(({ title }) => title)].join('. '));
    return hush;
  }, [offer]);

  const titleNow = step.at === 'cards' ? offer.question : step.at === 'sure' ? text.sure(titleOf(step.answer, step.option)) : text.chose(step.title);
  return (
    <Main>
      <div className={styles.page}>
        <title>{`${offer.question} · ${offer.residentName}`}</title>
        <header className={styles.top}>
          <a href={behind(offer.residentId)} target="_top" className={styles.back} aria-label={words.back(offer.residentName)} data-helper data-print="no"><ArrowLeft aria-hidden="true" /></a>
          <h1 ref={heading} tabIndex={-1} className={styles.question}>{titleNow}</h1>
          <button type="button" className={styles.hear} onClick={() => say([titleNow, ...(step.at === 'cards' ? options.map(({ title }) => title) : [])].join('. '))} aria-label={text.hear} data-print="no" data-helper><Volume2 aria-hidden="true" /></button>
        </header>
        {!box.isOnline && <p className={styles.wifi} data-print="no"><WifiOff aria-hidden="true" size="1.2em" /> {text.offline}</p>}
        {asked.isOld && <p className={styles.wifi} data-print="no">{text.asOf(sayAt(asked.at))}</p>}
        {step.at === 'cards' && (
          <>
            {offer.lead && <p className={styles.lead}>{offer.lead}</p>}
            <ul role="list" className={styles.cards} data-count={options.length}>
              {options.map((option, at) => <OptionCard key={option.key} option={option} lit={lit === at} onChoose={() => choose(option)} />)}
            </ul>
            <ElseCards lit={lit} from={options.length} onElse={somethingElse} onNotNow={notNow} />
          </>
        )}
        {step.at === 'sure' && (
          <>
            <div className={styles.middle}><BigPicture name={step.option?.picture ?? null} /></div>
            {step.answer === 'something else' && <div data-helper><TextField label={text.whatElse} value={elseWords} onValue={setElseWords} optional maxLength={500} /></div>}
            <YesNo lit={lit} onYes={() => void confirm(step.answer, step.option)} onNo={startAgain} />
          </>
        )}
        {step.at === 'done' && <Done outcome={step.outcome} again={again} residentId={offer.residentId} />}
        <Helper device={device} changeDevice={changeDevice} how={how} setHow={setHow} isAloud={isAloud} setAloud={setAloud} box={box} />
      </div>
    </Main>
  );
}

function titleOf(answer: Answer['answer'], option: ShownOption | null): string {
  return option?.title ?? (answer === 'not now' ? text.notNow : text.somethingElse);
}

function sayAt(at: string): string {
  return new Date(at).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
}

function Done({ outcome, again, residentId }: { outcome: Outcome; again: () => void; residentId: string }) {
  const refused = outcome.state === 'sent' && outcome.answer.__typename === 'Refused' ? outcome.answer.reasons.map(({ message }) => message) : [];
  const led = outcome.state === 'sent' && outcome.answer.__typename === 'ChoiceReceipt' ? outcome.answer.ledTo : '';
  return (
    <div className={styles.done} data-helper>
      {refused.length > 0 ? <Notice kind="refused" live="now" reasons={refused} /> : <Notice kind="good" live="polite">{outcome.state === 'kept' ? text.kept : `${text.written} ${led}`}</Notice>}
      <div className={styles.after} data-print="no">
        <Button onClick={again}>{text.again}</Button>
        <LinkButton kind="primary" href={behind(residentId)} target="_top">{text.done}</LinkButton>
      </div>
    </div>
  );
}

type Box = { count: number; troubles: readonly string[]; isOnline: boolean; look: () => Promise<void> };

/** Sends what waits whenever there is a connection again, and now and then in between. */
function useBox({ id }: Keeper): Box {
  const [held, setHeld] = useState<{ count: number; troubles: readonly string[] }>({ count: 0, troubles: [] });
  const [isOnline, setOnline] = useState(navigator.onLine);
  const look = async () => setHeld(await waiting(id));
  useEffect(() => {
    const send = () => {
      setOnline(navigator.onLine);
      sendOut(id).then(() => waiting(id)).then(setHeld, () => undefined);
    };
    send();
    const timer = window.setInterval(send, AGAIN_MS);
    window.addEventListener('online', send);
    window.addEventListener('offline', send);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', send);
      window.removeEventListener('offline', send);
    };
  }, [id]);
  return { ...held, isOnline, look };
}

type Help = { device: { on: boolean; seconds: number }; changeDevice: (change: Partial<{ on: boolean; seconds: number }>) => void; how: string; setHow: (how: string) => void; isAloud: boolean; setAloud: (on: boolean) => void; box: Box };

/** Out of the person's way: how the screen is worked, and what still waits to go out. */
function Helper({ device, changeDevice, how, setHow, isAloud, setAloud, box }: Help) {
  return (
    <footer className={styles.helper} data-helper data-print="no">
      {box.count > 0 && <p role="status">{text.waits(box.count)}</p>}
      {box.troubles.length > 0 && <Notice kind="warning" title={text.trouble} reasons={box.troubles} />}
      <details>
        <summary>{text.forHelper}</summary>
        <div className={styles.helps}>
          <Toggle label={text.oneSwitch} on={device.on} onToggle={(on) => changeDevice({ on })} />
          <p>{text.oneSwitchHint}</p>
          <Select label={text.speed} value={String(device.seconds)} options={[1, 2, 3, 4, 5, 6, 8].map((each) => ({ value: String(each), label: String(each) }))} onValue={(value) => changeDevice({ seconds: Number(value) })} />
          <Toggle label={text.aloud} on={isAloud} onToggle={setAloud} />
          <Select label={text.pointed} value={how} options={[...text.hows]} onValue={setHow} />
          <Button icon={<Printer />} onClick={() => window.print()}>{text.print}</Button>
        </div>
      </details>
    </footer>
  );
}
