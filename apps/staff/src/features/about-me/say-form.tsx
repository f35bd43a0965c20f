import { useState } from 'react';
import { STATEMENT_LENGTH } from '@promenade/domain/people/about-me';
import { dayIn } from '@promenade/domain/shared/time';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, DateField, TextArea, TextField } from '@promenade/ui/field';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { sayDocument } from './about-me.graphql.ts';
import type { Heading, Page } from './about-me-page.tsx';
import styles from './about-me.module.css';
import { AddMedia } from '../../media/add-media.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useUpload } from '../../media/use-upload.ts';
import { words } from './words.ts';

const HOWS = ['told us', 'told by family', 'observed'] as const;
type Whose = 'the person' | 'a supporter' | 'staff';
/** How it is most likely known, given whose words they are. */
const LIKELY: Readonly<Record<Whose, (typeof HOWS)[number]>> = { 'the person': 'told us', 'a supporter': 'told by family', 'staff': 'observed' };

/** Says something under a heading, anew or for the first time. */
export function SayForm({ page, heading, onClose }: { page: Page; heading: Heading; onClose: () => void }) {
  const me = useMe();
  const [id] = useState(ownId);
  const { current } = heading;
  const [today] = useState(() => dayIn(me.home.zone, new Date(Date.now())));
  const [text, setText] = useState(current?.text ?? '');
  const [whose, setWhose] = useState<Whose>('the person');
  const [toldHow, setHow] = useState<(typeof HOWS)[number]>('told us');
  const [saidBy, setSaidBy] = useState(me.name);
  const [saidOn, setSaidOn] = useState(today);
  const [onPoster, setOnPoster] = useState(current?.onPoster ?? false);
  const [sensitive, setSensitive] = useState(current?.sensitive ?? false);
  const [alt, setAlt] = useState(current?.alt ?? '');
  const [keeps, setKeeps] = useState(current?.media !== null && current?.media.notShown === null);
  const [problem, setProblem] = useState<string | null>(null);
  const { upload, ...uploading } = useUpload(page.residentId);
  const tell = useTell(sayDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.form.saved);
      onClose();
    },
  });
  const kept = keeps && upload.state === 'none' ? (current?.media ?? null) : null;
  const mediaId = upload.state === 'there' ? upload.id : (kept?.id ?? null);
  const isPhoto = upload.state === 'none' ? kept?.kind === 'photo' : upload.kind === 'photo' && upload.state !== 'failed';
  function save(): void {
    setProblem(upload.state === 'sending' ? words.form.waitForFile : null);
    if (upload.state === 'sending') return;
    tell.mutate({ input: { id, residentId: page.residentId, heading: heading.heading, text: text || null, mediaId, alt: isPhoto ? alt : null, whose, saidBy, toldHow, saidOn: saidOn || null, onPoster: onPoster && !sensitive, sensitive } });
  }
  return (
    <SheetForm title={heading.name} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error} problem={problem}>
      <div className={styles.prompts}>
        <p><strong>{heading.question}</strong></p>
        <p className={styles.soft}>{words.ask}:</p>
        <ul>{heading.prompts.map((prompt) => <li key={prompt}>{prompt}</li>)}</ul>
      </div>
      <TextArea label={words.form.text} hint={words.form.textHint} value={text} onValue={setText} rows={5} maxLength={STATEMENT_LENGTH} optional dir="auto" />
      {kept && <Checkbox label={words.media.keep} checked={keeps} onValue={setKeeps} />}
      {!kept && <AddMedia upload={upload} {...uploading} legend={words.media.legend} noPhotos={page.noPhotos} noRecordings={page.noRecordings} photoCondition={page.photoCondition} />}
      {isPhoto && <TextField label={words.form.alt} hint={words.form.altHint} value={alt} onValue={setAlt} maxLength={200} autoComplete="off" />}
      <Choice legend={words.form.whose} value={whose} onValue={(value) => { setWhose(value); setHow(LIKELY[value]); }} options={[
        { value: 'the person', label: words.form.person(page.name) }, { value: 'a supporter', label: words.form.supporter }, { value: 'staff', label: words.form.staff },
      ]} />
      <Choice legend={words.form.how} value={toldHow} onValue={setHow} options={HOWS.map((value) => ({ value, label: words.form.hows[value] }))} />
      <TextField label={words.form.saidBy} hint={words.form.saidByHint} value={saidBy} onValue={setSaidBy} maxLength={100} autoComplete="off" />
      <DateField label={words.form.saidOn} value={saidOn} onValue={setSaidOn} max={today} optional />
      <Checkbox label={words.form.sensitive} hint={words.form.sensitiveHint} checked={sensitive} onValue={setSensitive} />
      <Checkbox label={words.form.poster} hint={words.form.posterHint} checked={onPoster && !sensitive} disabled={sensitive} onValue={setOnPoster} />
    </SheetForm>
  );
}
