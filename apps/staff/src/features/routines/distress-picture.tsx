import type { CSSProperties } from 'react';
import { classes } from '@promenade/ui/classes.ts';
import { Table } from '@promenade/ui/table';
import type { Routine } from './routines.ts';
import styles from './routines.module.css';
import { words } from './words.ts';

type Picture = Routine['picture'];
type Share = Picture['missed'];

const percent = (share: number) => `${Math.round(share * 100)} %`;
const at = (values: Record<string, number>) => Object.fromEntries(Object.entries(values).map(([name, share]) => [`--${name}`, `${share * 100}%`])) as CSSProperties;

/** Two bars with the sentence that may be said of them; hatched for missed days, plain for honoured, so that no colour is needed. The figures stand beside. */
export function DistressPicture({ picture }: { picture: Picture }) {
  const shares = [{ kind: 'missed', share: picture.missed }, { kind: 'honoured', share: picture.honoured }];
  const left = words.left(picture.notWanted, picture.disputed);
  return (
    <div className={styles.picture}>
      <p className={styles.sentence}>{picture.sentence}</p>
      {picture.missed.days + picture.honoured.days > 0 && (
        <div className={styles.beside}>
          <div className={styles.bars} aria-hidden="true">
            {shares.map(({ kind, share }) => <Bar key={kind} kind={kind} share={share} />)}
            <p className={styles.soft}>{words.thin}</p>
          </div>
          <Table caption={words.picture} hideCaption lineKey={({ kind }) => kind} lines={shares} columns={[
            { key: 'kind', heading: words.columns.days, names: true, cell: ({ kind }) => words.bars[kind] },
            { key: 'days', heading: words.columns.recorded, number: true, cell: ({ share }) => share.days },
            { key: 'of', heading: words.columns.distressed, number: true, cell: ({ share }) => share.of },
            { key: 'share', heading: words.columns.share, number: true, cell: ({ share }) => (share.days === 0 ? '–' : percent(share.of / share.days)) },
            { key: 'between', heading: words.columns.between, number: true, cell: ({ share }) => (share.days === 0 ? '–' : `${percent(share.low)} and ${percent(share.high)}`) },
          ]} />
        </div>
      )}
      <p className={styles.soft}>{words.counted(picture.hoursAfter, Math.round(picture.lookedBack / 7))} {left}</p>
    </div>
  );
}

function Bar({ kind, share: { of, days, low, high } }: { kind: string; share: Share }) {
  return (
    <div className={styles.bar}>
      <span className={styles.barName}>{words.bars[kind]}: {of} of {days}</span>
      <span className={styles.track}>
        {days > 0 && <span className={classes(styles.fill, kind === 'missed' && styles.hatched)} style={at({ share: of / days })} />}
        {days > 0 && <span className={styles.whisker} style={at({ low, high })} />}
      </span>
    </div>
  );
}
