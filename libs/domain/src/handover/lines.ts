/** What the next shift must know, made from the records: one line each, what must not be missed first. */
import { touchesOn } from './aloud.ts';
import type { HandoverFacts, Of } from './facts.ts';

/** In the order in which they are read. */
export const PARTS = ['must not be missed', 'in our words', 'promises', 'routines', 'what happened and did not', 'what has changed', 'new', 'quiet'] as const;
export type Part = (typeof PARTS)[number];

export type HandoverLine = {
  readonly part: Part;
  /** What kind of record it is made from. */
  readonly kind: 'note' | 'distress' | 'round' | 'fall' | 'turn' | 'status' | 'need' | 'promise' | 'routine' | 'session' | 'said no' | 'plan' | 'off' | 'wish' | 'matters' | 'quiet';
  readonly residentId: string | null;
  /** Whom it is about, when it is about somebody. */
  readonly who: string | null;
  /** Can be read aloud before everybody. */
  readonly words: string;
  /** Only for those who may read what is sensitive about this person; never printed. */
  readonly more: string | null;
  /** The record. */
  readonly href: string;
  /** ISO; null for what has no moment. */
  readonly at: string | null;
  readonly by: string | null;
};

const NEEDS: Readonly<Record<string, string>> = {
  company: 'would have liked company', 'more help': 'needed more help', rest: 'needed a rest', 'pain or discomfort': 'was not comfortable', toilet: 'needed help with something private', quiet: 'needed quiet',
  reassurance: 'needed reassurance', 'something else to do': 'would have liked something else to do', other: 'needed something that was not there',
};
const DISTRESS: Readonly<Record<string, string>> = { unsettled: 'Was unsettled', upset: 'Was upset', 'very distressed': 'Was very distressed' };
const STATUS: Readonly<Record<string, string>> = { 'in hospital': 'Is in hospital', away: 'Is away', 'living here': 'Is back with us', 'moved out': 'Has moved out', died: 'Has died' };
const TURNS: Readonly<Record<string, string>> = { bereavement: 'Has lost somebody', 'room move': 'Has another room', fall: 'Had a fall', hospital: 'Was at a hospital' };
const PROMISE: Readonly<Record<string, string>> = { unexplained: 'Owed, and nobody has said why it did not happen', disputed: 'Somebody says it was not kept', due: 'Due', risk: 'At risk: nothing planned would keep it' };

