/** What a list of residents would change: worked out from the file and from what is here, before anything is saved. */
import { AREA_NOT_KNOWN } from '@promenade/domain/people/authority';
import { wholeName } from '@promenade/domain/people/name';
import { sayRatio } from '@promenade/domain/people/support';
import type { Day } from '@promenade/domain/shared/time';
import { nameKey } from '@promenade/interchange/names';
import { areasOfLife } from '@promenade/interchange/resident-circle';
import type { Authority, FoundResident, ResidentRow } from '@promenade/interchange/resident-fields';
import { sayDate } from '@promenade/interchange/dates';
import type { CircleMemberEntity, SupporterEntity } from '../circle/circle.entities.ts';
import type { AuthorityEntity, LifeFactEntity, ResidentEntity } from '../people/people.entities.ts';
import type { WishEntity } from '../promises/promises.entities.ts';
import { type Line, many } from './import-words.ts';

export type InCircle = { readonly residentId: string; readonly supporterId: string; readonly name: string; readonly email: string | null };

export type ResidentsPresent = {
  readonly residents: readonly ResidentEntity[];
  readonly facts: readonly Pick<LifeFactEntity, 'residentId' | 'words'>[];
  readonly wishes: readonly Pick<WishEntity, 'residentId' | 'words'>[];
  readonly circle: readonly InCircle[];
  readonly authorities: readonly Pick<AuthorityEntity, 'residentId' | 'area' | 'kind' | 'supporterId' | 'words'>[];
};

/** Who imports, when, and where new ids come from. */
export type ImportMoment = { readonly homeId: string; readonly accountId: string; readonly now: Date; readonly today: Day; readonly newId: () => string };

export type ResidentsToSave = {
  add: ResidentEntity[];
  update: { id: string; to: Partial<ResidentEntity> }[];
  facts: LifeFactEntity[];
  wishes: WishEntity[];
  supporters: SupporterEntity[];
  members: CircleMemberEntity[];
  authorities: AuthorityEntity[];
};

export type RowEffect = { effect: 'add' | 'update' | 'same' | 'waits' | 'leave out'; title: string; summary: string };

export type ResidentsPlan = { rows: RowEffect[]; toSave: ResidentsToSave; lines: Line[]; button: string };

/** Where imported memories and wishes say they come from. */
export const THE_FILE = 'the home’s own list';
const AT_HOME = { staff: 1, residents: 4 };
const OUT = { staff: 1, residents: 1 };

/** `waiting` are the lines that an open question stands in the way of. */
export function planResidents(rows: readonly ResidentRow[], waiting: ReadonlySet<number>, present: ResidentsPresent, at: ImportMoment): ResidentsPlan {
  const toSave: ResidentsToSave = { add: [], update: [], facts: [], wishes: [], supporters: [], members: [], authorities: [] };
  const circle: InCircle[] = [...present.circle];
  const effects = rows.map((row): RowEffect => {
    const title = wholeName({ ...row.resident, preferredName: row.resident.preferredName || row.resident.legalName || `Line ${row.line}` });
    if (row.verdict === 'refused') return { effect: 'leave out', title, summary: 'Cannot be taken in as it stands.' };
    if (waiting.has(row.line)) return { effect: 'waits', title, summary: 'Waits for an answer.' };
    const known = present.residents.find(({ id }) => id === row.matches) ?? null;
    const base = known ?? newResident(row.resident, at);
    const filled = known ? whatIsEmpty(known, row.resident) : {};
    const facts = newFacts(row.resident, base.id, present, at);
    const wishes = newWishes(row.resident, base, present, at);
    const friends = newFriends(row.resident, base.id, circle, at);
    const authorities = newAuthorities(row.resident, base.id, circle, present, at);
    if (!known) toSave.add.push(base);
    else if (Object.keys(filled).length > 0) toSave.update.push({ id: base.id, to: filled });
    toSave.facts.push(...facts);
    toSave.wishes.push(...wishes);
    toSave.supporters.push(...friends.supporters);
    toSave.members.push(...friends.members);
    toSave.authorities.push(...authorities);
    const more = [
      facts.length > 0 && many(facts.length, 'memory', 'memories'), wishes.length > 0 && many(wishes.length, 'wish', 'wishes'),
      friends.members.length > 0 && `${many(friends.members.length, 'person', 'people')} round them`,
      authorities.length > 0 && 'who may decide, once the document is seen',
    ].filter((part): part is string => part !== false);
    if (!known) return { effect: 'add', title, summary: [aboutNew(base), ...more].join('; ') };
    const parts = [...Object.keys(filled).map((field) => FILLED[field] ?? field), ...more];
    return parts.length === 0 ? { effect: 'same', title, summary: 'Here already, and nothing new.' } : { effect: 'update', title, summary: `Here already. Will be filled in: ${parts.join(', ')}.` };
  });
  const count = (effect: RowEffect['effect']) => effects.filter((row) => row.effect === effect).length;
  const [adding, updating] = [count('add'), count('update')];
  const lines: Line[] = [
    { count: adding, one: 'person', more: 'people', willBe: 'added', was: 'added' },
    { count: updating, one: 'person who is here already', more: 'people who are here already', willBe: 'filled in where something was empty', was: 'filled in where something was empty' },
    { count: toSave.facts.length, one: 'memory', more: 'memories', willBe: 'kept from the file, to be worked through', was: 'kept from the file, to be worked through' },
    { count: toSave.wishes.length, one: 'wish', more: 'wishes', willBe: 'kept, open to be answered', was: 'kept, open to be answered' },
    { count: toSave.members.length, one: 'supporter', more: 'supporters', willBe: 'put into circles; they see nothing until the person agrees', was: 'put into circles; they see nothing until the person agrees' },
    { count: new Set(toSave.authorities.map(({ residentId, supporterId, words }) => `${residentId}${supporterId ?? words}`)).size, one: 'attorney or deputy', more: 'attorneys or deputies', willBe: 'noted; they decide nothing until somebody has seen the document', was: 'noted; they decide nothing until somebody has seen the document' },
  ];
  const touched = adding + updating;
  return { rows: effects, toSave, lines, button: touched === 0 ? 'Import' : `Import ${many(touched, 'person', 'people')}` };
}

