import { Injectable } from '@nestjs/common';
import { type ActivityTerms, type ActivityText, GAP_WORDS, SUPPORT_STYLES, mayBeKept, mayStand } from '@promenade/domain/library/activity';
import { type Improvable, differing } from '@promenade/domain/library/improving';
import { NOTE_WORDS, START_WORDS, mayNote, mayStartUsing } from '@promenade/domain/library/using';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { RoomEntity, VenueEntity } from '../venues/venues.entities.ts';
import type { ActivityNote, EntryInput, EntrySaved, NoteInput, StartUsingInput } from './entries.graphql.ts';
import { ActivityDraftEntity, ActivityEntity, ActivityNoteEntity, ActivityRoomEntity, ActivityVersionEntity, KitWordEntity, type VersionKind } from './library.entities.ts';
import { kitName, rowOf } from './library.reads.ts';
import { SHIPPED_BY_KEY } from './shipped/all.ts';
import type { ShippedActivity } from './shipped/shipped.ts';

const saved = (ref: string, draft = false): EntrySaved => ({ ref, draft });
const trimmed = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');

/** The home's hand on its library: taking up, writing, changing, retiring, and noting what worked. */
@Injectable()
export class EntriesService {
  /** From now on the home plans with a shipped entry. */
  async start(tx: Tx, input: StartUsingInput): Promise<EntrySaved | Refused> {
    const shipped = SHIPPED_BY_KEY.get(input.shippedKey);
    if (!shipped) throw new NotFound('This activity');
    const { homeId } = tx.actor;
    await tx.em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`library ${homeId} ${input.shippedKey}`]);
    const before = await tx.em.findOneBy(ActivityEntity, { homeId, shippedKey: shipped.key });
    if (before?.id === input.id) return saved(before.id);
    const decision = mayStartUsing({ isUsed: before?.retiredOn === null, isRetired: before != null && before.retiredOn !== null, rooms: input.roomIds.length, setting: shipped.setting, atBedside: shipped.atBedside });
    if (!decision.allowed) return refused(START_WORDS, decision.reasons);
    await this.checkPlaces(tx, input.roomIds, input.venueId ?? null);
    const skills = Object.fromEntries(Object.entries(shipped.skills).filter(([skill]) => input.skills?.includes(skill) ?? true));
    const row = { ...columnsOf(shipped), skills, homeId, id: input.id, venueId: input.venueId ?? null, shippedKey: shipped.key, shippedVersion: shipped.version, ownFields: [], retiredOn: null };
    await tx.em.insert(ActivityEntity, row);
    await this.setRooms(tx, input.id, input.roomIds);
    await this.keep(tx, input.id, 'started', null);
    return saved(input.id);
  }

  /** Keeps a draft, or makes it the entry: a new one, or the next version of one. */
  async save(tx: Tx, input: EntryInput): Promise<EntrySaved | Refused> {
    const { homeId } = tx.actor;
    const [text, terms] = [textOf(input), termsOf(input)];
    const held = input.activityId ? await this.held(tx, input.activityId) : null;
    if (input.draft) return this.saveDraft(tx, input, text);
    const decision = mayStand(text, terms);
    if (!decision.allowed) return refused(GAP_WORDS, decision.reasons);
    const place = mayStartUsing({ isUsed: false, isRetired: held != null && held.retiredOn !== null, rooms: input.roomIds.length, setting: terms.setting, atBedside: terms.atBedside });
    if (!place.allowed) return refused(START_WORDS, place.reasons);
    await this.checkPlaces(tx, input.roomIds, input.venueId ?? null);
    const id = held?.id ?? input.id;
    const shipped = SHIPPED_BY_KEY.get(held?.shippedKey ?? '');
    const row = {
      ...columnsOf({ ...text, ...terms }), homeId, id, venueId: input.venueId ?? null, skills: skillsOf(input), hours: hoursOf(input), maxPerWeek: maxPerWeekOf(input),
      driverSupports: held?.driverSupports ?? true, ownFields: shipped ? differing(text, shipped) : [], retiredOn: held?.retiredOn ?? null, shippedKey: held?.shippedKey ?? null, shippedVersion: held?.shippedVersion ?? null,
    };
    if (!held && (await this.isThere(tx, id, text.name))) return saved(id);
    if (held) await tx.em.update(ActivityEntity, { homeId, id }, row);
    else await tx.em.insert(ActivityEntity, row);
    await this.setRooms(tx, id, input.roomIds);
    await this.keep(tx, id, held ? 'changed' : 'written', wordsOrNull(input.changeWhy));
    await tx.em.delete(ActivityDraftEntity, { homeId, id: input.id });
    return saved(id);
  }

  private async saveDraft(tx: Tx, input: EntryInput, text: ActivityText): Promise<EntrySaved | Refused> {
    const wrong = mayBeKept(text).filter((gap) => gap !== false);
    if (wrong.length > 0) return refused(GAP_WORDS, wrong);
    const { homeId, accountId, name } = tx.actor;
    const key = { homeId, id: input.id };
    const draft = { ...key, activityId: input.activityId ?? null, content: rowOf(input) as never, savedBy: accountId, savedByName: name, savedAt: tx.now };
    await tx.em.createQueryBuilder().insert().into(ActivityDraftEntity).values(draft).orUpdate(['content', 'saved_by', 'saved_by_name', 'saved_at'], ['home_id', 'id']).execute();
    return saved(input.id, true);
  }

  async discardDraft(tx: Tx, id: string): Promise<boolean> {
    const { affected } = await tx.em.delete(ActivityDraftEntity, { homeId: tx.actor.homeId, id });
    return (affected ?? 0) > 0;
  }

  /** It stays readable, with everything that happened; nobody plans with it any more. */
  async retire(tx: Tx, id: string, why: string): Promise<EntrySaved> {
    const held = await this.held(tx, id);
    if (why.trim() === '') throw new Invalid('Say why it is retired, so that nobody brings it back without asking.');
    if (held.retiredOn !== null) return saved(id);
    await tx.em.update(ActivityEntity, { homeId: tx.actor.homeId, id }, { retiredOn: dayIn(tx.actor.zone, tx.now) });
    await this.keep(tx, id, 'retired', why.trim().slice(0, 1000));
    return saved(id);
  }

  async bringBack(tx: Tx, id: string): Promise<EntrySaved> {
    const held = await this.held(tx, id);
    if (held.retiredOn === null) return saved(id);
    await tx.em.update(ActivityEntity, { homeId: tx.actor.homeId, id }, { retiredOn: null });
    await this.keep(tx, id, 'brought back', null);
    return saved(id);
  }

  /** Takes the shipped words for one field the home had made its own. */
  async takeShipped(tx: Tx, id: string, field: string): Promise<EntrySaved> {
    const held = await this.held(tx, id);
    const shipped = SHIPPED_BY_KEY.get(held.shippedKey ?? '');
    const own = held.ownFields ?? [];
    if (!shipped || !own.includes(field)) throw new Invalid('This part already says what the library says.');
    const ownFields = own.filter((each) => each !== field);
    await tx.em.update(ActivityEntity, { homeId: tx.actor.homeId, id }, { ...columnsOf({ ...textFrom(held), [field]: shipped[field as Improvable] }), ownFields });
    await this.keep(tx, id, 'changed', 'The library’s own words again.');
    return saved(id);
  }

  async note(tx: Tx, input: NoteInput): Promise<ActivityNote | Refused> {
    const { homeId, accountId, name } = tx.actor;
    await this.held(tx, input.activityId);
    const decision = mayNote({ kind: input.kind, words: input.words, style: input.style ?? null });
    if (!decision.allowed) return refused(NOTE_WORDS, decision.reasons);
    const words = input.words.trim();
    const before = await tx.em.findOneBy(ActivityNoteEntity, { homeId, id: input.id });
    if (before) {
      if (before.words !== words || before.activityId !== input.activityId) throw new Conflict('Something else was noted under this name already. Open the page again.');
      return before;
    }
    if (input.correctsId && !(await tx.em.existsBy(ActivityNoteEntity, { homeId, id: input.correctsId, activityId: input.activityId }))) throw new NotFound('The note to put right');
    const note = {
      homeId, id: input.id, activityId: input.activityId, sessionId: input.sessionId ?? null, kind: input.kind as 'worked' | 'change', style: SUPPORT_STYLES.find((style) => style === input.style) ?? null,
      words, correctsId: input.correctsId ?? null, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    await tx.em.insert(ActivityNoteEntity, note);
    return note;
  }

  async sayKit(tx: Tx, id: string, item: string, missing: boolean): Promise<boolean> {
    const name = kitName(item);
    if (name === '' || name.length > 400) throw new Invalid('Say which piece of kit.');
    const { homeId, accountId } = tx.actor;
    await tx.em.createQueryBuilder().insert().into(KitWordEntity).values({ homeId, id, item: name, missing, recordedBy: accountId, recordedByName: tx.actor.name, recordedAt: tx.now }).orIgnore().execute();
    return true;
  }

  /** The activity, held so that two changes follow one another; NotFound when it is not the home's. */
  private async held(tx: Tx, id: string): Promise<ActivityEntity> {
    const held = await tx.em.findOne(ActivityEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!held) throw new NotFound('This activity');
    return held;
  }

  /** Sent a second time under its id. */
  private async isThere(tx: Tx, id: string, name: string): Promise<boolean> {
    const before = await tx.em.findOneBy(ActivityEntity, { homeId: tx.actor.homeId, id });
    if (before && before.name !== name) throw new Conflict('Another entry was written under this name already. Open the page again.');
    return before !== null;
  }

  private async checkPlaces(tx: Tx, roomIds: readonly string[], venueId: string | null): Promise<void> {
    const { homeId } = tx.actor;
    const rooms = new Set(roomIds);
    if (rooms.size > 0 && (await tx.em.countBy(RoomEntity, { homeId, id: In([...rooms]) })) !== rooms.size) throw new NotFound('One of these rooms');
    if (venueId && !(await tx.em.existsBy(VenueEntity, { homeId, id: venueId }))) throw new NotFound('This place');
  }

  private async setRooms(tx: Tx, activityId: string, roomIds: readonly string[]): Promise<void> {
    const { homeId } = tx.actor;
    await tx.em.delete(ActivityRoomEntity, { homeId, activityId });
    if (roomIds.length > 0) await tx.em.insert(ActivityRoomEntity, [...new Set(roomIds)].map((roomId) => ({ homeId, activityId, roomId })));
  }

  /** The next version: what the entry says now, whole. */
  private async keep(tx: Tx, activityId: string, kind: VersionKind, why: string | null): Promise<void> {
    const { homeId, accountId, name } = tx.actor;
    const row = await tx.em.findOneByOrFail(ActivityEntity, { homeId, id: activityId });
    const number = (await tx.em.maximum(ActivityVersionEntity, 'number', { homeId, activityId })) ?? 0;
    await tx.em.insert(ActivityVersionEntity, { homeId, id: newId(), activityId, number: number + 1, kind, content: rowOf(row) as never, why, recordedBy: accountId, recordedByName: name, recordedAt: tx.now });
  }
}

