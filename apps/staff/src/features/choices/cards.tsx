/** The large cards of the picture view: the options, something else, not now, and yes or no. */
import { CircleHelp, Clock, MessageCircleQuestion, RotateCcw, ThumbsUp, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import styles from './choose.module.css';
import type { ShownOption } from './choices.ts';
import { say } from '@promenade/ui/speech.ts';
import { words } from './words.ts';

const text = words.picture;

/** What a card says when it is heard. */
export function sayOption({ title, reasons, drawback, sureness }: ShownOption): string {
  return [title, ...reasons.slice(0, 2).map((reason) => reason.words), drawback, words.sure[sureness] ?? ''].map((part) => part.replace(/[.!?]?$/, '.')).join(' ');
}

export function OptionCard({ option, lit, onChoose }: { option: ShownOption; lit: boolean; onChoose: () => void }) {
  return (
    <li className={classes(styles.place, lit && styles.lit)}>
      <button type="button" className={styles.card} onClick={onChoose} data-lit={lit || undefined}>
        <Picture name={option.picture} size="huge" />
        <span className={styles.text}>
          <span className={styles.title}>{option.title}</span>
          {option.reasons[0] && <span className={styles.reason}>{option.reasons[0].words}</span>}
          <span className={styles.drawback}>{option.drawback}</span>
          <span className={styles.sure}>{words.sure[option.sureness]}.</span>
        </span>
      </button>
      <button type="button" className={styles.hear} onClick={() => say(sayOption(option))} aria-label={text.hearCard(option.title)} data-print="no">
        <Volume2 aria-hidden="true" />
      </button>
    </li>
  );
}

function PlainCard({ title, icon, lit, onChoose }: { title: string; icon: ReactNode; lit: boolean; onChoose: () => void }) {
  return (
    <li className={classes(styles.place, styles.small, lit && styles.lit)}>
      <button type="button" className={styles.card} onClick={onChoose} data-lit={lit || undefined}>
        <span className={styles.icon} aria-hidden="true">{icon}</span>
        <span className={styles.title}>{title}</span>
      </button>
    </li>
  );
}

export function ElseCards({ lit, from, onElse, onNotNow }: { lit: number | null; from: number; onElse: () => void; onNotNow: () => void }) {
  return (
    <ul role="list" className={styles.else}>
      <PlainCard title={text.somethingElse} icon={<MessageCircleQuestion />} lit={lit === from} onChoose={onElse} />
      <PlainCard title={text.notNow} icon={<Clock />} lit={lit === from + 1} onChoose={onNotNow} />
    </ul>
  );
}

export function YesNo({ lit, onYes, onNo }: { lit: number | null; onYes: () => void; onNo: () => void }) {
  return (
    <ul role="list" className={styles.else}>
      <PlainCard title={text.yes} icon={<ThumbsUp />} lit={lit === 0} onChoose={onYes} />
      <PlainCard title={text.no} icon={<RotateCcw />} lit={lit === 1} onChoose={onNo} />
    </ul>
  );
}

export function BigPicture({ name }: { name: string | null }) {
  return name === null ? <span className={styles.icon} aria-hidden="true"><CircleHelp /></span> : <Picture name={name} size="huge" />;
}
