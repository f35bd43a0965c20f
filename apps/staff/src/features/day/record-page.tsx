import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { clockIn, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { recordDocument, sessionDocument } from './day.graphql.ts';
import type { RecordedPerson, RecordedSession } from './day.ts';
import { NotRunDialog } from './not-run-dialog.tsx';
import { type Draft, PersonLine, draftOf, isChanged } from './person-line.tsx';
import styles from './day.module.css';
import { words } from './words.ts';

/** A whole group in one go: everyone took part unless somebody says otherwise. */
export function RecordPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(sessionDocument, { id });
  return <Asked of={asked}>{({ daySession }) => <Recording key={versionOf(daySession)} session={daySession} />}</Asked>;
}

/** What is on the screen belongs to what was recorded when it was opened; when that changes, the screen begins anew. */
function versionOf(session: RecordedSession): string {
  return session.people.flatMap(({ said }) => said.map(({ id }) => id)).join(' ');
}

function Recording({ session }: { session: RecordedSession }) {
  const { zone } = useMe().home;
  const [, go] = useLocation();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(() => new Map(session.people.map((person) => [person.residentId, draftOf(person)])));
  const [isOff, setOff] = useState(false);
  const toSave = session.people.filter((person) => isChanged(person, drafts.get(person.residentId)));
  const isCorrecting = session.people.some(({ said }) => said.length > 0);
  const tell = useTell(recordDocument, { onAnswer: ({ recordAttendances: answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.savedToast(toSave.length));
    go('/');
  } });
  const settle = useTell(recordDocument);
  const save = () => tell.mutate({ sessionId: session.id, entries: toSave.flatMap((person) => entryOf(person, drafts.get(person.residentId))) });
  const hasBegun = new Date(session.startsAt) <= new Date();
  const change = (person: RecordedPerson, draft: Draft) => setDrafts(new Map(drafts).set(person.residentId, { ...draft, id: ownId() }));
  return (
    <Page narrow title={session.activityName} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={`${sayWhen(zone, new Date(session.startsAt))} – ${clockIn(zone, new Date(session.endsAt))}${session.place ? ` · ${session.place}` : ''}`}>
      <Stack gap={4}>
        {session.notRun && <Notice kind="warning">{words.wasNotRun(words.reasons[session.notRun.reason ?? 'other'] ?? '', session.notRun.answers)}</Notice>}
        {!hasBegun && <Notice>{words.notYet(clockIn(zone, new Date(session.startsAt)))}</Notice>}
        {session.people.length === 0 ? <Notice>{words.nobodyIn}</Notice> : hasBegun && <p>{words.recordLead}</p>}
        <Failed error={settle.error} />
        <RefusedNotice refused={refusalIn(settle.data?.recordAttendances)} />
        <ol role="list" className={styles.group}>
          {session.people.map((person) => (
            <PersonLine key={person.residentId} person={person} draft={drafts.get(person.residentId) ?? draftOf(person)} onDraft={(draft) => change(person, draft)}
              onRight={(right) => settle.mutate({ sessionId: session.id, entries: settlingOf(person, right) })} />
          ))}
        </ol>
        <Failed error={tell.error} again={save} busy={tell.isPending} />
        <RefusedNotice refused={refusalIn(tell.data?.recordAttendances)} />
      </Stack>
      <div className={styles.foot}>
        <Button kind="plain" onClick={() => setOff(true)}>{words.notRun}</Button>
        {toSave.length > 0 ? (
          <Button kind="primary" busy={tell.isPending} onClick={save}>{isCorrecting ? words.saveChanges(toSave.length) : words.save(toSave.length)}</Button>
        ) : session.people.length > 0 && <span className={styles.soft}>{words.nothingToSave}</span>}
      </div>
      {isOff && <NotRunDialog sessionId={session.id} onClose={() => setOff(false)} />}
    </Page>
  );
}

function entryOf(person: RecordedPerson, draft: Draft | undefined) {
  if (!draft) return [];
  const { id, level, mood, engagement, leftEarly, note } = draft;
  return [{ id, residentId: person.residentId, level, mood, engagement, leftEarly, note: note.trim() || null, correctsId: person.said.at(-1)?.id ?? null }];
}

/** The entries that were not right are corrected to say what the right one says. */
function settlingOf(person: RecordedPerson, right: RecordedPerson['said'][number]) {
  const wrong = person.said.find(({ level, leftEarly }) => level !== right.level || leftEarly !== right.leftEarly);
  if (!wrong) return [];
  const { level, mood, engagement, leftEarly, note } = right;
  return [{ id: ownId(), residentId: person.residentId, level, mood, engagement, leftEarly, note, correctsId: wrong.id }];
}
