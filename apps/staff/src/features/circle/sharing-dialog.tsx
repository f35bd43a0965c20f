import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import type { Circle, Kind, Supporter } from './circle-page.tsx';
import { giveDocument, withdrawDocument } from './circle.graphql.ts';
import styles from './circle.module.css';
import { deciders, words } from './words.ts';

/** Asks once more before something is shared or no longer shared, and says what will happen. */
export function SharingDialog({ circle, supporter, kind, onClose }: { circle: Circle; supporter: Supporter; kind: Kind; onClose: () => void }) {
  const [by, setBy] = useState('the person');
  const [text, setText] = useState('');
  const onAnswer = ({ answer }: { answer: { __typename: string } }) => {
    if (answer.__typename === 'Refused') return;
    toast(kind.isShared ? words.stopped(supporter.name) : words.sharedNow(supporter.name));
    onClose();
  };
  const give = useTell(giveDocument, { onAnswer });
  const withdraw = useTell(withdrawDocument, { onAnswer });
  const tell = kind.isShared ? withdraw : give;
  const holder = circle.supporters.find(({ id }) => id === by);
  const right = holder ? (circle.authorities.find((each) => each.area === 'sharing' && each.supporterId === holder.id)?.kind ?? 'attorney') : by;
  const representatives = circle.supporters.filter(({ decides }) => decides.includes('sharing')).map(({ id, name }) => ({ value: id, label: name }));

  function save(): void {
    const said = { residentId: circle.residentId, supporterId: supporter.id, right, bySupporterId: holder?.id ?? null, words: text.trim() };
    if (kind.isShared) withdraw.mutate({ input: { ...said, kind: kind.kind } });
    else give.mutate({ input: { ...said, kinds: [kind.kind] } });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={kind.isShared ? words.stop(kind.name, supporter.name) : words.share(kind.name, supporter.name)}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind={kind.isShared ? 'danger' : 'primary'} busy={tell.isPending} onClick={save}>
            {kind.isShared ? words.stopNow : words.shareNow}
          </Button>
        </>
      }
    >
      <Stack>
        <RefusedNotice refused={refusalIn(tell.data?.answer)} />
        <Failed error={tell.error} />
        <p>{kind.isShared ? kind.ifWithdrawn : words.willSee(supporter.name, kind.shows)}</p>
        {kind.givenBy && <p className={styles.soft}>{words.given(kind.givenBy)}</p>}
        <Select label={words.who} value={by} onValue={setBy} options={[...deciders(circle.name), ...representatives]} />
        <TextArea label={words.how} hint={words.howHint} optional={kind.isShared} rows={2} maxLength={2000} value={text} onValue={setText} />
      </Stack>
    </Dialog>
  );
}