const said = (words: string | null) => (words ? ` ${/[.?!…”]$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`}` : '');
const one = (some: number, word: string, many = `${word}s`) => `${some} ${some === 1 ? word : many}`;

/** Everything worth a line, in the order in which it is read. Nothing is left out without a line that counts it. */
export function linesOf(facts: HandoverFacts): HandoverLine[] {
  const { clock, topics } = facts;
  /** Words that touch on a topic to avoid are kept for those who may read them. */
  const spoken = (residentId: string | null, plain: string, own: string | null): Pick<HandoverLine, 'words' | 'more'> => {
    const isHushed = own !== null && residentId !== null && touchesOn(own, topics.get(residentId) ?? []);
    return isHushed ? { words: `${plain} There is more on the record.`, more: own } : { words: `${plain}${said(own)}`.trim(), more: null };
  };
  const about = ({ residentId, name }: Of) => ({ residentId, who: name });
  const at = (when: Date) => when.toISOString();

  const notes = facts.notes.map(({ id, residentId, name, words, urgent, sensitive, recordedAt, recordedByName }): HandoverLine => {
    const hushed = sensitive || (residentId !== null && touchesOn(words, topics.get(residentId) ?? []));
    return { part: urgent ? 'must not be missed' : 'in our words', kind: 'note', residentId, who: name, href: residentId ? `/people/${residentId}` : `/handover#note-${id}`, at: at(recordedAt), by: recordedByName, ...(hushed ? { words: 'A note for those who may read it.', more: words } : { words, more: null }) };
  });
  const distress = facts.distress.map((each): HandoverLine => ({ part: 'must not be missed', kind: 'distress', ...about(each), ...spoken(each.residentId, `${DISTRESS[each.level] ?? 'Was distressed'} at ${clock(each.at)}.`, each.words), href: `/people/${each.residentId}/routines`, at: at(each.at), by: each.by }));
  const seen = facts.seenDistressed.map((each): HandoverLine => {
    const left = each.responses.map(({ kind, words }) => (kind === 'handover' ? `For you: ${words}` : words)).join('. ');
    return { part: 'must not be missed', kind: 'round', ...about(each), ...spoken(each.residentId, `Seen distressed at ${clock(each.at)}, ${each.room}.${left === '' ? ' Nobody has written down what was done.' : ''}`, left || null), href: `/rounds/${each.roundId}`, at: at(each.at), by: each.by };
  });
  const falls = facts.falls.map((each): HandoverLine => ({ part: 'must not be missed', kind: 'fall', ...about(each), ...spoken(each.residentId, `Fell at ${clock(each.at)}, ${each.place}, and was ${each.hurt ? '' : 'not '}hurt.`, each.words), href: `/people/${each.residentId}/support-plan`, at: at(each.at), by: each.by }));
  const turns = facts.turns.map((each): HandoverLine => ({ part: 'must not be missed', kind: 'turn', ...about(each), ...spoken(each.residentId, `${TURNS[each.kind] ?? 'Something changed for them'}.`, each.words), href: `/people/${each.residentId}/episode`, at: at(each.at), by: each.by }));
  const status = facts.status.map((each): HandoverLine => ({ part: 'must not be missed', kind: 'status', ...about(each), ...spoken(each.residentId, `${STATUS[each.to] ?? each.to} since ${each.since}.`, each.words), href: `/people/${each.residentId}`, at: at(each.at), by: each.by }));
  const needs = facts.needs.map((each): HandoverLine => ({ part: 'must not be missed', kind: 'need', ...about(each), ...spoken(each.residentId, `${capital(NEEDS[each.what] ?? each.what)} at ${each.activity}; nobody has seen to it yet.`, each.words), href: `/sessions/${each.sessionId}`, at: at(each.at), by: each.by }));
  const promises = facts.promises.map((each): HandoverLine => ({ part: 'promises', kind: 'promise', ...about(each), ...spoken(each.residentId, `${PROMISE[each.how] ?? ''}${each.how === 'due' ? ` ${each.due}` : ''}${each.at ? `, planned for ${clock(each.at)}` : ''}:`, each.words), href: `/promises/${each.id}`, at: null, by: null }));
  const missed = facts.missed.map((each): HandoverLine => ({ part: 'routines', kind: 'routine', ...about(each), ...spoken(each.residentId, `Missed: ${each.what}.`, each.reason), href: `/people/${each.residentId}/routines`, at: at(each.at), by: each.by }));
  const due = facts.due.map((each): HandoverLine => ({ part: 'routines', kind: 'routine', ...about(each), words: `Due ${each.from} to ${each.to}: ${each.what}.`, more: null, href: `/people/${each.residentId}/routines`, at: null, by: null }));
  const notRun = facts.notRun.map((each): HandoverLine => ({ part: 'what happened and did not', kind: 'session', residentId: null, who: null, words: `${each.activity} at ${clock(each.startsAt)} did not take place: ${each.reason ?? 'no reason given'}.${each.people > 0 ? ` ${one(each.people, 'person was', 'people were')} to come.` : ''}`, more: null, href: `/sessions/${each.sessionId}`, at: at(each.startsAt), by: each.by }));
  const unsaid = facts.unsaid.map((each): HandoverLine => ({ part: 'what happened and did not', kind: 'session', residentId: null, who: null, words: `${each.activity} at ${clock(each.startsAt)}: nobody has written down how it went.`, more: null, href: `/sessions/${each.sessionId}`, at: at(each.startsAt), by: null }));
  const saidNo = facts.saidNo.map((each): HandoverLine => ({ part: 'what happened and did not', kind: 'said no', ...about(each), words: each.level === 'declined' ? `Said no to ${each.activity}.` : `Was not offered ${each.activity}.`, more: null, href: `/sessions/${each.sessionId}`, at: at(each.at), by: each.by }));
  const off = facts.off.map((each): HandoverLine => ({ part: 'what has changed', kind: 'off', residentId: each.residentId, who: null, words: each.words, more: null, href: '/changes', at: at(each.at), by: each.by }));
  const plan = changesToThePlan(facts, at);
  const wishes = facts.wishes.map((each): HandoverLine => ({ part: 'new', kind: 'wish', ...about(each), ...spoken(each.residentId, 'A wish to be answered:', each.words), href: '/promises', at: at(each.at), by: each.by }));
  const quiet = facts.quiet.map((each): HandoverLine => ({ part: 'quiet', kind: 'quiet', ...about(each), words: each.days === null ? 'Nothing meaningful is on record yet.' : `Nothing meaningful for ${one(each.days, 'day')}.`, more: null, href: '/quiet', at: null, by: null }));
  const all = [
    notes, needs, distress, seen, falls, turns, status, promises, missed, due, notRun, few(saidNo, (more) => `${one(more, 'more answer')} of no.`, '/'), few(unsaid, (more) => `${one(more, 'more session')} nobody has written about.`, '/'), off, plan,
    few(wishes, (more) => `${one(more, 'more wish', 'more wishes')} to be answered.`, '/promises'), few(newFacts(facts, at), (more) => `New things to know about ${one(more, 'more person', 'more people')}, on their pages.`, '/people'), quiet,
  ].flat();
  return PARTS.flatMap((part) => all.filter((line) => line.part === part));
}

