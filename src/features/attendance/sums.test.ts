import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstAsked, askedInWords, isMet } from './sums.ts'

const asked = { sessions: 6, days: 3, minutesInADay: 300, takesOffMissed: true }

test('the equivalent of three days is reached by minutes, exactly', () => {
  const days = { ...asked, sessions: null }
  assert.equal(isMet({ sessions: 9, minutes: 899, toSettle: 0 }, days), false)
  assert.equal(isMet({ sessions: 1, minutes: 900, toSettle: 0 }, days), true)
  assert.equal(isMet({ sessions: 9, minutes: 900, toSettle: 0 }, { ...days, days: null }), null)
  assert.equal(againstAsked({ sessions: 4, minutes: 899, toSettle: 0 }, asked), '4 of 6 sessions, 2.9 of 3 days')
  assert.match(askedInWords(days), /the equivalent of 3 days of 5 hours\.$/)
})
