/** Space between things: one below the other, beside each other, or as many in a row as fit. */
import type { CSSProperties, ElementType, ReactNode } from 'react';
import styles from './layout.module.css';
import { classes } from './classes.ts';

type Space = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Props = { gap?: Space; as?: ElementType; children: ReactNode };

const listRole = (as: ElementType) => (as === 'ul' || as === 'ol' ? 'list' : undefined);

export function Stack({ gap = 4, as: Element = 'div', children }: Props) {
  return (
    <Element role={listRole(Element)} className={styles.stack} style={{ '--gap': `var(--space-${gap})` } as CSSProperties}>
      {children}
    </Element>
  );
}

export function Row({ gap = 3, as: Element = 'div', spread, children }: Props & { spread?: boolean }) {
  return (
    <Element
      role={listRole(Element)}
      className={classes(styles.row, spread && styles.spread)}
      style={{ '--gap': `var(--space-${gap})` } as CSSProperties}
    >
      {children}
    </Element>
  );
}

/** `min` is the narrowest a cell may be, in rem. */
export function Grid({ gap = 4, min = 18, as: Element = 'div', children }: Props & { min?: number }) {
  return (
    <Element
      role={listRole(Element)}
      className={styles.grid}
      style={{ '--gap': `var(--space-${gap})`, '--min': `${min}rem` } as CSSProperties}
    >
      {children}
    </Element>
  );
}
