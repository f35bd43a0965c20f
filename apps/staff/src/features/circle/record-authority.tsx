import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Checkbox, DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import type { Circle } from './circle-page.tsx';
import { recordAuthorityDocument } from './circle.graphql.ts';
import { AREAS, POWERS, RIGHTS, words } from './words.ts';

const isHeld = (kind: string) => kind === 'attorney' || kind === 'deputy';

/** Records who decides in one area of life, and that the document was seen. */
export function RecordAuthority({ circle, onClose }: { circle: Circle; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ area: 'sharing', kind: 'the person', supporterId: '', text: '', documentSeen: '', untilDate: '', power: '', actsEarly: false, scope: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(recordAuthorityDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.recorded);
      onClose();
    },
  });
  function save(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { area, kind, supporterId, text, documentSeen, untilDate, power, actsEarly, scope } = draft;
    tell.mutate({ input: { id, residentId: circle.residentId, area, kind, supporterId: supporterId || null, words: text, documentSeen: documentSeen || null, untilDate: untilDate || null, power: power || null, actsEarly, scope: scope || null } });
  }
  return (
    <Dialog open onClose={onClose} title={words.record}>
      <form onSubmit={save} noValidate>
        <Stack>
          <RefusedNotice refused={refusalIn(tell.data?.answer)} />
          <Failed error={tell.error} />
          <Select label={words.area} options={AREAS} value={draft.area} onValue={(area) => change({ area })} />
          <Select label={words.kind} options={RIGHTS} value={draft.kind} onValue={(kind) => change({ kind })} />
          {isHeld(draft.kind) && (
            <>
              <Select
                label={words.holder}
                options={circle.supporters.map((supporter) => ({ value: supporter.id, label: supporter.name }))}
                value={draft.supporterId}
                onValue={(supporterId) => change({ supporterId })}
              />
              <Select label={words.power} hint={words.powerHint} options={POWERS} value={draft.power} onValue={(power) => change({ power })} />
              {draft.kind === 'attorney' && draft.power === 'property and affairs' && <Checkbox label={words.actsEarly} checked={draft.actsEarly} onValue={(actsEarly) => change({ actsEarly })} />}
              {draft.kind === 'deputy' && <TextField label={words.scope} optional maxLength={500} value={draft.scope} onValue={(scope) => change({ scope })} />}
              <TextField label={words.document} hint={words.documentHint} optional maxLength={500} value={draft.documentSeen} onValue={(documentSeen) => change({ documentSeen })} />
            </>
          )}
          <TextArea label={words.wordsOf} hint={words.wordsHint} optional={isHeld(draft.kind)} rows={3} maxLength={2000} value={draft.text} onValue={(text) => change({ text })} />
          <DateField label={words.until} optional value={draft.untilDate} onValue={(untilDate) => change({ untilDate })} />
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
