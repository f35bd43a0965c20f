import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { useTell } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { type Answer, type EntryPage, Lines } from './activity-page.tsx';
import { kitDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { words } from './words.ts';

/** Place, hands and kit; whoever finds something gone says so here. */
export function Need({ libraryEntry: page, rooms, venues, mayWrite }: Answer & { mayWrite: boolean }) {
  const tell = useTell(kitDocument);
  const ours = rooms.filter(({ id }) => page.roomIds.includes(id)).map(({ name }) => name).join(', ');
  const venue = venues.find(({ id }) => id === page.venueId);
  return (
    <Card title={words.need}>
      <Lines of={[
        [words.where, page.placeWords], [words.rooms, ours], [words.hands, page.staffWords], [words.skills, page.skillsNeeded.map(({ skill }) => skill).join(', ')],
        [venue?.name ?? '', [venue?.address, venue?.phone].filter(Boolean).join(' · ')],
      ]} />
      {page.kit.length > 0 && <h3>{words.kit}</h3>}
      <ul role="list" className={styles.kit}>
        {page.kit.map(({ item, missingSaidBy }) => (
          <li key={item}>
            <span>{item} {missingSaidBy && <Badge tone="owed">{words.missingBy(missingSaidBy)}</Badge>}</span>
            {mayWrite && (
              <Button kind="plain" aria-label={missingSaidBy ? words.sayHere(item) : words.sayMissing(item)} busy={tell.isPending && tell.variables.item === item}
                onClick={() => tell.mutate({ id: crypto.randomUUID(), item, missing: !missingSaidBy })}>
                {missingSaidBy ? words.hereAgain : words.isMissing}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Failed error={tell.error} />
    </Card>
  );
}

export function Love({ people }: { people: EntryPage['mightLove'] }) {
  return (
    <Card title={words.love}>
      {people.length === 0 ? <p>{words.loveNone}</p> : (
        <ul role="list" className={styles.people}>
          {people.map(({ residentId, name, line, drawbacks, how }) => (
            <li key={residentId}>
              <a href={`/people/${residentId}`}>{name}</a> <span>{line}</span>
              {how && <p><span className={styles.soft}>{words.joins}</span> {how}</p>}
              {drawbacks.map((drawback) => <p key={drawback} className={styles.drawback}>{drawback}</p>)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** How it went, in words that fit how often; a style nobody tried it with is left out. */
export function Here({ page: { entry, wentByStyle } }: { page: EntryPage }) {
  const tried = wentByStyle.filter(({ words: said }) => said !== 'Not tried here yet.');
  return (
    <Card title={words.here}>
      <p>{entry.went}</p>
      {tried.length > 0 && <Lines of={tried.map(({ style, words: said }) => [words.styles[style] ?? style, said])} />}
    </Card>
  );
}

export function Notes({ notes, onAdd }: { notes: EntryPage['notes']; onAdd: (() => void) | null }) {
  const { zone } = useMe().home;
  const day = (at: string) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: zone }).format(new Date(at));
  return (
    <Card title={words.notes}>
      {notes.length === 0 && <p>{words.noNotes}</p>}
      {(['worked', 'change'] as const).map((kind) => {
        const these = notes.filter((note) => note.kind === kind);
        return these.length > 0 && (
          <div key={kind}>
            <h3>{words[kind]}</h3>
            <ul role="list" className={styles.notes}>
              {these.map((note) => (
                <li key={note.id}>
                  {note.words}
                  <span className={styles.soft}>{[note.style ? words.styles[note.style] : '', note.recordedByName, day(note.recordedAt)].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {onAdd && <Button icon={<MessageSquarePlus aria-hidden="true" />} onClick={onAdd}>{words.addNote}</Button>}
    </Card>
  );
}

export function Versions({ versions, onRetire }: { versions: EntryPage['versions']; onRetire: (() => void) | null }) {
  const { zone } = useMe().home;
  const [open, setOpen] = useState(false);
  if (versions.length === 0) return null;
  const shown = open ? versions : versions.slice(0, 1);
  const day = (at: string) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(at));
  return (
    <Card title={words.history}>
      <ul role="list" className={styles.notes}>
        {shown.map(({ number, kind, why, recordedByName, recordedAt }) => (
          <li key={number}>
            {number}. {words.versionKinds[kind] ?? kind} {why && <>: {why}</>}
            <span className={styles.soft}>{recordedByName} · {day(recordedAt)}</span>
          </li>
        ))}
      </ul>
      {versions.length > shown.length && <Button kind="plain" onClick={() => setOpen(true)}>{`All ${versions.length}`}</Button>}{' '}
      {onRetire && <Button kind="plain" onClick={onRetire}>{words.retire}</Button>}
    </Card>
  );
}
