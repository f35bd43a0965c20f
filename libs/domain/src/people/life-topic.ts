/** Topics to avoid: what upsets somebody, what to do if it comes up, and which activities a plan leaves out because of it. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export type TopicReason = 'TOPIC_NO_WORDS' | 'TOPIC_TOO_LONG' | 'TOPIC_NOBODY_TOLD' | 'TOPIC_HOW_UNKNOWN' | 'TOPIC_ENDED' | 'TOPIC_END_NO_WORDS' | 'TOPIC_TOO_MANY';

export const TOPIC_WORDS: Words<TopicReason> = {
  TOPIC_NO_WORDS: () => 'Say what to steer clear of, such as “The sea, and boats”.',
  TOPIC_TOO_LONG: () => 'That is more than one thing. Keep each to a sentence or two.',
  TOPIC_NOBODY_TOLD: () => 'Say who told us, so that somebody can ask again.',
  TOPIC_HOW_UNKNOWN: () => 'Choose whether the person told us, family told us, or somebody saw it.',
  TOPIC_ENDED: () => 'This is no longer steered clear of.',
  TOPIC_END_NO_WORDS: () => 'Say why it no longer needs care, so that nobody puts it back without asking.',
  TOPIC_TOO_MANY: () => 'That is more activities than there can be. Choose a kind of activity instead.',
};

export type TopicDraft = { readonly words: string; readonly why: string; readonly instead: string; readonly toldBy: string; readonly toldHow: string; readonly activities: number };

/** Whether it can be kept. It needs no activity: some things are only not to be talked of. */
export function mayAvoidTopic({ words, why, instead, toldBy, toldHow, activities }: TopicDraft): Decision<TopicReason> {
  return decide<TopicReason>([
    isBlank(words) && { code: 'TOPIC_NO_WORDS' },
    (words.trim().length > 300 || why.trim().length > 1000 || instead.trim().length > 1000) && { code: 'TOPIC_TOO_LONG' },
    isBlank(toldBy) && { code: 'TOPIC_NOBODY_TOLD' },
    !['told us', 'told by family', 'observed'].includes(toldHow) && { code: 'TOPIC_HOW_UNKNOWN' },
    activities > 200 && { code: 'TOPIC_TOO_MANY' },
  ]);
}

export function mayEndTopic(topic: { readonly endedAt: Date | null }, words: string): Decision<TopicReason> {
  return decide<TopicReason>([topic.endedAt !== null && { code: 'TOPIC_ENDED' }, isBlank(words) && { code: 'TOPIC_END_NO_WORDS' }]);
}

/** Why something is not planned for somebody: 'Left out of plans: “The sea, and boats” is a topic to avoid.' */
export function sayAvoided(topics: readonly string[]): string {
  return `Left out of plans: ${topics.map((each) => `“${each}”`).join(' and ')} ${topics.length === 1 ? 'is a topic' : 'are topics'} to avoid.`;
}

/** The story behind a topic or a sensitive memory is for those who plan, the person's named worker and whoever wrote it down. */
export function mayReadWhy(asker: { readonly mayAll: boolean; readonly staffId: string | null; readonly accountId: string }, row: { readonly namedWorkerId: string | null; readonly recordedBy: string }): boolean {
  return asker.mayAll || row.recordedBy === asker.accountId || (asker.staffId !== null && row.namedWorkerId === asker.staffId);
}
