import { type DigestFacts, composeDigest, isAnythingShared } from './digest.ts';
import { type Letter, asHtml, asText, shortHash } from './letter.ts';

const facts: DigestFacts = {
  home: 'Chestnut House', person: 'Steven', today: '2026-11-29', headline: 'One promise to Steven is still open.', lead: 'Its day has passed, and nobody has said why.',
  promises: [
    { id: 'swim', words: 'A swim, in the water', madeBy: 'Siân Pritchard', dueOn: '2026-11-27', stateWords: 'It did not happen. Still owed.', isOwed: true, reason: 'There was no driver. Dean was ill.', answers: 'Karen Whitfield', newDate: '2026-12-04' },
    { id: 'cut', words: 'A haircut', madeBy: 'Ada Bell', dueOn: '2026-11-25', stateWords: 'Kept.', isOwed: false, reason: null, answers: null, newDate: null },
    { id: 'old', words: 'A coat', madeBy: 'Ada Bell', dueOn: '2026-09-01', stateWords: 'Kept.', isOwed: false, reason: null, answers: null, newDate: null },
  ],
  planned: [
    { day: '2026-12-01', from: '14:30', to: '16:00', what: 'Swimming', where: 'Riverside Pool', staff: ['Siân', 'Dean'], status: 'planned' },
    { day: '2026-12-02', from: '10:00', to: '11:00', what: 'Choir', where: 'At home', staff: [], status: 'cancelled' },
    { day: '2026-12-20', from: '10:00', to: '11:00', what: 'Carols', where: 'At home', staff: [], status: 'planned' },
  ],
  changed: [{ words: 'Choir for Steven on Wednesday 2 December, 10:00 will not take place.', toldAt: new Date('2026-11-28T10:00:00Z') }],
  happened: [
    { day: '2026-11-26', from: '14:30', what: 'Baking', words: 'Steven took part.', note: 'Laughed\nout loud, ate three <scones> & asked for “more”.', saidBy: 'Ada Bell' },
    { day: '2026-11-10', from: '14:30', what: 'Bingo', words: 'Steven watched, and did not take part.', note: null, saidBy: 'Ada Bell' },
  ],
  figures: 'Of 3 promises, 2 were kept.', awaiting: ['cut'], notShared: [], isGone: false,
};
const letter = (more: Partial<Letter> = {}): Letter => ({
  home: 'Chestnut House', person: 'Steven', supporter: 'Mark Marlow', digest: composeDigest(facts), head: { seq: 212, hash: 'ab12cd34ef56ab78'.padEnd(64, '9') },
  appUrl: 'https://promenade.example.org/family/', checkUrl: `https://promenade.example.org/check?home=h&seq=212&hash=${'ab12cd34ef56ab78'.padEnd(64, '9')}`, stopUrl: 'https://promenade.example.org/stop/x.y', ...more,
});

describe('a week in words', () => {
  it('tells what was promised, what became of it and why, what is planned, what happened, and what waits for a word', () => {
    const { subject, parts } = composeDigest(facts);
    expect(subject).toBe('Steven’s week, Sunday 29 November');
    expect(parts.map(({ title, lines }) => [title, lines.map(({ what }) => what)])).toEqual([
      ['Promised, and still open', ['“A swim, in the water”', 'Of 3 promises, 2 were kept.']],
      ['Promises that came to an end', ['“A haircut”']],
      ['What changed in the plan', ['Choir for Steven on Wednesday 2 December, 10:00 will not take place.']],
      ['Planned for the coming seven days', ['Tuesday 1 December, 14:30 to 16:00: Swimming', 'Wednesday 2 December, 10:00: Choir']],
      ['What happened in the past seven days', ['Thursday 26 November, 14:30: Baking']],
      ['Your word is asked for', ['Was it as we say: “A haircut”?']],
    ]);
    expect(parts[0]?.lines[0]?.more).toEqual(['It did not happen. Still owed.', 'Why: There was no driver. Dean was ill.', 'Karen Whitfield answers for it.', 'The new date is Friday 4 December.', 'Promised by Siân Pritchard.']);
  });

  it.each([
    ['promises', { promises: null, figures: null, awaiting: [] }, ['swim', 'haircut', 'kept', 'Promise']],
    ['planned', { planned: null, changed: null }, ['Swimming', 'Choir', 'Riverside', 'Planned']],
    ['happened', { happened: null }, ['Baking', 'scones', 'happened in']],
  ] as const)('has no part and no word of what is not shared: %s', (_, less, gone) => {
    const text = JSON.stringify(composeDigest({ ...facts, lead: '', headline: 'Steven’s page', ...less }).parts);
    for (const word of gone) expect(text).not.toContain(word);
    for (const word of gone.slice(0, 2)) expect(JSON.stringify(composeDigest(facts).parts)).toContain(word);
  });

  it('says so where a part is empty, and has nothing to send where nothing is shared', () => {
    const quiet = composeDigest({ ...facts, promises: [], planned: [], happened: [], changed: [] });
    expect(quiet.parts.map(({ lines }) => lines[0]?.what)).toEqual(['Nothing is owed at the moment.', 'Nothing is planned yet.', 'Nothing was written down.']);
    expect(isAnythingShared(facts)).toBe(true);
    expect(isAnythingShared({ promises: null, planned: null, happened: null })).toBe(false);
  });

  it('says nothing of what is to come after a death', () => {
    expect(composeDigest({ ...facts, isGone: true }).parts.map(({ title }) => title)).toEqual(['Promised, and still open', 'Promises that came to an end', 'What happened in the past seven days']);
  });
});

describe('a letter', () => {
  it('reads by itself as plain text: no line but a link is longer than 72 characters, and nothing is broken up by line ends in what somebody wrote', () => {
    const text = asText(letter());
    expect(text.split('\n').filter((line) => line.length > 72)).toEqual([letter().checkUrl]);
    expect(text).toContain('- Thursday 26 November, 14:30: Baking\n  Steven took part.\n  “Laughed out loud, ate three <scones> & asked for “more”.”\n  Ada Bell wrote it down.');
    expect(text.replaceAll('\n', ' ')).toContain('stood at place 212, with the check ab12 cd34 ef56 ab78.');
    expect(text).toContain('Stop these e-mails:\nhttps://promenade.example.org/stop/x.y');
    expect(text).not.toMatch(/\t|\|/);
  });

  it('leaves out addresses it does not have, and the head where promises are not shared', () => {
    const text = asText(letter({ appUrl: null, checkUrl: null, stopUrl: null, head: null }));
    expect(text).not.toContain('http');
    expect(text).not.toContain('Keep this e-mail');
  });

  it('takes what people wrote as words, never as HTML', () => {
    const html = asHtml(letter());
    expect(html).toContain('ate three &lt;scones&gt; &amp; asked');
    expect(html).not.toContain('<scones>');
    expect(html).toContain('href="https://promenade.example.org/stop/x.y"');
  });

  it('shortens a hash to what can be compared by eye', () => {
    expect(shortHash('0123456789abcdef'.repeat(4))).toBe('0123 4567 89ab cdef');
  });
});