const FILLED: Record<string, string> = {
  title: 'title', born: 'date of birth', room: 'room', movedIn: 'moved in', funding: 'who pays', mobility: 'getting about', transfers: 'transfers',
  communication: 'communication', namedWorkerId: 'named worker', photoConsent: 'photos', photoConsentWords: 'what was said about photos',
};

function aboutNew(resident: ResidentEntity): string {
  return [
    resident.room ? `Room ${resident.room}` : 'No room yet', resident.born ? `born ${sayDate(resident.born)}` : 'date of birth not known',
    `out ${sayRatio({ staff: resident.supportOutStaff, residents: resident.supportOutResidents })}`, resident.shortStay ? 'short stay' : '',
  ].filter((part) => part !== '').join(', ');
}

const orNull = (text: string): string | null => text.trim() || null;
const payerOf = (found: FoundResident): string | null => (found.funding.payer === 'nhs' ? 'NHS' : found.funding.payer);

/** Where the file is silent about support, the usual is put down: 1 to 4 at home, 1 to 1 out, and never less out than at home. */
function newResident(found: FoundResident, at: ImportMoment): ResidentEntity {
  const out = found.supportOut ?? OUT;
  const usual = out.staff / out.residents < AT_HOME.staff / AT_HOME.residents ? out : AT_HOME;
  const atHome = found.supportIn ?? usual;
  return {
    homeId: at.homeId, id: at.newId(), title: found.title, givenName: found.givenName, familyName: found.familyName,
    preferredName: found.preferredName || found.legalName, born: found.born, room: orNull(found.room), movedIn: found.movedIn, status: 'living here',
    shortStay: found.shortStay, funding: payerOf(found), wheelchair: found.wheelchair, mobility: orNull(found.mobility), transfers: orNull(found.transfers),
    supportInStaff: atHome.staff, supportInResidents: atHome.residents, supportOutStaff: out.staff, supportOutResidents: out.residents,
    communication: orNull(found.communication), namedWorkerId: found.keyWorker.staffId, targetPerWeek: 5, maxPerDay: 2, weeklyBudgetPence: null,
    riskOut: null, riskDo: null, photoConsent: found.photoConsent, photoConsentWords: orNull(found.photoConsentWords), recordedAt: at.now,
  };
}

/** What is empty here and stands in the file. What is here already is never written over. */
function whatIsEmpty(here: ResidentEntity, found: FoundResident): Partial<ResidentEntity> {
  const file: Partial<ResidentEntity> = {
    title: found.title, born: found.born, room: orNull(found.room), movedIn: found.movedIn, funding: payerOf(found), mobility: orNull(found.mobility),
    transfers: orNull(found.transfers), communication: orNull(found.communication), namedWorkerId: found.keyWorker.staffId,
  };
  const empty = (value: unknown) => value === null || value === '';
  const filled = Object.fromEntries(Object.entries(file).filter(([field, value]) => !empty(value) && empty(here[field as keyof ResidentEntity]))) as Partial<ResidentEntity>;
  if (here.photoConsent === 'not asked' && found.photoConsent !== 'not asked') return { ...filled, photoConsent: found.photoConsent, photoConsentWords: orNull(found.photoConsentWords) };
  return filled;
}

