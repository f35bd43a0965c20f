/** The lists of nobody written off: tables that are cards where they would not fit, each line with its next step. */
import { ArrowRight, TrendingDown, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { Grid } from '@promenade/ui/layout';
import { Picture } from '@promenade/ui/picture';
import { Table } from '@promenade/ui/table';
import type { Progress } from './progress.ts';
import styles from './progress.module.css';
import { words } from './words.ts';

export type Shown = { progress: Progress; isShown: boolean };

/** One part of the page: what is not looked at is there for paper alone. */
export function Part({ id, title, lead, isShown, children }: { id: string; title: string; lead: ReactNode; isShown: boolean; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} className={classes(styles.part, !isShown && styles.onPaper)}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className={styles.soft}>{lead}</p>
      {children}
    </section>
  );
}

export function Without({ progress: { without }, isShown }: Shown) {
  const text = words.without;
  return (
    <Part id="without" title={text.title} lead={text.lead} isShown={isShown}>
      <Table
        caption={text.title} hideCaption lines={without} lineKey={({ residentId }) => residentId} empty={<p className={styles.good}>{text.none}</p>}
        columns={[
          { key: 'who', heading: text.who, names: true, cell: ({ residentId, name }) => <a href={`/people/${residentId}`}>{name}</a> },
          { key: 'long', heading: text.long, cell: ({ words: long }) => long },
          { key: 'worker', heading: text.worker, cell: ({ namedWorker }) => namedWorker ?? text.noWorker },
          { key: 'next', heading: text.next, cell: ({ residentId, name }) => <LinkButton href={`/people/${residentId}/outcomes`} icon={<ArrowRight />}>{text.write(name)}</LinkButton> },
        ]}
      />
    </Part>
  );
}

type IdleLine = Progress['idle'][number];

export function Idle({ progress: { idle }, isShown }: Shown) {
  const text = words.idle;
  return (
    <Part id="idle" title={text.title} lead={text.lead} isShown={isShown}>
      <Table
        caption={text.title} hideCaption lines={idle} lineKey={({ outcomeId }) => outcomeId} empty={<p className={styles.good}>{text.none}</p>}
        columns={[
          { key: 'what', heading: text.what, names: true, cell: ({ residentId, words: wanted }) => <a href={`/people/${residentId}/outcomes`} className={styles.wanted}>“{wanted}”</a> },
          { key: 'who', heading: text.who, cell: ({ residentId, name }) => <a href={`/people/${residentId}`}>{name}</a> },
          { key: 'since', heading: text.since, cell: ({ lastOn, quietSince, days }) => (lastOn === null ? text.never(quietSince, days) : text.last(lastOn, days)) },
          { key: 'could', heading: text.could, cell: (line) => <Could line={line} /> },
        ]}
      />
      <p data-print="no"><a href="/plan">{text.plan}</a></p>
      <details className={styles.what}>
        <summary>{text.what14}</summary>
        <ul>{text.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
      </details>
    </Part>
  );
}

/** What serves it, each a question to the planner; where nothing does, what the person likes, and the way to say what serves it. */
function Could({ line: { residentId, name, could } }: { line: IdleLine }) {
  const text = words.idle;
  const isServed = could.some(({ serves }) => serves);
  return (
    <span className={styles.could}>
      {!isServed && <span className={styles.soft}>{could.length > 0 ? text.likes : text.nothing}</span>}
      {could.map(({ activityId, name: activity, picture, because }) => (
        <a key={activityId} href={`/can-we?resident=${residentId}&activity=${activityId}`} className={styles.way} aria-label={text.canWe(activity, name)} title={because || undefined}>
          <Picture name={picture} size="small" />
          <span>{activity}</span>
        </a>
      ))}
      {!isServed && <a href={`/people/${residentId}/outcomes`}>{text.say(name)}</a>}
    </span>
  );
}

export function Going({ progress: { going, tooFewToSay }, isShown }: Shown) {
  const text = words.going;
  const turned = (which: string) => going.filter((each) => each.going === which);
  return (
    <Part id="going" title={text.title} lead={text.lead} isShown={isShown}>
      <Grid gap={4} min={18}>
        <Card level={3} title={text.falling} before={<TrendingDown aria-hidden="true" />}><Turned lines={turned('falling')} none={text.noneFalling} /></Card>
        <Card level={3} title={text.rising} before={<TrendingUp aria-hidden="true" />}><Turned lines={turned('rising')} none={text.noneRising} /></Card>
      </Grid>
      {tooFewToSay > 0 && <p className={styles.soft}>{text.tooFew(tooFewToSay)}</p>}
    </Part>
  );
}

function Turned({ lines, none }: { lines: Progress['going']; none: string }) {
  if (lines.length === 0) return <p>{none}</p>;
  return <ul role="list" className={styles.turned}>{lines.map(({ taskId, residentId, name, task }) => <li key={taskId}><a href={`/people/${residentId}/reablement`}>{words.going.task(name, task)}</a></li>)}</ul>;
}

export function Measures({ progress: { measures }, isShown }: Shown) {
  const text = words.measures;
  return (
    <Part id="measures" title={text.title} lead={text.lead} isShown={isShown}>
      <Table
        caption={text.title} hideCaption lines={measures} lineKey={({ key }) => key}
        columns={[
          { key: 'what', heading: text.what, names: true, cell: ({ title, rule }) => <span className={styles.measure}><strong>{title}</strong><span className={styles.soft}>{rule}</span></span> },
          { key: 'number', heading: text.number, cell: ({ key, title, met, of }) => (of === 0 ? <span className={styles.soft}>{text.nobody}</span> : (
            <a href={`/progress?measure=${key}`} className={styles.rate} aria-label={text.open(title, met, of)}>
              <span className={styles.of}>{text.of(met, of)}</span>
              <progress className={styles.bar} value={met} max={of} aria-hidden="true" />
            </a>
          )) },
          { key: 'range', heading: text.range, cell: ({ between, of }) => <span className={styles.soft}>{between ? text.between(between.low, between.high) : of === 0 ? '–' : text.tooFew}</span> },
          { key: 'source', heading: text.source, cell: ({ source }) => source },
        ]}
      />
    </Part>
  );
}
