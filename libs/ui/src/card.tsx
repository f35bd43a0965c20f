/** A sheet of paper on the page: with a title, something beside it, and perhaps a mood along its edge. */
import type { ReactNode } from 'react';
import styles from './card.module.css';
import { classes } from './classes.ts';
import tones from './tone.module.css';
import type { Tone } from './tone.ts';

export function Card({
  title,
  level = 2,
  href,
  before,
  aside,
  tone,
  as: Element = 'section',
  children,
}: {
  title?: ReactNode;
  level?: 2 | 3 | 4;
  /** Makes the title a link whose target is the whole card; then put no other control inside. */
  href?: string;
  /** A face or picture at the start of the title line. */
  before?: ReactNode;
  /** A state or small action at the end of the title line. */
  aside?: ReactNode;
  tone?: Tone;
  as?: 'section' | 'article' | 'li' | 'div';
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <Element className={classes(styles.card, tone && tones[tone], tone && styles.toned, href && styles.linked)}>
      {(title || aside || before) && (
        <div className={styles.top}>
          {before}
          {title && <Heading className={styles.title}>{href ? <a href={href}>{title}</a> : title}</Heading>}
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </Element>
  );
}
