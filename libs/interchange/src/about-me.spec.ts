import fc from 'fast-check';
import { HEADINGS, STATEMENT_LENGTH, tidy } from '@promenade/domain/people/about-me';
import { readAboutMe } from './about-me-read.ts';
import { type AboutMeEntry, type AboutMeFile, type AboutMePart, type AboutMeRecord, HEADING_KEYS } from './about-me-record.ts';
import { writeAboutMe } from './about-me-write.ts';

const words = (longest: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(longest, 60) }).map((text) => tidy(text)).filter((text): text is string => text !== null && text.length <= longest);
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));
const content = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const files: fc.Arbitrary<AboutMeFile[]> = fc.array(content, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, n) => ({ key: `file ${n}`, fileName: `photo ${n}.webp`, mime: 'image/webp', content: one })));
const origin = fc.record({ whose: fc.constantFrom('the person', 'a supporter', 'staff'), saidBy: words(60), toldHow: fc.constantFrom('told us', 'told by family', 'observed', 'from the file'), saidOn: orNull(day), alt: orNull(words(60)), sensitive: fc.boolean() });
const coded = fc.record({ system: words(60), code: words(20), display: words(60) });

const partFrom = (some: readonly AboutMeFile[], heading: AboutMePart['heading']): fc.Arbitrary<AboutMePart> => fc.record({
  heading: fc.constant(heading), text: orNull(words(STATEMENT_LENGTH)), file: orNull(fc.constantFrom(...some)), coded: orNull(coded), origin: orNull(origin),
}).filter(({ text, file, coded: value }) => text !== null || file !== null || value !== null);

const entryFrom = (some: readonly AboutMeFile[]): fc.Arbitrary<Omit<AboutMeEntry, 'writtenAt'>> => fc.record({
  supportedBy: orNull(words(150)), tookPart: orNull(fc.boolean()),
  parts: fc.subarray([...HEADINGS], { minLength: 1 }).chain((headings) => fc.tuple(...headings.map((heading) => partFrom(some, heading)))),
});

/** Whole records: several entries, the latest first, with files that more than one of them holds. */
const records: fc.Arbitrary<AboutMeRecord> = files.chain((some) => fc.array(entryFrom(some), { minLength: 1, maxLength: 5 })).map((entries) => ({
  entries: entries.map((entry, n) => ({ ...entry, writtenAt: new Date(Date.UTC(2026, 5, 30) - n * 86_400_000).toISOString() })),
}));

/** Files are told apart by names of their own on each side. */
const withoutKeys = ({ entries }: AboutMeRecord) => entries.map((entry) => ({ ...entry, parts: entry.parts.map((part) => ({ ...part, file: part.file && { ...part.file, key: '' } })) }));

function read(document: unknown): AboutMeRecord {
  const reading = readAboutMe(JSON.stringify(document));
  if ('problems' in reading) throw new Error(reading.problems.join(' '));
  return reading.record;
}
const problemsOf = (text: string): readonly string[] => {
  const reading = readAboutMe(text);
  return 'problems' in reading ? reading.problems : [];
};
const about = (entry: object) => JSON.stringify({ aboutMe: { recordEntry: [entry] } });

