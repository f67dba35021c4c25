import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeCriterion, makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const { see: page, send } = browser(() => app)

/** A hub with an offer, whose rule is for primary schools, and somebody signed in who works there. */
const setting = async () => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_min: 2, people_max: 3 })
  await makeCriterion(db(), projectId, {
    sentence: 'Your school is primary.',
    rule: { fact: 'organisation.phase', in: ['primary'] },
  })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  return { hub, projectId, offerId, cookie, list: `/hub/${hub.slug}/interest` }
}

const names = ['Alder School', 'Birch School', 'Cedar School', 'Dogwood School'] as const

/** The schools on a page, in its order. */
const schoolsOn = (body: string): readonly string[] =>
  [...body.matchAll(/<a class="govuk-link" href="[^"]*\/interest\/[0-9a-f-]{36}">([^<]+)</g)].map(
    ([, name = '']) => name,
  )

/** Four requests of four days: one not by the rules, one not agreed to, one that names too few and waits, one with a note. */
const fourRequests = async ({ offerId, cookie, list }: Awaited<ReturnType<typeof setting>>) => {
  const ask = async (at: number, people: number, more: { phase?: string; head?: boolean } = {}) => {
    test.clock.set(`2021-10-${10 + at}T08:00:00Z`)
    const organisationId = await makeSchool(db(), { name: names[at] ?? '', phase: more.phase ?? 'primary' })
    const headteacher = more.head ? { name: 'Hilary Head', email: 'head@birch.example' } : null
    return receivedInterest(test, { offerId, organisationId, headteacher }, people)
  }
  await ask(0, 2, { phase: 'secondary' })
  await ask(1, 2, { head: true })
  const cedar = await ask(2, 2)
  await db().deleteFrom('interest_people').where('interest_id', '=', cedar.id).where('part', '=', 'other').execute()
  const dogwood = await ask(3, 2)
  test.clock.set('2021-10-18T08:00:00Z')
  const note = { note: 'Rang twice.\nWill call back.' }
  const sent = [
    await send(`${list}/${dogwood.id}/notes`, note, cookie),
    await send(`${list}/${dogwood.id}/notes`, note, cookie),
    await send(`${list}/${cedar.id}`, { act: 'wait' }, cookie),
  ]
  assert.deepEqual(
    sent.map(({ statusCode }) => statusCode),
    [303, 303, 303],
  )
}

const [alder, birch, cedar, dogwood] = names

const narrowings: readonly (readonly [string, readonly string[]])[] = [
  ['', [dogwood, cedar, birch, alder]],
  ['sort=received', [alder, birch, cedar, dogwood]],
  ['sort=school&order=descending', [dogwood, cedar, birch, alder]],
  ['sort=verdict', [dogwood, cedar, birch, alder]],
  ['sort=verdict&order=descending', [alder, dogwood, cedar, birch]],
  ['sort=people', [cedar, dogwood, birch, alder]],
  ['sort=waiting&order=descending', [cedar, dogwood, birch, alder]],
  ['sort=status', [birch, dogwood, alder, cedar]],
  ['sort=area', [dogwood, cedar, birch, alder]],
  ['status=waiting', [cedar]],
  ['verdict=no', [alder]],
  ['verdict=not_yet_known', []],
  ['phase=secondary', [alder]],
  ['waited=7', [birch, alder]],
  ['note=yes', [dogwood]],
  ['agreement=outstanding', [birch]],
  ['names=missing', [cedar]],
  ['noticed=yes', []],
  ['q=birch', [birch]],
  ['q=birch&verdict=no', []],
  ['offer=nonsense', []],
  ['area=x%27;drop', [dogwood, cedar, birch, alder]],
]

const countSaid = (count: number): RegExp => {
  if (count === 0) return /No requests here/
  return count === 1 ? /Showing the only one/ : new RegExp(`Showing all ${count} requests`)
}

