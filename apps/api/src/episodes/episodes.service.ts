/** The way of an episode: its beginning, what going home takes, the plan for afterwards, its end, and the looks back. */
import { Injectable } from '@nestjs/common';
import { EPISODE_WORDS, firstReviewOn, mayEndEpisode, mayStart, mayWritePlan } from '@promenade/domain/episodes/episode';
import { HOME_WORDS, maySayHome } from '@promenade/domain/episodes/going-home';
import { LOOK_BACK_WORDS, mayLookBack } from '@promenade/domain/episodes/look-back';
import { LIFE_CHANGE_WORDS, mayRecordChange } from '@promenade/domain/people/life-change';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { LifeChangeEntity } from '../people/life-change.entities.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { EpisodeEndEntity, EpisodeEntity, HomeGoingEntity, LookBackEntity, TransitionPlanEntity } from './episodes.entities.ts';
import type { EndEpisodeInput, LookBackInput, SayHomeGoingInput, StartEpisodeInput, StayType, WriteTransitionPlanInput } from './episodes.graphql.ts';
import { endOf, openEpisodes } from './episodes.reads.ts';
import type { RecordLifeChangeInput } from './reviews.graphql.ts';
import { stayOf } from './stay.reads.ts';

@Injectable()
export class EpisodesService {
  constructor(private readonly people: PeopleService) {}

