/** A sentence that wants to be seen: news, success, a warning, a refusal with its reasons. */
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './notice.module.css';
import type { Refused } from './request.ts';
import tones from './tone.module.css';
import type { Tone } from './tone.ts';
import { words } from './words.ts';

export type NoticeKind = 'news' | 'good' | 'warning' | 'refused';

const tone: Record<NoticeKind, Tone> = { news: 'calm', good: 'kept', warning: 'owed', refused: 'missed' };
const icon: Record<NoticeKind, ReactNode> = {
  news: <Info />,
  good: <CircleCheck />,
  warning: <TriangleAlert />,
  refused: <CircleX />,
};

export function Notice({
  kind = 'news',
  title,
  reasons,
  live,
  actions,
  children,
}: {
  kind?: NoticeKind;
  title?: ReactNode;
  /** Sentences, shown one below the other. */
  reasons?: readonly string[];
  /** Reads itself out when it appears after a tap: `polite` waits its turn, `now` does not. */
  live?: 'polite' | 'now';
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classes(styles.notice, tones[tone[kind]])} role={live === 'now' ? 'alert' : live === 'polite' ? 'status' : undefined}>
      <span className={styles.icon} aria-hidden="true">
        {icon[kind]}
      </span>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {reasons && reasons.length === 1 && <p>{reasons[0]}</p>}
        {reasons && reasons.length > 1 && (
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** What the server answered when it could not do what was asked: each reason is a whole sentence. `title={null}` leaves the title out. */
export function RefusedNotice({
  refused,
  title,
  actions,
}: {
  refused: Refused | null | undefined;
  title?: ReactNode;
  actions?: ReactNode;
}) {
  if (!refused) return null;
  const reasons = [...new Set(refused.reasons.map((reason) => reason.message))];
  return (
    <Notice
      kind="refused"
      live="now"
      title={title === undefined ? (reasons.length > 1 ? words.refusedMany(reasons.length) : words.refused) : title}
      reasons={reasons}
      actions={actions}
    />
  );
}
