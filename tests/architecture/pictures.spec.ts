/** Every picture the library and the demo name can be drawn: one that cannot would show as a star. */
import { readFile } from 'node:fs/promises';
import { activities } from '../../apps/api/src/demo/activities.ts';
import { SHIPPED } from '../../apps/api/src/library/shipped/all.ts';

async function drawn(): Promise<Set<string>> {
  const source = await readFile(new URL('../../libs/ui/src/picture.tsx', import.meta.url), 'utf8');
  const table = /const pictures: Record<string, LucideIcon> = \{(.*?)\n\};/s.exec(source)?.[1] ?? '';
  return new Set([...table.matchAll(/^ {2}'?([a-z0-9-]+)'?:/gm)].map(([, name = '']) => name));
}

describe('pictures', () => {
  it('of all activities are among those the apps draw', async () => {
    const known = await drawn();
    expect(known.size).toBeGreaterThan(50);
    expect([...activities, ...SHIPPED].filter(({ picture }) => !known.has(picture)).map(({ picture }) => picture)).toEqual([]);
    expect(known.has('paw-print')).toBe(false);
  });

  it('tell the entries of the library apart', () => {
    const twice = SHIPPED.map(({ picture }) => picture).filter((picture, at, all) => all.indexOf(picture) !== at);
    expect(twice).toEqual([]);
  });
});
