/** A calendar in the iCalendar format (RFC 5545). Times are UTC, so that no program has to know how clocks change. */
import type { KeptEntry } from '@promenade/domain/outward/calendar';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** What most programs take as: ask again every hour. */
const TTL_SECONDS = 3600;

export function icsOf({ name, residentId, kept }: { readonly name: string; readonly residentId: string; readonly kept: readonly KeptEntry[] }): string {
  const calendar = ical({ name: plain(name), method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Promenade', product: 'Calendar', language: 'EN' }, ttl: TTL_SECONDS });
  for (const { item, entry } of kept) {
    const { subject, subjectId, startsAt, endsAt, isAllDay, title, where, notes, isOff } = item;
    calendar.createEvent({
      id: `${subject}-${subjectId}-${residentId}@promenade`, sequence: entry.sequence, stamp: entry.changedAt, lastModified: entry.changedAt,
      start: startsAt, end: endsAt, allDay: isAllDay, summary: plain(title), location: where === null ? null : plain(where), description: notes ? plain(notes) : null,
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, transparency: isOff || isAllDay ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}

/** Without what cannot stand in the format: control characters, and line ends other than one. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