/** Text and terms as the table's columns: copies, so that nothing shipped is ever changed. */
export function columnsOf(entry: Partial<ShippedActivity> & ActivityText) {
  const kept = Object.entries(entry).filter(([field]) => field !== 'key' && field !== 'version');
  return structuredClone(Object.fromEntries(kept)) as Omit<ActivityEntity, 'homeId' | 'id' | 'venueId' | 'retiredOn'>;
}

function textFrom(held: ActivityEntity): ActivityText {
  const { name, kind, picture, reach = 'sitting', speaksTo = [], seasons = [], why, placeWords = '', staffWords = '', steps, adapt, goodDay = '', badDay = '', watchFor, equipment, respect } = held;
  return { name, kind: kind as ActivityText['kind'], picture, reach, speaksTo, seasons, why, placeWords, staffWords, steps, adapt, goodDay, badDay, watchFor, equipment, respect };
}

function textOf(input: EntryInput): ActivityText {
  const { plansIt, stepByStep, joinsThroughSenses, respondsToTouchAndSound } = input.adapt;
  return {
    name: input.name.trim(), kind: input.kind as ActivityText['kind'], picture: input.picture.trim().slice(0, 40) || 'star', reach: input.reach as ActivityText['reach'], speaksTo: trimmed(input.speaksTo),
    seasons: [...new Set(input.seasons)] as ActivityText['seasons'], why: input.why.trim(), placeWords: input.placeWords.trim(), staffWords: input.staffWords.trim(), steps: trimmed(input.steps),
    adapt: { plansIt: plansIt.trim(), stepByStep: stepByStep.trim(), joinsThroughSenses: joinsThroughSenses.trim(), respondsToTouchAndSound: respondsToTouchAndSound.trim() },
    goodDay: input.goodDay.trim(), badDay: input.badDay.trim(), watchFor: trimmed(input.watchFor), equipment: trimmed(input.equipment), respect: input.respect.trim(),
  };
}

