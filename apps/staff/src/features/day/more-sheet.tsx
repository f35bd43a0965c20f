import { useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { ChoiceMany } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { AddMedia } from '../../media/add-media.tsx';
import { useUpload } from '../../media/use-upload.ts';
import { addMediaDocument, sessionDocument } from './day.graphql.ts';
import type { Draft, RecordedPerson, Recording } from './draft.ts';
import { MediaOf } from './media-of.tsx';
import styles from './record.module.css';
import { words } from './words.ts';

type Props = { recording: Recording; person: RecordedPerson; draft: Draft; onDraft: (draft: Draft) => void; onClose: () => void };

/** Words, a photo with whoever is in it, a voice note, and what was said before. */
export function MoreSheet({ recording, person, draft, onDraft, onClose }: Props) {
  return (
    <Dialog open kind="sheet" title={person.name} onClose={onClose} actions={<Button kind="primary" onClick={onClose}>{words.done}</Button>}>
      <Stack gap={5}>
        <TextArea label={words.note} optional rows={3} value={draft.note} onValue={(note) => onDraft({ ...draft, note })} data-first />
        <AddPicture recording={recording} person={person} />
        <MediaOf media={recording.sessionMedia.filter(({ people }) => people.includes(person.name))} />
        {person.earlier.length > 0 && <History person={person} />}
      </Stack>
    </Dialog>
  );
}

function AddPicture({ recording: { daySession, sessionGroup }, person }: Pick<Props, 'recording' | 'person'>) {
  const { upload, ...uploading } = useUpload(person.residentId);
  const [id, setId] = useState(ownId);
  const [others, setOthers] = useState<string[]>([]);
  const mine = sessionGroup.find(({ residentId }) => residentId === person.residentId);
  const isPhoto = upload.state !== 'none' && upload.kind === 'photo';
  const tell = useTell(addMediaDocument, { refresh: [sessionDocument], onAnswer: ({ addSessionMedia: answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(isPhoto ? words.photoKept : words.voiceKept);
    uploading.clear();
    setOthers([]);
    setId(ownId());
  } });
  const rest = sessionGroup.filter(({ residentId }) => residentId !== person.residentId);
  const noes = others.flatMap((each) => rest.find(({ residentId }) => residentId === each)?.noPhotos ?? []);
  return (
    <Stack gap={3}>
      <AddMedia upload={upload} {...uploading} legend={words.photoOrVoice} noPhotos={mine?.noPhotos ?? null} noRecordings={mine?.noRecordings ?? null} photoCondition={mine?.photoCondition ?? null} />
      {isPhoto && rest.length > 0 && (
        <ChoiceMany legend={words.whoElse} hint={words.whoElseHint} layout="grid" values={others} onValues={setOthers} error={noes.length > 0 ? noes.join(' ') : null}
          options={rest.map((each) => ({ value: each.residentId, label: each.name, ...(each.noPhotos ? { hint: words.noPhotoOf } : each.photoCondition ? { hint: each.photoCondition } : {}) }))} />
      )}
      <RefusedNotice refused={refusalIn(tell.data?.addSessionMedia)} />
      <Failed error={tell.error} />
      {upload.state === 'there' && noes.length === 0 && (
        <div><Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ input: { id, sessionId: daySession.id, mediaId: upload.id, residentIds: [person.residentId, ...others] } })}>{isPhoto ? words.keepPhoto : words.keepVoice}</Button></div>
      )}
    </Stack>
  );
}

/** Corrected entries stay readable, with who said them and when. */
export function History({ person }: { person: Pick<RecordedPerson, 'earlier' | 'said'> }) {
  const { zone } = useMe().home;
  const at = (text: string) => `${sayDay(dayIn(zone, new Date(text)))}, ${clockIn(zone, new Date(text))}`;
  return (
    <section>
      <h3 className={styles.partName}>{words.saidBefore}</h3>
      <ul role="list" className={styles.history}>
        {[...person.earlier.map((each) => ({ ...each, isOld: true })), ...person.said.map((each) => ({ ...each, isOld: false }))].map((each) => (
          <li key={each.id}>
            <p className={each.isOld ? styles.old : undefined}>{[words.levels[each.level], each.mood && words.moods[each.mood], each.engagement && words.engagements[each.engagement], each.help && words.helps[each.help], each.leftEarly && words.leftEarly, each.note].filter(Boolean).join(' · ')}</p>
            <p className={styles.by}>{each.isOld ? words.corrected : words.stands} · {words.saidBy(each.recordedByName, at(each.recordedAt))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
