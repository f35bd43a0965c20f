import { BedSingle, Bus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '@promenade/ui/button';
import { useMay } from '../../app/me.ts';
import { ResidentForm, StaffForm, VehicleForm } from './change-forms.tsx';
import styles from './rechecks.module.css';
import { words } from './words.ts';

/** The three things that can be said here. `?off=…` and `?resident=…` open with somebody already chosen. */
export function SayChange() {
  const [search, setSearch] = useSearchParams();
  const mayRecord = useMay('change.record');
  const [staffId, residentId] = [search.get('off'), search.get('resident')];
  const [open, setOpen] = useState<'staff' | 'vehicle' | 'resident' | null>(staffId ? 'staff' : residentId ? 'resident' : null);
  if (!mayRecord) return null;
  const close = () => {
    setOpen(null);
    if (staffId ?? residentId) setSearch({}, { replace: true });
  };
  return (
    <section aria-labelledby="say" className={styles.part}>
      <h2 id="say">{words.say}</h2>
      <div className={styles.says}>
        <Button kind="choice" icon={<BedSingle />} onClick={() => setOpen('staff')}>{words.sayStaff}</Button>
        <Button kind="choice" icon={<Bus />} onClick={() => setOpen('vehicle')}>{words.sayVehicle}</Button>
        <Button kind="choice" icon={<UserRound />} onClick={() => setOpen('resident')}>{words.sayResident}</Button>
      </div>
      {open === 'staff' && <StaffForm staffId={staffId ?? ''} onClose={close} />}
      {open === 'vehicle' && <VehicleForm onClose={close} />}
      {open === 'resident' && <ResidentForm residentId={residentId ?? ''} onClose={close} />}
    </section>
  );
}
