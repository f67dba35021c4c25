import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { localInstant } from '../../vocabulary/local-time.ts'
import { type PolicyTerms, penceOf, totalOf } from './cancellation.ts'
import { consequenceInShort, isDearerThanShown, proposalInWords } from './consequence.ts'
import { proposalAt, proposalsAt } from './terms.ts'

const policy = (notice: PolicyTerms['notice'], more: Partial<PolicyTerms> = {}): PolicyTerms => ({
  id: 'p',
  name: 'The usual',
  version: 1,
  amountPence: 7500,
  notice,
  onlineNotice: null,
  exemptReasons: [],
  substituteAllowed: true,
  chargesLateCancellation: true,
  chargesNonAttendance: true,
  once: null,
  cap: null,
  wording: 'The hub reserves the right to charge a £75 fee.',
  ...more,
})
const week = policy({ days: 7, kind: 'calendar' })
const twoWorkingDays = policy({ days: 2, kind: 'working' })

const local = (text: string): Temporal.Instant => {
  const at = Temporal.PlainDateTime.from(text)
  return localInstant(at.toPlainDate(), at.toPlainTime())
}
const session = (starts: string, more: { moved?: string; agreed?: string } = {}) => ({
  mode: 'venue',
  startsAt: local(starts),
  movedAt: more.moved ? local(more.moved) : null,
  agreedAt: more.agreed ? local(more.agreed) : null,
})

// The session's start, when notice was given, and whether it was free: in local time, to the minute.
const cases: readonly (readonly [string, PolicyTerms, string, string, boolean])[] = [
  ['a week to the minute', week, '2021-11-17T09:30', '2021-11-10T09:30', true],
  ['a week to the minute and 59 seconds of it', week, '2021-11-17T09:30', '2021-11-10T09:30:59', true],
  ['a minute less than a week', week, '2021-11-17T09:30', '2021-11-10T09:31', false],
  ['a week across the autumn change of clocks', week, '2021-11-03T09:30', '2021-10-27T09:30', true],
  ['a minute less across the autumn change of clocks', week, '2021-11-03T09:30', '2021-10-27T09:31', false],
  ['a week across the spring change of clocks', week, '2022-03-30T09:30', '2022-03-23T09:30', true],
  ['a minute less across the spring change of clocks', week, '2022-03-30T09:30', '2022-03-23T09:31', false],
  ['a week before a session in the hour that comes twice', week, '2021-10-31T01:30', '2021-10-24T01:30', true],
  ['a week across the end of February in a leap year', week, '2024-03-06T14:00', '2024-02-28T14:00', true],
  ['the last minute of two working days before', twoWorkingDays, '2021-11-17T09:30', '2021-11-15T23:59', true],
  ['the first minute of the working day before', twoWorkingDays, '2021-11-17T09:30', '2021-11-16T00:00', false],
  ['working days across a weekend', twoWorkingDays, '2021-11-15T09:30', '2021-11-11T23:59', true],
  ['working days across a bank holiday', twoWorkingDays, '2022-05-03T09:30', '2022-04-28T23:59', true],
  ['a day that would do without the bank holiday', twoWorkingDays, '2022-05-03T09:30', '2022-04-29T00:00', false],
  ['working days across Christmas and the New Year', twoWorkingDays, '2022-01-04T09:30', '2021-12-30T23:59', true],
  ['too late across Christmas and the New Year', twoWorkingDays, '2022-01-04T09:30', '2021-12-31T00:00', false],
]

