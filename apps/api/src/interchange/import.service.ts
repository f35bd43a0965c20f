import { Injectable } from '@nestjs/common';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import { largestPlacesFile } from '@promenade/interchange/places';
import { type Mapping, withAnswer, withColumn } from '@promenade/interchange/shared';
import { whatKind } from '@promenade/interchange/what-kind';
import { Between, IsNull } from 'typeorm';
import { CircleMemberEntity, SupporterEntity } from '../circle/circle.entities.ts';
import { type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { AuthorityEntity, LifeFactEntity, ResidentEntity } from '../people/people.entities.ts';
import { WishEntity } from '../promises/promises.entities.ts';
import { AbsenceEntity, ShiftEntity, StaffEntity } from '../staff/staff.entities.ts';
import type { ImportAnswerInput, ImportColumnInput, ImportRunType, PastImportType, ReadImportInput } from './import.graphql.ts';
import { IMPORT_WORDS, type ImportReason, KIND_WORDS, sayLines, targetsOf } from './import-words.ts';
import { type ImportKind, ImportMappingEntity, ImportRunEntity } from './interchange.entities.ts';
import { ADD_NAMED, type Moment, type Reading, daysOfRota, readResidentsFile, readRotaFile, readVenuesFile } from './reading.ts';
import { rememberedFor } from './remembered.ts';
import type { ResidentsPresent, ResidentsToSave } from './residents-plan.ts';
import type { RotaPresent, RotaToSave } from './rota-plan.ts';
import { largestFor, saveVenues, venuesHere } from './venues-saving.ts';

/** Files that were read and never imported are let go after so many days. */
const UNUSED_DAYS = 7;

const no = (code: ImportReason, about?: string): Refused => refused(IMPORT_WORDS, [{ code, ...(about === undefined ? {} : { about }) }]);

@Injectable()
export class ImportService {
  /** Keeps the file as it came and says what it was understood to be. Nothing of it is saved yet. */
  async read(tx: Tx, input: ReadImportInput): Promise<ImportRunType | Refused> {
    const bytes = fromBase64(input.contentBase64);
    if (!bytes) return no('NOT_BASE64');
    if (bytes.length > largestFor(bytes)) return no('UNREADABLE', `This file is larger than ${Math.round(largestFor(bytes) / 1_000_000)} MB. Choose fewer lines or a smaller area, and save it again.`);
    const kind = kindOf(input.kind, bytes);
    if (typeof kind !== 'string') return no('KIND_NOT_KNOWN', kind.sentence);
    const kept = await tx.em.findBy(ImportMappingEntity, { homeId: tx.actor.homeId });
    const run: ImportRunEntity = {
      homeId: tx.actor.homeId, id: newId(), kind, fileName: input.fileName.replace(/[\r\n\t]/g, ' ').trim().slice(0, 200) || 'A file', bytes, status: 'read',
      mapping: rememberedFor(kind, kept), summary: null, startedBy: tx.actor.accountId, startedAt: tx.now, importedAt: null,
    };
    const reading = await this.readingOf(tx, run);
    if (reading.refused) return no('UNREADABLE', reading.refused);
    await insertAll(tx, ImportRunEntity, [run]);
    await tx.em.query(`DELETE FROM import_run WHERE home_id = $1 AND status = 'read' AND started_at < $2`, [run.homeId, instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), -UNUSED_DAYS), 0)]);
    return shown(run, reading);
  }

  /** Takes answers and columns, and reads the file again with them. */
  async correct(tx: Tx, runId: string, answers: readonly ImportAnswerInput[], columns: readonly ImportColumnInput[]): Promise<ImportRunType | Refused> {
    const run = await this.runOf(tx, runId, true);
    if (run.status === 'imported') return no('ALREADY_IMPORTED');
    const targets = targetsOf(run.kind).map(({ value }) => value);
    if (columns.some(({ target }) => !targets.includes(target))) throw new Invalid('That is not a field a column can fill. Choose one from the list.');
    const answered = answers.reduce<Mapping>((mapping, { questionId, value }) => withAnswer(mapping, questionId, value), run.mapping as Mapping);
    const mapping = columns.reduce((before, { column, target }) => withColumn(before, column, target), answered);
    await tx.em.update(ImportRunEntity, { homeId: run.homeId, id: run.id }, { mapping });
    const corrected = Object.assign(run, { mapping });
    return shown(corrected, await this.readingOf(tx, corrected));
  }

  async runShown(tx: Tx, runId: string): Promise<ImportRunType> {
    const run = await this.runOf(tx, runId, false);
    return shown(run, run.status === 'imported' ? null : await this.readingOf(tx, run));
  }

  /**
   * All of the file that can be taken, or nothing. It is read again against what is here now; imports of one home wait for
   * each other, so that two of the same file cannot both find nobody here.
   */
  async commit(tx: Tx, runId: string): Promise<ImportRunType | Refused> {
    await tx.em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${tx.actor.homeId}`]);
    const run = await this.runOf(tx, runId, true);
    if (run.status === 'imported') return shown(run, null);
    const reading = await this.readingOf(tx, run);
    if (reading.inTheWay.length > 0) return refused(IMPORT_WORDS, reading.inTheWay);
    if ('residents' in reading.toSave) await saveResidents(tx, reading.toSave.residents);
    else if ('venues' in reading.toSave) await saveVenues(tx, reading.toSave.venues);
    else await saveRota(tx, reading.toSave.rota);
    const done: Partial<ImportRunEntity> = { status: 'imported', importedAt: tx.now, summary: { lines: doneLines(reading) } };
    await tx.em.update(ImportRunEntity, { homeId: run.homeId, id: run.id }, done as object);
    await this.remember(tx, run.kind, reading.mapping);
    return shown(Object.assign(run, done), null);
  }

  /** The last files, newest first. */
  async past(tx: Tx): Promise<PastImportType[]> {
    const runs = await tx.em.find(ImportRunEntity, {
      where: { homeId: tx.actor.homeId }, order: { startedAt: 'DESC', id: 'DESC' }, take: 12,
      select: { homeId: true, id: true, kind: true, fileName: true, status: true, startedAt: true, importedAt: true, summary: true },
    });
    return runs.map((run) => Object.assign(run, { kindWords: KIND_WORDS[run.kind], lines: linesKept(run) }));
  }

  private async runOf(tx: Tx, id: string, lock: boolean): Promise<ImportRunEntity> {
    const run = await tx.em.findOne(ImportRunEntity, { where: { homeId: tx.actor.homeId, id }, ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
    if (!run) throw new NotFound('This file');
    return run;
  }

  private async readingOf(tx: Tx, run: ImportRunEntity): Promise<Reading> {
    const { homeId, zone, accountId } = tx.actor;
    const mapping = run.mapping as Mapping;
    const at: Moment = { homeId, accountId, zone, now: tx.now, today: dayIn(zone, tx.now), newId, source: `import ${run.id}` };
    if (run.kind === 'venues') return readVenuesFile(run.bytes, mapping, await venuesHere(tx), { ...at, fileName: run.fileName, accountName: tx.actor.name });
    const staff = await tx.em.find(StaffEntity, { where: { homeId }, order: { id: 'ASC' } });
    if (run.kind === 'residents') return readResidentsFile(run.bytes, mapping, { ...(await residentsHere(tx)), staff, shifts: [], absences: [] }, at);
    const days = daysOfRota(run.kind, run.bytes, mapping, staff, at.today);
    const around = days ? Between(instantAt(zone, addDays(days.first, -2), 0), instantAt(zone, addDays(days.last, 3), 0)) : null;
    const here: RotaPresent = {
      staff,
      shifts: around ? await tx.em.findBy(ShiftEntity, { homeId, startsAt: around }) : [],
      absences: around ? await tx.em.findBy(AbsenceEntity, { homeId, startsAt: around }) : [],
    };
    return readRotaFile(run.kind, run.bytes, mapping, here, at);
  }

  private async remember(tx: Tx, kind: ImportKind, mapping: Mapping): Promise<void> {
    const answers = Object.fromEntries(Object.entries(mapping.answers).filter(([id]) => id !== ADD_NAMED));
    await tx.em.upsert(ImportMappingEntity, { homeId: tx.actor.homeId, kind, mapping: { columns: mapping.columns, answers }, updatedAt: tx.now }, ['homeId', 'kind']);
  }
}

function fromBase64(text: string): Buffer | null {
  if (text.length > largestPlacesFile * 1.4) return Buffer.alloc(largestPlacesFile + 1, ' ');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function kindOf(told: string | null | undefined, bytes: Buffer): ImportKind | { sentence: string } {
  if (told) {
    const kind = (Object.keys(KIND_WORDS) as ImportKind[]).find((each) => each === told);
    if (!kind) throw new Invalid('Say whether the file is a list of residents, a rota or places.');
    return kind;
  }
  const guess = whatKind(bytes);
  return guess.kind === 'unknown' ? guess : guess.kind;
}

async function residentsHere(tx: Tx): Promise<ResidentsPresent> {
  const { homeId } = tx.actor;
  return {
    residents: await tx.em.find(ResidentEntity, { where: { homeId }, order: { id: 'ASC' } }),
    facts: await tx.em.find(LifeFactEntity, { where: { homeId }, select: { homeId: true, id: true, residentId: true, words: true } }),
    wishes: await tx.em.find(WishEntity, { where: { homeId }, select: { homeId: true, id: true, residentId: true, words: true } }),
    circle: await tx.em.query(
      `SELECT m.resident_id AS "residentId", m.supporter_id AS "supporterId", s.name, s.email FROM circle_member m
       JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id WHERE m.home_id = $1`, [homeId]),
    authorities: await tx.em.findBy(AuthorityEntity, { homeId, supersededAt: IsNull() }),
  };
}

async function saveResidents(tx: Tx, toSave: ResidentsToSave): Promise<void> {
  const { homeId } = tx.actor;
  await insertAll(tx, ResidentEntity, toSave.add);
  for (const { id, to } of toSave.update) await tx.em.update(ResidentEntity, { homeId, id }, to);
  await insertAll(tx, SupporterEntity, toSave.supporters);
  await insertAll(tx, CircleMemberEntity, toSave.members);
  await insertAll(tx, AuthorityEntity, toSave.authorities);
  await insertAll(tx, LifeFactEntity, toSave.facts);
  await insertAll(tx, WishEntity, toSave.wishes);
}

async function saveRota(tx: Tx, toSave: RotaToSave): Promise<void> {
  const { homeId } = tx.actor;
  await insertAll(tx, StaffEntity, toSave.addStaff);
  for (const { id, to } of toSave.updateStaff) await tx.em.update(StaffEntity, { homeId, id }, to);
  await tx.em.query('DELETE FROM shift WHERE home_id = $1 AND id = ANY($2)', [homeId, toSave.removeShifts]);
  await insertAll(tx, ShiftEntity, toSave.addShifts);
  await tx.em.query('DELETE FROM absence WHERE home_id = $1 AND id = ANY($2)', [homeId, toSave.removeAbsences]);
  await insertAll(tx, AbsenceEntity, toSave.addAbsences);
}

const NOTHING_NEW = 'Everything in this file is here already. Nothing will be changed.';
const NOTHING_CHANGED = 'Everything in this file was here already. Nothing was changed.';

function changes(reading: Reading): boolean {
  return Object.values(Object.values(reading.toSave)[0] as Record<string, readonly unknown[]>).some((list: readonly unknown[]) => list.length > 0);
}

function doneLines(reading: Reading): string[] {
  const left = reading.leftOut;
  return [
    ...(changes(reading) ? sayLines(reading.lines, true) : [NOTHING_CHANGED]),
    ...(left > 0 ? [`${left} ${left === 1 ? 'line was' : 'lines were'} left out: ${reading.rows.filter(({ effect }) => effect === 'leave out').slice(0, 5).map(({ line, title }) => `line ${line} (${title})`).join(', ')}${left > 5 ? ' and more' : ''}.`] : []),
  ];
}

function plannedLines(reading: Reading): string[] {
  const left = reading.counts.refused;
  const waits = reading.waiting;
  return [
    ...(changes(reading) ? sayLines(reading.lines, false) : waits === 0 ? [NOTHING_NEW] : []),
    ...(waits > 0 ? [`${waits} ${waits === 1 ? 'line waits' : 'lines wait'} for an answer of yours.`] : []),
    ...(left > 0 ? [`${left} ${left === 1 ? 'line cannot' : 'lines cannot'} be taken in; the reasons stand beside ${left === 1 ? 'it' : 'them'}.`] : []),
  ];
}

function linesKept(run: Pick<ImportRunEntity, 'summary'>): string[] {
  const lines = run.summary?.['lines'];
  return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [];
}

/** A run as a screen sees it; `reading` is null once it is imported. */
function shown(run: ImportRunEntity, reading: Reading | null): ImportRunType {
  const head = {
    id: run.id, kind: run.kind, kindWords: KIND_WORDS[run.kind], fileName: run.fileName, status: run.status, startedAt: run.startedAt, importedAt: run.importedAt,
    targets: targetsOf(run.kind),
  };
  if (!reading) {
    const counts = { good: 0, check: 0, refused: 0, setAside: 0, questionsOpen: 0, questionsBlocking: 0 };
    return { ...head, lines: linesKept(run), button: 'Imported', inTheWay: [], counts, rows: [], setAside: [], questions: [], columns: [], notes: [] };
  }
  return {
    ...head, lines: plannedLines(reading), button: reading.button, inTheWay: [...new Set(reading.inTheWay.map(({ code, about }) => IMPORT_WORDS[code](about ?? '')))],
    counts: reading.counts, rows: reading.rows, setAside: reading.setAside, notes: reading.notes,
    questions: reading.questions.map((question) => ({ ...question, options: question.options.map(({ value, words }) => ({ value, label: words })) })),
    columns: reading.columns.map(({ key, header, field, guessed, example }) => ({ key, header, target: field, guessed, sample: example })),
  };
}
