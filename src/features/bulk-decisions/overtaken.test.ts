import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { asked, receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp, createWork } from '../../app.ts'
import { runSweeps } from '../../platform/jobs.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { mergeGroups } from '../merging-groups/index.ts'
import { offerFreedPlace } from '../place-offers/index.ts'
import { callOffGroup } from '../sessions/actions/form-group.ts'

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

const setting = async (count: number, sender = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 2 })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, name: 'Brent', organisations_room: 8 })
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  const lead = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
  const requests = []
  for (let at = 0; at < count; at += 1)
    requests.push(await receivedInterest(test, { offerId, organisationId: await makeSchool(db()), ...sender }))
  return { hub, projectId, offerId, groupId, cookie, lead, requests, list: `/hub/${hub.slug}/interest` }
}
type Setting = Awaited<ReturnType<typeof setting>>

const done = async ({ hub, cookie, requests }: Setting, deed: Readonly<Record<string, string>>): Promise<string> => {
  const chosen = requests.map(({ id }) => id)
  const act = String((await send(`/hub/${hub.slug}/acts`, { scope: 'chosen', chosen }, cookie)).headers['location'])
  assert.equal((await send(act, deed, cookie)).statusCode, 303)
  assert.equal((await send(`${act}/carry-out`, {}, cookie)).statusCode, 303)
  return act
}

const offering = ({ groupId }: Setting) => ({
  kind: 'offer',
  group: groupId,
  'respond_by-day': '25',
  'respond_by-month': '10',
  'respond_by-year': '2021',
})

const rounds = async (...names: readonly string[]) => {
  const { sweeps, close } = createWork(test.installation)
  const chosen = Object.entries(sweeps).filter(([name]) => names.includes(name))
  assert.equal(chosen.length, names.length)
  await runSweeps(test.installation, Object.fromEntries(chosen))
  close()
}

/** What somebody has been told, or is to be told, of their requests: receipts aside. */
const toldTo = async (email: string): Promise<readonly string[]> =>
  (await db().selectFrom('messages').select('subject').where('to_address', '=', email).orderBy('id').execute())
    .map(({ subject }) => subject.split(' – ').at(-1) ?? '')
    .filter((subject) => !/we have your|confirm your/.test(subject))

const statusOf = async (id: string) =>
  (await db().selectFrom('expressions_of_interest').select('status').where('id', '=', id).executeTakeFirstOrThrow())
    .status

const link = (purpose: 'status' | 'place', id: string) =>
  `/${purpose}/${linkToken(test.installation.config, purpose, id, 100)}`

const waits = 'you are on the waiting list'

