import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attendanceSummed } from './attendance.ts'
import { attendedBy, countingInWords, type MarkMade } from './attended.ts'
import { markNames } from './mark.ts'

const takenOff = { takesOffMissed: true }

const markOf = (sessionId: string, personId: string, more: Partial<MarkMade> = {}): MarkMade => ({
  sessionId,
  participantId: personId,
  personId,
  placeId: 'place',
  organisationId: 'school',
  mark: 'present',
  minutes: null,
  substitute: null,
  ...more,
})

test('a school that different people cover counts once for the school, and for each of them', () => {
  const sums = attendedBy(
    [
      { id: 'one', minutes: 300 },
      { id: 'two', minutes: 300 },
    ],
    [
      markOf('one', 'ada'),
      markOf('one', 'ben', { mark: 'left_early', minutes: 60 }),
      markOf('two', 'ben', { mark: 'late', minutes: 20 }),
      markOf('two', 'ada', { mark: 'substitute', substitute: 'Cy' }),
    ],
    takenOff,
  )
  assert.deepEqual(sums.organisations.get('school'), { sessions: 2, minutes: 600, toSettle: 0 })
  assert.deepEqual(sums.people.get('ada'), { sessions: 1, minutes: 300, toSettle: 0 })
  assert.deepEqual(sums.people.get('ben'), { sessions: 2, minutes: 520, toSettle: 0 })
})

test('a substitute counts for the school that sent them and for themselves, not for the person they stood in for', () => {
  const sums = attendedBy(
    [{ id: 'one', minutes: 120 }],
    [markOf('one', 'ada', { mark: 'substitute' }), markOf('one', 'cy', { mark: 'late', minutes: 20 })],
    takenOff,
  )
  assert.deepEqual(sums.organisations.get('school'), { sessions: 1, minutes: 120, toSettle: 0 })
  assert.equal(sums.people.get('ada'), undefined)
  assert.deepEqual(sums.people.get('cy'), { sessions: 1, minutes: 100, toSettle: 0 })
})

test('marks that differ count as nothing until they are settled', () => {
  const sums = attendedBy(
    [{ id: 'one', minutes: 300 }],
    [markOf('one', 'ada'), markOf('one', 'ada', { mark: 'absent' })],
    takenOff,
  )
  assert.deepEqual(sums.people.get('ada'), { sessions: 0, minutes: 0, toSettle: 1 })
  assert.deepEqual(sums.organisations.get('school'), { sessions: 0, minutes: 0, toSettle: 1 })
})

test('the rule is told in sentences, with what becomes of minutes missed', () => {
  assert.match(countingInWords(takenOff), /not for the person they stood in for[\s\S]*are taken off/)
  assert.match(countingInWords({ takesOffMissed: false }), /counts for the whole session/)
})

// The other way to count: every minute of every session by itself, asking of each who was in it.
type Who = (mark: MarkMade) => boolean
const minuteByMinute = (lengths: readonly number[], marks: readonly MarkMade[], takesOff: boolean, who: Who) => {
  let [sessions, minutes] = [0, 0]
  for (const [at, long] of lengths.entries()) {
    const here = marks.filter(({ sessionId }) => sessionId === `s${at}`)
    const isDoubted = (mark: MarkMade): boolean =>
      here.some(
        (other) =>
          other.participantId === mark.participantId && other.mark + other.minutes !== mark.mark + mark.minutes,
      )
    const came = here.filter((mark) => who(mark) && !isDoubted(mark) && !['absent', 'apologies'].includes(mark.mark))
    if (came.length > 0) sessions += 1
    for (let minute = 0; minute < long; minute += 1) {
      const isThere = ({ mark, minutes: missed }: MarkMade): boolean =>
        !takesOff || missed === null || (mark === 'late' ? minute >= missed : minute < long - missed)
      if (came.some(isThere)) minutes += 1
    }
  }
  return { sessions, minutes }
}

// Six parts of a group: two of one school, of which one person is also a part of another, and who stood in for each of them.
const parts = [
  { participantId: 'a', personId: 'ada', placeId: 'elm', organisationId: 'Elm', part: 'lead' },
  { participantId: 'b', personId: 'ben', placeId: 'elm', organisationId: 'Elm', part: 'other' },
  { participantId: 'c', personId: 'ada', placeId: 'oak', organisationId: 'Oak', part: 'lead' },
  { participantId: 'd', personId: 'dee', placeId: 'oak', organisationId: 'Oak', part: 'other' },
  { participantId: 'x', personId: 'xan', placeId: 'elm', organisationId: 'Elm', part: 'substitute' },
  { participantId: 'y', personId: 'xan', placeId: 'oak', organisationId: 'Oak', part: 'substitute' },
] as const

test('what is attended is the same as counted minute by minute, over any sessions, marks and substitutes', () => {
  const made = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 3 }),
      who: fc.constantFrom(...parts),
      mark: fc.constantFrom(...markNames),
      minutes: fc.option(fc.integer({ min: 1, max: 150 })),
    }),
    { maxLength: 24 },
  )
  const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 4 })
  fc.assert(
    fc.property(lengths, made, fc.boolean(), (long, all, takesOffMissed) => {
      const held = long.map((minutes, at) => ({ id: `s${at}`, minutes, onDate: null }))
      const marks = all.map(({ at, who, mark, minutes }) => ({
        ...markOf(`s${at}`, who.personId, { mark, minutes }),
        participantId: who.participantId,
        placeId: who.placeId,
        organisationId: who.organisationId,
      }))
      const sums = attendedBy(held, marks, { takesOffMissed })
      const expected = (who: Who) => minuteByMinute(long, marks, takesOffMissed, who)
      const kept = (sum: { sessions: number; minutes: number } | undefined) => ({
        sessions: sum?.sessions ?? 0,
        minutes: sum?.minutes ?? 0,
      })
      for (const { personId, participantId, organisationId } of parts) {
        const inPerson = (mark: MarkMade): boolean => mark.mark !== 'substitute'
        assert.deepEqual(
          kept(sums.people.get(personId)),
          expected((mark) => mark.personId === personId && inPerson(mark)),
        )
        assert.deepEqual(
          kept(sums.participants.get(participantId)),
          expected((mark) => mark.participantId === participantId && inPerson(mark)),
        )
        assert.deepEqual(
          kept(sums.organisations.get(organisationId)),
          expected((mark) => mark.organisationId === organisationId),
        )
      }
      // What the page of a group shows is the same.
      const people = parts.map((part) => ({ ...part, name: part.personId, organisation: part.organisationId }))
      const shown = attendanceSummed({ held, marks, people, counting: { takesOffMissed } })
      for (const line of shown.participants)
        assert.deepEqual([line.attended, line.minutes], Object.values(kept(sums.participants.get(line.participantId))))
      for (const line of shown.organisations)
        assert.deepEqual([line.sessionsAttended, line.minutes], Object.values(kept(sums.places.get(line.placeId))))
    }),
    { numRuns: 200 },
  )
})
