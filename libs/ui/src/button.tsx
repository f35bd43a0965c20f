/** Buttons, icon buttons and links that look like them. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';
import { words } from './words.ts';

export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger' | 'choice';

type Look = {
  /** `choice` is a large card-like button for one tap. */
  kind?: ButtonKind;
  icon?: ReactNode;
  wide?: boolean;
};

export type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** While true the button says it is working, keeps its focus and ignores taps. */
    busy?: boolean;
  };

function look({ kind = 'quiet', wide }: Look, className?: string): string {
  return classes(styles.button, styles[kind], wide && styles.wide, className);
}

export function Button({ kind, icon, wide, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={look({ kind, wide }, className)}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={styles.turning} aria-hidden="true" /> : icon}
      <span className={styles.label}>{children}</span>
      {busy && <span className={styles.unseen}>{words.working}</span>}
    </button>
  );
}

/** A round button with only a picture; `label` is what it is called. */
export function IconButton({ label, children, className, type = 'button', ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={classes(styles.icon, className)}>
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ kind, icon, wide, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a {...rest} className={look({ kind, wide }, className)}>
      {icon}
      <span className={styles.label}>{children}</span>
    </a>
  );
}
