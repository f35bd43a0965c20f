/** The daily tasks that people take up again on the ladder: what each is made of, what helps, and what to leave to them first. */
import { BODY_TASKS } from './task-library-body.ts';
import { HOUSE_TASKS } from './task-library-house.ts';
import { OUT_TASKS } from './task-library-out.ts';
import type { LibraryTask } from './task-library-shape.ts';

export type { LibraryTask } from './task-library-shape.ts';

/** In the order in which a day goes. */
export const TASK_LIBRARY: readonly LibraryTask[] = [...BODY_TASKS, ...HOUSE_TASKS, ...OUT_TASKS];

const BY_KEY = new Map(TASK_LIBRARY.map((task) => [task.key, task]));

/** The task of that key, or null where there is none. */
export function taskInLibrary(key: string | null | undefined): LibraryTask | null {
  return (key && BY_KEY.get(key)) || null;
}
