import { MessageCircleQuestion, Sprout } from 'lucide-react';
import { MORE_HELP_REASONS } from '@promenade/domain/reablement/ladder-guide';
import { LadderButtons, type Rung } from '@promenade/ui/ladder-buttons';
import styles from './ladder.module.css';
import { words } from './words.ts';

export type TaskNow = {
  readonly id: string; readonly residentName: string; readonly name: string; readonly today: number | null; readonly before: number | null; readonly hint: string | null; readonly asksBelow: number | null;
  readonly aid: string | null; readonly aids: readonly string[];
};

type Props = {
  task: TaskNow;
  legend: string;
  rung: number | null;
  /** Tapped just now, not at some time before: only then it is asked what was different. */
  isNew: boolean;
  /** Undefined is the aid of last time; empty is none. */
  aid: string | undefined;
  reason: string | null;
  onRung: (rung: Rung) => void;
  onAid: (aid: string) => void;
  onReason: (reason: string) => void;
  /** The place has said already what is said before. */
  hideHint?: boolean;
};

/** One task: what is said before, seven rungs to tap, the aid of last time, and a kind question where it took more help than lately. */
export function LadderAsk({ task, legend, rung, isNew, aid, reason, onRung, onAid, onReason, hideHint = false }: Props) {
  const asks = isNew && rung !== null && task.asksBelow !== null && rung <= task.asksBelow;
  return (
    <div className={styles.ask}>
      {!hideHint && <Hint task={task} />}
      <LadderButtons legend={legend} value={rung as Rung | null} before={task.before as Rung | null} onTap={onRung} dense />
      {asks && (
        <div role="group" aria-label={words.different} className={styles.different}>
          <p role="status" className={styles.differentWords}><MessageCircleQuestion aria-hidden="true" /> <span><strong>{words.different}</strong> {reason === null ? words.differentHint : words.thanks}</span></p>
          <div className={styles.chips}>
            {MORE_HELP_REASONS.map((each) => <button key={each} type="button" className={styles.chip} aria-pressed={each === reason} onClick={() => onReason(each)}>{words.reasons[each]}</button>)}
          </div>
        </div>
      )}
      {task.aids.length > 0 && <Aid aids={task.aids} aid={aid ?? task.aid ?? ''} onAid={onAid} />}
    </div>
  );
}

/** Said before it is done, while it can still go that way. */
export function Hint({ task }: { task: Pick<TaskNow, 'hint'> }) {
  return task.hint === null ? null : <p className={styles.hint}><Sprout aria-hidden="true" /> {task.hint}</p>;
}

function Aid({ aids, aid, onAid }: { aids: readonly string[]; aid: string; onAid: (aid: string) => void }) {
  const all = aid === '' || aids.includes(aid) ? aids : [aid, ...aids];
  return (
    <details className={styles.aid}>
      <summary><span>{aid === '' ? words.withNothing : words.with(aid)}</span> <span className={styles.soft}>{words.change}</span></summary>
      <div className={styles.chips}>
        {[...all, ''].map((each) => <button key={each} type="button" className={styles.chip} aria-pressed={each === aid} onClick={() => onAid(each)}>{each === '' ? words.none : each}</button>)}
      </div>
    </details>
  );
}
