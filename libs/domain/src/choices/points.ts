/** The nine points at which a person chooses: what is asked at each, and which area of life it belongs to. */
import type { Area } from '../people/authority.ts';

export const POINTS = ['helper', 'outcomes', 'money', 'what', 'when', 'who', 'with', 'where', 'today'] as const;
/** 'today' is whether to go on the day, and what changes afterwards. */
export type Point = (typeof POINTS)[number];

export function isPoint(text: string): text is Point {
  return (POINTS as readonly string[]).includes(text);
}

type PointWords = { readonly number: number; readonly name: string; readonly question: string };

export const POINT_WORDS: Readonly<Record<Point, PointWords>> = {
  helper: { number: 1, name: 'Who helps me plan', question: 'Who would you like to help you plan?' },
  outcomes: { number: 2, name: 'What matters to me', question: 'What matters most to you now?' },
  money: { number: 3, name: 'How my money is held', question: 'How would you like your money for support to be held?' },
  what: { number: 4, name: 'What I do', question: 'What would you like to do?' },
  when: { number: 5, name: 'When', question: 'When would you like it?' },
  who: { number: 6, name: 'Who supports me', question: 'Who would you like to be with you?' },
  with: { number: 7, name: 'Who I go with', question: 'Who would you like to go with?' },
  where: { number: 8, name: 'Where, and how we get there', question: 'Where would you like to go?' },
  today: { number: 9, name: 'Whether to go, and what changes', question: 'Would you like to go?' },
};

/** The area of life in which somebody decides at a point. Going out is another area than what is done at home. */
export function areaOf(point: Point, isOut: boolean): Area {
  if (point === 'money') return 'money';
  return isOut || point === 'where' ? 'outings and risk' : 'daily activities';
}
