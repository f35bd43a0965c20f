/** What the task library says of a task. */

export const TASK_GROUPS = ['washing and dressing', 'moving about', 'eating and drinking', 'the house and garden', 'out and in touch'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

export type LibraryTask = {
  readonly key: string;
  readonly name: string;
  readonly group: TaskGroup;
  readonly steps: readonly string[];
  /** What a rung looks like in this task, where the word alone does not say it. */
  readonly rungs: Partial<Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, string>>>;
  readonly aids: readonly string[];
  /** What to leave to them first: watch and guide before stepping in. */
  readonly begin: string;
  readonly watchFor: readonly string[];
};
