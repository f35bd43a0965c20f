import type { StateName } from '@promenade/ui/badge';
import type { Tone } from '@promenade/ui/tone.ts';

const STATES: Readonly<Record<string, StateName>> = {
  kept: 'kept', partly: 'partly', missed: 'missed', unexplained: 'unexplained', released: 'released', scheduled: 'scheduled', made: 'made',
};
const TONES: Readonly<Record<string, Tone>> = {
  kept: 'kept', partly: 'owed', missed: 'missed', unexplained: 'missed', released: 'quiet', scheduled: 'calm', made: 'calm',
};

/** The chip for what the server marks a promise as. */
export function stateOf(mark: string): StateName {
  return STATES[mark] ?? 'made';
}

export function toneOf(mark: string): Tone {
  return TONES[mark] ?? 'calm';
}