const readsOfExport = async (tries = 100) => {
  const reads = await db()
    .selectFrom('personal_reads')
    .selectAll()
    .where('page', '=', '/hub/:hub/interest.csv')
    .execute()
  if (reads.length > 0 || tries === 0) return reads
  await wait(10)
  return readsOfExport(tries - 1)
}

describe('the list of requests', () => {
  it('is narrowed, put in order, counted and taken out as its address says', async () => {
    const here = await setting()
    await fourRequests(here)
    for (const [query, schools] of narrowings) {
      const { body } = await page(`${here.list}?${query}`, here.cookie)
      assert.deepEqual(schoolsOn(body), schools, query)
      assert.match(body, countSaid(schools.length), query)
    }
    const csv = await page(`${here.list}.csv?verdict=yes&sort=school`, here.cookie)
    assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8')
    const lines = csv.body.trim().split('\r\n')
    assert.deepEqual(
      lines.slice(1).map((line) => line.split(',')[0]),
      [birch, cedar, dogwood],
    )
    assert.doesNotMatch(csv.body, /Rang twice/)
    assert.deepEqual(
      (await readsOfExport()).map(({ kind, hub_id, people_count }) => [kind, hub_id, people_count > 0]),
      [['export', here.hub.id, true]],
    )
  })

  it('points out who has asked twice, who has a place already, and tells another hub no more than that', async () => {
    const here = await setting()
    const there = await makeHub(db())
    const theirOffer = await makeOffer(db(), there.id, here.projectId)
    const secondOffer = await makeOffer(db(), here.hub.id, here.projectId, { slug: 'again' })
    const theirs = await makeGroup(db(), there.id, here.projectId, { offer_id: theirOffer, name: 'Secret Work Group' })
    const twice = await makeSchool(db(), { name: 'Twice School', phase: 'primary' })
    const served = await makeSchool(db(), { name: 'Served School', phase: 'primary' })
    const before = await makeSchool(db(), { name: 'Before School', phase: 'primary' })
    const after = await makeSchool(db(), { name: 'After School', phase: 'primary' })
    const free = await makeSchool(db(), { name: 'Free School', phase: 'primary' })
    await db().insertInto('organisation_successors').values({ predecessor_id: before, successor_id: after }).execute()
    const requests = await Promise.all(
      [twice, served, before, after, free].map((organisationId) =>
        receivedInterest(test, { offerId: here.offerId, organisationId }, 2),
      ),
    )
    await receivedInterest(test, { offerId: secondOffer, organisationId: twice }, 2)
    const elsewhere = await receivedInterest(test, { offerId: theirOffer, organisationId: served }, 2)
    const theirCookie = await signedInAs(test, 'hub_administrator', { hub_id: there.id })
    const hold = { act: 'hold', hold_group: theirs }
    assert.equal((await send(`/hub/${there.slug}/interest/${elsewhere.id}`, hold, theirCookie)).statusCode, 303)
    const { body } = await page(`${here.list}?noticed=yes&sort=school`, here.cookie)
    assert.deepEqual(schoolsOn(body), [
      'After School',
      'Before School',
      'Served School',
      'Twice School',
      'Twice School',
    ])
    const shown = async (at: number) => (await page(`${here.list}/${requests[at]?.id}`, here.cookie)).body
    assert.match(await shown(0), /asked your hub twice/)
    const servedPage = await shown(1)
    assert.match(servedPage, /It has a place in this project already, with another hub/)
    assert.doesNotMatch(servedPage, /Secret Work Group/)
    assert.ok(!servedPage.includes(there.slug), 'the other hub is not named')
    assert.match(await shown(2), /After School, which follows this school, has asked your hub too/)
    assert.match(await shown(3), /Before School, which this school follows, has asked your hub too/)
    assert.doesNotMatch(await shown(4), /To know before you decide/)
  })

  it('says that a school has asked another hub only to the hub in whose area it lies', async () => {
    const here = await setting()
    const there = await makeHub(db())
    const theirOffer = await makeOffer(db(), there.id, here.projectId)
    await db().insertInto('authorities').values({ code: '999', name: 'Testshire', region: 'Nowhere' }).execute()
    const organisationId = await makeSchool(db(), { name: 'Between School', phase: 'primary' })
    await db().updateTable('organisations').set({ authority_code: '999' }).where('id', '=', organisationId).execute()
    const ours = await receivedInterest(test, { offerId: here.offerId, organisationId }, 2)
    const theirs = await receivedInterest(test, { offerId: theirOffer, organisationId }, 2)
    await db()
      .insertInto('hub_areas')
      .values({ id: ours.id, hub_id: here.hub.id, authority_code: '999', described_as: 'Testshire' })
      .execute()
    assert.match((await page(`${here.list}/${ours.id}`, here.cookie)).body, /has asked another hub about this project/)
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: there.id })
    assert.doesNotMatch((await page(`/hub/${there.slug}/interest/${theirs.id}`, cookie)).body, /To know before/)
  })
})

