import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { EntryPage } from './activity-page.tsx';
import { type Draft, EMPTY, type Saved, draftOf, draftOfPage, inputOf } from './entry-form.ts';
import { EntryFields, type Places } from './entry-fields.tsx';
import { discardDocument, draftsDocument, entryDocument, roomsAndVenuesDocument, saveDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { words } from './words.ts';

/** Writes an entry of the home's own, from nothing or from a draft. */
export function NewEntryPage() {
  const [params] = useSearchParams();
  const draftId = params.get('draft');
  const [drafts, places] = [useAsk(draftsDocument, {}), useAsk(roomsAndVenuesDocument, {})];
  return (
    <Asked of={drafts}>
      {({ entryDrafts }) => (
        <Asked of={places}>
          {(there) => {
            const kept = entryDrafts.find(({ id }) => id === draftId);
            return <EntryForm key={kept?.id ?? 'new'} draftId={kept?.id ?? null} begun={kept ? draftOf(JSON.parse(kept.content) as Saved) : EMPTY} page={null} places={there} />;
          }}
        </Asked>
      )}
    </Asked>
  );
}

/** Changes an entry the home uses: the version before stays readable. */
export function ChangeEntryPage() {
  const { id } = useParams<{ id: string }>();
  const [params] = useSearchParams();
  const draftId = params.get('draft');
  const [asked, drafts] = [useAsk(entryDocument, { ref: id }), useAsk(draftsDocument, {})];
  return (
    <Asked of={asked}>
      {({ libraryEntry, rooms, venues }) => (
        <Asked of={drafts}>
          {({ entryDrafts }) => {
            const kept = entryDrafts.find((each) => each.id === draftId && each.activityId === libraryEntry.entry.activityId);
            return <EntryForm draftId={kept?.id ?? null} begun={kept ? draftOf(JSON.parse(kept.content) as Saved) : draftOfPage(libraryEntry)} page={libraryEntry} places={{ rooms, venues }} />;
          }}
        </Asked>
      )}
    </Asked>
  );
}

function EntryForm({ draftId, begun, page, places }: { draftId: string | null; begun: Draft; page: EntryPage | null; places: Places }) {
  const [id] = useState(() => draftId ?? crypto.randomUUID());
  const [draft, setDraft] = useState(begun);
  const [, go] = useLocation();
  const activityId = page?.entry.activityId ?? null;
  const back = page ? `/library/${page.entry.ref}` : '/library';
  const tell = useTell(saveDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(answer.draft ? words.form.kept : words.form.saved);
    go(answer.draft ? '/library' : `/library/${answer.ref}`);
  } });
  const discard = useTell(discardDocument, { onAnswer: () => {
    toast(words.form.discarded);
    go('/library');
  } });
  const send = (isDraft: boolean) => tell.mutate({ input: inputOf(draft, { id, activityId, hours: page?.hours ?? [], isDraft }) });
  return (
    <Page narrow title={page ? words.form.changeTitle(page.entry.name) : words.form.newTitle} lead={words.form.lead} kicker={<a href={back}><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <form noValidate onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}>
        <Stack gap={5}>
          <EntryFields draft={draft} places={places} isChange={page !== null} onDraft={(more) => setDraft((before) => ({ ...before, ...more }))} />
          <Card>
            <div className={styles.answer}>
              <RefusedNotice refused={refusalIn(tell.data?.answer)} />
              <Failed error={tell.error ?? discard.error} />
            </div>
            <Row gap={3}>
              <Button kind="primary" type="submit" busy={tell.isPending && !tell.variables.input.draft}>{page ? words.form.saveChange : words.form.save}</Button>
              <Button onClick={() => send(true)} busy={tell.isPending && tell.variables.input.draft}>{words.form.saveDraft}</Button>
              {draftId && <Button kind="plain" busy={discard.isPending} onClick={() => discard.mutate({ id: draftId })}>{words.form.discard}</Button>}
            </Row>
          </Card>
        </Stack>
      </form>
    </Page>
  );
}
