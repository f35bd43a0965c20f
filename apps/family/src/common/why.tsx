import { sayDay } from '@promenade/domain/shared/time';
import styles from './why.module.css';

const words = {
  lastTime: 'Why it was not kept before:',
  answers: (name: string) => `${name} answers for this.`,
  newDate: (day: string) => `New date: ${day}.`,
} as const;

/** Why a promise was not kept, who answers for it and the new date. */
export function Why({ promise }: { promise: { reason: string | null; answers: string | null; newDate: string | null } }) {
  if (!promise.reason) return null;
  return (
    <div className={styles.why}>
      <p className={styles.soft}>{words.lastTime}</p>
      <p>{promise.reason}</p>
      {promise.answers && <p>{words.answers(promise.answers)}</p>}
      {promise.newDate && <p>{words.newDate(sayDay(promise.newDate))}</p>}
    </div>
  );
}
