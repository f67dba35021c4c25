import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** One entry of a calendar: the same `uid` with a higher `sequence` replaces what was sent before. */
export type CalendarEntry = {
  readonly uid: string
  readonly sequence: number
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  readonly starts: Temporal.ZonedDateTime
  readonly ends: Temporal.ZonedDateTime
  readonly summary: string
  readonly location: string | null
  readonly description: string | null
  readonly url: string | null
}

export type CalendarFile = {
  readonly method: CalendarMethod
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly entries: readonly CalendarEntry[]
  readonly organiser: { readonly name: string; readonly address: string } | null
  /** Whom an invitation is for; a published calendar names nobody. */
  readonly attendee?: { readonly name: string; readonly address: string }
}

/**
 * A calendar as iCalendar text (RFC 5545). Times are local with their zone's rules beside them: a reader that finds a
 * TZID without a VTIMEZONE takes the time for its own, and the generator writes none.
 */
export const calendarText = (file: CalendarFile): string => {
  const calendar = ical({
    // The generator escapes every text but this one.
    name: file.name.replaceAll(/\s+/g, ' '),
    prodId: { company: 'Tessellate', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod[file.method],
  })
  const zones = new Set(file.entries.map((entry) => entry.starts.timeZoneId))
  for (const entry of file.entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: file.madeAt.toZonedDateTimeISO('UTC'),
      start: entry.starts,
      end: entry.ends,
      timezone: entry.starts.timeZoneId,
      summary: entry.summary,
      location: entry.location,
      description: entry.description,
      url: entry.url,
      status: ICalEventStatus[entry.status],
      organizer: file.organiser ? { name: file.organiser.name, email: file.organiser.address } : null,
      attendees:
        file.attendee && file.method !== 'PUBLISH'
          ? [{ name: file.attendee.name, email: file.attendee.address, rsvp: false }]
          : [],
    })
  }
  return withZones(calendar.toString(), [...zones])
}

const withZones = (text: string, zones: readonly string[]): string => {
  const at = text.indexOf('BEGIN:VEVENT')
  if (at < 0) return text
  const blocks = zones.map((zone) => `${String(zoneBlock(zone)[0]).trim()}\r\n`)
  return text.slice(0, at) + blocks.join('') + text.slice(at)
}
