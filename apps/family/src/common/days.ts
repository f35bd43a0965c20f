import { addDays, clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import type { Day } from '@promenade/domain/shared/time';

/** 'Today', 'Tomorrow', 'Yesterday', or the day as people say it. */
export function dayFrom(today: Day, day: Day): string {
  if (day === today) return 'Today';
  if (day === addDays(today, 1)) return 'Tomorrow';
  if (day === addDays(today, -1)) return 'Yesterday';
  return sayDay(day);
}

/** The same inside a sentence: 'today', 'on Thursday 26 November'. */
export function onDay(today: Day, day: Day): string {
  const words = dayFrom(today, day);
  return /^(Today|Tomorrow|Yesterday)$/.test(words) ? words.toLowerCase() : `on ${words}`;
}

/** 'today at 10:05', 'on Thursday 26 November at 16:20'. */
export function atTime(zone: string, today: Day, at: Date): string {
  return `${onDay(today, dayIn(zone, at))} at ${clockIn(zone, at)}`;
}
