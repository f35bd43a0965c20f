/** Reads a person's About Me: three statements to the database, however much was written. */
import { HEADINGS, HEADING_WORDS, type Heading, inOrderWritten, isHeading, versionsUnder } from '@promenade/domain/people/about-me';
import { posterLines } from '@promenade/domain/people/about-me-poster';
import { codeOf, sayBriefly } from '@promenade/domain/prints/mark';
import type { Tx } from '../db/db.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity, PortraitEntity, type Statement } from './about-me.entities.ts';
import type { AboutMeType, OnePageProfileType } from './about-me.graphql.ts';
import type { ResidentEntity } from './people.entities.ts';

/** A statement beside when and by whom it was written. */
export type Written = Statement & { readonly writtenAt: Date; readonly recordedByName: string; readonly isTakenAway: boolean; readonly personName: string };
export type KeptAboutMe = { readonly entries: AboutMeEntryEntity[]; readonly statements: Written[]; readonly portraitId: string | null };

const saysNothing = ({ text, mediaId, codedCode }: Statement) => text === null && mediaId === null && codedCode === null;

/** Everything that was ever written, oldest first. */
export async function recordOf(tx: Tx, resident: Pick<ResidentEntity, 'id' | 'preferredName'>): Promise<KeptAboutMe> {
  const where = { homeId: tx.actor.homeId, residentId: resident.id };
  const entries = inOrderWritten(await tx.em.findBy(AboutMeEntryEntity, where));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const rows: Statement[] = await tx.em.findBy(AboutMeStatementEntity, where);
  const statements = rows.flatMap((row): Written[] => {
    const entry = byId.get(row.entryId);
    return entry ? [{ ...row, writtenAt: entry.writtenAt, recordedByName: entry.recordedByName, isTakenAway: saysNothing(row), personName: resident.preferredName }] : [];
  });
  const [portrait] = await tx.em.find(PortraitEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' }, take: 1 });
  return { entries, statements: inOrderWritten(statements), portraitId: portrait?.mediaId ?? null };
}

/** What stands under each heading now. */
export function standing(statements: readonly Written[]): Map<Heading, Written> {
  return new Map(HEADINGS.flatMap((heading) => {
    const { current } = versionsUnder(statements, heading);
    return current && !current.isTakenAway ? [[heading, current] as const] : [];
  }));
}

type Shown = Pick<AboutMeType, 'residentId' | 'name' | 'updatedAt' | 'supportedBy' | 'tookPart' | 'headings'> & { readonly portraitId: string | null };

/** The page of a person; photos and recordings are looked up where they are asked for. */
export function shownOf(resident: ResidentEntity, { entries, statements, portraitId }: KeptAboutMe): Shown {
  const latest = entries.at(-1);
  return {
    residentId: resident.id, name: resident.preferredName, updatedAt: latest?.writtenAt ?? null, supportedBy: latest?.supportedBy ?? null, tookPart: latest?.tookPart ?? null, portraitId,
    headings: HEADINGS.map((heading) => {
      const { current, older } = versionsUnder(statements.filter((row) => isHeading(row.heading)), heading);
      const { name, question, prompts } = HEADING_WORDS[heading];
      const stands = current && !current.isTakenAway ? current : null;
      return { heading, name, question, prompts: [...prompts], current: stands, older: current && !stands ? [current, ...older] : older };
    }),
  };
}

/** The one page, with a mark that tells an old one from the latest. */
export function profileOf(tx: Tx, resident: ResidentEntity, { entries, statements, portraitId }: KeptAboutMe): Omit<OnePageProfileType, 'portrait'> & { readonly portraitId: string | null } {
  const lines = posterLines([...standing(statements).values()]).map((line) => ({ ...line, name: HEADING_WORDS[line.heading].name }));
  const { zone, name } = tx.actor;
  const latest = entries.at(-1);
  const written = latest ? `About Me, version ${entries.length}, of ${sayBriefly(zone, latest.writtenAt)}` : 'About Me, nothing written yet';
  return {
    residentId: resident.id, name: resident.preferredName, portraitId, lines,
    markWords: `${written} · printed ${sayBriefly(zone, tx.now)} by ${name}`, code: codeOf([resident.id, ...lines.map(({ heading, words }) => `${heading} ${words}`)]),
  };
}
