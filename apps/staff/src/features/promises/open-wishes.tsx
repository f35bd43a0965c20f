import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { EmptyState } from '@promenade/ui/empty-state';
import { TextArea } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay } from '../../app/me.ts';
import { PromiseForm } from './promise-form.tsx';
import type { Wish } from './promise.ts';
import { declineDocument, wishesDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** Wishes that nobody has answered: each becomes a promise, or gets an honest no. */
export function OpenWishes() {
  const asked = useAsk(wishesDocument);
  const [open, setOpen] = useState<{ wish: Wish; as: 'yes' | 'no' } | null>(null);
  const [mayPromise, mayAnswer] = [useMay('promise.make'), useMay('wish.write')];
  const close = () => setOpen(null);
  return (
    <Asked of={asked}>
      {({ openWishes }) => openWishes.length === 0 ? <EmptyState title={words.noWishes} icon={<Sparkles />} actions={mayAnswer && <LinkButton href="/promises/wishes/meeting">{words.meeting}</LinkButton>} /> : (
        <Card title={words.wishes} aside={mayAnswer && <LinkButton href="/promises/wishes/meeting">{words.meeting}</LinkButton>}>
          <p className={styles.soft}>{words.wishesLead}</p>
          <ul role="list" className={styles.wishes}>
            {openWishes.map((wish) => (
              <li key={wish.id} className={styles.wish}>
                <Avatar id={wish.residentId} name={wish.residentName} />
                <span className={styles.wishWords}>
                  <span><a href={`/people/${wish.residentId}`}><strong>{wish.residentName}</strong></a>: {wish.words}</span>
                  {wish.voice && (wish.voice.notShown ?? <audio controls preload="none" src={`/media/${wish.voice.id}`} aria-label={words.wishVoice(wish.residentName)} className={styles.sound} />)}
                  <span className={styles.soft}>{words.raised(wish, sayDay(wish.raisedOn))}</span>
                  <span className={styles.waits}>{wish.isPressing ? <Badge tone="missed">{words.presses(wish.waitsDays)}</Badge> : <span className={styles.soft}>{words.waits(wish.waitsDays)}</span>} {wish.shouldAnswer && <span className={styles.soft}>{words.shouldAnswer(wish.shouldAnswer)}</span>}</span>
                </span>
                <Row gap={2}>
                  {mayPromise && <Button kind="primary" onClick={() => setOpen({ wish, as: 'yes' })}>{words.sayYes}</Button>}
                  {mayAnswer && <Button onClick={() => setOpen({ wish, as: 'no' })}>{words.sayNo}</Button>}
                </Row>
              </li>
            ))}
          </ul>
          {open?.as === 'yes' && <PromiseForm wish={open.wish} onClose={close} />}
          {open?.as === 'no' && <DeclineForm wish={open.wish} onClose={close} />}
        </Card>
      )}
    </Asked>
  );
}

function DeclineForm({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const tell = useTell(declineDocument, { onAnswer: ({ declineWish: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  return (
    <Dialog open onClose={onClose} title={words.declineTitle} actions={<Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ id: wish.id, words: why })}>{words.saveNo}</Button>}>
      <Stack gap={4}>
        <p><strong>{wish.residentName}</strong>: {wish.words}</p>
        <RefusedNotice refused={refusalIn(tell.data?.declineWish)} />
        <Failed error={tell.error} />
        <TextArea label={words.whyNot} hint={words.declineHint} rows={3} value={why} onValue={setWhy} />
      </Stack>
    </Dialog>
  );
}
