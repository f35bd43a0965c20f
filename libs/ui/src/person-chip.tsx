/** A person: a round of initials in a colour that stays theirs, with the name beside it. */
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './person-chip.module.css';

/** `initials('Bob Harris')` is "BH", `initials('Ivy')` is "I". */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const first = parts[0]?.[0] ?? '?';
  const last = parts.length > 1 ? (parts[parts.length - 1]?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

const colours = 8;

/** The same id always gets the same colour. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % colours;
}

/** Where a person's photo is, when it may be shown: for `<Avatar photo={portraitOf(person.portrait)} />`. */
export function portraitOf(portrait: { readonly id: string; readonly notShown: string | null } | null | undefined): string | null {
  return portrait && portrait.notShown === null ? `/media/${portrait.id}?size=thumb` : null;
}

type Size = 'small' | 'medium' | 'large';

export function Avatar({ id, name, photo, size = 'medium' }: { id: string; name: string; photo?: string | null; size?: Size }) {
  return (
    <span className={classes(styles.avatar, styles[size], styles[`colour${colourOf(id)}`])} aria-hidden="true">
      {photo ? <img src={photo} alt="" /> : initials(name)}
    </span>
  );
}

export function PersonChip({
  id,
  name,
  photo,
  about,
  href,
  size = 'medium',
}: {
  id: string;
  name: string;
  photo?: string | null;
  /** A line below the name: the room, the role. */
  about?: ReactNode;
  href?: string;
  size?: Size;
}) {
  const inside = (
    <>
      <Avatar id={id} name={name} photo={photo} size={size} />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {about && <span className={styles.about}>{about}</span>}
      </span>
    </>
  );
  return href ? (
    <a href={href} className={classes(styles.chip, styles.linked)}>
      {inside}
    </a>
  ) : (
    <span className={styles.chip}>{inside}</span>
  );
}
