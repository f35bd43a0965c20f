/** What a record still lacks, said kindly, with the one thing to do about it. */

export type RecordSoFar = {
  readonly name: string;
  readonly namedWorkerId: string | null;
  readonly born: string | null;
  readonly room: string | null;
  readonly riskOut: string | null;
  readonly photoConsent: string;
  readonly circleCount: number;
  readonly outcomeCount: number;
  readonly factCount: number;
  readonly unusedFactCount: number;
  readonly routineCount: number;
  readonly unseenAuthorityCount: number;
};

export type MissingCode =
  | 'NOBODY' | 'NO_NAMED_WORKER' | 'NO_OUTCOME' | 'NO_LIFE_STORY' | 'FACTS_UNUSED' | 'NO_ROUTINE' | 'AUTHORITY_UNSEEN' | 'NO_RISK' | 'NOT_ASKED_PHOTOS'
  | 'NO_BIRTHDAY' | 'NO_ROOM';

export type Missing = { readonly code: MissingCode; readonly words: string };

/** In the order in which it matters. An empty list is a full record. */
export function whatIsMissing(record: RecordSoFar): Missing[] {
  const { name } = record;
  const many = record.unusedFactCount;
  const all: [boolean, MissingCode, string][] = [
    [record.circleCount === 0, 'NOBODY', `${name} has nobody outside. An advocate is needed; until there is one, the named worker stands in.`],
    [record.namedWorkerId === null, 'NO_NAMED_WORKER', `Nobody answers for ${name} by name yet. Somebody always does: choose a named worker.`],
    [record.outcomeCount === 0, 'NO_OUTCOME', `We have not written down what ${name} wants to be true. Ask, and put it in ${name}’s own words.`],
    [record.factCount === 0, 'NO_LIFE_STORY', `We know nothing of ${name}’s life yet. One memory is a start.`],
    [many > 0, 'FACTS_UNUSED', many === 1 ? 'One memory leads to nothing yet. What could come of it?' : `${many} memories lead to nothing yet. What could come of them?`],
    [record.routineCount === 0, 'NO_ROUTINE', `No routine is known. What has always belonged in ${name}’s day?`],
    [record.unseenAuthorityCount > 0, 'AUTHORITY_UNSEEN', 'Somebody is named as attorney or deputy, but nobody here has seen the document. Until then it decides nothing.'],
    [record.riskOut === null || record.riskOut.trim() === '', 'NO_RISK', `It is not written down what can go wrong when ${name} is out. Two lines are enough.`],
    [record.photoConsent === 'not asked', 'NOT_ASKED_PHOTOS', `Nobody has asked ${name} about photos, so none are taken.`],
    [record.born === null, 'NO_BIRTHDAY', `${name}’s date of birth is not known.`],
    [record.room === null || record.room === '', 'NO_ROOM', `${name}’s room is not written down.`],
  ];
  return all.filter(([stands]) => stands).map(([, code, words]) => ({ code, words }));
}
