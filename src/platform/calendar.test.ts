import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import ICAL from 'ical.js'
import { type CalendarFile, calendarText } from './calendar.ts'

const zoned = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`)

const file = (starts: string, ends: string, more: Partial<CalendarFile> = {}): CalendarFile => ({
  method: 'REQUEST',
  name: 'West London Work Group',
  madeAt: Temporal.Instant.from('2021-10-18T08:00:00Z'),
  organiser: { name: 'London Central and West', address: 'hub@hubs.example' },
  attendee: { name: 'Ann Other', address: 'ann@school.example' },
  ...more,
  entries: [
    {
      uid: 'session-1@hubs.example',
      sequence: 2,
      status: 'CONFIRMED',
      starts: zoned(starts),
      ends: zoned(ends),
      summary: 'Secondary Subject Leadership: Workshop 1',
      location: 'Ark House, 1 High Street; W3 9PP, London',
      description: 'Lunch is provided.\n\nBring a scheme of work, please.',
      url: null,
    },
  ],
})

/** What an independent reader makes of the text, with no zone known to it but those in the text. */
const readBack = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  assert.ok(zone, 'the zone’s rules are in the text')
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
  event.startDate.zone = new ICAL.Timezone(zone)
  event.endDate.zone = new ICAL.Timezone(zone)
  return {
    calendar,
    event,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
  }
}

test('no name, title or note begins a line of its own', () => {
  const evil = 'Name "x"; y:\r\nX-EVIL:1\rX-EVIL:2\nX-EVIL:3'
  const plainFile = file('2021-11-17T09:30', '2021-11-17T14:30')
  const text = calendarText({
    ...plainFile,
    name: evil,
    organiser: { name: evil, address: 'hub@hubs.example' },
    attendee: { name: evil, address: 'ann@school.example' },
    entries: plainFile.entries.map((entry) => ({ ...entry, summary: evil, location: evil, description: evil })),
  })
  assert.doesNotMatch(text, /^X-EVIL/m)
})

describe('a calendar', () => {
  const times: readonly [string, string, string, string, string][] = [
    ['in winter', '2021-11-17T09:30', '2021-11-17T14:30', '2021-11-17T09:30:00.000Z', '2021-11-17T14:30:00.000Z'],
    ['in summer', '2021-10-30T09:30', '2021-10-30T14:30', '2021-10-30T08:30:00.000Z', '2021-10-30T13:30:00.000Z'],
    [
      'on the day the clocks go back',
      '2021-10-31T09:30',
      '2021-10-31T14:30',
      '2021-10-31T09:30:00.000Z',
      '2021-10-31T14:30:00.000Z',
    ],
    [
      'the day before the clocks go forward',
      '2022-03-26T09:30',
      '2022-03-26T14:30',
      '2022-03-26T09:30:00.000Z',
      '2022-03-26T14:30:00.000Z',
    ],
    [
      'on the day the clocks go forward',
      '2022-03-27T09:30',
      '2022-03-27T14:30',
      '2022-03-27T08:30:00.000Z',
      '2022-03-27T13:30:00.000Z',
    ],
  ]
  for (const [name, starts, ends, from, to] of times)
    it(`gives another reader the right moment ${name}`, () => {
      const read = readBack(calendarText(file(starts, ends)))
      assert.deepEqual([read.starts, read.ends], [from, to])
    })

  it('carries its UID, sequence, method, people and text whole', () => {
    const text = calendarText(file('2021-11-17T09:30', '2021-11-17T14:30'))
    const { calendar, event } = readBack(text)
    assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST')
    assert.equal(event.uid, 'session-1@hubs.example')
    assert.equal(event.sequence, 2)
    assert.equal(event.location, 'Ark House, 1 High Street; W3 9PP, London')
    assert.equal(event.description, 'Lunch is provided.\n\nBring a scheme of work, please.')
    assert.match(text, /^ORGANIZER;CN="London Central and West":mailto:hub@hubs\.example/im)
    assert.match(text, /DTSTART;TZID=Europe\/London:20211117T093000/)
    assert.match(text, /^DTSTAMP:20211018T080000Z\r$/m)
    assert.equal(text.match(/BEGIN:VTIMEZONE/g)?.length, 1)
  })

  it('names nobody when it is published', () => {
    assert.doesNotMatch(
      calendarText(file('2021-11-17T09:30', '2021-11-17T14:30', { method: 'PUBLISH' })),
      /ATTENDEE|ann@school/,
    )
  })

  it('can be empty', () => {
    assert.match(
      calendarText({ ...file('2021-11-17T09:30', '2021-11-17T14:30'), entries: [] }),
      /BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/,
    )
  })
})
