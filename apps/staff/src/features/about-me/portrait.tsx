import { Camera } from 'lucide-react';
import { useState } from 'react';
import { Avatar, portraitOf } from '@promenade/ui/person-chip';
import { Button } from '@promenade/ui/button';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay } from '../../app/me.ts';
import { portraitDocument } from './about-me.graphql.ts';
import type { Page } from './about-me-page.tsx';
import styles from './about-me.module.css';
import { AddMedia } from '../../media/add-media.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useUpload } from '../../media/use-upload.ts';
import { words } from './words.ts';

/** The photo a person goes by; initials while there is none. */
export function Portrait({ page }: { page: Page }) {
  const [isOpen, open] = useState(false);
  const mayWrite = useMay('people.write');
  const { portrait } = page;
  const photo = portraitOf(portrait);
  return (
    <div className={styles.portrait}>
      {photo ? <img src={photo} alt={words.photoOf(page.name)} className={styles.face} /> : <Avatar id={page.residentId} name={page.name} size="large" />}
      {mayWrite && <Button icon={<Camera />} onClick={() => open(true)}>{photo ? words.portrait.change : words.portrait.add}</Button>}
      {isOpen && <PortraitForm page={page} hasPhoto={photo !== null} onClose={() => open(false)} />}
    </div>
  );
}

function PortraitForm({ page, hasPhoto, onClose }: { page: Page; hasPhoto: boolean; onClose: () => void }) {
  const { upload, ...uploading } = useUpload(page.residentId);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useTell(portraitDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(upload.state === 'there' ? words.portrait.saved : words.portrait.removed);
      onClose();
    },
  });
  const choose = (mediaId: string | null) => tell.mutate({ residentId: page.residentId, mediaId });
  function save(): void {
    if (upload.state === 'there') choose(upload.id);
    else setProblem(upload.state === 'sending' ? words.form.waitForFile : words.media.photo);
  }
  return (
    <SheetForm title={words.portrait.title(page.name)} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error} problem={problem}>
      <p>{words.portrait.why}</p>
      <AddMedia upload={upload} {...uploading} legend={words.portrait.legend} noPhotos={page.noPhotos} noRecordings={null} photoCondition={page.photoCondition} isPhotoOnly />
      {hasPhoto && <div><Button onClick={() => choose(null)}>{words.portrait.remove}</Button></div>}
    </SheetForm>
  );
}
