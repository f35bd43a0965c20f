/** What the library answers: the shelf, found and put in order, and the page of one entry. */
import { ACTIVITY_KINDS, SUPPORT_STYLES } from '@promenade/domain/library/activity';
import { type Texts, searchFor } from '@promenade/domain/library/finding';
import { howItWent, howItWentFor } from '@promenade/domain/library/how-it-went';
import { differing } from '@promenade/domain/library/improving';
import { type Ranked, type WentAt, rankFor, whatItTakes, whoMightLove } from '@promenade/domain/library/ranking';
import { dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import type { ActivityNote, EntryPage, LibraryEntry, LibraryInput, LibraryShelf } from './entries.graphql.ts';
import { ActivityEntity, ActivityNoteEntity, ActivityRoomEntity, ActivityVersionEntity } from './library.entities.ts';
import { type Entry, entryOf, kitName, libraryOf, missingKit, namedBy, peopleHere, shippedEntry, wentHere } from './library.reads.ts';
import { SHIPPED_BY_KEY } from './shipped/all.ts';

type Kit = Awaited<ReturnType<typeof missingKit>>;

/** A word in the name is worth more than one in a step. */
const textsOf = (entry: Entry): Texts => [
  [8, entry.name], [5, entry.kind], [5, entry.speaksTo.join(' ')], [3, entry.why], [2, entry.equipment.join(' ')], [2, entry.steps.join(' ')], [1, Object.values(entry.adapt).join(' ')], [1, entry.placeWords],
];

const useOf = ({ held }: Entry) => (!held ? 'not yet' : held.retiredOn !== null ? 'retired' : 'used');

/** The library as asked for. At most five statements, whatever there is. */
export async function shelf(tx: Tx, input: LibraryInput): Promise<LibraryShelf> {
  checkInput(input);
  const today = dayIn(tx.actor.zone, tx.now);
  const [entries, went, kit] = [await libraryOf(tx), await wentHere(tx, today), await missingKit(tx)];
  const [person = null] = input.forResident ? await peopleHere(tx, today, went, input.forResident) : [];
  if (input.forResident && !person) throw new NotFound('This person');
  const shown = entries.filter((entry) => (input.use ? useOf(entry) === input.use : useOf(entry) !== 'retired'));
  const worth = searchFor(input.words ?? '');
  const found = shown.filter((entry) => fits(entry, input, kit)).flatMap((entry) => {
    const found = worth(textsOf(entry));
    return found === null ? [] : [{ entry, worth: found }];
  });
  const worthOf = new Map(found.map(({ entry, worth: each }) => [entry.ref, each]));
  const ranked = person ? rankFor(person, found.map(({ entry }) => entry), today) : found.map(({ entry }) => unranked(entry));
  const inOrder = person && !input.words?.trim() ? ranked : ranked.toSorted((one, two) => (worthOf.get(two.entry.ref) ?? 0) - (worthOf.get(one.entry.ref) ?? 0) || two.score - one.score || one.entry.name.localeCompare(two.entry.name, 'en'));
  const wentBy = Map.groupBy(went, ({ activityId }) => activityId);
  return {
    total: shown.length,
    forPerson: person ? { id: person.residentId, name: person.name, style: person.style } : null,
    entries: inOrder.map((each) => listed(each, wentBy.get(each.entry.activityId ?? '') ?? [], kit)),
  };
}

function checkInput({ setting, company, use, kinds, minutes }: LibraryInput): void {
  if (setting && !['home', 'out'].includes(setting)) throw new Invalid('Choose at home or away from home.');
  if (company && !['one', 'group'].includes(company)) throw new Invalid('Choose one person or a group.');
  if (use && !['used', 'not yet', 'retired'].includes(use)) throw new Invalid('Choose what is used here, what is not yet, or what was retired.');
  if (kinds?.some((kind) => !(ACTIVITY_KINDS as readonly string[]).includes(kind))) throw new Invalid('Choose kinds of activity from the list.');
  if (minutes != null && minutes < 1) throw new Invalid('Say how many minutes there are, from 1.');
}

function fits(entry: Entry, { kinds, setting, free, minutes, company, kitHere }: LibraryInput, kit: Kit): boolean {
  return (!kinds?.length || kinds.includes(entry.kind))
    && (!setting || entry.setting === setting)
    && (!free || entry.costPence === 0)
    && (minutes == null || entry.minutes <= minutes)
    && (!company || (company === 'one' ? entry.groupMin === 1 : entry.groupMax > 1))
    && (!kitHere || entry.equipment.every((item) => !kit.has(kitName(item))));
}

const unranked = (entry: Entry): Ranked<Entry> => ({ entry, score: 0, reasons: [], drawbacks: [], line: entry.why, how: null });

function listed({ entry, line, how, drawbacks, reasons }: Ranked<Entry>, went: readonly WentAt[], kit: Kit): LibraryEntry {
  const { ref, activityId, name, kind, picture, setting, minutes, groupMin, groupMax, costPence, why } = entry;
  return {
    ref, activityId, name, kind, picture, setting, minutes, groupMin, groupMax, costPence, why, line, how, use: useOf(entry), own: entry.shippedKey === null, takes: whatItTakes(entry),
    reasons: [...reasons], drawbacks: [...drawbacks], went: howItWent(went).words, missingKit: entry.equipment.filter((item) => kit.has(kitName(item))),
  };
}

/** One entry by its activity's id or its shipped key. */
export async function entryBy(tx: Tx, ref: string): Promise<Entry> {
  const shipped = SHIPPED_BY_KEY.get(ref);
  const held = await tx.em.findOneBy(ActivityEntity, { homeId: tx.actor.homeId, ...(shipped ? { shippedKey: ref } : { id: ref }) });
  if (held) return entryOf(held, SHIPPED_BY_KEY.get(held.shippedKey ?? '') ?? null);
  if (!shipped) throw new NotFound('This activity');
  return shippedEntry(shipped);
}

/** The page of one entry. At most eight statements, whatever there is. */
export async function entryPage(tx: Tx, ref: string): Promise<EntryPage> {
  const entry = await entryBy(tx, ref);
  const today = dayIn(tx.actor.zone, tx.now);
  const { activityId } = entry;
  const went = activityId ? await wentHere(tx, today, activityId) : [];
  const people = await peopleHere(tx, today, went);
  const kit = await missingKit(tx);
  const rooms = activityId ? await tx.em.findBy(ActivityRoomEntity, { homeId: tx.actor.homeId, activityId }) : [];
  const versions = activityId ? await tx.em.find(ActivityVersionEntity, { where: { homeId: tx.actor.homeId, activityId }, order: { number: 'DESC' }, take: 50 }) : [];
  const { reach, baseStaff, transport, atBedside, placeWords, staffWords, goodDay, badDay, respect } = entry;
  return {
    entry: listed(unranked(entry), went, kit), reach, baseStaff, transport, atBedside, placeWords, staffWords, goodDay, badDay, respect,
    maxPerWeek: entry.held?.maxPerWeek ?? entry.shipped?.maxPerWeek ?? 1, speaksTo: [...entry.speaksTo], seasons: [...entry.seasons], steps: [...entry.steps], adapt: { ...entry.adapt }, watchFor: [...entry.watchFor],
    skillsNeeded: Object.entries(entry.skills).map(([skill, staff]) => ({ skill, staff })), hours: (entry.held ?? entry.shipped)?.hours.map(({ days, from, to }) => ({ days: [...days], from, to })) ?? [],
    roomIds: rooms.map(({ roomId }) => roomId), venueId: entry.held?.venueId ?? null, retiredOn: entry.held?.retiredOn ?? null,
    kit: entry.equipment.map((item) => ({ item, missingSaidBy: kit.get(kitName(item))?.byName ?? null, missingSince: kit.get(kitName(item))?.at ?? null })),
    wentByStyle: SUPPORT_STYLES.map((style) => ({ style, words: howItWentFor(style, went).words })),
    mightLove: whoMightLove(entry, people, today).map(({ person, ranked }) => ({ residentId: person.residentId, name: person.name, line: ranked.line, drawbacks: [...ranked.drawbacks], how: ranked.how })),
    notes: activityId ? await notesOf(tx, activityId) : [], versions,
    offered: entry.held && entry.shipped ? differing(entry, entry.shipped).map((field) => ({ field, lines: linesOf(entry.shipped?.[field]) })) : [],
    namedBy: activityId ? await namedBy(tx, activityId) : { routines: 0, promises: 0, sessions: 0 },
  };
}

const linesOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as Record<string, string>));

/** Notes that no other corrects, newest first. */
export async function notesOf(tx: Tx, activityId: string): Promise<ActivityNote[]> {
  const notes = await tx.em.find(ActivityNoteEntity, { where: { homeId: tx.actor.homeId, activityId }, order: { recordedAt: 'DESC', id: 'DESC' }, take: 200 });
  const corrected = new Set(notes.map(({ correctsId }) => correctsId));
  return notes.filter(({ id }) => !corrected.has(id));
}
