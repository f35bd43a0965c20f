import { useState } from 'react';
import { SUPPORTED_BY_LENGTH, saySupported } from '@promenade/domain/people/about-me';
import { Checkbox, TextField } from '@promenade/ui/field';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { supportDocument } from './about-me.graphql.ts';
import type { Page } from './about-me-page.tsx';
import styles from './about-me.module.css';
import { SheetForm } from './sheet-form.tsx';
import { words } from './words.ts';

/** "Supported to write this by": one short text, put together from four. */
export function SupportForm({ page, onClose }: { page: Page; onClose: () => void }) {
  const [id] = useState(ownId);
  const [who, setWho] = useState({ name: '', relation: '', contact: '', how: '' });
  const [tookPart, setTookPart] = useState(page.tookPart ?? true);
  const tell = useTell(supportDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.support.saved);
      onClose();
    },
  });
  const field = (name: keyof typeof who) => ({ label: words.support[name], value: who[name], onValue: (value: string) => setWho({ ...who, [name]: value }), maxLength: SUPPORTED_BY_LENGTH, autoComplete: 'off' });
  const left = SUPPORTED_BY_LENGTH - (saySupported(who)?.length ?? 0);
  return (
    <SheetForm title={words.support.title} onClose={onClose} onSave={() => tell.mutate({ input: { id, residentId: page.residentId, tookPart, ...who } })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{words.support.lead}</p>
      <TextField {...field('name')} />
      <TextField {...field('relation')} optional />
      <TextField {...field('contact')} optional />
      <Checkbox label={words.support.tookPart} checked={tookPart} onValue={setTookPart} />
      <TextField {...field('how')} hint={words.support.howHint} optional={tookPart} />
      <p className={styles.soft} role="status">{words.support.left(left)}</p>
    </SheetForm>
  );
}
