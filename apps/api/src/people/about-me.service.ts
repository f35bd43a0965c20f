/** Writes what people say of themselves: each time a new version; what was there before stays readable. */
import { Injectable } from '@nestjs/common';
import { ABOUT_ME_WORDS, type Coded, type Heading, isHeading, mayBeSupported, maySay, saySupported, tidy, versionsUnder } from '@promenade/domain/people/about-me';
import { dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { MediaService } from '../media/media.service.ts';
import type { MediaEntity } from '../media/media.entities.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity, PortraitEntity, type Statement } from './about-me.entities.ts';
import type { SayAboutMeInput, SupportAboutMeInput } from './about-me.graphql.ts';
import { type Written, recordOf } from './about-me.reads.ts';
import type { ResidentEntity } from './people.entities.ts';
import { PeopleService } from './people.service.ts';

type Entry = { [Column in keyof AboutMeEntryEntity]: AboutMeEntryEntity[Column] };
type Said = Omit<Statement, 'homeId' | 'id' | 'entryId' | 'residentId'>;

@Injectable()
export class AboutMeService {
  constructor(
    private readonly people: PeopleService,
    private readonly media: MediaService,
  ) {}

  async say(tx: Tx, input: SayAboutMeInput): Promise<Written | Refused> {
    const resident = await this.people.resident(tx, input.residentId);
    const media = input.mediaId ? await this.mediaOf(tx, resident.id, input.mediaId) : null;
    const { heading, whose, saidBy, toldHow, onPoster, sensitive } = input;
    const said = { heading, whose, saidBy, toldHow, onPoster, sensitive, text: input.text ?? null, coded: input.coded ?? null, saidOn: input.saidOn ?? null, media: media && { kind: media.kind, alt: input.alt ?? null } };
    const decision = maySay(said, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(ABOUT_ME_WORDS, decision.reasons);
    const row: Said = {
      heading: heading as Heading, text: tidy(input.text), mediaId: media?.id ?? null, alt: media?.kind === 'photo' ? tidy(input.alt) : null, ...codedColumns(input.coded ?? null),
      whose: whose as Said['whose'], saidBy: tidy(saidBy) ?? '', toldHow: toldHow as Said['toldHow'], saidOn: said.saidOn, onPoster, sensitive,
    };
    return this.write(tx, resident, input.id, row);
  }

  /** Agrees to the one-page profile, or no longer: a version of its own, at once. */
  async setOnPoster(tx: Tx, id: string, onPoster: boolean): Promise<Written | Refused> {
    const { resident, row } = await this.standingRow(tx, id);
    if (onPoster && row.sensitive) return refused(ABOUT_ME_WORDS, [{ code: 'POSTER_SENSITIVE' }]);
    return row.onPoster === onPoster ? row : this.write(tx, resident, newId(), { ...saidOf(row), onPoster });
  }

  /** Nothing stands under this heading any more; what did stays readable. */
  async takeAway(tx: Tx, residentId: string, heading: string): Promise<ResidentEntity | Refused> {
    const resident = await this.people.resident(tx, residentId);
    const current = isHeading(heading) ? versionsUnder((await recordOf(tx, resident)).statements, heading).current : null;
    if (!current || current.isTakenAway) return refused(ABOUT_ME_WORDS, [{ code: 'NOTHING_TO_TAKE_AWAY' }]);
    await this.write(tx, resident, newId(), { ...saidOf(current), text: null, mediaId: null, alt: null, ...codedColumns(null), onPoster: false });
    return resident;
  }

  async support(tx: Tx, input: SupportAboutMeInput): Promise<ResidentEntity | Refused> {
    const resident = await this.people.resident(tx, input.residentId);
    const decision = mayBeSupported(input, input.tookPart);
    if (!decision.allowed) return refused(ABOUT_ME_WORDS, decision.reasons);
    const entry = { ...this.entryAt(tx, resident.id, input.id), supportedBy: saySupported(input), tookPart: input.tookPart };
    await this.people.once(tx, AboutMeEntryEntity, entry, (before) => before.residentId === entry.residentId && before.supportedBy === entry.supportedBy && before.tookPart === entry.tookPart);
    return resident;
  }

  /** Which photo the person goes by; null is none. */
  async choosePortrait(tx: Tx, residentId: string, mediaId: string | null): Promise<ResidentEntity | Refused> {
    const resident = await this.people.resident(tx, residentId);
    const media = mediaId && (await this.mediaOf(tx, residentId, mediaId));
    if (media && media.kind !== 'photo') return refused(ABOUT_ME_WORDS, [{ code: 'PORTRAIT_NO_PHOTO' }]);
    await tx.em.insert(PortraitEntity, { homeId: tx.actor.homeId, id: newId(), residentId, mediaId, recordedBy: tx.actor.accountId, recordedAt: tx.now });
    return resident;
  }

  /** A new record entry as of now; who helped is said of each anew only when it changes. */
  private entryAt(tx: Tx, residentId: string, id: string): Entry {
    return { homeId: tx.actor.homeId, id, residentId, writtenAt: tx.now, supportedBy: null, tookPart: true, source: 'here', recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now };
  }

  /** One entry with one statement, under one id: sent twice it is there once. */
  private async write(tx: Tx, resident: ResidentEntity, id: string, said: Said): Promise<Written> {
    const { homeId } = tx.actor;
    const [before] = await tx.em.find(AboutMeEntryEntity, { where: { homeId, residentId: resident.id }, order: { writtenAt: 'DESC', id: 'DESC' }, take: 1 });
    const entry = { ...this.entryAt(tx, resident.id, id), supportedBy: before?.supportedBy ?? null, tookPart: before?.tookPart ?? true };
    const written = await tx.em.createQueryBuilder().insert().into(AboutMeEntryEntity).values(entry).orIgnore().returning('id').execute();
    const row: Statement = { homeId, id, entryId: id, residentId: resident.id, ...said };
    const shown = (one: Statement): Written => ({ ...one, writtenAt: entry.writtenAt, recordedByName: entry.recordedByName, isTakenAway: false, personName: resident.preferredName });
    if ((written.raw as unknown[]).length > 0) {
      await tx.em.insert(AboutMeStatementEntity, row);
      return shown(row);
    }
    const there: Statement | null = await tx.em.findOneBy(AboutMeStatementEntity, { homeId, residentId: resident.id, id });
    if (there && there.heading === row.heading && there.text === row.text && there.mediaId === row.mediaId) return shown(there);
    throw new Conflict('Something else was saved under this entry already. Open the page again and write it once more.');
  }

  private async mediaOf(tx: Tx, residentId: string, id: string): Promise<MediaEntity> {
    const [media] = await this.media.of(tx, residentId, [id]);
    if (!media || media.erasedAt) throw new NotFound('This photo or recording');
    await this.media.mustAgree(tx, residentId, media.kind);
    return media;
  }

  private async standingRow(tx: Tx, id: string): Promise<{ resident: ResidentEntity; row: Written }> {
    const found = await tx.em.findOneBy(AboutMeStatementEntity, { homeId: tx.actor.homeId, id });
    if (!found) throw new NotFound('This');
    const resident = await this.people.resident(tx, found.residentId);
    const { current } = versionsUnder((await recordOf(tx, resident)).statements, found.heading);
    if (current?.id !== id) throw new Conflict('Something newer stands here. Open the page again.');
    return { resident, row: current };
  }
}

export function codedColumns(coded: Coded | null): Pick<Statement, 'codedSystem' | 'codedCode' | 'codedDisplay'> {
  return { codedSystem: tidy(coded?.system), codedCode: tidy(coded?.code), codedDisplay: tidy(coded?.display) };
}

function saidOf({ heading, text, mediaId, alt, codedSystem, codedCode, codedDisplay, whose, saidBy, toldHow, saidOn, onPoster, sensitive }: Written): Said {
  return { heading, text, mediaId, alt, codedSystem, codedCode, codedDisplay, whose, saidBy, toldHow, saidOn, onPoster, sensitive };
}