describe('what a policy proposes for a cancellation', () => {
  for (const [what, terms, starts, given, free] of cases) {
    it(`${free ? 'is nothing' : 'is a charge'} for ${what}`, () =>
      assert.equal(proposalAt(terms, session(starts), local(given)).kind, free ? 'free' : 'late'))
  }

  it('is nothing where no policy was agreed to, where it does not charge for it, or where its amount is nothing', () => {
    const given = local('2021-11-17T09:00')
    const at = session('2021-11-17T09:30')
    for (const terms of [
      null,
      policy(week.notice, { chargesLateCancellation: false }),
      policy(week.notice, { amountPence: 0 }),
    ])
      assert.equal(totalOf([proposalAt(terms, at, given)]), 0)
  })

  it('is nothing after the hub has moved the session, until the new date is agreed to', () => {
    const given = local('2021-11-17T09:00')
    const at = (more: { moved?: string; agreed?: string }) => proposalAt(week, session('2021-11-17T09:30', more), given)
    assert.deepEqual(at({ moved: '2021-11-12T10:00' }), { kind: 'free', because: 'moved', freeUntil: null })
    assert.equal(at({ moved: '2021-11-12T10:00', agreed: '2021-11-12T09:59' }).kind, 'free')
    assert.equal(at({ moved: '2021-11-12T10:00', agreed: '2021-11-12T10:00' }).kind, 'late')
    assert.equal(at({ agreed: '2021-09-01T10:00' }).kind, 'late')
  })

  it('asks online for the notice that the policy has for it, to the end of a working day; blended counts as at a venue', () => {
    const terms = policy(week.notice, { onlineNotice: { days: 2, kind: 'working' } })
    const at = (mode: string, given: string) =>
      proposalAt(terms, { ...session('2021-11-17T09:30'), mode }, local(given))
    assert.equal(at('online', '2021-11-15T23:59').kind, 'free')
    assert.equal(at('online', '2021-11-16T00:00').kind, 'late')
    for (const mode of ['venue', 'blended', 'unknown']) assert.equal(at(mode, '2021-11-15T23:59').kind, 'late')
    assert.match(
      proposalInWords(at('online', '2021-11-16T00:00'), 'the hub'),
      /15 November 2021 at 11:59pm, 2 working days/,
    )
  })

  it('takes a reason that the policy names along for a person to decide, and is nothing for a colleague who comes where it lets one', () => {
    const named = policy(week.notice, { exemptReasons: ['Illness'] })
    const strict = policy(week.notice, { substituteAllowed: false })
    const said = (terms: PolicyTerms, exemptReason: string | null, substitute: string | null = null) =>
      proposalAt(terms, session('2021-11-17T09:30'), local('2021-11-16T09:30'), { exemptReason, substitute })
    const claimed = (terms: PolicyTerms, reason: string) => {
      const proposal = said(terms, reason)
      return proposal.kind === 'late' ? proposal.claimed : 'free'
    }
    assert.equal(claimed(named, 'Illness'), 'Illness')
    assert.match(proposalInWords(said(named, 'Illness'), 'the hub'), /a person decides[\s\S]*Illness/)
    assert.equal(claimed(named, 'No time'), null)
    assert.equal(claimed(week, 'Illness'), null)
    assert.deepEqual(said(week, null, 'Rosalind Achebe'), { kind: 'free', because: 'substitute', freeUntil: null })
    assert.equal(said(strict, null, 'Rosalind Achebe').kind, 'late')
  })

  it('names the moment and the amount in its sentence', () => {
    const words = proposalInWords(proposalAt(week, session('2021-11-17T09:30'), local('2021-11-10T09:31')), 'the hub')
    assert.match(words, /free until 10 November 2021 at 9:30am, 7 days before/)
    assert.match(words, /£75/)
  })

  it('is never dearer than what was shown', () => {
    const proposal = proposalAt(week, session('2021-11-17T09:30'), local('2021-11-10T09:31'))
    const late = { participantId: 'a', sessionId: 's', proposal }
    assert.equal(isDearerThanShown([late], []), true)
    assert.equal(isDearerThanShown([late], [{ participantId: 'b', sessionId: 's', pence: 7500 }]), true)
    assert.equal(isDearerThanShown([late], [{ participantId: 'a', sessionId: 's', pence: 7499 }]), true)
    assert.equal(isDearerThanShown([late], [{ participantId: 'a', sessionId: 's', pence: 7500 }]), false)
  })

  it('says until when a session is free and what it costs from then', () => {
    const early = proposalAt(week, session('2021-11-17T09:30'), local('2021-11-01T08:00'))
    assert.equal(consequenceInShort(early), 'Free until 10 November 2021 at 9:30am; from then £75')
    assert.match(
      proposalInWords(early, 'the hub'),
      /free until 10 November 2021 at 9:30am\. From then on a charge of £75/,
    )
  })

  it('stops at the most that the policy charges, in the order of the sessions', () => {
    const capped = policy(week.notice, { cap: { pence: 20_000, of: 'place', left: 10_000 } })
    const sessions = ['2021-11-18T09:30', '2021-11-17T09:30', '2021-11-19T09:30', '2022-02-03T09:30'].map((starts) =>
      session(starts),
    )
    const proposals = proposalsAt(capped, sessions, local('2021-11-16T09:30')).map(({ proposal }) => proposal)
    assert.deepEqual(proposals.map(penceOf), [7500, 2500, 0, 0])
    assert.deepEqual(
      proposals.map((proposal) => (proposal.kind === 'free' ? [proposal.because, proposal.thenPence] : 'late')),
      ['late', 'late', ['capped', undefined], ['in-time', 0]],
    )
  })

  const starts = fc
    .integer({ min: 0, max: 2 * 365 * 24 * 4 })
    .map((quarters) => Temporal.Instant.from('2021-03-01T00:00:00Z').add({ minutes: quarters * 15 }))
  const rules = fc.record({
    days: fc.integer({ min: 1, max: 30 }),
    kind: fc.constantFrom('calendar' as const, 'working' as const),
  })

  it('turns from free to late once, at the minute it names, whatever the clocks do', () =>
    fc.assert(
      fc.property(starts, rules, (startsAt, notice) => {
        const terms = policy(notice)
        const at = (givenAt: Temporal.Instant) =>
          proposalAt(terms, { startsAt, movedAt: null, agreedAt: null, mode: 'venue' }, givenAt)
        const { freeUntil } = at(startsAt)
        assert.ok(freeUntil)
        assert.equal(at(freeUntil).kind, 'free')
        assert.equal(at(freeUntil.subtract({ hours: 1 })).kind, 'free')
        assert.equal(at(freeUntil.add({ minutes: 1 })).kind, 'late')
        assert.equal(
          at(startsAt.subtract({ minutes: 1 })).kind,
          Temporal.Instant.compare(freeUntil, startsAt.subtract({ minutes: 1 })) >= 0 ? 'free' : 'late',
        )
      }),
    ))

  it('counts calendar days by the clock on the wall', () =>
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), (startsAt, days) => {
        const { freeUntil } = proposalAt(
          policy({ days, kind: 'calendar' }),
          { startsAt, movedAt: null, agreedAt: null, mode: 'venue' },
          startsAt,
        )
        const [from, until] = [startsAt, freeUntil ?? startsAt].map((instant) =>
          instant.toZonedDateTimeISO('Europe/London'),
        )
        assert.equal(until?.toPlainDate().toString(), from?.toPlainDate().subtract({ days }).toString())
        // Only a time that the clocks skip on that day differs, by the hour that was lost.
        const apart = until
          ?.toPlainTime()
          .until(from?.toPlainTime() ?? '00:00')
          .total('hours')
        assert.ok(apart === 0 || apart === -1)
      }),
    ))
})
