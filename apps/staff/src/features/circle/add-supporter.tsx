import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { addSupporterDocument } from './circle.graphql.ts';
import { words } from './words.ts';

/** Puts somebody in the circle. They see nothing until something is shared with them. */
export function AddSupporter({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [who, setWho] = useState({ name: '', relation: '', email: '', phone: '' });
  const tell = useTell(addSupporterDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.added(who.name.trim()));
      onClose();
    },
  });
  const field = (name: keyof typeof who) => ({ label: words[name], value: who[name], onValue: (value: string) => setWho({ ...who, [name]: value }) });
  function save(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    tell.mutate({ input: { id, residentId, ...who } });
  }
  return (
    <Dialog open onClose={onClose} title={words.add}>
      <form onSubmit={save} noValidate>
        <Stack>
          <RefusedNotice refused={refusalIn(tell.data?.answer)} />
          <Failed error={tell.error} />
          <TextField {...field('name')} maxLength={200} autoComplete="off" />
          <TextField {...field('relation')} hint={words.relationHint} maxLength={200} autoComplete="off" />
          <TextField {...field('email')} type="email" optional maxLength={200} autoComplete="off" />
          <TextField {...field('phone')} type="tel" optional maxLength={50} autoComplete="off" />
          <div>
            <Button kind="primary" type="submit" busy={tell.isPending}>
              {words.save}
            </Button>{' '}
            <Button onClick={onClose}>{shared.cancel}</Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