  async start(tx: Tx, input: StartEpisodeInput): Promise<StayType | Refused> {
    const resident = await this.turn(tx, input.residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const open = (await openEpisodes(tx, [resident.id])).get(resident.id);
    const draft = Object.assign({}, input, { referredOn: input.referredOn ?? null, hopedEndOn: input.hopedEndOn ?? null, discussedOn: input.discussedOn ?? today, firstReviewOn: input.firstReviewOn ?? firstReviewOn(input.beganOn) });
    const decision = mayStart(draft, { name: resident.preferredName, status: resident.status, hasOpen: open !== undefined && open.id !== input.id }, today);
    if (!decision.allowed) return refused(EPISODE_WORDS, decision.reasons);
    await this.people.once(tx, EpisodeEntity, {
      ...this.own(tx, input.id, resident.id), kind: draft.kind as EpisodeEntity['kind'], referredOn: draft.referredOn, referredBy: wordsOrNull(input.referredBy), beganOn: draft.beganOn, purpose: draft.purpose.trim(),
      willProvide: draft.willProvide.trim(), willNotProvide: draft.willNotProvide.trim(), discussedWith: draft.discussedWith.trim(), discussedOn: draft.discussedOn, personSaid: draft.personSaid.trim(),
      hopedEndOn: draft.hopedEndOn, firstReviewOn: draft.firstReviewOn,
    }, (before) => before.residentId === resident.id && before.purpose === draft.purpose.trim());
    return stayOf(tx, resident.id);
  }

  async writePlan(tx: Tx, input: WriteTransitionPlanInput): Promise<StayType | Refused> {
    const episode = await this.episodeOf(tx, input.episodeId);
    const end = await endOf(tx, episode.id);
    const isLeft = end !== null && addDays(end.endedOn, AFTERWARDS_DAYS) < dayIn(tx.actor.zone, tx.now);
    const decision = mayWritePlan(input, { isLeft });
    if (!decision.allowed) return refused(EPISODE_WORDS, decision.reasons);
    const { myself, help, equipment, whoToCall, appointments, ifWorse, say } = input;
    const parts = Object.fromEntries(Object.entries({ myself, help, equipment, whoToCall, appointments, ifWorse, say }).map(([part, words]) => [part, words.trim()])) as Pick<TransitionPlanEntity, 'myself' | 'help' | 'equipment' | 'whoToCall' | 'appointments' | 'ifWorse' | 'say'>;
    await this.people.once(tx, TransitionPlanEntity, { ...this.own(tx, input.id, episode.residentId), episodeId: episode.id, ...parts }, (before) => before.episodeId === episode.id && before.say === parts.say);
    return stayOf(tx, episode.residentId);
  }

  async end(tx: Tx, input: EndEpisodeInput): Promise<StayType | Refused> {
    const episode = await this.episodeOf(tx, input.episodeId);
    const before = await endOf(tx, episode.id);
    if (before?.id === input.id) return stayOf(tx, episode.residentId);
    const hasPlan = await tx.em.existsBy(TransitionPlanEntity, { homeId: tx.actor.homeId, episodeId: episode.id });
    const noPlanWhy = wordsOrNull(input.noPlanWhy);
    const decision = mayEndEpisode(Object.assign({}, input, { noPlanWhy }), { beganOn: episode.beganOn, hasEnded: before !== null, hasPlan }, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(EPISODE_WORDS, decision.reasons);
    await tx.em.insert(EpisodeEndEntity, {
      ...this.own(tx, input.id, episode.residentId), episodeId: episode.id, endedOn: input.endedOn, result: input.result as EpisodeEndEntity['result'], say: input.say.trim(), wentTo: input.wentTo as EpisodeEndEntity['wentTo'],
      wentWords: wordsOrNull(input.wentWords), noPlanWhy: hasPlan ? null : noPlanWhy,
    });
    return stayOf(tx, episode.residentId);
  }

  async lookBack(tx: Tx, input: LookBackInput): Promise<StayType | Refused> {
    const episode = await this.episodeOf(tx, input.episodeId);
    const { homeId } = tx.actor;
    const done = await tx.em.findBy(LookBackEntity, { homeId, episodeId: episode.id });
    if (done.some(({ id }) => id === input.id)) return stayOf(tx, episode.residentId);
    const draft = Object.assign({}, input, { onDay: input.onDay ?? dayIn(tx.actor.zone, tx.now), say: input.say ?? '' });
    const decision = mayLookBack(draft, await endOf(tx, episode.id), done, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(LOOK_BACK_WORDS, decision.reasons);
    await tx.em.insert(LookBackEntity, {
      ...this.own(tx, input.id, episode.residentId), episodeId: episode.id, weeks: input.weeks as LookBackEntity['weeks'], onDay: draft.onDay, state: input.state as LookBackEntity['state'], spokeWith: input.spokeWith.trim(),
      say: draft.say.trim(), stillDoes: wordsOrNull(input.stillDoes), lost: wordsOrNull(input.lost), nextStep: wordsOrNull(input.nextStep),
    });
    return stayOf(tx, episode.residentId);
  }

  async sayHome(tx: Tx, input: SayHomeGoingInput): Promise<StayType | Refused> {
    const resident = await this.people.resident(tx, input.residentId);
    const draft = Object.assign({}, input, { owner: wordsOrNull(input.owner), byDate: input.byDate ?? null });
    const decision = maySayHome(draft, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(HOME_WORDS, decision.reasons);
    const isMissing = draft.state === 'missing';
    await this.people.once(tx, HomeGoingEntity, {
      ...this.own(tx, input.id, resident.id), topic: draft.topic, state: draft.state as HomeGoingEntity['state'], words: draft.words.trim(), owner: isMissing ? draft.owner : null, byDate: isMissing ? draft.byDate : null,
    }, (before) => before.residentId === resident.id && before.topic === draft.topic && before.words === draft.words.trim());
    return stayOf(tx, resident.id);
  }

  async lifeChange(tx: Tx, input: RecordLifeChangeInput): Promise<StayType | Refused> {
    const resident = await this.people.resident(tx, input.residentId);
    const draft = { kind: input.kind, onDay: input.onDay ?? dayIn(tx.actor.zone, tx.now), words: wordsOrNull(input.words) };
    const decision = mayRecordChange(draft, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(LIFE_CHANGE_WORDS, decision.reasons);
    await this.people.once(tx, LifeChangeEntity, { ...this.own(tx, input.id, resident.id), kind: draft.kind as LifeChangeEntity['kind'], onDay: draft.onDay, words: draft.words, undoesId: null }, (before) => before.residentId === resident.id && before.kind === draft.kind);
    return stayOf(tx, resident.id);
  }

  /** It was not meant: both stay on record. Taking back twice takes back once. */
  async takeBack(tx: Tx, id: string): Promise<StayType> {
    const { homeId } = tx.actor;
    const change = await tx.em.findOneBy(LifeChangeEntity, { homeId, id });
    if (!change || change.kind === 'not meant') throw new NotFound('This entry');
    await this.turn(tx, change.residentId);
    if (!(await tx.em.existsBy(LifeChangeEntity, { homeId, undoesId: id }))) {
      await tx.em.insert(LifeChangeEntity, { ...this.own(tx, newId(), change.residentId), kind: 'not meant', onDay: dayIn(tx.actor.zone, tx.now), words: null, undoesId: id });
    }
    return stayOf(tx, change.residentId);
  }

  /** One at a time for each person: whoever comes second sees what was done first. */
  private async turn(tx: Tx, residentId: string): Promise<ResidentEntity> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('episode ' || $1, 0))`, [residentId]);
    return this.people.resident(tx, residentId);
  }

  private async episodeOf(tx: Tx, id: string): Promise<EpisodeEntity> {
    const episode = await tx.em.findOneBy(EpisodeEntity, { homeId: tx.actor.homeId, id });
    if (!episode) throw new NotFound('This episode');
    await this.turn(tx, episode.residentId);
    return episode;
  }

  private own(tx: Tx, id: string, residentId: string) {
    return { homeId: tx.actor.homeId, id, residentId, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now };
  }
}

/** A plan may still be put right while the first look back is ahead. */
const AFTERWARDS_DAYS = 28;

