/** When supporters come: said, changed and called off by themselves, seen by staff with what of the plan it meets. */
import { Injectable } from '@nestjs/common';
import { VISIT_WORDS, type VisitEntry, type VisitPlan, isMet, mayCallOff, mayVisit, planOf, sayMeets, sayVisit, visitDays } from '@promenade/domain/asks/visit';
import { type Day, addDays, clockIn, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { PeopleService } from '../people/people.service.ts';
import { VisitEntity } from './asks.entities.ts';
import { closeTo } from './asks.reads.ts';
import type { CallOffVisitInput, FamilyVisitsType, FamilyVisitType, SayVisitInput, VisitDayType } from './visits.graphql.ts';

const DAYS_AHEAD = 42;
const NEXT = 4;

/** A line about a visit, with the names it takes to say it. */
type Line = VisitEntry & { visitId: string; residentId: string; residentName: string; who: string; relation: string; words: string; recordedBy: string };
type Planned = { residentId: string; startsAt: Date; endsAt: Date; what: string; where: string | null; setting: string };

@Injectable()
export class VisitsService {
  constructor(private readonly people: PeopleService) {}

  /** Says a visit, or that one is different now. Sent twice, it is said once. */
  async say(tx: Tx, input: SayVisitInput): Promise<FamilyVisitsType | Refused> {
    const person = await this.person(tx, input.residentId);
    const plan: VisitPlan = { day: input.day, from: input.from, to: input.to, repeats: input.repeats as VisitPlan['repeats'], until: input.repeats === 'once' ? null : (input.until ?? null) };
    const decision = mayVisit(plan, input.words, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(VISIT_WORDS, decision.reasons);
    const visitId = input.visitId ?? input.id;
    if (visitId !== input.id) {
      const lines = await this.linesOf(tx, visitId, input.residentId);
      const isOn = mayCallOff(lines, null);
      if (!isOn.allowed) return refused(VISIT_WORDS, isOn.reasons);
    }
    await this.add(tx, { id: input.id, residentId: input.residentId, visitId, relation: person.relation, kind: 'coming', ...rowOf(plan), words: input.words.trim() });
    return this.own(tx, input.residentId);
  }

  /** Calls a visit off: on one of its days, or altogether. */
  async callOff(tx: Tx, { id, visitId, day = null }: CallOffVisitInput): Promise<FamilyVisitsType | Refused> {
    const lines = await this.linesOf(tx, visitId, null);
    const [first] = lines;
    if (!first) throw new NotFound('This visit');
    const sent = await tx.em.existsBy(VisitEntity, { homeId: tx.actor.homeId, id, visitId });
    if (sent) return this.own(tx, first.residentId);
    const decision = mayCallOff(lines, day);
    if (!decision.allowed) return refused(VISIT_WORDS, decision.reasons);
    const plan = planOf(lines) ?? first;
    await this.add(tx, { id, residentId: first.residentId, visitId, relation: first.relation, kind: day === null ? 'cancelled' : 'not that day', ...rowOf({ ...plan, day: day ?? plan.day }), words: '' });
    return this.own(tx, first.residentId);
  }

  /** The asker's own visits to somebody, with the next days of each. */
  async own(tx: Tx, residentId: string): Promise<FamilyVisitsType> {
    const person = await this.person(tx, residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const lines = await this.lines(tx, [residentId], null);
    const days = await this.daysOf(tx, lines, today, addDays(today, DAYS_AHEAD));
    const seesPlan = await tx.em.query<{ sees: boolean }[]>(`SELECT app_may_see($1, $2, 'plan') AS sees`, [tx.actor.homeId, residentId]);
    const visits = [...Map.groupBy(lines, ({ visitId }) => visitId)].flatMap(([id, of]): FamilyVisitType[] => {
      const plan = planOf(of);
      const next = days.filter(({ visitId }) => visitId === id).slice(0, NEXT);
      return plan && next.length > 0 ? [{ id, when: sayVisit(plan), day: plan.day, from: plan.from, to: plan.to, repeats: plan.repeats, until: plan.until, words: plan.words, next }] : [];
    });
    return { personId: residentId, person: person.name, today, seesPlan: seesPlan[0]?.sees ?? false, isGone: person.status === 'died', visits: visits.toSorted((a, b) => firstDay(a).localeCompare(firstDay(b))) };
  }

  /** Who comes between two days, both included, with what of the plan it meets. */
  async between(tx: Tx, residentIds: readonly string[] | null, first: Day, last: Day): Promise<VisitDayType[]> {
    return this.daysOf(tx, await this.lines(tx, residentIds, null), first, last);
  }

  private async daysOf(tx: Tx, lines: readonly Line[], first: Day, last: Day): Promise<VisitDayType[]> {
    const days = [...Map.groupBy(lines, ({ visitId }) => visitId).values()].flatMap((of) => {
      const plan = planOf(of);
      return plan ? visitDays(of, first, last).map((day) => ({ ...plan, day })) : [];
    });
    const planned = await plannedOn(tx, [...new Set(days.map(({ residentId }) => residentId))], first, last);
    return days.toSorted((a, b) => `${a.day}${a.from}${a.visitId}`.localeCompare(`${b.day}${b.from}${b.visitId}`)).map(({ visitId, residentId, residentName, who, relation, day, from, to, words }) => ({
      visitId, residentId, residentName, who, relation, day, from, to, words,
      meets: planned.filter((each) => each.residentId === residentId && dayIn(tx.actor.zone, each.startsAt) === day).map((each) => ({
        what: each.what, where: each.setting === 'home' ? null : (each.where ?? 'a place outside'), from: clockIn(tx.actor.zone, each.startsAt), to: clockIn(tx.actor.zone, each.endsAt),
      })).filter((each) => isMet({ from, to }, each)).map((each) => sayMeets(residentName, each)),
    }));
  }

  private async person(tx: Tx, residentId: string): Promise<{ name: string; status: string; relation: string }> {
    const person = await closeTo(tx, residentId);
    if (!person) throw new NotFound('This person');
    return person;
  }

  /** What was said about one visit, oldest first, held so that two changes follow one another. */
  private async linesOf(tx: Tx, visitId: string, residentId: string | null): Promise<Line[]> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('visit ' || $1, 0))`, [visitId]);
    const lines = await this.lines(tx, residentId ? [residentId] : null, visitId);
    if (lines.length === 0) throw new NotFound('This visit');
    return lines;
  }

  private lines(tx: Tx, residentIds: readonly string[] | null, visitId: string | null): Promise<Line[]> {
    return tx.em.query<Line[]>(
      `SELECT v.visit_id AS "visitId", v.resident_id AS "residentId", r.preferred_name AS "residentName", v.recorded_by_name AS who, v.relation, v.kind, to_char(v.day, 'YYYY-MM-DD') AS day, v.from_time AS from, v.to_time AS to,
              v.repeats, to_char(v.until_day, 'YYYY-MM-DD') AS until, v.words, v.recorded_by AS "recordedBy"
       FROM visit v JOIN resident r ON r.home_id = v.home_id AND r.id = v.resident_id
       WHERE v.home_id = $1 AND ($2::uuid[] IS NULL OR v.resident_id = ANY($2)) AND ($3::uuid IS NULL OR v.visit_id = $3) AND r.status <> 'died' ORDER BY v.recorded_at, v.id`,
      [tx.actor.homeId, residentIds, visitId],
    );
  }

  private async add(tx: Tx, line: Omit<VisitEntity, 'homeId' | 'supporterId' | 'recordedBy' | 'recordedByName' | 'recordedAt'>): Promise<void> {
    const { homeId, accountId, name, supporterId } = tx.actor;
    if (supporterId === null) throw new NotFound('This person');
    await this.people.once(tx, VisitEntity, { ...line, homeId, supporterId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now }, (before) => before.visitId === line.visitId && before.kind === line.kind && before.day === line.day && before.fromTime === line.fromTime);
  }
}

const rowOf = ({ day, from, to, repeats, until }: VisitPlan) => ({ day, fromTime: from, toTime: to, repeats, untilDay: until });
const firstDay = ({ next, day }: FamilyVisitType) => next[0]?.day ?? day;

/** What these residents are booked for between two days: to a supporter, only where plans are shared. */
function plannedOn(tx: Tx, residentIds: readonly string[], first: Day, last: Day): Promise<Planned[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  const { zone, homeId } = tx.actor;
  return tx.em.query<Planned[]>(
    `SELECT b.resident_id AS "residentId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.name AS what, v.name AS where, a.setting
     FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id LEFT JOIN venue v ON v.home_id = a.home_id AND v.id = a.venue_id
     WHERE b.home_id = $1 AND b.resident_id = ANY($2) AND s.status = 'planned' AND s.starts_at >= $3 AND s.starts_at < $4 ORDER BY s.starts_at, s.id`,
    [homeId, residentIds, instantAt(zone, first, 0), instantAt(zone, addDays(last, 1), 0)],
  );
}
