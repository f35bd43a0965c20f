/** The single pages of a family: a week, what happened with photos, the life story, what was asked, when one visits. */
import { Injectable } from '@nestjs/common';
import { DAYS_TO_ANSWER } from '@promenade/domain/asks/ask';
import { type SharedKind, sayNotShared } from '@promenade/domain/circle/sharing';
import { sayReason } from '@promenade/domain/family/promise-words';
import { mayShowMedia } from '@promenade/domain/media/media';
import { sayHowKnown } from '@promenade/domain/people/life-story';
import { type Day, addDays, clockIn, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import { AsksService } from '../asks/asks.service.ts';
import { ToldService } from '../asks/told.service.ts';
import { VisitsService } from '../asks/visits.service.ts';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { FamilyAsksType, FamilyHappenedType, FamilyLifeStoryType, FamilyPlannedType, FamilyWeekType } from './family-pages.graphql.ts';
import { type NotRunRow, factsOf, notRunOf, photosOf } from './family-pages.reads.ts';
import type { FamilyHappeningType } from './family.graphql.ts';
import { type AttendanceRow, type PersonRow, type SessionRow, changesTold, happenedTo, peopleOf, plannedFor, routinesKept } from './family.reads.ts';
import { happeningOf, routineHappeningOf, sessionOf } from './family.rows.ts';

const WEEK = 7;
const DAYS_BACK = 21;

@Injectable()
export class FamilyPagesService {
  constructor(
    private readonly asks: AsksService,
    private readonly visits: VisitsService,
    private readonly told: ToldService,
  ) {}

  /** The week of a day; this week when none is named. */
  async week(tx: Tx, residentId: string, on: Day | null): Promise<FamilyWeekType> {
    const person = await personOf(tx, residentId);
    const { zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const monday = mondayOf(on ?? today);
    const [from, to] = [instantAt(zone, monday, 0), instantAt(zone, addDays(monday, WEEK), 0)];
    const isGone = person.status === 'died';
    const [plans, days] = [ids(person, 'plan'), ids(person, 'attendance')];
    const sessions = (await plannedFor(tx, plans, from, to)).filter(({ startsAt }) => !isGone || startsAt < tx.now);
    const attended = await happenedTo(tx, days, from);
    const notRun = await notRunOf(tx, sessions.map(({ id }) => id));
    const routines = (await routinesKept(tx, days, monday)).filter(({ day }) => day < addDays(monday, WEEK));
    const told = isGone ? [] : await changesTold(tx, plans, from);
    const visits = isGone ? [] : await this.visits.between(tx, [residentId], monday, addDays(monday, WEEK - 1));
    return {
      personId: person.id, person: person.name, today, monday, isGone,
      days: Array.from({ length: WEEK }, (_, n) => addDays(monday, n)).map((day) => ({
        day,
        planned: sessions.filter(({ startsAt }) => dayIn(zone, startsAt) === day).map((row) => plannedOf(tx, person, row, attended, notRun)),
        happened: routines.filter((each) => each.day === day).map((row) => routineHappeningOf(row, person.name)),
        visits: visits.filter((visit) => visit.day === day),
      })),
      changed: told.filter(({ startsAt }) => startsAt < to),
      notShared: isGone ? [] : notShared(person, ['plan', 'attendance']),
    };
  }

  /** Three weeks back from a day; up to now when none is named. */
  async happened(tx: Tx, residentId: string, before: Day | null): Promise<FamilyHappenedType> {
    const person = await personOf(tx, residentId);
    const { zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const end = before ?? addDays(today, 1);
    const from = addDays(end, -DAYS_BACK);
    const isWithin = (day: Day) => day >= from && day < end;
    const [start, until] = [instantAt(zone, from, 0), instantAt(zone, end, 0)];
    const attended = (await happenedTo(tx, ids(person, 'attendance'), start)).filter(({ startsAt }) => startsAt < until);
    const routines = (await routinesKept(tx, ids(person, 'attendance'), from)).filter(({ day }) => isWithin(day));
    const past = (await plannedFor(tx, ids(person, 'plan'), start, until)).filter(({ endsAt }) => endsAt <= tx.now);
    const notRun = await notRunOf(tx, past.map(({ id }) => id));
    const photos = await photosOf(tx, ids(person, 'photos'), attended.map(({ sessionId }) => sessionId));
    const happened = [
      ...attended.map((row) => happeningOf(row, person.name, zone, photos.filter(({ sessionId }) => sessionId === row.sessionId))),
      ...routines.map((row) => routineHappeningOf(row, person.name)),
      ...past.flatMap((row) => {
        const report = notRun.find(({ sessionId }) => sessionId === row.id);
        return report && !attended.some(({ sessionId }) => sessionId === row.id) ? [notRunHappening(tx, person, row, report)] : [];
      }),
    ].toSorted((a, b) => `${b.day}${b.from ?? ''}`.localeCompare(`${a.day}${a.from ?? ''}`));
    return { personId: person.id, person: person.name, today, from, to: addDays(end, -1), happened, notShared: person.status === 'died' ? [] : notShared(person, ['attendance', 'photos']) };
  }

  async lifeStory(tx: Tx, residentId: string): Promise<FamilyLifeStoryType> {
    const person = await personOf(tx, residentId);
    const isShared = person.sees.includes('life story');
    const facts = isShared ? await factsOf(tx, residentId) : null;
    return {
      personId: person.id, person: person.name, told: await this.told.of(tx, residentId), takesPhotos: mayShowMedia(person.photoConsent),
      facts: facts && facts.map(({ toldBy, toldHow, ...fact }) => ({ ...fact, howKnown: sayHowKnown({ toldBy, toldHow }) })),
      notShared: isShared || person.status === 'died' ? null : sayNotShared(person.name, 'life story'),
    };
  }

  async asksOfMine(tx: Tx, residentId: string): Promise<FamilyAsksType> {
    const person = await personOf(tx, residentId);
    return { personId: person.id, person: person.name, workingDays: DAYS_TO_ANSWER, asks: await this.asks.list(tx, residentId) };
  }
}

async function personOf(tx: Tx, residentId: string): Promise<PersonRow> {
  const person = (await peopleOf(tx)).find(({ id }) => id === residentId);
  if (!person) throw new NotFound('This person');
  return person;
}

const ids = (person: PersonRow, kind: SharedKind) => (person.sees.includes(kind) ? [person.id] : []);
const notShared = (person: PersonRow, kinds: readonly SharedKind[]) => kinds.filter((kind) => !person.sees.includes(kind)).map((kind) => sayNotShared(person.name, kind));

/** Why, without the words beside it: those may name somebody else. */
function sayNotRun(person: string, { reason }: NotRunRow): string {
  const because = reason === null || reason === 'other' ? '' : sayReason(reason, '', person);
  return `It did not take place. ${because}`.trim();
}

function notRunHappening(tx: Tx, person: PersonRow, row: SessionRow, report: NotRunRow): FamilyHappeningType {
  const { day, from, what } = sessionOf(row, tx.actor.zone);
  return { id: row.id, day, from, what, words: sayNotRun(person.name, report), note: null, saidBy: report.saidBy, saidAt: report.saidAt, photos: [] };
}

function plannedOf(tx: Tx, person: PersonRow, row: SessionRow, attended: readonly AttendanceRow[], notRun: readonly NotRunRow[]): FamilyPlannedType {
  const { zone } = tx.actor;
  const { id, what, where, staff } = sessionOf(row, zone);
  const times = { from: clockIn(zone, row.startsAt), to: clockIn(zone, row.endsAt) };
  const said = attended.find(({ sessionId }) => sessionId === row.id);
  const report = notRun.find(({ sessionId }) => sessionId === row.id);
  const base = { id, ...times, what, where, staff };
  if (said) {
    const { words, note, saidBy } = happeningOf(said, person.name, zone);
    return { ...base, status: 'over', cameOfIt: words, note, saidBy };
  }
  if (report) return { ...base, status: 'did not run', cameOfIt: sayNotRun(person.name, report), note: null, saidBy: report.saidBy };
  const isOver = row.endsAt <= tx.now && row.status === 'planned';
  return { ...base, status: isOver ? 'over' : row.status, cameOfIt: isOver && person.sees.includes('attendance') ? 'Nobody has written down yet what came of it.' : null, note: null, saidBy: null };
}
