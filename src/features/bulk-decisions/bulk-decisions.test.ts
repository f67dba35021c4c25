import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { asked, receivedInterest } from '../../../test/support/interest.ts'
import { makeCriterion, makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp, createWork } from '../../app.ts'
import { runSweeps } from '../../platform/jobs.ts'

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
const start = '2021-10-18T08:00:00Z'
beforeEach(() => test.clock.set(start))

const db = () => test.installation.connections.kysely
const { see: page, send } = browser(() => app)

const setting = async (room = 2) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 2 })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, {
    offer_id: offerId,
    name: 'Brent Work Group',
    organisations_room: room,
  })
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  return { hub, projectId, offerId, groupId, cookie, list: `/hub/${hub.slug}/interest`, acts: `/hub/${hub.slug}/acts` }
}
type Setting = Awaited<ReturnType<typeof setting>>

const requests = async ({ offerId }: Setting, count: number) => {
  const all = []
  for (let at = 0; at < count; at += 1) {
    test.clock.set(`2021-10-${10 + at}T08:00:00Z`)
    const organisationId = await makeSchool(db(), { name: `School number ${at + 1}` })
    all.push(await receivedInterest(test, { offerId, organisationId }))
  }
  test.clock.set(start)
  return all
}

/** Every row of these requests, their places and their groups: what an undo leaves exactly as it was. */
const worldOf = async ({ offerId, groupId }: Setting) => ({
  requests: await db()
    .selectFrom('expressions_of_interest')
    .selectAll()
    .where('offer_id', '=', offerId)
    .orderBy('id')
    .execute(),
  room: await db()
    .selectFrom('groups')
    .select(['organisations_taken', 'people_taken'])
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow(),
  live: await db()
    .selectFrom('places')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('status', 'in', ['offered', 'held'])
    .execute(),
  mail: (await db().selectFrom('messages').select(['id', 'subject']).orderBy('id').execute()).map(
    ({ subject }) => subject,
  ),
})

const statuses = async (ids: readonly string[]) => {
  const rows = await db()
    .selectFrom('expressions_of_interest')
    .select(['id', 'status'])
    .where('id', 'in', [...ids])
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id)?.status)
}

const begin = async (here: Setting, ids: readonly string[]): Promise<string> => {
  const begun = await send(here.acts, { scope: 'chosen', chosen: ids }, here.cookie)
  assert.equal(begun.statusCode, 303)
  return String(begun.headers['location'])
}

const offering = ({ groupId }: Setting) => ({
  kind: 'offer',
  group: groupId,
  'respond_by-day': '25',
  'respond_by-month': '10',
  'respond_by-year': '2021',
})

const heldMail = (act: string) =>
  db()
    .selectFrom('messages')
    .selectAll()
    .where('held', '=', true)
    .where('held_for', '=', act.slice(-36))
    .orderBy('to_address')
    .execute()

/** What somebody was or will be told of a request, by the ends of the subjects; receipts aside. */
const subjectsTo = async (email: string) =>
  (await db().selectFrom('messages').select('subject').where('to_address', '=', email).orderBy('id').execute())
    .map(({ subject }) => subject.split(' – ').at(-1) ?? '')
    .filter((subject) => !/we have your|confirm your/.test(subject))

const sweep = async () => {
  const { sweeps, close } = createWork(test.installation)
  await runSweeps(test.installation, {
    release: sweeps['release-held-mail'] ?? (() => Promise.reject(new Error('gone'))),
  })
  close()
}

describe('passing many requests on', () => {
  it('asks each school by its own letter, and asks none any more when it is undone', async () => {
    const here = await setting()
    const there = await makeHub(db())
    await makeOffer(db(), there.id, here.projectId)
    const ids = (await requests(here, 2)).map(({ id }) => id)
    const passings = () =>
      db().selectFrom('interest_passings').select('status').where('interest_id', 'in', ids).execute()
    const act = await begin(here, ids)
    const asks = { kind: 'pass_on', hub: there.id, word: 'We are full.' }
    assert.match((await send(act, { ...asks, hub: here.hub.id }, here.cookie)).body, /Choose a hub/)
    assert.match((await send(act, { ...asks, word: '' }, here.cookie)).body, /Say why/)
    assert.equal((await send(act, asks, here.cookie)).statusCode, 303)
    const preview = (await page(act, here.cookie)).body
    assert.match(preview, /Will be done: 2[\s\S]*We are full/)
    assert.deepEqual(await passings(), [])
    await send(`${act}/carry-out`, {}, here.cookie)
    await send(`${act}/carry-out`, {}, here.cookie)
    assert.deepEqual(await passings(), [{ status: 'asked' }, { status: 'asked' }])
    assert.equal((await heldMail(act)).length, 2)
    await send(`${act}/undo`, {}, here.cookie)
    assert.deepEqual(await passings(), [{ status: 'withdrawn' }, { status: 'withdrawn' }])
    assert.deepEqual(await heldMail(act), [])
    assert.deepEqual(await statuses(ids), ['confirmed', 'confirmed'])
  })
})

