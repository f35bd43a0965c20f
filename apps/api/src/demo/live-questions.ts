/** What some people of the demo answered when they were asked the few questions, through the same service as everybody. */
import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@promenade/domain/shared/time';
import { newId } from '../db/ids.ts';
import { SelfAssessmentService } from '../people/self-assessment.service.ts';
import { of } from './lay-house.ts';
import { type Past, at } from './live-past.ts';

type Given = readonly [question: string, chosen: readonly string[], words?: string];
type Round = {
  readonly resident: string;
  readonly asked: string;
  readonly daysAgo: number;
  readonly answeredBy: 'person' | 'together' | 'someone';
  readonly helper: string | null;
  readonly howKnown: string | null;
  readonly given: readonly Given[];
};

const ROUNDS: readonly Round[] = [
  {
    resident: 'peggy', asked: 'niamh', daysAgo: 9, answeredBy: 'person', helper: null, howKnown: null,
    given: [
      ['week', ['mixed'], 'It is a good house. It is not my house.'], ['better', ['useful', 'out']], ['where', ['shops', 'visit'], 'The bridge club, to show my face'], ['about', ['further'], 'Up thirteen stairs'],
      ['company', ['few']], ['myself', ['tea', 'money']], ['faith', []], ['mornings', ['early']], ['worry', ['nothing']], ['who', [], 'Claire, and the bridge four'], ['style', ['plansIt']],
    ],
  },
  {
    resident: 'bob', asked: 'dean', daysAgo: 20, answeredBy: 'someone', helper: 'Janet Ellison', howKnown: 'his daughter',
    given: [
      ['week', ['mixed'], 'Mornings good, the end of the afternoon long'], ['better', ['out', 'company']], ['where', ['green']], ['about', ['feet'], 'With his stick'], ['myself', ['wash']], ['faith', []],
      ['mornings', ['early'], 'Postmen do not lie in'], ['worry', ['rushed', 'noise']], ['helps', ['walk']], ['who', []], ['style', ['stepByStep']],
    ],
  },
  // Begun yesterday and left at the fifth question: whoever has five minutes goes on with it.
  {
    resident: 'winston', asked: 'callum', daysAgo: 1, answeredBy: 'together', helper: 'Callum Frost', howKnown: null,
    given: [['week', ['empty'], 'I did not come here to sit'], ['better', ['company', 'learning']], ['out', ['weeks']], ['about', ['arm'], 'Walk on my left']],
  },
];

export async function askQuestions(app: INestApplicationContext, past: Past): Promise<void> {
  const assessments = app.get(SelfAssessmentService);
  for (const { resident, asked, daysAgo, given, ...who } of ROUNDS) {
    const begun = at(past, addDays(past.today, -daysAgo), '10:30');
    const later = (minutes: number) => past.as(asked, new Date(begun.getTime() + minutes * 60_000));
    const id = newId();
    must(resident, await assessments.begin(later(0), { id, residentId: of(past.people.resident, resident), ...who }));
    for (const [index, [question, chosen, words]] of given.entries()) must(resident, await assessments.answer(later(index + 1), { id: newId(), assessmentId: id, question, chosen: [...chosen], words: words ?? null }));
  }
}

function must(resident: string, answer: object): void {
  if ('reasons' in answer) throw new Error(`the demo's answers of “${resident}” are refused: ${JSON.stringify(answer.reasons)}`);
}
