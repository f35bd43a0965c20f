/** Every picture the demo names can be drawn: one that cannot would show as a star. */
import { readFile } from 'node:fs/promises';
import { activities } from '../../apps/api/src/demo/activities.ts';

async function drawn(): Promise<Set<string>> {
  const source = await readFile(new URL('../../libs/ui/src/picture.tsx', import.meta.url), 'utf8');
  const table = /const pictures: Record<string, LucideIcon> = \{(.*?)\n\};/s.exec(source)?.[1] ?? '';
  return new Set([...table.matchAll(/^ {2}'?([a-z0-9-]+)'?:/gm)].map(([, name = '']) => name));
}

describe('pictures', () => {
  it('of all activities are among those the apps draw', async () => {
    const known = await drawn();
    expect(known.size).toBeGreaterThan(50);
    expect(activities.filter(({ picture }) => !known.has(picture)).map(({ picture }) => picture)).toEqual([]);
    expect(known.has('paw-print')).toBe(false);
  });
});