describe('the order of an act', () => {
  it('is that of the waiting list, then of the rules that give priority, then of time', async () => {
    const here = await setting(1)
    await makeCriterion(db(), here.projectId, {
      strength: 'priority',
      sentence: 'Schools that are special come first.',
      rule: { fact: 'organisation.phase', in: ['early_years'] },
    })
    const all = await requests(here, 3)
    const ids = all.map(({ id }) => id)
    await db()
      .updateTable('interest_verdicts')
      .set({ answer: 'yes' })
      .where('interest_id', '=', ids[2] ?? '')
      .execute()
    const act = await begin(here, ids)
    await send(act, offering(here), here.cookie)
    await send(`${act}/carry-out`, {}, here.cookie)
    assert.deepEqual(await statuses(ids), ['confirmed', 'confirmed', 'offered'])
  })
})

describe('an act on many requests', () => {
  it('shows by name what each will get and what is refused, is done once, and is undone exactly', async () => {
    const here = await setting(2)
    await makeCriterion(db(), here.projectId, {
      sentence: 'Your school is not special.',
      rule: { not: { fact: 'organisation.phase', in: ['early_years'] } },
    })
    const all = await requests(here, 4)
    const ids = all.map(({ id }) => id)
    await db()
      .updateTable('interest_verdicts')
      .set({ answer: 'no' })
      .where('interest_id', '=', ids[1] ?? '')
      .execute()
    const before = await worldOf(here)
    const act = await begin(here, ids.toReversed())
    assert.match((await send(act, { kind: 'offer', group: '' }, here.cookie)).body, /Choose a group/)
    assert.match((await send(act, { kind: 'decline', reason: ' ' }, here.cookie)).body, /Say why/)
    assert.equal((await send(act, {}, here.cookie)).statusCode, 422)
    assert.equal((await send(act, offering(here), here.cookie)).statusCode, 303)
    const preview = (await page(act, here.cookie)).body
    assert.match(preview, /Will be done: 2/)
    assert.match(preview, /By the rules the answer is no/)
    assert.match(preview, /no room left/)
    assert.match(preview, /offers School number 1 a place in Brent Work Group/)
    assert.doesNotMatch(preview, /\/place\//)
    assert.deepEqual(await worldOf(here), before, 'looking at it changes nothing')
    const [once, twice] = await Promise.all([
      send(`${act}/carry-out`, {}, here.cookie),
      send(`${act}/carry-out`, {}, here.cookie),
    ])
    assert.deepEqual([once.statusCode, twice.statusCode], [303, 303])
    assert.deepEqual(await statuses(ids), ['offered', 'confirmed', 'offered', 'confirmed'])
    assert.equal((await heldMail(act)).length, 2)
    assert.match((await page(act, here.cookie)).body, /2 mails wait until/)
    test.clock.set('2021-10-18T08:09:59Z')
    await sweep()
    assert.equal((await heldMail(act)).length, 2, 'mail waits its ten minutes')
    assert.deepEqual(
      (await Promise.all([send(`${act}/undo`, {}, here.cookie), send(`${act}/undo`, {}, here.cookie)])).map(
        ({ statusCode }) => statusCode,
      ),
      [303, 303],
    )
    assert.deepEqual(await worldOf(here), before, 'everything stands as before')
    assert.match((await page(act, here.cookie)).body, /Nobody was told of what was undone/)
    assert.equal((await send(`${act}/carry-out`, {}, here.cookie)).statusCode, 303)
    assert.deepEqual(await statuses(ids), ['confirmed', 'confirmed', 'confirmed', 'confirmed'], 'undone is over')
  })

  it('gives back the turn in the waiting list, a decision and its reason, and sends again what is decided again', async () => {
    const here = await setting()
    const all = await requests(here, 2)
    const ids = all.map(({ id }) => id)
    for (const deed of [{ kind: 'wait' }, { kind: 'decline', reason: 'The year is full.' }]) {
      const before = await worldOf(here)
      const act = await begin(here, ids)
      await send(act, deed, here.cookie)
      await send(`${act}/carry-out`, {}, here.cookie)
      assert.deepEqual(await statuses(ids), Array(2).fill(deed.kind === 'wait' ? 'waiting' : 'declined'))
      await send(`${act}/undo`, {}, here.cookie)
      assert.deepEqual(await worldOf(here), before, deed.kind)
      const again = await begin(here, ids)
      await send(again, deed, here.cookie)
      await send(`${again}/carry-out`, {}, here.cookie)
      assert.equal((await heldMail(again)).length, 2)
      test.clock.set(test.clock.now().add({ minutes: 10 }).toString())
      assert.equal((await send(`${again}/undo`, {}, here.cookie)).statusCode, 409, 'the ten minutes are over')
      await sweep()
      assert.equal((await heldMail(again)).length, 0)
    }
    const told = await db()
      .selectFrom('messages')
      .select('subject')
      .where('subject', 'like', '%no place for you%')
      .execute()
    assert.equal(told.length, 2)
  })

  it('gives back to whoever had lost a place, or was moved up, the place in line that they had', async () => {
    const here = await setting()
    const ids = (await requests(here, 2)).map(({ id }) => id)
    const waits = await begin(here, ids)
    await send(waits, { kind: 'wait' }, here.cookie)
    await send(`${waits}/carry-out`, {}, here.cookie)
    const line = `/hub/${here.hub.slug}/waiting/${here.offerId}`
    await send(line, { act: 'up', interest: ids[0] ?? '', reason: 'Its neighbour waits with it' }, here.cookie)
    await db()
      .updateTable('expressions_of_interest')
      .set({ lost_place_at: test.clock.now() })
      .where('id', '=', ids[1] ?? '')
      .execute()
    const before = await worldOf(here)
    const act = await begin(here, ids)
    await send(act, offering(here), here.cookie)
    await send(`${act}/carry-out`, {}, here.cookie)
    assert.deepEqual(await statuses(ids), ['offered', 'offered'])
    await send(`${act}/undo`, {}, here.cookie)
    assert.deepEqual((await worldOf(here)).requests, before.requests)
  })

  it('carries out what was looked at, and nothing else that was chosen since', async () => {
    const here = await setting()
    const ids = (await requests(here, 2)).map(({ id }) => id)
    const act = await begin(here, ids)
    await send(act, { kind: 'wait' }, here.cookie)
    const seen = /name="seen" value="([^"]+)"/.exec((await page(act, here.cookie)).body)?.[1] ?? ''
    test.clock.set('2021-10-18T08:00:05Z')
    await send(act, { kind: 'decline', reason: 'The year is full.' }, here.cookie)
    assert.equal((await send(`${act}/carry-out`, { seen }, here.cookie)).statusCode, 409)
    assert.deepEqual(await statuses(ids), ['confirmed', 'confirmed'])
    const now = /name="seen" value="([^"]+)"/.exec((await page(act, here.cookie)).body)?.[1] ?? ''
    assert.equal((await send(`${act}/carry-out`, { seen: now }, here.cookie)).statusCode, 303)
    assert.deepEqual(await statuses(ids), ['declined', 'declined'])
  })

  it('leaves out what changed after it was looked at, and undoes only what nobody has touched since', async () => {
    const here = await setting(3)
    const [first, second, third] = await requests(here, 3)
    assert.ok(first && second && third)
    const act = await begin(here, [first.id, second.id, third.id])
    await send(act, offering(here), here.cookie)
    const lead = await signedInAs(test, 'hub_lead', { hub_id: here.hub.id })
    await send(`${here.list}/${second.id}`, { act: 'decline', reason: 'Asked by mistake.' }, lead)
    await send(`${act}/carry-out`, {}, here.cookie)
    const done = (await page(act, here.cookie)).body
    assert.match(done, /Left out: 1/)
    assert.match(done, /Changed since you looked at it: the hub declined the request/)
    await send(`${here.list}/${first.id}`, { act: 'decline', reason: 'They rang.' }, lead)
    const overtaken =
      /It has changed since: the hub declined the request \([^)]+\)\. The mail of this act about it was taken back/
    assert.match((await page(act, here.cookie)).body, overtaken)
    await send(`${act}/undo`, {}, here.cookie)
    assert.deepEqual(await statuses([first.id, second.id, third.id]), ['declined', 'declined', 'confirmed'])
    assert.match((await page(act, here.cookie)).body, overtaken)
    assert.deepEqual(await heldMail(act), [], 'what was decided by hand is told, and nothing beside it')
    assert.deepEqual(await subjectsTo(first.sender.email), ['there is no place for you this time'])
  })

  it('reaches somebody who asked for several schools by one mail', async () => {
    const here = await setting(3)
    const trust = asked({ offerId: here.offerId, organisationId: '' }).sender
    const ids: string[] = []
    for (const name of ['Upper School', 'Lower School']) {
      const organisationId = await makeSchool(db(), { name })
      ids.push((await receivedInterest(test, { offerId: here.offerId, organisationId, sender: trust })).id)
    }
    const act = await begin(here, ids)
    await send(act, { kind: 'decline', reason: 'No room this year.' }, here.cookie)
    await send(`${act}/carry-out`, {}, here.cookie)
    const [mail, ...others] = await heldMail(act)
    assert.equal(others.length, 0)
    assert.match(mail?.body_text ?? '', /Upper School[\s\S]*Lower School/)
    assert.match(mail?.subject ?? '', /and one more answer/)
    assert.match(mail?.body_text ?? '', /Why you get this: you sent the/)
    await db()
      .updateTable('expressions_of_interest')
      .set({ comments: 'x' })
      .where('id', '=', ids[0] ?? '')
      .execute()
    await send(`${act}/undo`, {}, here.cookie)
    assert.equal((await heldMail(act)).length, 0)
  })

  it('means all that match when it says so, and nothing of another hub', async () => {
    const here = await setting()
    const there = await setting()
    const [own] = await requests(here, 2)
    const [foreign] = await requests(there, 1)
    assert.ok(own && foreign)
    const all = await send(`${here.acts}?q=number+1`, { scope: 'all', chosen: foreign.id }, here.cookie)
    assert.match((await page(String(all.headers['location']), here.cookie)).body, /Act on 1 request/)
    assert.equal((await send(here.acts, { scope: 'chosen', chosen: [foreign.id] }, here.cookie)).statusCode, 422)
    assert.match((await send(here.acts, { scope: 'chosen' }, here.cookie)).body, /Choose at least one request/)
    const act = await begin(there, [foreign.id])
    for (const url of [act, act.replace(there.hub.slug, here.hub.slug)])
      assert.equal((await page(url, here.cookie)).statusCode, 404)
    assert.equal((await send(`${act}/carry-out`, {}, here.cookie)).statusCode, 404)
    const elsewhere = await send(await begin(here, [own.id]), offering(there), here.cookie)
    assert.equal(elsewhere.statusCode, 422)
    assert.match(elsewhere.body, /Choose a group/)
  })

  it('is carried out and undone by two at once without a request between', async () => {
    const here = await setting(3)
    const ids = (await requests(here, 3)).map(({ id }) => id)
    const before = await worldOf(here)
    const one = await begin(here, ids)
    const other = await begin(here, ids.toReversed())
    await send(one, offering(here), here.cookie)
    await send(other, { kind: 'decline', reason: 'Too late.' }, here.cookie)
    await Promise.all([send(`${one}/carry-out`, {}, here.cookie), send(`${other}/carry-out`, {}, here.cookie)])
    const after = await statuses(ids)
    assert.equal(new Set(after).size, 1, 'one act did all, the other none')
    await Promise.all([send(`${one}/undo`, {}, here.cookie), send(`${other}/undo`, {}, here.cookie)])
    assert.deepEqual(await worldOf(here), before)
  })

  it('that is never carried out is forgotten after a day', async () => {
    const here = await setting()
    const [one] = await requests(here, 1)
    const act = await begin(here, [one?.id ?? ''])
    test.clock.set('2021-10-19T09:00:00Z')
    const { sweeps, close } = createWork(test.installation)
    await runSweeps(test.installation, {
      forget: sweeps['forget-bulk-acts'] ?? (() => Promise.reject(new Error('gone'))),
    })
    close()
    assert.equal((await page(act, here.cookie)).statusCode, 404)
  })
})
