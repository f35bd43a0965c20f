/** What is on record about who decides, as sentences: who, by what right, seen by whom, until when, and what runs out soon. */
import { AREAS } from '../people/authority.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { type CapacityView, capacityFor } from './capacity.ts';
import { type Authority, isArea, isRepresentation, powerFor, stands } from './who-decides.ts';

type Recorded = Authority & { readonly words: string; readonly supporterName: string | null; readonly scope?: string | null; readonly seenByName?: string | null };

const SOON_DAYS = 30;
const ended = (words: string) => (words === '' || /[.!?]$/.test(words) ? words : `${words}.`);

/** 'Mark Marlow, deputy: decisions about outings up to £50.' */
export function sayWhatRight({ area, kind, words, supporterName, power, actsEarly, scope, matter }: Recorded, person: string): string {
  const about = matter ? ` about “${matter}”` : '';
  if (kind === 'the person') return `${person} decides${about}. ${ended(words)}`.trim();
  if (kind === 'with support') return `${person} decides${about}, with support: ${ended(words)}`;
  if (kind === 'best interests') return `A best-interests decision${about}. ${ended(words)}`.trim();
  const over = power ?? (isArea(area) ? powerFor(area) : null);
  const early = kind === 'attorney' && over === 'property and affairs' ? (actsEarly ? ', already now, as the person allowed' : ', only when the person cannot') : '';
  const limits = scope ? ` The order: ${ended(scope)}` : '';
  return `${supporterName ?? 'Somebody'}, ${kind}${over ? ` for ${over}` : ''}${early}.${limits}`;
}

/** Whether it stands today, seen by whom, until when. */
export function sayStanding(authority: Recorded, today: Day): string {
  const { kind, documentSeen, seenByName, seenOn, untilDate } = authority;
  if (isRepresentation(kind) && !documentSeen) return 'Nobody here has seen the document. Until then it decides nothing.';
  const seen = isRepresentation(kind) ? `${documentSeen}, seen${seenByName ? ` by ${seenByName}` : ''}${seenOn ? ` on ${sayDay(seenOn)}` : ''}. ` : '';
  if (!stands(authority, today)) return `${seen}It ended on ${sayDay(untilDate ?? today)} and decides nothing any more.`;
  if (untilDate === null) return `${seen}No end is on record.`;
  return `${seen}${kind === 'best interests' ? 'To be looked at again by' : 'Stands until'} ${sayDay(untilDate)}.`;
}

/** What has run out, or will within a month, the first first. */
export function saySoon(authorities: readonly Recorded[], views: readonly CapacityView[], person: string, today: Day): string[] {
  const limit = addDays(today, SOON_DAYS);
  const rights = authorities.filter(({ untilDate }) => untilDate !== null && untilDate <= limit).map((each) => ({
    on: each.untilDate ?? today,
    words: `${each.untilDate && each.untilDate < today ? 'Ended' : 'Ends'} on ${sayDay(each.untilDate ?? today)}, ${each.area}: ${sayWhatRight(each, person)}`,
  }));
  const found = AREAS.flatMap((area) => views.filter((view) => view.area === area && !view.able && view.untilDate <= limit && view.untilDate >= today && capacityFor({ matter: view.matter, views }, area, today) === view))
    .map((view) => ({ on: view.untilDate, words: `Look again by ${sayDay(view.untilDate)} whether ${person} can decide: ${view.matter}.` }));
  return [...rights, ...found].toSorted((a, b) => a.on.localeCompare(b.on)).map(({ words }) => words);
}
