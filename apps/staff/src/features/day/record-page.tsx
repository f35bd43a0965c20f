import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { clockIn, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { recordDocument, sessionDocument } from './day.graphql.ts';
import { calledAmong } from './day.ts';
import { type Draft, type RecordedPerson, type Recording, draftOf, entryOf, hasNews, helpOf, isChanged, needIsOpen, settlingOf } from './draft.ts';
import { MediaOf } from './media-of.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { NotRunDialog } from './not-run-dialog.tsx';
import { useSafely } from '../../app/outgoing.ts';
import { PersonRow } from './person-row.tsx';
import { Tray, WhatWasNeeded } from './tray.tsx';
import styles from './record.module.css';
import { words } from './words.ts';

/** A whole group in one go: everyone took part unless somebody says otherwise. */
export function RecordPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(sessionDocument, { id });
  return <Asked of={asked}>{(recording) => <Group key={versionOf(recording)} recording={recording} />}</Asked>;
}

/** What is on the screen belongs to what was recorded when it was opened; when that changes, the screen begins anew. */
function versionOf({ daySession }: Recording): string {
  return daySession.people.flatMap(({ said }) => said.map(({ id }) => id)).join(' ');
}

function Group({ recording }: { recording: Recording }) {
  const { daySession: session, sessionGroup } = recording;
  const { zone } = useMe().home;
  const [, go] = useLocation();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(() => new Map(session.people.map((person) => [person.residentId, draftOf(person)])));
  const [open, setOpen] = useState<string | null>(null);
  const [over, setOver] = useState<'more' | 'not run' | 'needs' | null>(null);
  const called = (person: RecordedPerson) => calledAmong(session.people, person);
  const draftFor = (person: RecordedPerson) => drafts.get(person.residentId) ?? draftOf(person);
  const groupFor = (person: RecordedPerson) => sessionGroup.find(({ residentId }) => residentId === person.residentId);
  const news = session.people.filter((person) => hasNews(person, draftFor(person)));
  const unasked = news.filter((person) => needIsOpen(draftFor(person), groupFor(person)));
  const isCorrecting = session.people.some(({ said }) => said.length > 0);
  const saving = useSafely(recordDocument, ({ recordAttendances }) => refusalIn(recordAttendances), ({ state }) => {
    toast(state === 'sent' ? words.savedToast(news.length) : words.keptToast(news.length));
    go('/');
  });
  const settling = useSafely(recordDocument, ({ recordAttendances }) => refusalIn(recordAttendances), () => toast());
  const change = (person: RecordedPerson, draft: Draft) => setDrafts(new Map(drafts).set(person.residentId, { ...draft, id: ownId() }));
  /** What was asked at the end and not said is said by that very tap: nothing was unmet. */
  const save = () => saving.tell({
    sessionId: session.id,
    // Whoever has only a need or help to add is said again as they stand: an entry that changes nothing, and who said it.
    entries: news.map((person) => entryOf(person, draftFor(person))),
    help: news.flatMap((person) => helpOf(draftFor(person))),
    needs: news.flatMap((person) => {
      const { need, nothingId } = draftFor(person);
      if (need) return [{ id: need.id, residentId: person.residentId, what: need.what, words: need.words.trim() || null }];
      return unasked.includes(person) ? [{ id: nothingId, residentId: person.residentId, what: 'nothing', words: null }] : [];
    }),
  });
  const askAbout = () => {
    setOpen(null);
    setOver('needs');
  };
  const hasBegun = new Date(session.startsAt) <= new Date();
  const opened = session.people.find(({ residentId }) => residentId === open) ?? null;
  const changes = session.people.filter((person) => isChanged(person, draftFor(person))).length;
  const problem = <><Failed error={saving.error} again={save} busy={saving.busy} /><RefusedNotice refused={saving.refused} /></>;
  return (
    <Page title={session.activityName} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={`${sayWhen(zone, new Date(session.startsAt))} – ${clockIn(zone, new Date(session.endsAt))}${session.place ? ` · ${session.place}` : ''}${session.status === 'unplanned' ? ` · ${words.unplanned}` : ''}`}>
      <Stack gap={3}>
        {session.notRun && <Notice kind="warning">{words.wasNotRun(words.reasons[session.notRun.reason ?? 'other'] ?? '', session.notRun.answers)}</Notice>}
        {!hasBegun && <Notice>{words.notYet(clockIn(zone, new Date(session.startsAt)))}</Notice>}
        {session.people.length === 0 ? <Notice>{words.nobodyIn}</Notice> : hasBegun && !isCorrecting && <p className={styles.lead}>{words.recordLead}</p>}
        <Failed error={settling.error} />
        <RefusedNotice refused={settling.refused} />
        <div className={styles.room}><ol role="list" className={styles.group}>
          {session.people.map((person) => (
            <PersonRow key={person.residentId} name={called(person)} person={person} group={groupFor(person)} draft={draftFor(person)} isOpen={open === person.residentId} disabled={!hasBegun}
              onOpen={() => setOpen(open === person.residentId ? null : person.residentId)}
              onLevel={(level) => { change(person, { ...draftFor(person), level }); setOpen(person.residentId); }}
              onRight={(right) => settling.tell({ sessionId: session.id, entries: settlingOf(person, right), help: [], needs: [] })} />
          ))}
        </ol></div>
        <MediaOf media={recording.sessionMedia} />
        {problem}
      </Stack>
      <div className={styles.foot}>
        {opened && hasBegun && (
          <Tray key={opened.residentId} name={called(opened)} person={opened} group={groupFor(opened)} draft={draftFor(opened)} onDraft={(draft) => change(opened, draft)} onMore={() => setOver('more')} onClose={() => setOpen(null)} />
        )}
        <div className={styles.footLine}>
          {session.status !== 'unplanned' && <Button kind="plain" onClick={() => setOver('not run')}>{words.notRun}</Button>}
          {news.length > 0 && hasBegun ? (
            <Button kind="primary" busy={saving.busy} onClick={() => (unasked.length > 0 ? askAbout() : save())}>{isCorrecting ? words.saveChanges(Math.max(changes, 1)) : words.save(news.length)}</Button>
          ) : session.people.length > 0 && hasBegun && <span className={styles.by}>{words.nothingToSave}</span>}
        </div>
      </div>
      {over === 'not run' && <NotRunDialog sessionId={session.id} onClose={() => setOver(null)} />}
      {over === 'more' && opened && <MoreSheet recording={recording} person={opened} draft={draftFor(opened)} onDraft={(draft) => change(opened, draft)} onClose={() => setOver(null)} />}
      {over === 'needs' && (
        <Dialog open kind="sheet" title={words.beforeSaving} onClose={() => setOver(null)}
          actions={<Button kind="primary" data-first busy={saving.busy} onClick={save}>{unasked.length > 0 ? words.saveUnsaid : words.saveNow}</Button>}>
          <Stack gap={5}>
            <p>{words.beforeSavingLead}</p>
            {session.people.filter((person) => news.includes(person) && (needIsOpen(draftFor(person), groupFor(person)) || draftFor(person).need !== null)).map((person) => (
              <WhatWasNeeded key={person.residentId} name={called(person)} draft={draftFor(person)} answered={null} onDraft={(draft) => change(person, draft)} />
            ))}
            {problem}
          </Stack>
        </Dialog>
      )}
    </Page>
  );
}
