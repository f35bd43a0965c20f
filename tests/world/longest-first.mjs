/** The longest first, so that no worker is left with them at the end; the rest in Jest's own order. */
import Sequencer from '@jest/test-sequencer';

const LONGEST = ['every-page', 'entitlement', 'hostile', 'optimum', 'story', 'stays', 'choices', 'week-board', 'sickness', 'demo', 'consent-cut', 'start'];
const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
  return at < 0 ? LONGEST.length : at;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => place(a) - place(b));
  }
}
