import { Play } from 'lucide-react';
import { clockIn } from '@promenade/domain/shared/time';
import { LinkButton } from '@promenade/ui/button';
import { Avatar } from '@promenade/ui/person-chip';
import { Picture } from '@promenade/ui/picture';
import { useMay, useMe } from '../app/me.ts';
import type { Quiet } from './quiet.graphql.ts';
import styles from './quiet.module.css';
import { words } from './words.ts';

/** Somebody it has been quiet round, and one thing that is possible now: one tap leads to doing it. */
export function QuietLine({ quiet, full = false }: { quiet: Quiet; full?: boolean }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('day.record');
  const { residentId, name, activityId, activityName } = quiet;
  return (
    <li className={styles.line}>
      <Avatar id={residentId} name={name} />
      <div className={styles.words}>
        <p className={styles.who}><a href={`/people/${residentId}`}>{name}</a>{full && quiet.room && <span className={styles.soft}> {words.room(quiet.room)}</span>}</p>
        <p className={styles.days}>{quiet.words}</p>
        {quiet.lastWhat && <p className={styles.soft}>{words.last(quiet.lastWhat)}</p>}
        {quiet.plannedToday && quiet.plannedAt && <p><a href={`/sessions/${quiet.plannedSessionId}`}>{words.planned(quiet.plannedToday, clockIn(zone, new Date(quiet.plannedAt)))}</a></p>}
        {activityId && activityName ? (
          <div className={styles.could}>
            <Picture name={quiet.picture ?? 'star'} size="small" />
            <div className={styles.words}>
              <p><strong>{activityName}</strong>{full && quiet.because && <span className={styles.because}> {quiet.because}</span>}</p>
              <p className={styles.soft}>{quiet.why}</p>
            </div>
            {mayRecord && <LinkButton kind={full ? 'primary' : 'quiet'} icon={<Play />} href={`/moments/new?resident=${residentId}&activity=${activityId}`} aria-label={words.doItFor(activityName, name)}>{words.doIt}</LinkButton>}
          </div>
        ) : (
          <div className={styles.could}>
            <p className={styles.why}>{quiet.why}</p>
            {full && mayRecord && <LinkButton href={`/moments/new?resident=${residentId}`} aria-label={words.otherFor(name)}>{words.other}</LinkButton>}
          </div>
        )}
      </div>
    </li>
  );
}