/** What can wait is told as far as it fits on a sheet of paper; the rest is counted and stands where it is kept. */
const AS_MANY = 6;

function few(lines: readonly HandoverLine[], rest: (more: number) => string, href: string): readonly HandoverLine[] {
  const [first] = lines;
  if (lines.length <= AS_MANY || !first) return lines;
  return [...lines.slice(0, AS_MANY - 1), { ...first, residentId: null, who: null, words: rest(lines.length - AS_MANY + 1), more: null, href, at: null, by: null }];
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const FEW = 4;

/** A few changes are told one by one; a plan published anew is one line. */
function changesToThePlan({ plan }: HandoverFacts, at: (when: Date) => string): HandoverLine[] {
  const line = (words: string, when: Date, by: string): HandoverLine => ({ part: 'what has changed', kind: 'plan', residentId: null, who: null, words, more: null, href: '/changes', at: at(when), by });
  const last = plan.at(-1);
  if (!last) return [];
  return plan.length <= FEW ? plan.map((each) => line(each.words, each.at, each.by)) : [line(`${plan.length} changes to the plan; what people were told stands under today.`, last.at, last.by)];
}

/** What is new of a person in one line each: what it says only where it may be read aloud and is one thing. */
function newFacts({ matters, topics }: HandoverFacts, at: (when: Date) => string): HandoverLine[] {
  const people = Map.groupBy(matters, ({ residentId }) => residentId);
  return [...people.values()].flatMap((facts) => {
    const [first] = facts;
    if (!first) return [];
    const isHushed = ({ sensitive, words, residentId }: typeof first) => sensitive || touchesOn(words, topics.get(residentId) ?? []);
    const open = facts.filter((fact) => !isHushed(fact));
    const [only] = open;
    const words = facts.length === 1 && only ? `New: ${only.words}` : open.length === 0 ? 'There is something new to know about them, on their page.' : `${one(facts.length, 'new thing')} to know about them, on their page.`;
    return [{ part: 'new', kind: 'matters', residentId: first.residentId, who: first.name, words, more: null, href: first.href, at: at(first.at), by: first.by }];
  });
}

/** The lines as one reader may see them: what is sensitive only for whoever may read it of that person. */
export function readableLines(lines: readonly HandoverLine[], mayRead: (residentId: string | null) => boolean): HandoverLine[] {
  return lines.map((line) => (line.more === null || mayRead(line.residentId) ? line : { ...line, more: null }));
}
