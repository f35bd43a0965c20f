/** Out of the person's way: reading aloud, printing, and taking the tablet back, which nobody does by accident. */
import { LockKeyhole, Printer } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { addDays, mondayOf } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Toggle } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import type { View } from './own-week.ts';
import type { Holder } from './own-week-page.tsx';
import styles from './own-week.module.css';
import { words } from './words.ts';

const text = words.helper;
type Help = { view: View; holder: Holder; isAloud: boolean; setAloud: (on: boolean) => void; day: string | null; setDay: (day: string | null) => void };

export function Helper({ view, holder, isAloud, setAloud, day, setDay }: Help) {
  const [isLeaving, setLeaving] = useState(false);
  useNoWayBack(() => setLeaving(true));
  const nextWeek = addDays(mondayOf(view.today), 7);
  return (
    <footer className={styles.helper}>
      <details>
        <summary>{text.title}</summary>
        <div className={styles.helps}>
          <Toggle label={text.aloud} on={isAloud} onToggle={setAloud} />
          <Select label={text.which} value={day ?? ''} options={[{ value: '', label: text.thisWeek }, { value: nextWeek, label: text.nextWeek }]} onValue={(value) => setDay(value || null)} />
          <Button icon={<Printer />} onClick={() => window.print()}>{text.print}</Button>
          <Button icon={<LockKeyhole />} onClick={() => setLeaving(true)}>{text.leave}</Button>
        </div>
      </details>
      {isLeaving && <Leaving residentId={view.residentId} holder={holder} onStay={() => setLeaving(false)} />}
    </footer>
  );
}

/** The browser's own way back leads to records too: it asks first. */
function useNoWayBack(onTried: () => void): void {
  const tried = useEffectEvent(onTried);
  useEffect(() => {
    const hold = () => window.history.pushState({ held: true }, '', window.location.href);
    hold();
    const back = () => {
      hold();
      tried();
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
}

function Leaving({ residentId, holder, onStay }: { residentId: string; holder: Holder; onStay: () => void }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const first = holder.name.trim().split(/\s+/)[0] ?? '';
  const leave = () => {
    if (name.trim().localeCompare(first, 'en-GB', { sensitivity: 'base' }) === 0) window.location.assign(`/people/${residentId}`);
    else setError(text.wrong);
  };
  return (
    <Dialog open title={text.leaveTitle} onClose={onStay}>
      <form onSubmit={(event) => { event.preventDefault(); leave(); }}>
        <Stack gap={4}>
          <p>{text.leaveWhy(holder.name)}</p>
          <TextField label={text.firstName} value={name} onValue={setName} error={error} autoComplete="off" />
          <Row>
            <Button type="submit" kind="primary">{text.go}</Button>
            <Button onClick={onStay}>{text.stay}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