function termsOf({ setting, minutes, groupMin, groupMax, baseStaff, costPence, transport, atBedside }: EntryInput): ActivityTerms {
  if (setting !== 'home' && setting !== 'out') throw new Invalid('Choose at home or away from home.');
  if (transport && transport !== 'vehicle' && transport !== 'walk') throw new Invalid('Choose by vehicle or on foot.');
  const out = setting === 'out';
  return { setting, minutes, groupMin, groupMax, baseStaff, costPence, transport: out ? ((transport ?? null) as ActivityTerms['transport']) : null, atBedside: !out && atBedside };
}

function skillsOf({ skills }: EntryInput): Record<string, number> {
  if (skills.length > 10 || skills.some(({ skill, staff }) => skill.trim() === '' || skill.length > 60 || staff < 1 || staff > 20)) throw new Invalid('Say each skill in a word, and how many of us must have it, from 1.');
  return Object.fromEntries(skills.map(({ skill, staff }) => [skill.trim(), staff]));
}

function hoursOf({ hours, minutes }: EntryInput): EntryInput['hours'] {
  const sound = hours.length > 0 && hours.length <= 20 && hours.every(({ days, from, to }) => days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) && from < to);
  if (!sound) throw new Invalid('Say on which days and between which times it can be held, the earlier time first.');
  const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  if (hours.some(({ from, to }) => minute(to) - minute(from) < minutes)) throw new Invalid('It lasts longer than the time in which it can be held. Give it longer hours, or make it shorter.');
  return hours.map(({ days, from, to }) => ({ days: [...new Set(days)].toSorted(), from, to }));
}

function maxPerWeekOf({ maxPerWeek }: EntryInput): number {
  if (!Number.isInteger(maxPerWeek) || maxPerWeek < 1 || maxPerWeek > 50) throw new Invalid('Say how often in a week it can be held, from 1 to 50.');
  return maxPerWeek;
}
