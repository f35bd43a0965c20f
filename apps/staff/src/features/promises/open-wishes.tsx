import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { EmptyState } from '@promenade/ui/empty-state';
import { DateField, TextArea, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay, useMe } from '../../app/me.ts';
import type { Wish } from './promise.ts';
import { declineDocument, makeDocument, wishesDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** Wishes that nobody has answered: each becomes a promise, or gets an honest no. */
export function OpenWishes() {
  const asked = useAsk(wishesDocument);
  const [open, setOpen] = useState<{ wish: Wish; as: 'yes' | 'no' } | null>(null);
  const [mayPromise, mayAnswer] = [useMay('promise.make'), useMay('wish.write')];
  const { zone } = useMe().home;
  const close = () => setOpen(null);
  return (
    <Asked of={asked}>
      {({ openWishes }) => openWishes.length === 0 ? <EmptyState title={words.noWishes} icon={<Sparkles />} /> : (
        <Card title={words.wishes}>
          <p className={styles.soft}>{words.wishesLead}</p>
          <ul role="list" className={styles.wishes}>
            {openWishes.map((wish) => (
              <li key={wish.id} className={styles.wish}>
                <Avatar id={wish.residentId} name={wish.residentName} />
                <span className={styles.wishWords}>
                  <span><a href={`/people/${wish.residentId}`}><strong>{wish.residentName}</strong></a>: {wish.words}</span>
                  <span className={styles.soft}>{words.raised(wish.raisedBy, sayDay(dayIn(zone, new Date(wish.raisedAt))))}</span>
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

function PromiseForm({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const [said, setSaid] = useState({ words: wish.words, level: wish.level, dueOn: '', madeTo: wish.residentName, found: '' });
  const tell = useTell(makeDocument, { onAnswer: ({ makePromise: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const save = () => tell.mutate({ input: { ...said, residentId: wish.residentId, activityId: wish.activityId, wishId: wish.id } });
  return (
    <Dialog open onClose={onClose} kind="sheet" title={words.promiseTitle} actions={<Button kind="primary" busy={tell.isPending} disabled={!said.dueOn} onClick={save}>{words.savePromise}</Button>}>
      <Stack gap={4}>
        <RefusedNotice refused={refusalIn(tell.data?.makePromise)} />
        <Failed error={tell.error} />
        <TextField label={words.promiseWhat} value={said.words} onValue={(text) => setSaid({ ...said, words: text })} />
        <Choice legend={words.level} value={said.level} onValue={(level) => setSaid({ ...said, level })} options={Object.entries(words.levels).map(([value, label]) => ({ value, label }))} />
        <DateField label={words.byWhen} value={said.dueOn} onValue={(dueOn) => setSaid({ ...said, dueOn })} />
        <TextField label={words.toWhom} value={said.madeTo} onValue={(madeTo) => setSaid({ ...said, madeTo })} />
        <TextArea label={words.found} hint={words.foundHint} rows={3} value={said.found} onValue={(found) => setSaid({ ...said, found })} />
        <p><LinkButton href="/can-we">{words.canWe}</LinkButton></p>
      </Stack>
    </Dialog>
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
