import { AudioLines, Camera, Mic, Square, Trash2, X } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { MediaKind } from '@promenade/domain/media/media';
import { Button } from '@promenade/ui/button';
import { Notice } from '@promenade/ui/notice';
import { Progress } from '@promenade/ui/progress';
import styles from './media.module.css';
import { useRecording } from './use-recording.ts';
import type { Upload } from './use-upload.ts';
import { words } from './words.ts';

type Props = {
  upload: Upload;
  send: (file: Blob, kind: MediaKind, name: string) => void;
  cancel: () => void;
  clear: () => void;
  legend: string;
  /** Why there can be none, in a sentence; null when there can. */
  noPhotos: string | null;
  noRecordings: string | null;
  photoCondition: string | null;
  /** Only photos are asked for. */
  isPhotoOnly?: boolean;
  /** Only a recording is asked for. */
  isSoundOnly?: boolean;
};

/** Take or choose a photo, record, or choose a recording; then how far it is, and what it is. */
export function AddMedia({ upload, send, cancel, clear, legend, noPhotos, noRecordings, photoCondition, isPhotoOnly, isSoundOnly }: Props) {
  const recording = useRecording((sound, name) => send(sound, 'recording', name));
  const time = recording.seconds === null ? null : words.long(recording.seconds);
  return (
    <fieldset className={styles.media}>
      <legend>{legend}</legend>
      {noPhotos && <p className={styles.soft}>{noPhotos}</p>}
      {noRecordings && noRecordings !== noPhotos && !isPhotoOnly && <p className={styles.soft}>{noRecordings}</p>}
      {photoCondition && <p className={styles.condition}>{words.photoCondition(photoCondition)}</p>}
      {upload.state === 'none' && time === null && (
        <>
          <div className={styles.ways}>
            {!noPhotos && !isSoundOnly && <FileButton icon={<Camera />} accept="image/jpeg,image/png,image/webp" onFile={(file) => send(file, 'photo', file.name)}>{words.media.photo}</FileButton>}
            {!noRecordings && !isPhotoOnly && (
              <>
                <Button icon={<Mic />} onClick={() => void recording.start()}>{words.media.record}</Button>
                <FileButton icon={<AudioLines />} accept="audio/*,.m4a,.webm,.ogg,.opus" onFile={(file) => send(file, 'recording', file.name)}>{words.media.soundFile}</FileButton>
              </>
            )}
          </div>
          {!noPhotos && !isSoundOnly && <p className={styles.soft}>{words.media.photoHint}</p>}
          {recording.problem && <Notice kind="warning" live="now">{recording.problem}</Notice>}
        </>
      )}
      {time !== null && (
        <div className={styles.ways}>
          <p className={styles.live}>{words.media.recording(time)}</p>
          <Button kind="primary" icon={<Square />} onClick={recording.stop}>{words.media.stop}</Button>
        </div>
      )}
      {upload.state !== 'none' && <Chosen upload={upload} cancel={cancel} clear={clear} />}
    </fieldset>
  );
}

function Chosen({ upload, cancel, clear }: { upload: Exclude<Upload, { state: 'none' }>; cancel: () => void; clear: () => void }) {
  return (
    <div className={styles.chosen}>
      {upload.url && upload.state !== 'failed' && (upload.kind === 'photo'
        ? <img src={upload.url} alt={words.media.preview} className={styles.preview} />
        : <audio controls src={upload.url} aria-label={words.media.preview} className={styles.audio} />)}
      {upload.state === 'sending' && (
        <>
          <Progress label={words.media.sending} value={upload.share} of={1} />
          <div><Button icon={<X />} onClick={cancel}>{words.media.cancel}</Button></div>
        </>
      )}
      {upload.state === 'failed' && <Notice kind="warning" live="now" actions={upload.again && <Button onClick={upload.again}>{words.media.again}</Button>}>{upload.message}</Notice>}
      {upload.state === 'there' && <p role="status">{upload.kind === 'photo' ? words.media.photoReady : words.media.soundReady}</p>}
      {upload.state !== 'sending' && <div><Button icon={<Trash2 />} onClick={clear}>{words.media.remove}</Button></div>}
    </div>
  );
}

/** A label that looks like a button: the device's own way to take a photo or choose a file. */
function FileButton({ icon, accept, onFile, children }: { icon: ReactNode; accept: string; onFile: (file: File) => void; children: ReactNode }) {
  const id = useId();
  return (
    <span className={styles.fileButton}>
      <input
        id={id} type="file" accept={accept} className={styles.file}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <label htmlFor={id}><span aria-hidden="true">{icon}</span> {children}</label>
    </span>
  );
}
