import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markNames } from '../../vocabulary/marks.ts'
import { againstAsked, askedInWords, isMet, type StandingMark, sumsOf, timeInWords } from './sums.ts'

const asked = { sessions: 6, days: 3, minutesInADay: 300, takesOffMissed: true }

const markOf = (sessionId: string, personId: string, more: Partial<StandingMark> = {}): StandingMark => ({
  sessionId,
  participantId: personId,
  personId,
  organisationId: 'school',
  mark: 'present',
  minutes: null,
  substitute: null,
  ...more,
})

test('a school that different people cover counts once for the school, and for each of them', () => {
  const sums = sumsOf(
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
    asked,
  )
  assert.deepEqual(sums.organisations.get('school'), { sessions: 2, minutes: 600, toSettle: 0 })
  assert.deepEqual(sums.people.get('ada'), { sessions: 1, minutes: 300, toSettle: 0 })
  assert.deepEqual(sums.people.get('ben'), { sessions: 2, minutes: 520, toSettle: 0 })
})

test('marks that differ count as nothing until they are settled', () => {
  const sums = sumsOf(
    [{ id: 'one', minutes: 300 }],
    [markOf('one', 'ada'), markOf('one', 'ada', { mark: 'absent' })],
    asked,
  )
  assert.deepEqual(sums.people.get('ada'), { sessions: 0, minutes: 0, toSettle: 1 })
  assert.deepEqual(sums.organisations.get('school'), { sessions: 0, minutes: 0, toSettle: 1 })
})

test('the equivalent of three days is reached by minutes, exactly', () => {
  const days = { ...asked, sessions: null }
  assert.equal(isMet({ sessions: 9, minutes: 899, toSettle: 0 }, days), false)
  assert.equal(isMet({ sessions: 1, minutes: 900, toSettle: 0 }, days), true)
  assert.equal(isMet({ sessions: 9, minutes: 900, toSettle: 0 }, { ...days, days: null }), null)
  assert.equal(againstAsked({ sessions: 4, minutes: 899, toSettle: 0 }, asked), '4 of 6 sessions, 2.9 of 3 days')
  assert.match(askedInWords(days), /the equivalent of 3 days of 5 hours\. Minutes missed/)
  assert.equal(timeInWords(61), '1 hour 1 minute')
})

// The other way to count: every minute of every session by itself.
const minuteByMinute = (lengths: readonly number[], marks: readonly StandingMark[], takesOff: boolean) => {
  let [sessions, minutes] = [0, 0]
  for (const [at, long] of lengths.entries()) {
    const own = marks.filter(({ sessionId }) => sessionId === `s${at}`)
    const kept = own.filter((mark) =>
      own
        .filter((other) => other.participantId === mark.participantId)
        .every(
          (other) => other.mark === mark.mark && other.minutes === mark.minutes && other.substitute === mark.substitute,
        ),
    )
    const wasThere = kept.filter(({ mark }) => mark !== 'absent' && mark !== 'apologies')
    if (wasThere.length > 0) sessions += 1
    for (let minute = 0; minute < long; minute += 1) {
      const isCovered = wasThere.some(({ mark, minutes: missed }) => {
        if (!takesOff || missed === null) return true
        return mark === 'late' ? minute >= missed : minute < long - missed
      })
      if (isCovered) minutes += 1
    }
  }
  return { sessions, minutes }
}

test('sums are the same as counted minute by minute, over any sessions and marks', () => {
  const marks = fc.array(
    fc.record({
      sessionId: fc.integer({ min: 0, max: 3 }).map((at) => `s${at}`),
      participantId: fc.constantFrom('p1', 'p2', 'p3'),
      organisationId: fc.constantFrom('o1', 'o2'),
      mark: fc.constantFrom(...markNames),
      minutes: fc.option(fc.integer({ min: 1, max: 150 })),
    }),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 3 }),
      marks,
      fc.boolean(),
      (lengths, made, takesOff) => {
        // Each part is under one organisation.
        const all = made.map((mark) => ({
          ...mark,
          organisationId: mark.participantId === 'p3' ? 'o2' : 'o1',
          personId: mark.participantId === 'p3' ? 'p1' : mark.participantId,
          substitute: null,
        }))
        const sessions = lengths.map((minutes, at) => ({ id: `s${at}`, minutes }))
        const sums = sumsOf(sessions, all, { ...asked, takesOffMissed: takesOff })
        for (const [id, sum] of sums.organisations) {
          const expected = minuteByMinute(
            lengths,
            all.filter(({ organisationId }) => organisationId === id),
            takesOff,
          )
          assert.deepEqual({ sessions: sum.sessions, minutes: sum.minutes }, expected)
        }
        for (const [id, sum] of sums.people) {
          const own = all.filter(({ personId }) => personId === id)
          const settled = own.filter(
            (mark) =>
              mark.mark !== 'substitute' ||
              own.some(
                (other) =>
                  other.participantId === mark.participantId &&
                  other.sessionId === mark.sessionId &&
                  (other.mark !== mark.mark || other.minutes !== mark.minutes),
              ),
          )
          const expected = minuteByMinute(lengths, settled, takesOff)
          assert.deepEqual({ sessions: sum.sessions, minutes: sum.minutes }, expected)
        }
      },
    ),
    { numRuns: 150 },
  )
})
