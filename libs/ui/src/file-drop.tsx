/** A place to put a file: tap to choose, or drop it there. */
import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './file-drop.module.css';
import { words } from './words.ts';

/** `accept` is a list of endings: `['.csv', '.xlsx']`. A file with another ending is refused in words. */
export function FileDrop({
  label,
  hint,
  accept,
  chosen,
  onFile,
}: {
  label: ReactNode;
  hint?: ReactNode;
  accept: readonly string[];
  chosen?: string | null;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);

  function take(file: File | null | undefined): void {
    if (!file) return;
    const fits = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
    setWrong(!fits);
    if (fits) onFile(file);
  }

  return (
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <span className={styles.icon} aria-hidden="true">
        <FileUp />
      </span>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint ?? `${words.fileChoose} ${words.fileDrop}.`}
      </p>
      {chosen && <p className={styles.chosen}>{words.fileChosen(chosen)}</p>}
      <p role="alert" className={styles.wrong}>
        {wrong && words.fileWrong(accept.join(', '))}
      </p>
      <input
        id={id}
        type="file"
        accept={accept.join(',')}
        aria-describedby={`${id}-hint`}
        className={styles.input}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // So that choosing the same, mended file again is noticed.
          event.target.value = '';
        }}
      />
    </div>
  );
}
