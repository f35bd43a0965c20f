import { TASK_GROUPS } from './task-library-shape.ts';
import { TASK_LIBRARY, taskInLibrary } from './task-library.ts';

describe('the task library', () => {
  it('has at least twenty-four daily tasks, in every group, each once', () => {
    expect(TASK_LIBRARY.length).toBeGreaterThanOrEqual(24);
    expect(new Set(TASK_LIBRARY.map(({ key }) => key)).size).toBe(TASK_LIBRARY.length);
    expect(new Set(TASK_LIBRARY.map(({ name }) => name)).size).toBe(TASK_LIBRARY.length);
    for (const group of TASK_GROUPS) expect({ group, some: TASK_LIBRARY.filter((task) => task.group === group).length >= 4 }).toEqual({ group, some: true });
  });

  it.each(TASK_LIBRARY)('$name says its steps, what helps, what to leave to them first and what to watch for', (task) => {
    expect(task.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(task.steps.length).toBeGreaterThanOrEqual(4);
    expect(task.aids.length).toBeGreaterThanOrEqual(3);
    expect(task.watchFor.length).toBeGreaterThanOrEqual(1);
    expect(task.begin).toMatch(/\S.*\.$/);
    expect(task.begin.length).toBeLessThanOrEqual(150);
    expect(Object.keys(task.rungs).length).toBeGreaterThanOrEqual(1);
    for (const text of [task.name, ...task.steps, ...task.aids, ...task.watchFor, ...Object.values(task.rungs)]) expect(text.trim()).toBe(text);
  });

  it('speaks of adults', () => {
    expect(JSON.stringify(TASK_LIBRARY)).not.toMatch(/good (girl|boy)|nappy|nappies|toddler|\bbib\b|feeder|non-?complian|toileting|difficult|!/i);
  });

  it('is looked up by key', () => {
    expect(taskInLibrary('tea')?.name).toBe('Making a hot drink');
    expect([taskInLibrary('nothing'), taskInLibrary(''), taskInLibrary(null)]).toEqual([null, null, null]);
  });
});
