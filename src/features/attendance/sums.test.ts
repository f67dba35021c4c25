import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstAsked, askedInWords, countedOf, isMet, plannedInWords, standingOf } from './sums.ts'

const asked = { sessions: 6, days: 3, minutesInADay: 300, takesOffMissed: true, countsBeside: true }

test('the equivalent of three days is reached by minutes, exactly', () => {
  const days = { ...asked, sessions: null }
  assert.equal(isMet({ sessions: 9, minutes: 899 }, days), false)
  assert.equal(isMet({ sessions: 1, minutes: 900 }, days), true)
  assert.equal(isMet({ sessions: 9, minutes: 900 }, { ...days, days: null }), null)
  assert.equal(againstAsked({ sessions: 4, minutes: 899 }, asked), '4 of 6 sessions, 2.9 of 3 days')
  assert.match(askedInWords(days), /the equivalent of 3 days of 5 hours\. Time beside sessions/)
})

const done = (minutes: number, beside: number, planned: number, besidePlanned: number) => ({
  sum: { sessions: 3, minutes, toSettle: 0 },
  beside: { done: beside, planned: besidePlanned },
  toCome: { sessions: 2, minutes: planned },
})

test('time beside sessions counts towards the days, done or planned, unless the project says that it is additional', () => {
  const days = { ...asked, sessions: null }
  const whole = done(600, 150, 100, 50)
  assert.deepEqual(countedOf(whole, days).far, { sessions: 3, minutes: 750 })
  assert.equal(standingOf(whole, days), 'planned')
  assert.equal(plannedInWords(countedOf(whole, days).planned, days), '0.5 days')
  assert.equal(standingOf(whole, { ...days, countsBeside: false }), 'short')
  assert.equal(standingOf(done(750, 150, 0, 0), days), 'reached')
  assert.equal(standingOf(whole, { ...days, days: null }), null)
})
