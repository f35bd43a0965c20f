/** The numbers, each a way to its list: the whole, week by week, and by reason, weekday, kind and who answers. */
import type { CSSProperties, ReactNode } from 'react';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { Grid } from '@promenade/ui/layout';
import { type Numbers, type Place, type Rate, addressOf } from './kept.ts';
import styles from './kept.module.css';
import { dayBriefly, words } from './words.ts';

const TONES: Readonly<Record<string, string | undefined>> = { 'kept': styles.kept, 'partly kept': styles.partly, 'not kept': styles.missed, 'unexplained': styles.missed };

export function Whole({ rate: { whole, words: said, leftOut, between }, place }: { rate: Rate; place: Place }) {
  const out = [['declined', whole.declined], ['released', whole.released], ['closed', whole.closed]] as const;
  const counted = [['kept', whole.kept], ['partly kept', whole.partlyKept], ['not kept', whole.notKept], ['unexplained', whole.unexplained]] as const;
  const chip = ([outcome, number]: readonly [string, number]) => number > 0 && (
    <li key={outcome}><a href={addressOf(place, { by: 'all', key: 'all', outcome })} className={classes(styles.chip, TONES[outcome])}><strong>{number}</strong> {words.outcomes[outcome]}</a></li>
  );
  return (
    <Card as="div">
      <div className={styles.whole}>
        {whole.of > 0 && (
          <a href={addressOf(place, { by: 'all', key: 'all', outcome: 'counted' })} className={styles.rate}>
            <span className={styles.big}>{words.rate(whole.kept, whole.of)}</span>
            <span>{words.rateAbout}</span>
          </a>
        )}
        <div className={styles.said}>
          <p className={styles.words}>{said}</p>
          {whole.of > 0 && <p className={styles.soft}>{between ? words.between(between.low, between.high, whole.of) : words.tooFew}</p>}
          <ul role="list" className={styles.chips}>{counted.map(chip)}</ul>
          {leftOut && (
            <>
              <p className={styles.soft}>{leftOut}</p>
              <ul role="list" className={styles.chips} aria-label={words.notCounted}>{out.map(chip)}</ul>
            </>
          )}
        </div>
      </div>
    </Card>
  );
}

const FEWEST_WEEKS = 4;

/** One column for each week, as tall as there were promises in it; the figures stand beneath. Weeks before the first promise came due are left away. */
export function Weeks({ weeks: all, place }: { weeks: readonly Numbers[]; place: Place }) {
  const first = all.findIndex(({ of }) => of > 0);
  const weeks = first < 0 ? all.slice(-FEWEST_WEEKS) : all.slice(Math.min(first, all.length - FEWEST_WEEKS));
  const most = Math.max(1, ...weeks.map(({ of }) => of));
  return (
    <Card title={words.week}>
      <p className={styles.legend} aria-hidden="true">{words.legend.map(([tone, name]) => <span key={tone}><i className={styles[tone]} /> {name}</span>)}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.week}>
        <ol role="list" className={styles.weeks}>
          {weeks.map((week) => (
            <li key={week.key} className={styles.week}>
              {week.of === 0 ? <Column week={week} most={most} says={words.noWeek(week.key)} /> : (
                <a href={addressOf(place, { by: 'week', key: week.key, outcome: 'counted' })} className={styles.column}>
                  <Column week={week} most={most} says={`${words.weekOf(week.key)}: ${words.weekRate(week.kept, week.of)}`} />
                </a>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

function Column({ week, most, says }: { week: Numbers; most: number; says: string }) {
  const parts = [['missed', week.notKept], ['partly', week.partlyKept], ['kept', week.kept]] as const;
  return (
    <>
      <span className={styles.unseen}>{says}</span>
      <span className={styles.bar} aria-hidden="true" style={{ '--tall': week.of / most } as CSSProperties}>
        {parts.map(([tone, number]) => number > 0 && <span key={tone} className={styles[tone]} style={{ flexGrow: number }} />)}
      </span>
      <span className={styles.number} aria-hidden="true">{week.of === 0 ? '–' : `${week.kept}/${week.of}`}</span>
      <span className={styles.day} aria-hidden="true">{dayBriefly(week.key)}</span>
    </>
  );
}

export function Parts({ rate, place }: { rate: Rate; place: Place }) {
  return (
    <Grid gap={5} min={20}>
      <Part title={words.reason} lead={words.reasonLead} by="reason" outcome="not kept" counts={rate.reasons} place={place} empty={words.noReason} />
      <Part title={words.weekday} lead={words.weekdayLead} by="weekday" outcome="counted" counts={rate.weekdays} place={place} />
      <Part title={words.kind} lead={words.kindLead} by="kind" outcome="counted" counts={rate.kinds} place={place} />
      <Part title={words.answers} lead={words.answersLead} by="answers" outcome="not kept" counts={rate.answers} place={place} empty={words.noReason} />
    </Grid>
  );
}

type Shown = { title: string; lead: string; by: string; outcome: string; counts: readonly Numbers[]; place: Place; empty?: ReactNode };

function Part({ title, lead, by, outcome, counts, place, empty }: Shown) {
  const most = Math.max(1, ...counts.map(({ of }) => of));
  const isMissed = outcome === 'not kept';
  return (
    <Card title={title}>
      <p className={styles.soft}>{lead}</p>
      {counts.length === 0 ? <p>{empty ?? words.none}</p> : (
        <ul role="list" className={styles.parts}>
          {counts.map((count) => (
            <li key={count.key}>
              <a href={addressOf(place, { by, key: count.key, outcome })} className={styles.part}>
                <span className={styles.name}>{count.name}</span>
                <span className={styles.share}>{isMissed ? count.notKept : words.rate(count.kept, count.of)}</span>
                <span className={styles.meter} aria-hidden="true" style={{ '--wide': count.of / most } as CSSProperties}>
                  {([['kept', count.kept], ['partly', count.partlyKept], ['missed', count.notKept]] as const).map(([tone, number]) => number > 0 && <span key={tone} className={styles[tone]} style={{ flexGrow: number }} />)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
