/** What answers of the self-assessment lead to: suggestions, each for somebody to take with one tap. None takes effect by itself. */
import { wordsOrNull } from '../shared/words.ts';
import { type Answer, BARRED, type PreferenceCode } from './preference.ts';
import { QUESTIONS } from './self-assessment-questions.ts';
import { type GivenAnswer, isSkipped } from './self-assessment.ts';

/** What an answer could become. A routine here is time to be left alone or met; nobody has to plan it. */
export type Becomes =
  | { readonly kind: 'outcome' | 'wish' | 'memory' }
  | { readonly kind: 'routine'; readonly from: string; readonly to: string }
  /** `item` names one of the listed preferences; null is one of the person's own. A barrier is why it cannot be. */
  | { readonly kind: 'preference'; readonly item: PreferenceCode | null; readonly answer: Answer; readonly barrier: string | null }
  | { readonly kind: 'support style'; readonly style: string };

export type Lead = { readonly code: string; readonly words: string; readonly why: string; readonly becomes: Becomes };

type Line = { readonly words: string; readonly becomes: Becomes };

const outcome = (words: string): Line => ({ words, becomes: { kind: 'outcome' } });
const wish = (words: string): Line => ({ words, becomes: { kind: 'wish' } });
const routine = (words: string, from: string, to: string): Line => ({ words, becomes: { kind: 'routine', from, to } });
const style = (words: string, code: string): Line => ({ words, becomes: { kind: 'support style', style: code } });
const likes = (words: string, item: PreferenceCode | null = null, answer: Answer = 'very important'): Line => ({ words, becomes: { kind: 'preference', item, answer, barrier: null } });
const without = (words: string, item: PreferenceCode): Line => ({ words, becomes: { kind: 'preference', item, answer: 'not important at all', barrier: null } });
const barred = (barrier: string): Line => ({ words: 'Going out in good weather', becomes: { kind: 'preference', item: 'F0500G', answer: BARRED, barrier } });

/** One line for each answer that could lead somewhere; the others are kept as answers and lead to nothing. */
const LINES: Readonly<Record<string, Line>> = {
  'keep.peace': likes('Peace and quiet'), 'keep.habits': likes('Keeping to habits and hours'), 'keep.people': likes('The people here as they are'),
  'better.out': outcome('I get out more'), 'better.useful': outcome('I am of use here'), 'better.moving': outcome('I move more'), 'better.learning': wish('Try something new'),
  'better.music': likes('Listening to music', 'F0500B'), 'better.company': likes('Doing things with other people', 'F0500E'), 'better.quiet': likes('Peace and quiet'),
  'out.days': outcome('I get out most days'), 'out.weeks': outcome('I get out every week'), 'out.seldom': likes('Going out now and then', 'F0500G', 'somewhat important'),
  'where.green': wish('Go to a garden or a park'), 'where.shops': wish('Go to the shops or the market'), 'where.cafe': wish('Go to a café or the pub'), 'where.water': wish('Go to the sea or the river'),
  'where.old': wish('See places from before'), 'where.visit': wish('Go and see somebody'),
  'stops.tired': barred('It is tiring'), 'stops.toilet': barred('Finding a toilet in time'), 'stops.crowds': barred('Noise and crowds'), 'stops.fear': barred('Afraid of falling or of getting lost'), 'stops.cold': barred('Cold and wet'),
  'about.further': outcome('I walk further than I do now'),
  'company.many': likes('Doing things with other people', 'F0500E'), 'company.few': likes('Being with two or three people'), 'company.one': likes('Being with one person at a time'), 'company.alone': without('Doing things with other people', 'F0500E'),
  'myself.tea': outcome('I make my own hot drinks'), 'myself.clothes': likes('Choosing what to wear', 'F0400A'), 'myself.wash': outcome('I wash and dress with less help'), 'myself.plants': wish('Have plants to look after'),
  'myself.money': wish('Pay for things myself when out'), 'myself.room': likes('Looking after personal things', 'F0400B'),
  'faith.daily': likes('Faith, every day', 'F0500H'), 'faith.weekly': likes('Faith, every week', 'F0500H'), 'faith.feasts': likes('Faith, on special days', 'F0500H'), 'faith.none': without('Religious services and practices', 'F0500H'),
  'mornings.early': routine('Up before seven', '06:00', '07:00'), 'mornings.eight': routine('Woken about eight', '07:30', '08:30'), 'mornings.late': routine('Not woken before nine', '07:00', '09:00'), 'mornings.wakes': routine('Left to wake alone', '07:00', '10:00'),
  'worry.alone': likes('Having somebody near'), 'worry.nights': likes('Being looked in on at night'), 'worry.noise': likes('A quiet place to sit'), 'worry.rushed': likes('Not being hurried'), 'worry.strangers': likes('Being helped by people already known'),
  'helps.sit': likes('Somebody to sit by when troubled'), 'helps.music': likes('Music when troubled'), 'helps.walk': likes('A walk when troubled'), 'helps.quiet': likes('A quiet room when troubled'), 'helps.drink': likes('A warm drink when troubled'), 'helps.hand': likes('A hand to hold when troubled'),
  'style.plansIt': style('Plans it', 'plans it'), 'style.stepByStep': style('Does it step by step', 'step by step'), 'style.joinsThroughSenses': style('Joins through the senses', 'joins through the senses'), 'style.respondsToTouchAndSound': style('Responds to touch and sound', 'responds to touch and sound'),
};

/** What own words alone lead to: who matters is kept with the life story, a faith as something that matters. */
function fromWords(question: string, words: string): Line | null {
  if (question === 'who') return { words, becomes: { kind: 'memory' } };
  return null;
}

/** Every suggestion of these answers, in the order of the questions; `why` says what was asked and what was answered. */
export function whatItLeadsTo(given: readonly GivenAnswer[], say: (question: string) => string): Lead[] {
  const latest = new Map(given.map((each) => [each.question, each]));
  return QUESTIONS.flatMap(({ code: question, options }) => {
    const answer = latest.get(question);
    if (!answer || isSkipped(answer)) return [];
    const own = wordsOrNull(answer.words);
    const lines: [string, Line | undefined | null][] = [...answer.chosen.map((code): [string, Line | undefined] => [`${question}.${code}`, LINES[`${question}.${code}`]]), [`${question}.words`, own ? fromWords(question, own) : null]];
    return lines.flatMap(([code, line]) => (line ? [{ code, ...line, why: sayWhy(say(question), options.filter((each) => answer.chosen.includes(each.code)).map((each) => each.words), own) }] : []));
  });
}

/** 'Asked “Where would you like to go?”: Gardens and fresh air. “Kew, as before.”' */
function sayWhy(question: string, options: readonly string[], own: string | null): string {
  return `Asked “${question}”: ${[options.join(', '), own ? `“${own}”` : ''].filter((part) => part !== '').join('. ')}`;
}
