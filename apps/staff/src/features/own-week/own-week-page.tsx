/** A person's own week on the home's tablet: big pictures, few words, read aloud; no staff's pages around it and no way back by accident. */
import { CalendarDays, HandHeart, Hand, Heart, Sprout, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Asked } from '@promenade/ui/asked';
import { classes } from '@promenade/ui/classes.ts';
import { Main } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { hush, say } from '@promenade/ui/speech.ts';
import { Answer } from './answer.tsx';
import { Card, PromiseCard } from './cards.tsx';
import { Helper } from './helper.tsx';
import { type Subject, type View, apart, dayName, daysOf, sayThing } from './own-week.ts';
import { ownViewDocument } from './own-week.graphql.ts';
import styles from './own-week.module.css';
import { DoorSheet } from './sheet.tsx';
import { words } from './words.ts';

export type Holder = { name: string; home: { name: string; zone: string } };
type Part = 'week' | 'forward' | 'promises' | 'choose';
const PARTS: readonly { part: Part; icon: ReactNode }[] = [
  { part: 'week', icon: <CalendarDays /> }, { part: 'forward', icon: <Heart /> }, { part: 'promises', icon: <HandHeart /> }, { part: 'choose', icon: <Hand /> },
];

export function OwnWeekPage({ residentId, holder }: { residentId: string; holder: Holder }) {
  const [day, setDay] = useState<string | null>(null);
  const asked = useAsk(ownViewDocument, { residentId, day });
  return (
    <Main>
      <Asked of={asked}>{({ ownView }) => <Own view={ownView} holder={holder} day={day} setDay={setDay} />}</Asked>
    </Main>
  );
}

function Own({ view, holder, day, setDay }: { view: View; holder: Holder; day: string | null; setDay: (day: string | null) => void }) {
  const [part, setPart] = useState<Part>('week');
  const [subject, setSubject] = useState<Subject | null>(null);
  const [isAloud, setAloud] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  const aloud = (text: string) => { if (isAloud) say(text); };
  const says = sayPart(view, part);
  const first = useRef(says);
  useEffect(() => {
    say(first.current);
    heading.current?.focus();
    return hush;
  }, []);
  const show = (next: Part) => {
    setPart(next);
    setSubject(null);
    aloud(sayPart(view, next));
    heading.current?.focus();
  };
  return (
    <div className={styles.page}>
      <title>{words.title(view.name)}</title>
      {subject ? <Answer key={subject.sessionId ?? subject.promiseId} subject={subject} residentId={view.residentId} aloud={aloud} onBack={() => show(part)} /> : (
        <>
          <header className={styles.top}>
            <Avatar id={view.residentId} name={view.name} photo={view.photoId ? `/media/${view.photoId}?size=thumb` : null} size="large" />
            <h1 ref={heading} tabIndex={-1} className={styles.title}>{part === 'week' ? words.title(view.name) : words[part]}</h1>
            <button type="button" className={styles.hear} onClick={() => say(says)} aria-label={words.hear}><Volume2 aria-hidden="true" /></button>
          </header>
          <nav aria-label={words.views} className={styles.parts}>
            {PARTS.map((each) => (
              <button key={each.part} type="button" className={styles.part} aria-current={each.part === part ? 'page' : undefined} onClick={() => show(each.part)}>
                <span className={styles.partIcon} aria-hidden="true">{each.icon}</span>
                <span>{words[each.part]}</span>
              </button>
            ))}
            <a href={`/people/${view.residentId}/my-progress`} className={styles.part}>
              <span className={styles.partIcon} aria-hidden="true"><Sprout /></span>
              <span>{words.progress}</span>
            </a>
          </nav>
          <div className={styles.content}>
            {part === 'week' && <Week view={view} onOpen={setSubject} />}
            {part === 'forward' && <Forward view={view} onOpen={setSubject} />}
            {part === 'promises' && <Promises view={view} zone={holder.home.zone} onOpen={setSubject} />}
            {part === 'choose' && <Choose residentId={view.residentId} />}
          </div>
        </>
      )}
      <Helper view={view} holder={holder} isAloud={isAloud} setAloud={setAloud} day={day} setDay={setDay} />
      <DoorSheet view={view} home={holder.home.name} />
    </div>
  );
}

/** What a view says when it opens: enough to know what is next, not all of it. */
function sayPart(view: View, part: Part): string {
  if (part === 'choose') return `${words.choose}. ${words.pick}`;
  if (part === 'promises') return [`${words.promises}.`, ...(view.promises.length === 0 ? [words.nothingPromised] : view.promises.slice(0, 3).map((each) => `${each.words}.`))].join(' ');
  const things = part === 'forward' ? forwardOf(view) : view.things;
  const none = part === 'forward' ? words.nothingForward : words.nothing;
  return [`${part === 'week' ? words.title(view.name) : words.forward}.`, ...(things.length === 0 ? [none] : things.slice(0, 2).map((thing) => sayThing(view, thing)))].join(' ');
}

/** What they said yes to, and what they were promised and is planned. */
function forwardOf(view: View) {
  return view.things.filter(({ said, isOff }) => !isOff && said?.says === 'yes');
}

type Shown = { view: View; onOpen: (subject: Subject) => void };

function Week({ view, onOpen }: Shown) {
  const [next] = view.things;
  const { always, single } = apart(view.things.slice(1));
  if (!next) return <p className={styles.nothing}>{words.nothing}</p>;
  return (
    <>
      <section aria-label={words.next} className={styles.nextUp}>
        <h2 className={styles.day}>{words.next}: {dayName(view.today, next.day)}</h2>
        <ul role="list" className={styles.cards}><Card view={view} thing={next} isBig onOpen={onOpen} /></ul>
      </section>
      {daysOf(single).map(({ day, things }) => (
        <section key={day}>
          <h2 className={styles.day}>{dayName(view.today, day)}</h2>
          <ul role="list" className={styles.cards}>{things.map((thing) => <Card key={thing.key} view={view} thing={thing} onOpen={onOpen} />)}</ul>
        </section>
      ))}
      {always.length > 0 && (
        <section>
          <h2 className={styles.day}>{words.everyDay}</h2>
          <ul role="list" className={styles.cards}>{always.map((thing) => <Card key={thing.key} view={view} thing={thing} onOpen={onOpen} />)}</ul>
        </section>
      )}
    </>
  );
}

function Forward({ view, onOpen }: Shown) {
  const things = forwardOf(view);
  if (things.length === 0) return <p className={styles.nothing}>{words.nothingForward}</p>;
  return <ul role="list" className={styles.cards}>{things.map((thing) => <Card key={thing.key} view={view} thing={thing} isBig withDay onOpen={onOpen} />)}</ul>;
}

function Promises({ view, zone, onOpen }: Shown & { zone: string }) {
  if (view.promises.length === 0) return <p className={styles.nothing}>{words.nothingPromised}</p>;
  return <ul role="list" className={styles.cards}>{view.promises.map((each) => <PromiseCard key={each.id} promised={each} today={view.today} zone={zone} onOpen={onOpen} />)}</ul>;
}

/** To the picture choice, and back here from it. */
function Choose({ residentId }: { residentId: string }) {
  return (
    <>
      <h2 className={styles.day}>{words.pick}</h2>
      <ul role="list" className={styles.cards}>
        {words.points.map(({ point, title, picture }) => (
          <li key={point}>
            <a href={`/people/${residentId}/choose/${point}?from=my-week`} className={classes(styles.card, styles.big)}>
              <Picture name={picture} size="huge" />
              <span className={styles.what}>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
