/** What comes round for people of the demo, what its brochure says, and what was said at the last residents' meeting: through the services of everybody. */
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, mondayOf } from '@promenade/domain/shared/time';
import { newId } from '../db/ids.ts';
import { ClaimsService } from '../promises/claims.service.ts';
import { StandingService } from '../promises/standing.service.ts';
import { WishesService } from '../promises/wishes.service.ts';
import { of } from './lay-house.ts';
import { type Past, at } from './live-past.ts';

const STANDING = [
  {
    resident: 'bob', by: 'dean', words: 'To the corner shop for his Gazette, on foot, whatever the weather', madeTo: 'Bob', days: [6], since: 1, repeats: 'every week',
    found: 'The shop is four minutes away and opens at seven; whoever is on the early takes him before breakfast.', whoGoes: ['Whoever is on the early'],
  },
  {
    resident: 'peggy', by: 'niamh', words: 'A lift to the first Tuesday of the bridge club', madeTo: 'Peggy and Claire', days: [2], since: 1, repeats: 'first in the month',
    found: 'Claire drives both ways; we have her ready at half past six.', whoGoes: ['Claire'],
  },
] as const;

const CLAIMS = [
  { words: 'An outing every day of the week', saidIn: 'brochure', perWeek: 7, counts: 'days', forWhom: 'the home', of: 'outings' },
  { words: 'Something to look forward to twice a week, for everyone', saidIn: 'website', perWeek: 2, counts: 'times', forWhom: 'each person', of: 'anything' },
] as const;

const MEETING = [
  { resident: 'winston', words: 'A domino evening with the men from the chapel' },
  { resident: 'peggy', words: 'Marmalade made here, not bought' },
] as const;

export async function promiseAgainAndAgain(app: INestApplicationContext, past: Past): Promise<void> {
  const [standing, claims, wishes] = [app.get(StandingService), app.get(ClaimsService), app.get(WishesService)];
  const yesterday = addDays(past.today, -1);
  for (const { resident, by, since, days, whoGoes, ...said } of STANDING) {
    must(resident, await standing.make(past.as(by, at(past, past.today, '08:10')), {
      ...said, residentId: of(past.people.resident, resident), activityId: null, level: 'taking part', days: [...days], since: addDays(past.today, since), lifeFactId: null, wishId: null,
      feasible: { when: '', whoGoes: [...whoGoes], vehicle: null, check: 'known', checkedBy: past.as(by, at(past, past.today, '08:10')).actor.name },
    }));
  }
  for (const claim of CLAIMS) must(claim.words, await claims.add(past.as('karen', at(past, past.today, '08:20')), newId(), { ...claim, since: addDays(mondayOf(past.today), -21), activityId: null }));
  const lines = MEETING.map(({ resident, words }) => ({ id: newId(), residentId: of(past.people.resident, resident), words, raisedBy: null }));
  must('the meeting', await wishes.catchAtMeeting(past.as('niamh', at(past, yesterday, '16:30')), addDays(past.today, -9), lines));
}

function must(what: string, answer: object): void {
  if ('reasons' in answer) throw new Error(`the demo's “${what}” is refused: ${JSON.stringify(answer.reasons)}`);
}
