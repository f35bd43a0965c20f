import { Download } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, LinkButton } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { FileDrop } from '@promenade/ui/file-drop';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Spinner } from '@promenade/ui/progress';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import type { Page } from './about-me-page.tsx';
import styles from './about-me.module.css';
import { sendFile } from '../../media/sending.ts';
import { words } from './words.ts';

type Change = keyof typeof words.travel.changes;
type Preview = { seen: string; newEntries: number; notes: string[]; headings: { heading: string; name: string; change: Change; before: string | null; after: string | null }[] };
type Looked = { state: 'none' } | { state: 'busy' } | { state: 'seen'; file: File; preview: Preview } | { state: 'refused'; message: string };

/** Out of the home as a file of the standard, or into it after a look at what would change. */
export function Travel({ page, onClose }: { page: Page; onClose: () => void }) {
  const cache = useQueryClient();
  const mayWrite = useMay('people.write');
  const [looked, setLooked] = useState<Looked>({ state: 'none' });
  const at = `/api/people/${page.residentId}/about-me`;
  const refuse = (error: unknown) => setLooked({ state: 'refused', message: error instanceof Error ? error.message : shared.broken });
  function look(file: File): void {
    setLooked({ state: 'busy' });
    sendFile<Preview>(`${at}/preview`, file).then((preview) => setLooked({ state: 'seen', file, preview })).catch(refuse);
  }
  function take({ file, preview }: Extract<Looked, { state: 'seen' }>): void {
    setLooked({ state: 'busy' });
    sendFile(`${at}/import?seen=${preview.seen}`, file).then(async () => {
      await cache.invalidateQueries();
      toast(words.travel.taken);
      onClose();
    }).catch(refuse);
  }
  return (
    <Dialog open kind="sheet" onClose={onClose} title={words.travel.title}>
      <Stack gap={5}>
        <p>{words.travel.lead}</p>
        <div>
          <LinkButton href={at} download icon={<Download aria-hidden="true" />}>{words.travel.export}</LinkButton>
          <p className={styles.soft}>{words.travel.exportHint}</p>
        </div>
        {mayWrite && <FileDrop label={words.travel.choose} hint={words.travel.importHint} accept={['.json']} onFile={look} />}
        {looked.state === 'busy' && <Spinner>{words.travel.reading}</Spinner>}
        {looked.state === 'refused' && <Notice kind="refused" live="now" title={shared.refused}>{looked.message}</Notice>}
        {looked.state === 'seen' && <Changes preview={looked.preview} onTake={() => take(looked)} />}
      </Stack>
    </Dialog>
  );
}

function Changes({ preview, onTake }: { preview: Preview; onTake: () => void }) {
  const shown = preview.headings.filter(({ change }) => change !== 'nothing');
  return (
    <section className={styles.changes} aria-label={words.travel.willChange}>
      <h3>{words.travel.willChange}</h3>
      <p role="status">{preview.newEntries === 0 ? words.travel.nothing : words.travel.entries(preview.newEntries)}</p>
      <ul role="list">
        {shown.map(({ heading, name, change, before, after }) => (
          <li key={heading} className={styles.change}>
            <strong>{name}</strong> <span className={styles.soft}>{words.travel.changes[change]}</span>
            {before && change !== 'same' && change !== 'kept' && <p className={styles.soft}>{words.travel.before}: {before}</p>}
            {after && change !== 'same' && change !== 'kept' && <p>{words.travel.after}: {after}</p>}
          </li>
        ))}
      </ul>
      {preview.notes.length > 0 && <Notice kind="warning" reasons={preview.notes} />}
      {preview.newEntries > 0 && <div><Button kind="primary" onClick={onTake}>{words.travel.take}</Button></div>}
    </section>
  );
}
