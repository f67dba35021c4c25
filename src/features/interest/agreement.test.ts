import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { asked, byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeHub, makeOffer, makePerson, makeProject, makeProvider, makeSchool } from '../../../test/support/records.ts'
import { Forbidden, found, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import {
  answerAsHeadteacher,
  askHeadteacherAnew,
  confirmInterest,
  interestById,
  sendInterest,
  standingOf,
} from './index.ts'
import { sweeps } from './jobs.ts'

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const head = { name: 'Hal Head', email: 'hal@school.example' }
let serial = 0
const someHead = () => {
  serial += 1
  return { name: `Head ${serial}`, email: `head-${serial}@school.example` }
}
const setting = async (project: Record<string, unknown> = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { headteacher_confirms: true, ...project })
  return { hub, projectId, offerId: await makeOffer(db(), hub.id, projectId) }
}
const waiting = async (headteacher = someHead()) => {
  const place = await setting()
  return { ...place, headteacher, interest: await receivedInterest(test, { offerId: place.offerId, headteacher }) }
}
const now = async (id: string) => found(await interestById(db(), id))
const sweep = () => sweeps['chase-headteachers']?.(test.as({ kind: 'system', task: 'sweep' }))
const mailTo = async (address: string) =>
  (
    await db()
      .selectFrom('messages')
      .select('subject')
      .where('to_address', '=', address)
      .orderBy('created_at')
      .execute()
  ).map(({ subject }) => subject)
const eventsOf = async (id: string) =>
  (await historyOf(db(), { type: 'interest', id })).map(({ name }) => name).toReversed()
const byHead = (id: string) => test.as(byLinkOf('headteacher', id))
const bySender = (id: string) => test.as(byLinkOf('status', id))

describe('the headteacher’s word', () => {
  it('is asked for until the end of a day, reminded of once, and its silence is told, nothing being lost', async () => {
    const { interest, headteacher } = await waiting()
    const staff = await makePerson(db())
    assert.equal(
      interest.headteacher.answerBy?.toString(),
      '2021-11-01T23:59:00Z',
      'two weeks, over the change of the clocks',
    )
    await sweep()
    assert.equal((await mailTo(headteacher.email)).length, 1)
    test.clock.set('2021-10-25T08:00:00Z')
    await sweep()
    await sweep()
    assert.equal((await mailTo(headteacher.email)).length, 2)
    test.clock.set('2021-11-01T23:58:59Z')
    await sweep()
    assert.equal((await now(interest.id)).headteacher.ended, null)
    test.clock.set('2021-11-01T23:59:00Z')
    await sweep()
    await sweep()
    const over = await now(interest.id)
    assert.deepEqual([over.status, over.headteacher.ended], ['received', 'silent'])
    assert.match(standingOf(over).heading, /has not answered/)
    assert.equal((await mailTo(interest.sender.email)).filter((subject) => /has not answered/.test(subject)).length, 1)
    await assert.rejects(
      answerAsHeadteacher(byHead(interest.id), { interestId: interest.id, answer: 'confirmed', word: null }),
      Refused,
    )
    assert.deepEqual((await eventsOf(interest.id)).slice(-2), [
      'interest.headteacher-reminded',
      'interest.headteacher-silent',
    ])
    const hubs = test.as(
      actorWith(staff.id, 'hub_administrator', { hubId: interest.hub.id, hubSlug: interest.hub.slug }),
    )
    await answerAsHeadteacher(hubs, { interestId: interest.id, answer: 'confirmed', word: null })
    assert.equal((await now(interest.id)).status, 'confirmed', 'the hub may note an answer that reached it otherwise')
  })

  it('is asked for anew where the address was wrong: the old link dies, and a double press is one mail', async () => {
    const { interest, headteacher } = await waiting()
    await answerAsHeadteacher(byHead(interest.id), { interestId: interest.id, answer: 'wrong-person', word: 'I left' })
    const wrong = await now(interest.id)
    assert.deepEqual([wrong.status, wrong.headteacher.ended], ['received', 'wrong_person'])
    assert.match(standingOf(wrong).heading, /Who is your headteacher/)
    assert.ok((await mailTo(interest.sender.email)).some((subject) => /who is your headteacher/.test(subject)))
    const right = someHead()
    const anew = () => askHeadteacherAnew(bySender(interest.id), { interestId: interest.id, head: right })
    await Promise.all([anew(), anew()])
    assert.equal((await mailTo(right.email)).length, 1)
    assert.equal((await mailTo(headteacher.email)).length, 1)
    const stopped = await db()
      .selectFrom('stopped_links')
      .select('purpose')
      .where('subject_id', '=', interest.id)
      .execute()
    assert.deepEqual(stopped, [{ purpose: 'headteacher' }])
    await answerAsHeadteacher(byHead(interest.id), { interestId: interest.id, answer: 'confirmed', word: null })
    assert.equal((await now(interest.id)).status, 'confirmed')
    await assert.rejects(anew(), Refused)
    const stranger = test.as(byLinkOf('status', (await waiting()).interest.id))
    await assert.rejects(askHeadteacherAnew(stranger, { interestId: interest.id, head: right }), Forbidden)
  })

  it('declines with a word, once', async () => {
    const { interest } = await waiting()
    const no = { interestId: interest.id, answer: 'refused', word: 'Not this year.' } as const
    await answerAsHeadteacher(byHead(interest.id), no)
    assert.match((await now(interest.id)).statusReason ?? '', /did not confirm.*Not this year\./)
    await assert.rejects(answerAsHeadteacher(byHead(interest.id), no), Refused)
  })

  const year = { agreement_for_year: true }
  const cases: readonly (readonly [string, Record<string, unknown>, Record<string, unknown> | 'same', string])[] = [
    ['the same project through another hub', {}, 'same', 'confirmed'],
    ['another project, where both accept one agreement for the year', year, year, 'confirmed'],
    ['another project that wants its own', year, {}, 'received'],
    ['a project that accepts one, after another that gave none for the year', {}, year, 'received'],
  ]
  for (const [title, first, second, status] of cases)
    it(`is ${status === 'confirmed' ? 'not asked for twice' : 'asked for'} by ${title}`, async () => {
      const organisationId = await makeSchool(db())
      const one = await setting(first)
      const { id } = await receivedInterest(test, { offerId: one.offerId, organisationId, headteacher: head })
      await answerAsHeadteacher(byHead(id), { interestId: id, answer: 'confirmed', word: null })
      const offerId =
        second === 'same'
          ? await makeOffer(db(), (await makeHub(db())).id, one.projectId)
          : (await setting(second)).offerId
      const next = await receivedInterest(test, { offerId, organisationId, headteacher: head })
      assert.equal(next.status, status)
      assert.equal(next.headteacher.agreedWithId, status === 'confirmed' ? id : null)
    })

  it('is never asked of an institution of teacher training', async () => {
    const { offerId } = await setting({ audiences: ['itt'] })
    const sent = await sendInterest(test.visitor(), asked({ offerId, organisationId: await makeProvider(db()) }))
    assert.ok(sent.kind === 'sent')
    await confirmInterest(test.as(byLinkOf('confirm-interest', sent.id)), sent.id)
    assert.equal((await now(sent.id)).status, 'confirmed')
  })
})