describe('two administrators on one request', () => {
  it('are both shown, and nothing that was typed is lost', async () => {
    const { hub, projectId, offerId, cookie, list } = await setting()
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId })
    const interest = await receivedInterest(test, { offerId }, 2)
    const own = `${list}/${interest.id}`
    const seenOn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
    const seen = seenOn((await page(own, cookie)).body)
    const other = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
    assert.equal((await send(own, { act: 'wait', seen }, other)).statusCode, 303)
    const reason = 'You joined last year already.'
    const both = await send(own, { act: 'decline', reason, seen }, cookie)
    assert.equal(both.statusCode, 409)
    assert.match(both.body, /Put on the waiting list/)
    assert.match(both.body, /You wanted to decline it/)
    assert.ok(both.body.includes(`>${reason}</textarea>`), 'the reason is still in its box')
    const status = async () =>
      (
        await db()
          .selectFrom('expressions_of_interest')
          .select('status')
          .where('id', '=', interest.id)
          .executeTakeFirstOrThrow()
      ).status
    assert.equal(await status(), 'waiting')
    assert.equal((await send(own, { act: 'decline', reason, seen: seenOn(both.body) }, cookie)).statusCode, 303)
    const ended = await send(own, { act: 'hold', hold_group: groupId, seen }, other)
    assert.equal(ended.statusCode, 409)
    assert.match(ended.body, /The hub declined the request/)
    assert.equal(await status(), 'declined')
  })

  it('who press at the same moment decide once', async () => {
    const { hub, projectId, offerId, cookie, list } = await setting()
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId })
    const own = `${list}/${(await receivedInterest(test, { offerId }, 2)).id}`
    const seen = /name="seen" value="(\d+)"/.exec((await page(own, cookie)).body)?.[1] ?? ''
    const other = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
    const answers = await Promise.all([
      send(own, { act: 'decline', reason: 'No room.', seen }, cookie),
      send(own, { act: 'wait', seen }, other),
      send(own, { act: 'hold', hold_group: groupId, seen }, other),
    ])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 409, 409])
  })

  it('note what they like beside it; who wrote a note, and a lead, remove it', async () => {
    const { hub, offerId, cookie, list } = await setting()
    const own = `${list}/${(await receivedInterest(test, { offerId }, 2)).id}`
    assert.match((await send(`${own}/notes`, { note: ' ' }, cookie)).body, /Write the note/)
    await send(`${own}/notes`, { note: 'Left a message with the office.' }, cookie)
    const colleague = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const seen = (await page(own, colleague)).body
    assert.match(seen, /Left a message with the office/)
    assert.doesNotMatch(seen, /name="remove"/)
    const remove = /name="remove" value="([^"]+)"/.exec((await page(own, cookie)).body)?.[1] ?? ''
    assert.equal((await send(`${own}/notes`, { remove }, colleague)).statusCode, 403)
    const lead = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
    assert.equal((await send(`${own}/notes`, { remove }, lead)).statusCode, 303)
    assert.equal((await send(`${own}/notes`, { remove }, lead)).statusCode, 303)
    assert.doesNotMatch((await page(own, cookie)).body, /Left a message with the office/)
  })
})
