import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub } from '../../../test/support/records.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import { workingHoursBetween } from '../../vocabulary/working-time.ts'
import { followNetworkTerms, keepAnswerTerms } from './actions/keep-answer-terms.ts'
import { deadlineFor, hoursInWords, reminderFor, ruleInWords, usualTerms, weekInWords } from './answer-terms.ts'
import { termsForm } from './pages/answering.form.ts'
import { answerTermsOf, usualLastDay } from './queries.ts'

const at = (text: string): Temporal.Instant => {
  const [date = '', time = ''] = text.split(' ')
  return localInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time))
}

describe('the time to answer', () => {
  // Now, the first session, and until when: null where the hub decides.
  const cases: readonly (readonly [string, string, string | null, string | null])[] = [
    ['is three working days', '2021-10-18 10:00', null, '2021-10-21 10:00'],
    ['is the same while the first session is far', '2021-10-18 10:00', '2021-11-10 09:30', '2021-10-21 10:00'],
    ['ends two working days before the first session', '2021-10-18 10:00', '2021-10-22 09:30', '2021-10-20 17:00'],
    ['does so across the end of summer time', '2021-10-29 15:00', '2021-11-03 09:30', '2021-11-01 17:00'],
    ['does so across a bank holiday', '2021-12-23 10:00', '2021-12-31 09:30', '2021-12-29 17:00'],
    ['is the hub’s to decide when too little is left', '2021-10-18 14:00', '2021-10-20 09:30', null],
    ['is usual again once the group has met', '2021-10-18 10:00', '2021-10-18 09:00', '2021-10-21 10:00'],
  ]
  for (const [what, now, first, until] of cases)
    it(what, () => {
      const deadline = deadlineFor(usualTerms, at(now), first === null ? null : at(first))
      assert.equal(deadline?.by.toString(), until === null ? undefined : at(until).toString())
      if (deadline) assert.equal(deadline.isShortened, workingHoursBetween(at(now), deadline.by, usualTerms.week) < 24)
    })

  it('is never longer than usual, past its last moment, or too short to answer in', () => {
    const base = at('2022-03-21 00:00')
    fc.assert(
      fc.property(fc.nat(14 * 1440), fc.option(fc.nat(21 * 1440), { nil: null }), (minutes, later) => {
        const now = base.add({ minutes })
        const first = later === null ? null : now.add({ minutes: later })
        const deadline = deadlineFor(usualTerms, now, first)
        if (deadline === null) return assert.notEqual(first, null)
        const hours = workingHoursBetween(now, deadline.by, usualTerms.week)
        assert.ok(hours <= 24 + 1e-9 && hours >= usualTerms.leastHours)
        assert.equal(deadline.isShortened, hours < 24 - 1e-9)
        if (first && later) assert.ok(Temporal.Instant.compare(deadline.by, first) < 0 || !deadline.isShortened)
      }),
      { numRuns: 80 },
    )
  })

  it('has its reminder before the end, and none when that would be at once', () => {
    const now = at('2021-10-18 10:00')
    assert.equal(reminderFor(usualTerms, now, at('2021-10-21 10:00'))?.toString(), at('2021-10-20 10:00').toString())
    assert.equal(reminderFor(usualTerms, now, at('2021-10-18 16:00')), null)
    assert.equal(reminderFor({ ...usualTerms, reminderHours: 0 }, now, at('2021-10-21 10:00')), null)
  })

  it('is told in words', () => {
    assert.equal(weekInWords(usualTerms.week), 'Monday to Friday, 9am to 5pm, bank holidays excepted')
    assert.equal(hoursInWords(usualTerms), '24 working hours (3 working days)')
    assert.equal(hoursInWords({ ...usualTerms, hoursToAnswer: 20 }), '20 working hours')
    assert.equal(weekInWords({ ...usualTerms.week, days: [1, 2, 4] }).split(',')[0], 'Monday')
    assert.match(ruleInWords(usualTerms).join(' '), /at the latest at 5pm 2 working days before that session/)
  })

  const typed = {
    days: ['1', '2'],
    opens: '9:00',
    closes: '16.30',
    hours: '12',
    before: '1',
    least: '2',
    reminder: '0',
  }
  const wrong: readonly (readonly [string, object, string])[] = [
    ['no day', { days: undefined }, 'days'],
    ['half a day', { days: '1.5' }, 'days'],
    ['a day that ends before it begins', { closes: '08:00' }, 'closes'],
    ['a time that is none', { opens: 'nine' }, 'opens'],
    ['more at least than usual', { least: '13' }, 'least'],
    ['no hours', { hours: '0' }, 'hours'],
  ]
  it('is read from its form', () => {
    const terms = termsForm.parse(typed)
    assert.equal(terms.week.closes.toString(), '16:30:00')
    assert.deepEqual(terms.week.days, [1, 2])
  })
  for (const [what, change, field] of wrong)
    it(`is not ${what}`, () => {
      const { error } = termsForm.safeParse({ ...typed, ...change })
      assert.ok(error?.issues.some(({ path }) => path[0] === field))
    })

  describe('as it is kept', () => {
    let test: TestInstallation
    before(async () => {
      test = await testInstallation()
      await test.installation.connections.kysely
        .insertInto('networks')
        .values({ id: newId(), name: 'A network', coordinator: 'A body' })
        .execute()
    })
    after(() => test.release())
    const db = () => test.installation.connections.kysely

    it('is the hub’s own, or the network’s, or what is usual', async () => {
      const hub = await makeHub(db())
      const lead = test.as(actorWith(newId(), 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
      const nation = test.as(actorWith(newId(), 'national_team'))
      assert.equal((await answerTermsOf(db(), hub.id)).setBy, null)
      await keepAnswerTerms(nation, { hubId: null, terms: { ...usualTerms, hoursToAnswer: 16 } })
      assert.equal((await answerTermsOf(db(), hub.id)).hoursToAnswer, 16)
      // Two working days from Friday morning on: the day that every form proposes.
      assert.equal(String(await usualLastDay(db(), hub.id, at('2021-10-15 10:00'))), '2021-10-19')
      await keepAnswerTerms(lead, { hubId: hub.id, terms: { ...usualTerms, hoursToAnswer: 40 } })
      await keepAnswerTerms(lead, { hubId: hub.id, terms: { ...usualTerms, hoursToAnswer: 48 } })
      assert.deepEqual(
        [(await answerTermsOf(db(), hub.id)).hoursToAnswer, (await answerTermsOf(db(), null)).hoursToAnswer],
        [48, 16],
      )
      await followNetworkTerms(lead, hub.id)
      assert.equal((await answerTermsOf(db(), hub.id)).setBy, 'network')
    })

    it('is set by no administrator, and by no other hub', async () => {
      const hub = await makeHub(db())
      for (const actor of [
        actorWith(newId(), 'hub_administrator', { hubId: hub.id }),
        actorWith(newId(), 'hub_lead', { hubId: newId() }),
      ])
        await assert.rejects(keepAnswerTerms(test.as(actor), { hubId: hub.id, terms: usualTerms }), Forbidden)
      const lead = test.as(actorWith(newId(), 'hub_lead', { hubId: hub.id }))
      await assert.rejects(keepAnswerTerms(lead, { hubId: null, terms: usualTerms }), Forbidden)
    })
  })
})
