import { useEffect, useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { AddMedia } from '../../media/add-media.tsx';
import { useUpload } from '../../media/use-upload.ts';
import { asOptions, usePeople } from './people.ts';
import { catchWishDocument, mayRecordDocument } from './wishes.graphql.ts';
import { words } from './words.ts';

type Voice = { state: 'none' | 'sending' } | { state: 'there'; id: string };

/** A wish, caught wherever one is: who, what, and who said it. `about` is whose page is open. */
export function WishSheet({ about, onClose }: { about: string | null; onClose: () => void }) {
  const people = usePeople();
  const [id] = useState(ownId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [whose, setWhose] = useState<'them' | 'somebody'>('them');
  const [raisedBy, setRaisedBy] = useState('');
  const [voice, setVoice] = useState<Voice>({ state: 'none' });
  const [mustWait, setMustWait] = useState(false);
  const residentId = chosen ?? (people.some((person) => person.id === about) ? about : null) ?? '';
  const tell = useTell(catchWishDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      onClose();
      toast(words.saved);
    },
  });
  function save(): void {
    setMustWait(voice.state === 'sending');
    if (voice.state === 'sending' || residentId === '') return;
    tell.mutate({ input: { id, residentId, words: text, raisedBy: whose === 'somebody' ? raisedBy || null : null, mediaId: voice.state === 'there' ? voice.id : null } });
  }
  return (
    <FormSheet title={words.title} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{words.lead}</p>
      <Select label={words.who} value={residentId} onValue={(next) => { setChosen(next); setVoice({ state: 'none' }); }} options={asOptions(people)} />
      <TextArea label={words.what} hint={words.whatHint} rows={3} value={text} onValue={setText} dir="auto" />
      {residentId !== '' && <VoiceNote key={residentId} residentId={residentId} onVoice={setVoice} />}
      <Choice legend={words.whoSaid} value={whose} onValue={setWhose} options={[{ value: 'them', label: words.theySaid }, { value: 'somebody', label: words.somebodySaid }]} />
      {whose === 'somebody' && <TextField label={words.name} hint={words.whoSaidHint} value={raisedBy} onValue={setRaisedBy} autoComplete="off" />}
      {mustWait && voice.state === 'sending' && <Notice kind="warning" live="now">{words.waitForFile}</Notice>}
      <p><a href="/promises/wishes/meeting" onClick={onClose}>{words.atMeeting}</a></p>
    </FormSheet>
  );
}

/** The wish as they say it, where they have agreed to be recorded. */
function VoiceNote({ residentId, onVoice }: { residentId: string; onVoice: (voice: Voice) => void }) {
  const may = useAsk(mayRecordDocument, { residentId });
  const { upload, ...uploading } = useUpload(residentId);
  const [state, there] = [upload.state, upload.state === 'there' ? upload.id : null];
  useEffect(() => {
    onVoice(there !== null ? { state: 'there', id: there } : { state: state === 'sending' ? 'sending' : 'none' });
  }, [state, there, onVoice]);
  if (!may.data) return null;
  return <AddMedia upload={upload} {...uploading} legend={words.voice} noPhotos={null} noRecordings={may.data.aboutMe.noRecordings} photoCondition={null} isSoundOnly />;
}
