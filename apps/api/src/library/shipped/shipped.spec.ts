import { ACTIVITY_KINDS, SUPPORT_STYLES, mayStand } from '@promenade/domain/library/activity';
import { SHIPPED, SHIPPED_BY_KEY } from './all.ts';
import type { ShippedActivity } from './shipped.ts';

/** Every sentence a reader meets; kit, places and search words are lists and may agree. */
const sentencesOf = (entry: ShippedActivity) => [entry.why, ...entry.steps, ...Object.values(entry.adapt), entry.goodDay, entry.badDay, ...entry.watchFor, entry.respect, entry.placeWords, entry.staffWords];
const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, '').replaceAll(/\s+/g, ' ').trim();
const wordsOf = (text: string) => new Set(plain(text).split(' '));
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Words for children, for patients and for brochures, wherever adults are spoken of. */
const UNFIT = /\b(fun|yummy|cute|sweetie|dearie|little ones?|good (girl|boy)|tots?|playtime|nappy|wee ones?|bless (him|her|them)|the elderly|service users?|sufferers?|wander(s|ing)? off|toilet(ed|ing)|feed(ing)? (him|her|them)|stimulat\w*|engag(e|ing|ement)|dementia patients?|seamless|vibrant|tapestry|delv\w*|journey)\b|!/i;

/** Sentences of more than four words that stand in two entries. */
function repeated(entries: readonly ShippedActivity[]): string[] {
  const first = new Map<string, string>();
  return entries.flatMap((entry) => sentencesOf(entry).flatMap((text) => text.split(/(?<=[.?])\s+/)).flatMap((sentence) => {
    const said = plain(sentence);
    const before = first.get(said);
    if (before === undefined) first.set(said, entry.key);
    return before !== undefined && said.split(' ').length > 4 ? [`${before} and ${entry.key}: ${sentence}`] : [];
  }));
}

/** How alike two texts are, from nothing in common (0) to the same words (1). */
function likeness(one: string, two: string): number {
  const [a, b] = [wordsOf(one), wordsOf(two)];
  return a.intersection(b).size / a.union(b).size;
}

describe('the shipped library', () => {
  it('holds at least sixty entries, three of every kind, each once', () => {
    expect(SHIPPED.length).toBeGreaterThanOrEqual(60);
    expect([SHIPPED_BY_KEY.size, new Set(SHIPPED.map(({ name }) => name)).size]).toEqual([SHIPPED.length, SHIPPED.length]);
    expect(ACTIVITY_KINDS.filter((kind) => SHIPPED.filter((entry) => entry.kind === kind).length < 3)).toEqual([]);
  });

  it.each(SHIPPED)('$key may stand by the rules that a home’s own entries keep', (entry) => {
    expect(mayStand(entry, entry)).toEqual({ allowed: true });
    expect(entry.version).toBeGreaterThanOrEqual(1);
    expect(entry.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(SHIPPED)('$key says enough to somebody in their first week, and no more than is read', (entry) => {
    const { why, steps, adapt, goodDay, badDay, watchFor, equipment, respect, placeWords, staffWords, speaksTo } = entry;
    expect([why.length >= 60, why.length <= 320]).toEqual([true, true]);
    expect(steps.filter((step) => step.length < 15 || step.length > 170)).toEqual([]);
    expect(SUPPORT_STYLES.filter((style) => adapt[style].length < 25 || adapt[style].length > 170)).toEqual([]);
    expect([goodDay, badDay, respect, placeWords, staffWords].filter((text) => text.length < 25 || text.length > 180)).toEqual([]);
    expect([watchFor.length >= 2, equipment.length >= 2, speaksTo.length >= 6]).toEqual([true, true, true]);
  });

  it('adapts differently for each style of support', () => {
    const alike = SHIPPED.flatMap(({ key, adapt }) => SUPPORT_STYLES.flatMap((one, at) => SUPPORT_STYLES.slice(at + 1)
      .filter((two) => likeness(adapt[one], adapt[two]) > 0.4).map((two) => `${key}: ${one} and ${two}`)));
    expect(alike).toEqual([]);
    expect(likeness('Holds the shell and hears the sea', 'Holds the shell and hears the gulls')).toBeGreaterThan(0.4);
  });

  it('says nothing twice', () => {
    expect(repeated(SHIPPED)).toEqual([]);
    const [first, second] = SHIPPED as [ShippedActivity, ShippedActivity];
    expect(repeated([first, { ...second, badDay: first.badDay }])).toHaveLength(first.badDay.split(/(?<=[.?])\s+/).filter((sentence) => plain(sentence).split(' ').length > 4).length);
  });

  it('speaks of adults as adults', () => {
    expect(SHIPPED.flatMap((entry) => sentencesOf(entry).filter((text) => UNFIT.test(text)).map((text) => `${entry.key}: ${text}`))).toEqual([]);
    expect(['What fun!', 'A cute dog', 'for the elderly'].every((text) => UNFIT.test(text))).toBe(true);
  });

  it('ends every sentence, and writes apostrophes and quotation marks as print does', () => {
    const ends = SHIPPED.flatMap((entry) => [entry.why, ...entry.steps, ...Object.values(entry.adapt), entry.goodDay, entry.badDay, entry.respect, entry.placeWords, entry.staffWords]
      .filter((text) => !/[.?]$/.test(text) || /['"]|\s{2}|—/.test(text)).map((text) => `${entry.key}: ${text}`));
    expect(ends).toEqual([]);
  });

  it('names real risks: somebody in every kind is kept from a fall, a burn, a choke or a grief', () => {
    const RISKS = /swallow|chok|allerg|hot|heat|burn|scald|steam|oven|fall|dizz|stoop|slip|kerb|step|wheel|grief|tears|war|funeral|death|dead|cold|skin|blood|breath|medicine|alcohol|mouth|tired|fatigue|pain/i;
    expect(ACTIVITY_KINDS.filter((kind) => !SHIPPED.some((entry) => entry.kind === kind && entry.watchFor.some((risk) => RISKS.test(risk))))).toEqual([]);
    expect(SHIPPED.filter(({ watchFor }) => !watchFor.some((risk) => risk.length > 12)).map(({ key }) => key)).toEqual([]);
  });

  it('can be held: it lasts no longer than its hours, and goes out by some way', () => {
    for (const { key, hours, minutes, setting, transport, atBedside } of SHIPPED) {
      expect([key, hours.length > 0 && hours.every(({ from, to }) => minuteOf(to) - minuteOf(from) >= minutes)]).toEqual([key, true]);
      expect([key, (setting === 'out') === (transport !== null), atBedside && setting === 'out']).toEqual([key, true, false]);
    }
  });

  it('leaves nobody out: for those in bed, for those alone, for no money, for each season', () => {
    const has = (test: (entry: ShippedActivity) => boolean) => SHIPPED.filter(test).length;
    expect(has(({ reach }) => reach === 'in bed')).toBeGreaterThanOrEqual(10);
    expect(has(({ groupMin }) => groupMin === 1)).toBeGreaterThanOrEqual(20);
    expect(has(({ costPence }) => costPence === 0)).toBeGreaterThanOrEqual(30);
    for (const season of ['spring', 'summer', 'autumn', 'winter'] as const) expect(has(({ seasons }) => seasons.includes(season))).toBeGreaterThanOrEqual(3);
  });
});
