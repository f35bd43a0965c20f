import { BedSingle, Bus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '@promenade/ui/button';
import { useMay } from '../../app/me.ts';
import { ResidentForm, StaffForm, VehicleForm } from './change-forms.tsx';
import styles from './rechecks.module.css';
import { words } from './words.ts';

/** The three things that can be said here. `?off=…` opens with somebody already chosen. */
export function SayChange() {
  const [search, setSearch] = useSearchParams();
  const mayRecord = useMay('change.record');
  const wanted = search.get('off');
  const [open, setOpen] = useState<'staff' | 'vehicle' | 'resident' | null>(wanted ? 'staff' : null);
  if (!mayRecord) return null;
  const close = () => {
    setOpen(null);
    if (wanted) setSearch({}, { replace: true });
  };
  return (
    <section aria-labelledby="say" className={styles.part}>
      <h2 id="say">{words.say}</h2>
      <div className={styles.says}>
        <Button kind="choice" icon={<BedSingle />} onClick={() => setOpen('staff')}>{words.sayStaff}</Button>
        <Button kind="choice" icon={<Bus />} onClick={() => setOpen('vehicle')}>{words.sayVehicle}</Button>
        <Button kind="choice" icon={<UserRound />} onClick={() => setOpen('resident')}>{words.sayResident}</Button>
      </div>
      {open === 'staff' && <StaffForm staffId={wanted ?? ''} onClose={close} />}
      {open === 'vehicle' && <VehicleForm onClose={close} />}
      {open === 'resident' && <ResidentForm onClose={close} />}
    </section>
  );
}
