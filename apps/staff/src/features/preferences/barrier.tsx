import { useState } from 'react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { barrierWishDocument, closeBarrierDocument } from './preferences.graphql.ts';
import type { Barrier } from './preferences.ts';
import styles from './preferences.module.css';
import { words } from './words.ts';

/** What stands in the way, the wish that came of it, and the two ways on. */
export function BarrierLines({ barrier }: { barrier: Barrier }) {
  const [opened, setOpened] = useState<'wish' | 'close' | null>(null);
  const { zone } = useMe().home;
  const [mayWrite, mayWish] = [useMay('people.write'), useMay('wish.write')];
  return (
    <div className={styles.lines}>
      <p><strong>{words.stands}</strong> {barrier.words}</p>
      <p className={styles.soft}>{words.since(sayDay(dayIn(zone, new Date(barrier.openedAt))), barrier.openedByName)}</p>
      {barrier.wishWords !== null && <p className={styles.because}>{words.wish(barrier.wishWords)} {barrier.wishAnswer ? words.wishAnswers[barrier.wishAnswer] : words.wishOpen}</p>}
      <Row gap={2}>
        {mayWish && barrier.wishWords === null && <Button aria-label={words.makeWishFor(barrier.words)} onClick={() => setOpened('wish')}>{words.makeWish}</Button>}
        {mayWrite && <Button aria-label={words.outOfTheWayFor(barrier.words)} onClick={() => setOpened('close')}>{words.outOfTheWay}</Button>}
      </Row>
      {opened === 'wish' && <WishDialog barrier={barrier} onClose={() => setOpened(null)} />}
      {opened === 'close' && <CloseDialog barrier={barrier} onClose={() => setOpened(null)} />}
    </div>
  );
}

function WishDialog({ barrier, onClose }: { barrier: Barrier; onClose: () => void }) {
  const [id] = useState(ownId);
  const [wish, setWish] = useState('');
  const tell = useTell(barrierWishDocument, {
    onAnswer: ({ makeBarrierAWish }) => {
      if (makeBarrierAWish.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.makeWish} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ input: { barrierId: barrier.id, id, words: wish } })}>{words.save}</Button>
      </>
    }>
      <Stack>
        <p>{barrier.words}</p>
        <TextArea label={words.wishWords} rows={2} value={wish} onValue={setWish} />
        <RefusedNotice refused={refusalIn(tell.data?.makeBarrierAWish)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}

function CloseDialog({ barrier, onClose }: { barrier: Barrier; onClose: () => void }) {
  const [changed, setChanged] = useState('');
  const tell = useTell(closeBarrierDocument, {
    onAnswer: ({ closeBarrier }) => {
      if (closeBarrier.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.closeTitle} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ id: barrier.id, words: changed })}>{words.outOfTheWay}</Button>
      </>
    }>
      <Stack>
        <p>{words.closeWhat}</p>
        <TextArea label={words.changed} rows={2} value={changed} onValue={setChanged} />
        <RefusedNotice refused={refusalIn(tell.data?.closeBarrier)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
