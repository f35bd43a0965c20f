import { CircleCheck } from 'lucide-react';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { Select } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useMay } from '../../app/me.ts';
import { type Week, weekOf } from './board.ts';
import { type Comparison, type Line, comparePlans } from './compare.ts';
import styles from './compare.module.css';
import { type PlanOfWeek, planLabels } from './plan-labels.ts';
import { boardDocument, discardDocument, plansOfWeekDocument } from './planning.graphql.ts';
import { words } from './words.ts';

/** Two plans of a week side by side, in people's terms, to choose one. */
export function ComparePage() {
  const { id, other } = useParams<{ id: string; other: string }>();
  const [one, two] = [useAsk(boardDocument, { id }), useAsk(boardDocument, { id: other })];
  const [a, b] = [one.data?.planBoard, two.data?.planBoard];
  const weeks = useMemo(() => (a && b ? ([weekOf(a, null), weekOf(b, null)] as const) : null), [a, b]);
  if (!weeks) return <Page title={words.compare.title}><Asked of={one}>{() => null}</Asked><Asked of={two}>{() => null}</Asked></Page>;
  return <Compared weeks={weeks} />;
}

function Compared({ weeks: [a, b] }: { weeks: readonly [Week, Week] }) {
  const [, go] = useLocation();
  const asked = useAsk(plansOfWeekDocument, { weekStarts: a.weekStarts });
  const plans = asked.data?.plansOfWeek ?? [];
  const labels = planLabels(plans);
  const comparison = useMemo(() => comparePlans(a, a.live.sessions, b.live.sessions), [a, b]);
  const options = plans.map(({ id }) => ({ value: id, label: labels.get(id) ?? '' }));
  const names = [labels.get(a.id) ?? words.compare.first, labels.get(b.id) ?? words.compare.second] as const;
  return (
    <Page title={words.compare.title} kicker={<a href={`/plan/${a.id}`}>{words.board.week(sayDay(a.weekStarts))}</a>} lead={words.compare.lead}>
      <Stack>
        <Grid min={16}>
          <Select label={words.compare.first} value={a.id} options={options.filter(({ value }) => value !== b.id)} onValue={(next) => go(`/plan/${next}/compare/${b.id}`)} />
          <Select label={words.compare.second} value={b.id} options={options.filter(({ value }) => value !== a.id)} onValue={(next) => go(`/plan/${a.id}/compare/${next}`)} />
        </Grid>
        <Worth comparison={comparison} names={names} />
        <Differ title={words.compare.bySession} none={words.compare.noDifference} lines={comparison.sessions} names={names} />
        <Differ title={words.compare.byPerson} none={words.compare.noDifference} lines={comparison.people} names={names} />
        {comparison.same > 0 && <p>{words.compare.same(comparison.same)}</p>}
        <Choose weeks={[a, b]} plans={plans} names={names} />
      </Stack>
    </Page>
  );
}

function Worth({ comparison: { outlooks: [a, b], onlyKept, nothing }, names }: { comparison: Comparison; names: readonly [string, string] }) {
  const row = (label: string, x: string | number, y: string | number, isBetter: number) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td className={isBetter > 0 ? styles.better : undefined}>{x}{isBetter > 0 && <Better />}</td>
      <td className={isBetter < 0 ? styles.better : undefined}>{y}{isBetter < 0 && <Better />}</td>
    </tr>
  );
  const many = (key: 'promises' | 'routines' | 'someone' | 'enough', label: string) => a[key][1] + b[key][1] > 0 && row(label, words.board.ofMany(...a[key]), words.board.ofMany(...b[key]), a[key][0] - b[key][0]);
  const list = (own: readonly string[]) => (own.length === 0 ? words.compare.nobody : own.join(', '));
  return (
    <div className={styles.scroll} role="region" aria-label={words.compare.worth} tabIndex={0}>
      <table className={styles.table}>
        <caption>{words.compare.worth}</caption>
        <thead><tr><td /><th scope="col">{names[0]}</th><th scope="col">{names[1]}</th></tr></thead>
        <tbody>
          {many('promises', words.board.promises)}
          {row(words.compare.onlyHere, list(onlyKept[0]), list(onlyKept[1]), 0)}
          {many('routines', words.board.routines)}
          {many('someone', words.board.someone)}
          {row(words.compare.nothing, list(nothing[0]), list(nothing[1]), 0)}
          {many('enough', words.board.enough)}
          {(Object.keys(words.parts) as (keyof typeof words.parts)[]).map((key) => row(words.parts[key], words.compare.points(a.parts[key]), words.compare.points(b.parts[key]), a.parts[key] - b.parts[key]))}
        </tbody>
      </table>
    </div>
  );
}

function Better() {
  return <span className={styles.tick} title={words.compare.better}><CircleCheck role="img" aria-label={words.compare.better} /></span>;
}

function Differ({ title, none, lines, names }: { title: string; none: string; lines: readonly Line[]; names: readonly [string, string] }) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? <p>{none}</p> : (
        <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <thead><tr><td /><th scope="col">{names[0]}</th><th scope="col">{names[1]}</th></tr></thead>
            <tbody>
              {lines.map(({ what, a, b }, i) => (
                <tr key={i}><th scope="row">{what}</th><td>{a ?? words.compare.notThere}</td><td>{b ?? words.compare.notThere}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Choose({ weeks, plans, names }: { weeks: readonly [Week, Week]; plans: readonly PlanOfWeek[]; names: readonly [string, string] }) {
  const mayWrite = useMay('plan.write');
  const [, go] = useLocation();
  const [keeping, setKeeping] = useState<0 | 1 | null>(null);
  const discard = useTell(discardDocument);
  const kept = keeping === null ? null : weeks[keeping];
  const away = keeping === null ? null : weeks[keeping === 0 ? 1 : 0];
  return (
    <Grid min={18}>
      {weeks.map((week, i) => {
        const rival = weeks[i === 0 ? 1 : 0];
        const isBoth = week.status === 'draft' && rival.status === 'draft' && plans.some(({ id }) => id === week.id);
        return (
          <Card key={week.id} title={names[i] ?? ''}>
            <Row>
              <LinkButton href={`/plan/${week.id}`}>{words.compare.open}</LinkButton>
              {mayWrite && isBoth && <Button kind="primary" onClick={() => setKeeping(i as 0 | 1)}>{words.compare.keep}</Button>}
            </Row>
          </Card>
        );
      })}
      {kept && away && (
        <Dialog open onClose={() => setKeeping(null)} title={words.compare.keepTitle(names[keeping ?? 0])} actions={(
          <>
            <Button onClick={() => setKeeping(null)}>{shared.cancel}</Button>
            <Button kind="primary" busy={discard.isPending} onClick={() => discard.mutate({ id: away.id, version: away.live.version }, { onSuccess: ({ discardPlan }) => { if (discardPlan.__typename === 'PlanDiscarded') go(`/plan/${kept.id}`); } })}>{words.compare.keepConfirm}</Button>
          </>
        )}>
          <RefusedNotice refused={refusalIn(discard.data?.discardPlan)} />
          <Failed error={discard.error} />
          <p>{words.compare.keepLead(names[keeping === 0 ? 1 : 0], away.live.sessions.length)}</p>
        </Dialog>
      )}
    </Grid>
  );
}
