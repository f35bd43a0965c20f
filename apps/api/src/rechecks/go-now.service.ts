/** Who could go now? Found off the request thread from this minute's records; one that is chosen is booked and told at once. */
import { Injectable } from '@nestjs/common';
import { isKnown, pairOf, strangersIn } from '@promenade/domain/people/introductions';
import { newFindings } from '@promenade/domain/planning/publish';
import { NO_WHY } from '@promenade/domain/planning/tellings';
import { asPlanned, minuteNow } from '@promenade/domain/planning/week';
import { type GoCode, GO_WORDS } from '@promenade/domain/rechecks/go';
import { type Day, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import type { GoNowLimits } from '@promenade/planner/go-now';
import { type Override, overrideTurn } from '@promenade/planner/turns';
import type { Actor } from '../access/actor.ts';
import { Db, type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import type { FoundGoing } from '../jobs/thinking-worker.ts';
import { findGoings } from '../jobs/thinking.ts';
import { staffNames, togetherOf } from '../people/introductions.reads.ts';
import { DraftsService, findingsOf, publishedPlan } from '../planning/drafts.service.ts';
import type { PlanEntity } from '../planning/planning.entities.ts';
import { PublishingService, waitForWeek } from '../planning/publishing.service.ts';
import { type StatedWeek, stateWeek } from '../planning/week-records.ts';
import { calledIn } from './called.ts';
import { TurnEntity } from './rechecks.entities.ts';

type Now = { readonly weekStarts: Day; readonly minute: number; readonly week: StatedWeek; readonly published: PlanEntity | null };
type Wanted = { readonly activityId: string; readonly start: number; readonly override: Override | null };
export type GoneOut = { readonly planId: string; readonly words: string };

const no = (code: GoCode, about?: string) => refused<GoCode>(GO_WORDS, [about === undefined ? { code } : { code, about }]);

@Injectable()
export class GoNowService {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
  ) {}

  /** What could leave or begin within the hour beside what is planned; nothing where no week is published for today. */
  async find(actor: Actor): Promise<{ hasPlan: boolean; now: Now; options: FoundGoing[]; overrides: number }> {
    const { now, waiting, overrides } = await this.db.read(actor, async (tx) => ({ now: await this.now(tx), waiting: await this.waiting(tx), overrides: await this.overrides(tx) }));
    const options = now.published ? await this.options(now, waiting) : [];
    return { hasPlan: now.published !== null, now, overrides, options: options.length === 0 ? [] : await this.db.read(actor, (tx) => this.withStrangers(tx, now, options)) };
  }

  /** Each with who needs somebody to themselves and would go with strangers, and whom to introduce. */
  private async withStrangers(tx: Tx, { week: { problem, names } }: Now, options: readonly FoundGoing[]): Promise<FoundGoing[]> {
    const met = await togetherOf(tx, null);
    const times = new Map(met.map((each) => [pairOf(each.residentId, each.staffId), each.times]));
    const staff = await staffNames(tx, dayIn(tx.actor.zone, tx.now));
    const known = (resident: string) => staff.filter(({ id, isHere }) => isHere && isKnown(times.get(pairOf(resident, id)) ?? 0)).map(({ name }) => name);
    return options.map((option) => {
      const { session } = option;
      const isOut = problem.activities.find(({ id }) => id === session.activity)?.setting === 'out';
      const crew = new Set([...session.staff, ...session.vehicles.map(({ driver }) => driver)]);
      const residents = problem.residents.filter(({ id }) => session.residents.includes(id)).map((each) => ({ id: each.id, name: names.call('resident', each.id), support: isOut ? each.supportOut : each.supportIn }));
      return { ...option, sentences: [...option.sentences, ...strangersIn({ residents, staff: staff.filter(({ id }) => crew.has(id)) }, times, known).map(({ words }) => words)] };
    });
  }

  /** Adds it to what people were told of today and tells them, both or neither, with the sentence of everybody's turn kept. */
  async go(actor: Actor, wanted: Wanted): Promise<GoneOut | Refused> {
    const { hasPlan, options, overrides } = await this.find(actor);
    if (!hasPlan) return no('NO_PLAN');
    const option = options.find(({ session }) => session.activity === wanted.activityId && session.start === wanted.start);
    if (!option) return no('NOT_POSSIBLE_NOW');
    const chosen = wanted.override ? overridden(option, wanted.override, overrides) : option;
    if (chosen instanceof Refused) return chosen;
    return this.publishing.orTaken(actor, null, () => this.db.write(actor, (tx) => this.goIn(tx, option, chosen, wanted.override)));
  }

  private async goIn(tx: Tx, option: FoundGoing, { session, comes, waits }: FoundGoing, override: Override | null): Promise<GoneOut | Refused> {
    await waitForWeek(tx, mondayOf(dayIn(tx.actor.zone, tx.now)));
    const { weekStarts, week, published } = await this.now(tx);
    if (!published) return no('NO_PLAN');
    const told = week.told.map(asPlanned);
    const at = option.joins === null ? -1 : told.findIndex(({ activity, start }) => activity === session.activity && start === session.start);
    if (option.joins !== null && at < 0) return no('NOT_POSSIBLE_NOW');
    const sessions = at < 0 ? [...told, session] : told.map((one, i) => (i === at ? session : one));
    const broken = newFindings(findingsOf(week, told), findingsOf(week, sessions));
    if (broken.length > 0) return override ? refused<GoCode>(GO_WORDS, broken.map((about) => ({ code: 'BREAKS_A_RULE', about }))) : no('NOT_POSSIBLE_NOW');
    const placed = await this.publishing.tell(tx, published.id, weekStarts, week, sessions, { plan: `Changed by ${tx.actor.name}`, telling: NO_WHY });
    await this.drafts.save(tx, published, { sessions });
    const sessionId = placed.find((one) => one.session.activity === session.activity && one.session.start === session.start)?.id;
    const { homeId, accountId: decidedBy, name: decidedByName } = tx.actor;
    const isSwapped = (id: string) => override !== null && (id === override.goes || id === override.instead);
    if (sessionId) await insertAll(tx, TurnEntity, [...comes, ...waits].map(({ resident: residentId, place, goes, words }): TurnEntity => (
      { homeId, id: newId(), sessionId, residentId, place, goes, words, overrideReason: isSwapped(residentId) ? (override?.reason.trim() ?? null) : null, decidedBy, decidedByName, decidedAt: tx.now })));
    return { planId: published.id, words: option.sentences[0] ?? '' };
  }

  private options({ week, minute }: Now, waiting: GoNowLimits['waiting']): Promise<FoundGoing[]> {
    return findGoings({ problem: week.problem, called: calledIn(week) }, { sessions: week.told.map(asPlanned), minute, waiting });
  }

  private async now(tx: Tx): Promise<Now> {
    const { zone } = tx.actor;
    const weekStarts = mondayOf(dayIn(zone, tx.now));
    return { weekStarts, minute: minuteNow(zone, weekStarts, tx.now), week: await stateWeek(tx, tx.actor, weekStarts), published: await publishedPlan(tx, weekStarts) };
  }

  /** When everybody was last out, and how often in a row there was no place for them. */
  private async waiting(tx: Tx): Promise<NonNullable<GoNowLimits['waiting']>> {
    const rows = await tx.em.query<{ resident: string; lastOut: Date | null; overlooked: number }[]>(
      `SELECT r.id AS resident,
         (SELECT max(s.starts_at) FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
          WHERE t.home_id = r.home_id AND t.resident_id = r.id AND a.setting = 'out' AND t.level IN ('took part', 'joined in a little', 'watched')) AS "lastOut",
         (SELECT count(*)::int FROM turn w WHERE w.home_id = r.home_id AND w.resident_id = r.id AND NOT w.goes
            AND w.decided_at > coalesce((SELECT max(g.decided_at) FROM turn g WHERE g.home_id = r.home_id AND g.resident_id = r.id AND g.goes), '-infinity')) AS overlooked
       FROM resident r WHERE r.home_id = $1 AND r.status = 'living here'`, [tx.actor.homeId]);
    return rows.map(({ resident, lastOut, overlooked }) => ({ resident, promisedOn: null, lastOut: lastOut && dayIn(tx.actor.zone, lastOut), overlooked }));
  }

  /** How often the order was not kept in the past four weeks. */
  private async overrides(tx: Tx): Promise<number> {
    const [row] = await tx.em.query<{ count: number }[]>(
      `SELECT count(DISTINCT session_id)::int AS count FROM turn WHERE home_id = $1 AND override_reason IS NOT NULL AND decided_at > $2`,
      [tx.actor.homeId, instantAt(tx.actor.zone, dayIn(tx.actor.zone, tx.now), -28 * 1440)]);
    return row?.count ?? 0;
  }
}

/** The option with one person going instead of another, where that is allowed. */
function overridden(option: FoundGoing, override: Override, before: number): FoundGoing | Refused {
  const names = new Map([...option.comes, ...option.waits].map((turn) => [turn.resident, turn]));
  const asTurns = [...option.comes, ...option.waits].map((turn) => ({ ...turn, say: () => turn.words }));
  const answer = overrideTurn(asTurns, override, before);
  if (!answer.ok) return no('NO_OVERRIDE', answer.message);
  const call = (_kind: string, id: string) => names.get(id)?.name ?? id;
  const turns = answer.turns.map(({ say, ...turn }) => ({ ...turn, name: names.get(turn.resident)?.name ?? '', words: say({ call, when: String, during: String }) }));
  return {
    ...option, comes: turns.filter(({ goes }) => goes), waits: turns.filter(({ goes }) => !goes),
    session: { ...option.session, residents: option.session.residents.map((id) => (id === override.instead ? override.goes : id)) },
  };
}
