/** The picture that stands for a daily task, by its name in the task library. */
import { type TaskGroup, type LibraryTask } from '../reablement/task-library-shape.ts';
import { taskInLibrary } from '../reablement/task-library.ts';

const OF_GROUP: Readonly<Record<TaskGroup, string>> = {
  'washing and dressing': 'droplets', 'moving about': 'footprints', 'eating and drinking': 'utensils', 'the house and garden': 'house', 'out and in touch': 'handshake',
};

const OF_TASK: Readonly<Partial<Record<LibraryTask['key'], string>>> = {
  'shower': 'bath', 'dress-upper': 'shirt', 'dress-lower': 'shirt', 'shave': 'scissors', 'hair': 'brush', 'out-of-bed': 'bed', 'chair': 'armchair', 'way-to-dining-room': 'map', 'tea': 'coffee', 'sandwich': 'cake',
  'drink': 'coffee', 'pour': 'wine', 'lay-table': 'utensils', 'wash-up': 'soup', 'make-bed': 'bed', 'fold-laundry': 'shirt', 'sweep-dust': 'sparkles', 'water-plants': 'droplets', 'feed-pet': 'cat', 'raised-bed': 'sprout',
  'tv-music': 'music', 'tablets': 'heart', 'phone': 'phone', 'message': 'message', 'post-letter': 'mail', 'pay-shop': 'basket', 'bus': 'bus', 'order-cafe': 'coffee',
};

/** Null for a task of somebody's own. */
export function taskPicture(libraryKey: string | null): string | null {
  const task = taskInLibrary(libraryKey);
  return task && (OF_TASK[task.key] ?? OF_GROUP[task.group]);
}
