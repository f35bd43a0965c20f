import { ArrowLeft, Check, NotebookPen, Printer, Send } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { clockIn, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay, useMe } from '../../app/me.ts';
import { type Handover, type Handovers, type OwnNote, giveDocument, handoverDocument, handoversDocument, readDocument } from './handover.graphql.ts';
import styles from './handover.module.css';
import { Lines } from './lines.tsx';
import { NoteForm, type Person } from './note-form.tsx';
import { words } from './words.ts';

/** What the next shift must know. */
export function HandoverPage() {
  const asked = useAsk(handoversDocument, {});
  return (
    <Asked of={asked}>
      {({ handovers, residents }) => <Now handovers={handovers} people={residents.filter(({ status }) => status !== 'died' && status !== 'moved out').map(({ id, preferredName, familyName }) => ({ id, name: `${preferredName} ${familyName}` }))} />}
    </Asked>
  );
}

function Now({ handovers, people }: { handovers: Handovers; people: readonly Person[] }) {
  const { zone } = useMe().home;
  const mayWrite = useMay('handover.write');
  const [noting, setNoting] = useState<OwnNote | 'new' | null>(null);
  const { current, since } = handovers;
  const give = useTell(giveDocument, { refresh: [handoversDocument], onAnswer: ({ giveHandover: answer }) => { if (answer.__typename !== 'Refused') toast(words.gave); } });
  const isOpen = current.id === null;
  return (
    <Page narrow title={words.title} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={<>{isOpen ? words.so(sayWhen(zone, new Date(current.from))) : words.fromTo(sayWhen(zone, new Date(current.from)), clockIn(zone, new Date(current.until)))} {words.shift(clockIn(zone, new Date(handovers.shiftEndsAt)))}</>}
      actions={<>{mayWrite && <Button icon={<NotebookPen />} onClick={() => setNoting('new')}>{words.add}</Button>}<Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button></>}>
      <Stack gap={5}>
        {current.lines.length === 0 ? <EmptyState title={words.nothing}>{words.nothingWhat}</EmptyState> : <Lines lines={current.lines} />}
        <Tick handover={current} />
        <RefusedNotice refused={refusalIn(give.data?.giveHandover)} />
        <Failed error={give.error} />
        {mayWrite && isOpen && <p data-print="no"><Button icon={<Send />} busy={give.isPending} onClick={() => give.mutate({ id: ownId() })}>{words.give}</Button></p>}
        <p className={styles.printed}>{words.printed(sayWhen(zone, new Date()))}</p>
        <div data-print="no" className={styles.after}>
          {since && since.lines.length > 0 && <section className={styles.since}><h2>{words.since}</h2><p className={styles.by}>{words.sinceWhat}</p><Lines lines={since.lines} /></section>}
          {handovers.mine.length > 0 && <Mine notes={handovers.mine} onChange={setNoting} />}
          <Past past={handovers.past} />
        </div>
      </Stack>
      {noting && <NoteForm note={noting === 'new' ? null : noting} people={people} onClose={() => setNoting(null)} />}
    </Page>
  );
}

/** Who has read it and when, and the tick of whoever looks. */
function Tick({ handover }: { handover: Handover }) {
  const { zone } = useMe().home;
  const mayWrite = useMay('handover.write');
  const tell = useTell(readDocument, { refresh: [handoversDocument, handoverDocument], onAnswer: () => toast(words.thanks) });
  return (
    <section className={styles.tick} aria-label={words.readers}>
      {handover.keptByName && <p className={styles.by}>{words.given(handover.keptByName, sayWhen(zone, new Date(handover.until)))}</p>}
      {handover.readings.length > 0 && <p>{words.readBy(handover.readings.map(({ name, at }) => `${name} (${clockIn(zone, new Date(at))})`))}</p>}
      {handover.id !== null && handover.readings.length === 0 && <p className={styles.by}>{words.nobodyRead}</p>}
      <Failed error={tell.error} />
      <div data-print="no">
        {handover.readByMe ? <Notice kind="good">{words.readIt}</Notice> : mayWrite && <Button kind="primary" icon={<Check />} busy={tell.isPending} onClick={() => tell.mutate({ input: { id: ownId(), handoverId: handover.id } })}>{words.read}</Button>}
      </div>
    </section>
  );
}

function Mine({ notes, onChange }: { notes: readonly OwnNote[]; onChange: (note: OwnNote) => void }) {
  return (
    <section className={styles.part}>
      <h2>{words.mine}</h2>
      <ul role="list">{notes.map((note) => (
        <li key={note.id} id={`note-${note.id}`} className={styles.own}><span>{note.name && <strong>{note.name}: </strong>}{note.words}</span><Button aria-label={words.changeFor(note.words)} onClick={() => onChange(note)}>{words.change}</Button></li>
      ))}</ul>
    </section>
  );
}

function Past({ past }: { past: Handovers['past'] }) {
  const { zone } = useMe().home;
  return (
    <details className={styles.past}>
      <summary>{words.past}</summary>
      {past.length === 0 && <p>{words.noPast}</p>}
      <ul role="list">{past.map(({ id, until, keptByName, readBy }) => (
        <li key={id}><a href={`/handover/${id}`}>{sayWhen(zone, new Date(until))}</a> <span className={styles.by}>{readBy.length === 0 ? keptByName : words.readBy(readBy)}</span></li>
      ))}</ul>
    </details>
  );
}

/** One that was given, as it was when it was read. */
export function PastHandoverPage() {
  const { id } = useParams<{ id: string }>();
  const { zone } = useMe().home;
  const asked = useAsk(handoverDocument, { id });
  return (
    <Asked of={asked}>
      {({ handover }) => (
        <Page narrow title={words.title} kicker={<a href="/handover"><ArrowLeft aria-hidden="true" size="1em" /> {words.backToNow}</a>} lead={words.fromTo(sayWhen(zone, new Date(handover.from)), sayWhen(zone, new Date(handover.until)))}
          actions={<Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}>
          <Stack gap={5}>
            {handover.lines.length === 0 ? <EmptyState title={words.nothing} /> : <Lines lines={handover.lines} />}
            <Tick handover={handover} />
          </Stack>
        </Page>
      )}
    </Asked>
  );
}
