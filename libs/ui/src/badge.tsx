/** Small labels: a plain badge, and the state of a promise with its own icon and words. */
import { CalendarCheck, CircleCheck, CircleDashed, CircleHelp, CircleX, Clock, Heart, Leaf, PencilLine, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classes } from './classes.ts';
import tones from './tone.module.css';
import type { Tone } from './tone.ts';
import { words } from './words.ts';

export function Badge({ tone = 'quiet', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes(styles.badge, tones[tone])}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>{children}</span>
    </span>
  );
}

export type StateName = keyof typeof words.states;

const looks: Record<StateName, { tone: Tone; icon: ReactNode }> = {
  kept: { tone: 'kept', icon: <CircleCheck /> },
  partly: { tone: 'owed', icon: <CircleDashed /> },
  owed: { tone: 'owed', icon: <Clock /> },
  overdue: { tone: 'missed', icon: <Clock /> },
  atRisk: { tone: 'owed', icon: <TriangleAlert /> },
  missed: { tone: 'missed', icon: <CircleX /> },
  unexplained: { tone: 'missed', icon: <CircleHelp /> },
  released: { tone: 'quiet', icon: <Leaf /> },
  scheduled: { tone: 'calm', icon: <CalendarCheck /> },
  made: { tone: 'calm', icon: <Heart /> },
  wish: { tone: 'quiet', icon: <Heart /> },
  draft: { tone: 'quiet', icon: <PencilLine /> },
  published: { tone: 'kept', icon: <CalendarCheck /> },
};

/** `more` is added after the state: `<StateChip state="owed" more="since Tuesday" />`. */
export function StateChip({ state, more }: { state: StateName; more?: ReactNode }) {
  const look = looks[state];
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {words.states[state]}
      {more && <> {more}</>}
    </Badge>
  );
}