/** A sentence each; what stands in brackets stays together. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?![^(]*\))|\n+/).map((part) => part.trim()).filter((part) => /\p{L}/u.test(part));
}

const sameWords = (a: string, b: string) => nameKey(a) === nameKey(b);

function newFacts(found: FoundResident, residentId: string, present: ResidentsPresent, at: ImportMoment): LifeFactEntity[] {
  const written = [
    ...sentencesOf(found.lifeStoryText).map((words) => ({ words, theme: 'from the file' })),
    ...sentencesOf(found.routineText).map((words) => ({ words, theme: 'routine from the file' })),
  ];
  const here = present.facts.filter((fact) => fact.residentId === residentId);
  return written.filter(({ words }, index) => !here.some((fact) => sameWords(fact.words, words)) && written.findIndex((each) => sameWords(each.words, words)) === index)
    .map(({ words, theme }) => ({
      homeId: at.homeId, id: at.newId(), residentId, words, whenWords: null, theme, toldBy: THE_FILE, toldHow: 'from the file' as const, sensitive: false,
      recordedBy: at.accountId, recordedAt: at.now,
    }));
}

function newWishes(found: FoundResident, resident: ResidentEntity, present: ResidentsPresent, at: ImportMoment): WishEntity[] {
  const here = present.wishes.filter((wish) => wish.residentId === resident.id);
  return sentencesOf(found.wantsText).filter((words) => !here.some((wish) => sameWords(wish.words, words))).map((words) => ({
    homeId: at.homeId, id: at.newId(), residentId: resident.id, words, activityId: null, level: 'taking part' as const, lifeFactId: null,
    raisedBy: `${resident.preferredName}, in ${THE_FILE}`, raisedAt: at.now, answer: null, answerWords: null, answeredBy: null, answeredAt: null,
  }));
}

/** Adds to `circle` as it goes: an address that is known already is the same person, in another circle too. */
function newFriends(found: FoundResident, residentId: string, circle: InCircle[], at: ImportMoment): { supporters: SupporterEntity[]; members: CircleMemberEntity[] } {
  const supporters: SupporterEntity[] = [];
  const members: CircleMemberEntity[] = [];
  for (const { name, relation, email } of found.supporters) {
    if (circle.some((each) => each.residentId === residentId && sameWords(each.name, name))) continue;
    const known = email ? circle.find((each) => each.email === email && sameWords(each.name, name)) : undefined;
    const supporterId = known?.supporterId ?? at.newId();
    if (!known) supporters.push({ homeId: at.homeId, id: supporterId, name, email, phone: null });
    members.push({ homeId: at.homeId, id: at.newId(), residentId, supporterId, relation: relation || 'not said' });
    circle.push({ residentId, supporterId, name, email });
  }
  return { supporters, members };
}

/** A claim in a file is noted without a document seen, and so decides nothing. Next of kin alone is no claim. */
function newAuthorities(found: FoundResident, residentId: string, circle: readonly InCircle[], present: ResidentsPresent, at: ImportMoment): AuthorityEntity[] {
  return found.authorities.flatMap((authority) => {
    const holder = circle.find((each) => each.residentId === residentId && sameWords(each.name, authority.holderName));
    const kind = authority.kind === 'deputy' ? 'deputy' : 'attorney';
    const areas = authority.areas.length > 0 ? areasOfLife(authority.areas) : [AREA_NOT_KNOWN];
    return areas.map((area): AuthorityEntity => ({
      homeId: at.homeId, id: at.newId(), residentId, area, kind, supporterId: holder?.supporterId ?? null, words: claim(authority, kind), documentSeen: null,
      seenBy: null, seenOn: null, untilDate: null,
    }));
  }).filter((made) => !present.authorities.some((each) => each.residentId === residentId && each.area === made.area && each.kind === made.kind && (made.supporterId ? each.supporterId === made.supporterId : each.words === made.words)));
}

function claim(authority: Authority, kind: string): string {
  return `${authority.holderName || 'Somebody'}, ${kind}. The file says “${authority.words}”; nobody here has seen the document yet.`;
}
