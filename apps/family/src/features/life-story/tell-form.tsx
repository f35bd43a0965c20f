import type { ResultOf } from 'gql.tada';
import { Camera } from 'lucide-react';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { TextArea, TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { RequestError, refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import styles from '../../common/lines.module.css';
import type { Memory } from './life-story-page.tsx';
import { type lifeStoryDocument, tellDocument } from './life-story.graphql.ts';
import own from './life-story.module.css';
import { sendPhoto } from './send-photo.ts';
import { words } from './words.ts';

type Story = ResultOf<typeof lifeStoryDocument>['familyLifeStory'];

/** A memory in one's own words, and perhaps a photo; or one of one's own put right. */
export function TellForm({ story, memory, onDone }: { story: Story; memory: Memory | null; onDone: (() => void) | null }) {
  const [ids] = useState(() => ({ memory: ownId(), photo: ownId() }));
  const [draft, setDraft] = useState({ words: memory?.words ?? '', whenWords: memory?.whenWords ?? '' });
  const [photo, setPhoto] = useState<File | null>(null);
  const [sending, setSending] = useState<{ busy: boolean; error: RequestError | null }>({ busy: false, error: null });
  const tell = useTell(tellDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.saved);
      onDone?.();
    },
  });

  async function send(): Promise<void> {
    setSending({ busy: true, error: null });
    try {
      // The photo first: the memory says which one is its own.
      if (photo) await sendPhoto(ids.photo, story.personId, photo);
      setSending({ busy: false, error: null });
      tell.mutate({ input: { id: ids.memory, residentId: story.personId, memoryId: memory?.id ?? null, words: draft.words, whenWords: draft.whenWords || null, mediaId: photo ? ids.photo : (memory?.photoId ?? null) } });
    } catch (error) {
      setSending({ busy: false, error: error instanceof RequestError ? error : new RequestError('BROKEN', shared.broken) });
    }
  }
  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void send();
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextArea label={words.label} hint={words.labelHint} rows={4} maxLength={1000} value={draft.words} onValue={(text) => setDraft({ ...draft, words: text })} />
      <TextField label={words.when} hint={words.whenHint} optional maxLength={200} value={draft.whenWords} onValue={(whenWords) => setDraft({ ...draft, whenWords })} />
      {story.takesPhotos ? <PhotoField photo={photo} onPhoto={setPhoto} /> : <p className={styles.soft}>{words.noPhotos(story.person)}</p>}
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={sending.error ?? tell.error} />
      <div className={styles.actions}>
        {onDone && <Button onClick={onDone}>{shared.cancel}</Button>}
        <Button kind="primary" type="submit" busy={sending.busy || tell.isPending}>{words.save}</Button>
      </div>
    </form>
  );
}

/** The device's own way to choose or take a photo, behind a label that looks like a button. */
function PhotoField({ photo, onPhoto }: { photo: File | null; onPhoto: (photo: File | null) => void }) {
  const id = useId();
  return (
    <div className={styles.form}>
      {photo ? (
        <>
          <p role="status">{words.photoReady(photo.name)}</p>
          <div><Button onClick={() => onPhoto(null)}>{words.noPhoto}</Button></div>
        </>
      ) : (
        <>
          <span className={own.file}>
            <input id={id} type="file" accept="image/jpeg,image/png,image/webp" aria-describedby={`${id}-hint`} onChange={(event) => onPhoto(event.target.files?.[0] ?? null)} />
            <label htmlFor={id}><Camera aria-hidden="true" /> {words.choosePhoto} <span className={own.optional}>({shared.optional})</span></label>
          </span>
          <p id={`${id}-hint`} className={styles.soft}>{words.photoHint}</p>
        </>
      )}
    </div>
  );
}