describe('a PRSB About Me record', () => {
  it('comes back as it was written, whatever is in it', () => {
    fc.assert(fc.property(records, (record) => {
      expect(withoutKeys(read(writeAboutMe(record)))).toEqual(withoutKeys(record));
    }), { numRuns: 300 });
  });

  it('reads the same once more after it was read and written', () => {
    fc.assert(fc.property(records, (record) => {
      const once = writeAboutMe(read(writeAboutMe(record)));
      expect(writeAboutMe(read(once))).toEqual(once);
    }), { numRuns: 100 });
  });

  it('holds each file once, however many entries show it', () => {
    const file = { key: 'x', fileName: 'meg.webp', mime: 'image/webp', content: 'QUJD' };
    const part: AboutMePart = { heading: 'people', text: null, file, coded: null, origin: null };
    const entry = { writtenAt: '2026-01-02T00:00:00.000Z', supportedBy: null, tookPart: null, parts: [part] };
    const text = JSON.stringify(writeAboutMe({ entries: [entry, { ...entry, writtenAt: '2026-01-01T00:00:00.000Z' }] }));
    expect(text.split('QUJD')).toHaveLength(2);
    expect(read(JSON.parse(text)).entries[1]?.parts[0]?.file?.content).toBe('QUJD');
  });

  it('is written in the shape of the standard', () => {
    const document = writeAboutMe({ entries: [{ writtenAt: '2026-11-24T09:00:00.000Z', supportedBy: 'Janet, daughter', tookPart: true, parts: [
      { heading: 'please', text: 'Please knock.', file: { key: 'a', fileName: 'door.webp', mime: 'image/webp', content: 'QUJD' }, coded: { system: 'http://snomed.info/sct', code: '1', display: 'Knocks' }, origin: null },
    ] }] });
    expect(document).toEqual({
      standard: 'PRSB About Me', version: '2.01',
      aboutMe: { recordEntry: [{
        dateLastUpdated: '2026-11-24T09:00:00.000Z', supportedToWriteThisBy: 'Janet, daughter',
        pleaseDoAndPleaseDoNot: { codedValue: { code: '1', system: 'http://snomed.info/sct', displayName: 'Knocks' }, response: { freeText: 'Please knock.', multimedia: { filename: 'door.webp', mimeType: 'image/webp', file: 'QUJD', url: '#media-1' } } },
        extension: { personTookPart: true },
      }] },
    });
  });

  it('is understood with the headings as people write them, as one entry, and with a day for a date', () => {
    const record = read({ 'About Me': { 'Record entry': { 'Date last updated': '2026-11-20', 'My wellness': { Response: { 'Free text': 'A walk a day.' } }, 'What is most important to me': null } } });
    expect(record.entries).toEqual([{ writtenAt: '2026-11-20T00:00:00.000Z', supportedBy: null, tookPart: null, parts: [{ heading: 'wellness', text: 'A walk a day.', file: null, coded: null, origin: null }] }]);
  });

  it('puts the latest entry first, in whatever order they come', () => {
    const entry = (date: string) => ({ dateLastUpdated: date, myWellness: { response: { freeText: date } } });
    expect(read({ aboutMe: { recordEntry: [entry('2025-01-01'), entry('2026-01-01')] } }).entries.map(({ parts }) => parts[0]?.text)).toEqual(['2026-01-01', '2025-01-01']);
  });

  it('says what it leaves aside', () => {
    const reading = readAboutMe(about({ nhsNumber: '1', myWellness: { response: { freeText: 'x', multimedia: { filename: 'a.jpg', mimeType: 'image/jpeg', url: 'https://example.org/a.jpg' } }, score: 3 } }));
    expect(reading).toMatchObject({ leftAside: ['“nhsNumber”', '“score” under “My wellness”', 'the file “a.jpg”, which is not in it'] });
  });

  it('refuses what it cannot trust, with a sentence for each', () => {
    const wellness = (response: unknown) => about({ myWellness: { response } });
    const cases: [string, string][] = [
      ['{"aboutMe":', 'This is not a JSON file, or it is not complete. Export it once more and choose it again.'],
      ['[]', 'There is no About Me in this file. It holds “aboutMe”, and in it “recordEntry”.'],
      ['null', 'There is no About Me in this file. It holds “aboutMe”, and in it “recordEntry”.'],
      [JSON.stringify({ version: '1.2', aboutMe: { recordEntry: [{ myWellness: {} }] } }), 'This is version 1.2 of the standard; versions 2 can be read.'],
      [about({}), 'Nothing is written under any of the seven headings in this file.'],
      [wellness({ freeText: '   \u200B' }), 'Nothing is written under any of the seven headings in this file.'],
      [wellness({ freeText: 7 }), '“My wellness”: a text is expected.'],
      [wellness({ freeText: 'x'.repeat(1_000_000) }), '“My wellness”: the text has 1,000,000 characters; 4,000 can be taken.'],
      [wellness({ freeText: 'a\u0000b' }), '“My wellness”: there are signs in the text that nobody can see and that change how it reads.'],
      [wellness({ freeText: 'a\u202Eb' }), '“My wellness”: there are signs in the text that nobody can see and that change how it reads.'],
      [wellness('words'), '“My wellness”: the response is not one.'],
      [wellness({ freeText: 'x', multimedia: { filename: 'a', mimeType: 'image/png', file: 'not base64' } }), '“My wellness”: the file “a” is not whole, or larger than 12 MB.'],
      [about({ myWellness: 3 }), '“My wellness”: a coded value and a response are expected.'],
      [about({ myWellness: { codedValue: { code: '1' } } }), '“My wellness”: a coded value needs “code”, “system” and “displayName”.'],
      [about({ supportedToWriteThisBy: 'x'.repeat(151), myWellness: { response: { freeText: 'x' } } }), '“supported to write this by”: the text has 151 characters; 150 can be taken.'],
      [about({ dateLastUpdated: 'yesterday', myWellness: { response: { freeText: 'x' } } }), '“date last updated” is not a date such as 2026-11-24 or 2026-11-24T09:30:00Z.'],
    ];
    for (const [text, problem] of cases) expect([text.slice(0, 80), problemsOf(text)[0]]).toEqual([text.slice(0, 80), problem]);
    expect(problemsOf(about({ ['__proto__']: 1, myWellness: { response: { freeText: 'x' } } }))).toEqual([]);
    expect(({} as Record<string, unknown>)['recordEntry']).toBeUndefined();
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(...Object.values(HEADING_KEYS)), (value, key) => {
      for (const text of [JSON.stringify(value), about({ [key]: value }), about({ [key]: { response: value, codedValue: value, extension: value } }), about({ [key]: { response: { freeText: value, multimedia: value } } })]) readAboutMe(text);
    }), { numRuns: 300 });
  });
});
