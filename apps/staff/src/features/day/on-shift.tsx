import type { ResultOf } from 'gql.tada';
import { BedSingle, CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { clockIn } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { classes } from '@promenade/ui/classes.ts';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { useMay, useMe } from '../../app/me.ts';
import { backTodayDocument, offTodayDocument, rotaDocument } from './changes.graphql.ts';
import styles from './changes.module.css';
import { words } from './words.ts';

type OnRota = ResultOf<typeof rotaDocument>['rotaOn'][number];

/** Everyone whose shift is not over, to be tapped when they ring in. */
export function OnShift({ today, now }: { today: string; now: Date }) {
  const { zone } = useMe().home;
  const asked = useAsk(rotaDocument, { day: today });
  const mayRecord = useMay('change.record');
  const [chosen, setChosen] = useState<OnRota | null>(null);
  const rota = (asked.data?.rotaOn ?? []).filter(({ endsAt }) => new Date(endsAt) > now);
  if (rota.length === 0) return null;
  const hours = ({ startsAt, endsAt }: OnRota) => words.shift(clockIn(zone, new Date(startsAt)), clockIn(zone, new Date(endsAt)));
  return (
    <section aria-labelledby="on-shift" className={styles.onShift}>
      <h2 id="on-shift" className={styles.small}>{words.onShift}</h2>
      <ul role="list" className={styles.staff}>
        {rota.map((one) => (
          <li key={one.shiftId}>
            <button type="button" className={classes(styles.person, one.isOff && styles.off)} disabled={!mayRecord} onClick={() => setChosen(one)}>
              <span className={styles.name}>{one.name}</span>
              <span className={styles.hours}>{one.isOff ? words.isOff : hours(one)}</span>
              <Unseen>{words.sayOff}</Unseen>
            </button>
          </li>
        ))}
      </ul>
      {chosen && <OffToday person={chosen} hours={hours(chosen)} onClose={() => setChosen(null)} />}
    </section>
  );
}

function OffToday({ person, hours, onClose }: { person: OnRota; hours: string; onClose: () => void }) {
  const [id] = useState(ownId);
  const back = useTell(backTodayDocument);
  const off = useTell(offTodayDocument, {
    onAnswer: ({ sayStaffOff: said }) => {
      if (said.__typename === 'Refused') return;
      toast(said.words, { undo: () => back.mutate({ changeId: said.id }) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={person.name}>
      <Stack gap={3}>
        <p>{person.jobTitle}, {hours}</p>
        {!person.isOff && <Button kind="primary" wide icon={<BedSingle />} data-first busy={off.isPending} onClick={() => off.mutate({ input: { id, staffId: person.staffId, kind: 'sick' } })}>{words.offToday}</Button>}
        <LinkButton href={person.isOff ? '/changes' : `/changes?off=${person.staffId}`} wide icon={<CalendarClock />}>{person.isOff ? words.seeOff : words.offLonger}</LinkButton>
        <RefusedNotice refused={refusalIn(off.data?.sayStaffOff)} />
        <Failed error={off.error} />
      </Stack>
    </Dialog>
  );
}
