import { Check, Plus } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Unseen } from '@promenade/ui/unseen';
import type { Kind } from './circle-page.tsx';
import styles from './circle.module.css';
import { words } from './words.ts';

/** One place of the matrix: filled with a tick when it is shared, open when it is not; tapping asks to change it. */
export function KindButton({ kind, onTap }: { kind: Kind; onTap: (() => void) | null }) {
  const look = classes(styles.kind, kind.isShared && styles.shared);
  const inside = (
    <>
      {kind.isShared ? <Check aria-hidden="true" /> : onTap ? <Plus aria-hidden="true" /> : null}
      <span>{kind.name}</span>
    </>
  );
  if (!onTap) {
    return (
      <span className={look}>
        {inside}
        <Unseen>{words.reads('', kind.isShared)}</Unseen>
      </span>
    );
  }
  return (
    <button type="button" className={look} onClick={onTap}>
      {inside}
      <Unseen>{kind.isShared ? words.sees(kind.name) : words.seesNot(kind.name)}</Unseen>
    </button>
  );
}
