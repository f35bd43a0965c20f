import { PHASES, PHASE_MEANS, isNeverTapered, maySayPhase } from './phase.ts';

const codes = (decision: ReturnType<typeof maySayPhase>) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));

describe('the phase of life', () => {
  it('is one of three, said in words, and another than before', () => {
    expect(maySayPhase({ phase: 'keeping well', words: 'I am all right as I am.' }, null)).toEqual({ allowed: true });
    expect(maySayPhase({ phase: 'getting stronger', words: 'I want my stairs back.' }, 'comfort and connection')).toEqual({ allowed: true });
    expect(codes(maySayPhase({ phase: 'end of life', words: ' ' }, null))).toEqual(['NOT_A_PHASE', 'PHASE_NO_WORDS']);
    expect(codes(maySayPhase({ phase: 'keeping well', words: 'Still so.' }, 'keeping well'))).toEqual(['SAME_PHASE']);
  });

  it('says of each what it means for help, and keeps it from becoming less for one of them only', () => {
    expect(PHASES.map((phase) => PHASE_MEANS[phase].endsWith('.'))).toEqual([true, true, true]);
    expect([...PHASES, null].filter(isNeverTapered)).toEqual(['comfort and connection']);
  });
});