describe('mail that waits about an earlier decision', () => {
  const offered = 'a place is offered to you'
  const ways: readonly {
    readonly what: string
    readonly first: (here: Setting) => Readonly<Record<string, string>>
    readonly next: (here: Setting, id: string) => Promise<unknown>
    readonly told: readonly string[]
    readonly since: RegExp
  }[] = [
    {
      what: 'the school takes the place',
      first: offering,
      next: (_, id) => send(link('place', id), { act: 'accept' }),
      told: ['you have a place'],
      since: /the place is taken \(who asked\)/,
    },
    {
      what: 'the school does not want the place',
      first: offering,
      next: (_, id) => send(link('place', id), { act: 'decline' }),
      told: [],
      since: /the offered place was not wanted \(who asked\)/,
    },
    {
      what: 'the school withdraws',
      first: () => ({ kind: 'wait' }),
      next: (_, id) => send(link('status', id), { act: 'withdraw' }),
      told: ['your request is withdrawn'],
      since: /the request was withdrawn \(who asked\)/,
    },
    {
      what: 'the hub offers a place by hand',
      first: () => ({ kind: 'wait' }),
      next: (here, id) =>
        send(`${here.list}/${id}`, { ...offering(here), act: 'offer', offer_group: here.groupId }, here.lead),
      told: [offered],
      since: /a place was offered/,
    },
    {
      what: 'a place becomes free and goes to it by itself',
      first: () => ({ kind: 'wait' }),
      next: (here) => offerFreedPlace(test.system(), here.groupId),
      told: [offered],
      since: /a place was offered \(by itself\)/,
    },
    {
      what: 'the group is called off',
      first: offering,
      next: async (here) => {
        await callOffGroup(test.system(), { groupId: here.groupId, reason: 'Nobody leads it.' })
        test.clock.set('2021-10-18T08:10:00Z')
        await rounds('settle-places', 'release-held-mail')
      },
      told: ['your group was called off'],
      since: /the group was called off/,
    },
    {
      what: 'its group becomes part of another',
      first: offering,
      next: async ({ hub, projectId, offerId, groupId }) => {
        const intoId = await makeGroup(db(), hub.id, projectId, {
          offer_id: offerId,
          name: 'Harrow',
          organisations_room: 8,
        })
        const staff = test.as(actorWith(newId(), 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
        const reason = 'Too few for two.'
        await mergeGroups(staff, { fromId: groupId, intoId, reason, leadsJoin: false, addsRoom: false })
      },
      told: ['Brent is part of Harrow now'],
      since: /the place went on in another group/,
    },
  ]
  for (const { what, first, next, told, since } of ways)
    it(`is taken back when ${what}`, async () => {
      const here = await setting(1)
      const [{ id, sender }] = here.requests as [Setting['requests'][number]]
      const act = await done(here, first(here))
      assert.deepEqual(await toldTo(sender.email), [first(here)['kind'] === 'offer' ? offered : waits])
      await next(here, id)
      assert.deepEqual(await toldTo(sender.email), told)
      const shown = (await page(act, here.cookie)).body
      assert.match(shown, since)
      assert.match(shown, /The mail of this act about it was taken back then/)
    })

  it('lets what else one mail says go, and what the hub wrote besides unless the request has ended', async () => {
    const { sender } = asked({ offerId: '', organisationId: '' })
    const here = await setting(2, { sender })
    const [one, other] = here.requests
    assert.ok(one && other)
    await done(here, { kind: 'wait' })
    const [both] = await toldTo(sender.email)
    assert.match(both ?? '', /one more answer/)
    await send(`${here.list}/${one.id}`, { act: 'decline', reason: 'Full.' }, here.lead)
    assert.deepEqual(await toldTo(sender.email), [waits, 'there is no place for you this time'])
    const words = { kind: 'message', text: 'own', subject: 'A word before you come', body: 'Bring a pencil.' }
    const act = await done({ ...here, requests: [other] }, words)
    await send(`${here.list}/${other.id}`, { ...offering(here), act: 'offer', offer_group: here.groupId }, here.lead)
    const waiting = await db().selectFrom('messages').select('subject').where('held', '=', true).execute()
    assert.equal(waiting.filter(({ subject }) => /A word before/.test(subject)).length, 1)
    await send(link('status', other.id), { act: 'withdraw' })
    assert.match((await page(act, here.cookie)).body, /the request was withdrawn[\s\S]*taken back then/)
    await send(`${act}/undo`, {}, here.cookie)
    assert.match((await page(act, here.cookie)).body, /Not undone: 1/)
  })
})

describe('deciding by hand while an act is undone, or its mail let go', () => {
  it('leaves each request decided once, and told once of it', async () => {
    const here = await setting(6)
    const act = await done(here, offering(here))
    const decline = ({ id }: { id: string }) =>
      send(`${here.list}/${id}`, { act: 'decline', reason: 'They rang.' }, here.lead)
    const answers = await Promise.all([send(`${act}/undo`, {}, here.cookie), ...here.requests.map(decline)])
    assert.ok(answers.every(({ statusCode }) => statusCode === 303 || statusCode === 409))
    for (const { id, sender } of here.requests) {
      const told = await toldTo(sender.email)
      const status = await statusOf(id)
      assert.deepEqual(told, status === 'declined' ? ['there is no place for you this time'] : [])
      assert.ok(status === 'declined' || status === 'confirmed', status)
    }
    await test.requireNoFaults()
  })

  it('lets the mail go that was due and tells the new after it, or takes it back: never half', async () => {
    const here = await setting(6)
    await done(here, { kind: 'wait' })
    test.clock.set('2021-10-18T08:10:00Z')
    const decline = ({ id }: { id: string }) =>
      send(`${here.list}/${id}`, { act: 'decline', reason: 'They rang.' }, here.lead)
    await Promise.all([rounds('release-held-mail'), ...here.requests.map(decline)])
    await rounds('release-held-mail')
    for (const { sender } of here.requests) {
      const told = await toldTo(sender.email)
      assert.equal(told.at(-1), 'there is no place for you this time')
      assert.ok(told.length === 1 || (told.length === 2 && told[0] === waits), told.join())
    }
    const held = await db().selectFrom('messages').select('id').where('held', '=', true).execute()
    assert.deepEqual(held, [])
  })
})
