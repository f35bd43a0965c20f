/** Checks that every pair of colours we put on each other can be read: 7:1 for words, 3:1 for the edges of controls. */
import { readFileSync } from 'node:fs';

const css = readFileSync('libs/ui/src/tokens.css', 'utf8');
const colours = new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name ?? '', hex ?? '']));

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [colours.get(a), colours.get(b)].map((hex) => luminance(hex ?? '#000000')).sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunk'];
const moods = ['kept', 'owed', 'missed', 'calm', 'quiet'];

describe('the colours', () => {
  it('are all named as six-digit colours, so that these checks see them', () => {
    expect([...moods, ...moods.map((mood) => `${mood}-wash`), ...grounds, 'ink', 'edge', 'focus'].filter((name) => !colours.has(name))).toEqual([]);
  });

  it.each(grounds.flatMap((ground) => ['ink', 'ink-soft', 'green', 'chestnut', 'missed'].map((words) => [words, ground] as const)))(
    'let %s be read on %s',
    (words, ground) => expect(contrast(words, ground)).toBeGreaterThanOrEqual(7),
  );

  it.each(moods)('let the words of %s and ordinary words be read on its wash', (mood) => {
    expect(contrast(mood, `${mood}-wash`)).toBeGreaterThanOrEqual(7);
    expect(contrast('ink', `${mood}-wash`)).toBeGreaterThanOrEqual(7);
  });

  it.each(['green', 'green-deep', 'ink', 'missed'])('let light words be read on %s', (ground) => {
    expect(contrast('on-dark', ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(grounds)('let the edge of a field and the focus ring be seen on %s', (ground) => {
    expect(contrast('edge', ground)).toBeGreaterThanOrEqual(3);
    expect(contrast('focus', ground)).toBeGreaterThanOrEqual(3);
  });
});
