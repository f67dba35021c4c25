import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { machineClock } from '../../platform/clock.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Sent } from './pages/sent.form.ts'

type Item = Sent['items'][number]
type Mark = Extract<Item, { kind: 'mark' }>

describe('a register that was taken on a device', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let lead: string
  let stranger: string
  let groupId: string
  let hubId: string
  let people: string[]
  let sessionId: string
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    hubId = (await makeHub(db())).id
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hubId, projectId, { status: 'running', organisations_room: 40, people_room: 40 })
    // Staff of the hub, who may be in two sessions of the same hour as a lead may not.
    lead = await signedInAs(there, 'hub_administrator', { hub_id: hubId })
    stranger = await signedInAs(there, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    people = []
    for (let n = 0; n < 24; n += 1) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      people.push(await makeParticipant(db(), place, (await makePerson(db())).id))
    }
    there.clock.set('2021-11-17T10:00:00Z')
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const address = (session = sessionId) => `/groups/${groupId}/sessions/${session}/register.json`
  const freshSession = async (values: Record<string, unknown> = {}) => {
    there.clock.set('2021-11-17T10:00:00Z')
    sessionId = await makeSession(db(), groupId, values)
    return sessionId
  }
  // A device that is as right as the machine; our clock stands in 2021.
  const deviceNow = () => machineClock.now().epochMilliseconds
  const behind = () => there.clock.now().epochMilliseconds - deviceNow()
  const markOf = (participantId: string, more: Partial<Mark> = {}): Mark => ({
    kind: 'mark',
    id: newId(),
    at: deviceNow(),
    behind: behind(),
    wrong: 0,
    participantId,
    mark: 'present',
    minutes: null,
    substitute: null,
    seen: [],
    ...more,
  })
  const first = () => people[0] ?? ''
  const sendItems = async (items: readonly Item[], more: Partial<Sent> = {}, cookie = lead) =>
    send(address(), { sent: JSON.stringify({ deviceNow: deviceNow(), knewOn: '2021-11-17', items, ...more }) }, cookie)
  const marksNow = () =>
    db().selectFrom('marks').selectAll().where('session_id', '=', sessionId).orderBy('recorded_at').execute()
  const standing = () =>
    db().selectFrom('standing_marks').select(['mark', 'minutes']).where('session_id', '=', sessionId).execute()
  const aside = () =>
    db()
      .selectFrom('marks_set_aside')
      .select(['id', 'because', 'participant_id'])
      .where('session_id', '=', sessionId)
      .execute()

  it('is told to whoever takes it, without what a device need not hold, and to nobody else', async () => {
    await freshSession()
    await db().updateTable('participants').set({ access_needs: 'A ramp' }).where('id', '=', first()).execute()
    const told = await see(address(), lead)
    assert.equal(told.json().people.length, 24)
    assert.doesNotMatch(told.body, /ramp|@/)
    assert.equal((await see(address(), stranger)).statusCode, 404)
    assert.equal((await see(address())).statusCode, 302)
    assert.equal((await sendItems([markOf(first())], {}, stranger)).statusCode, 404)
  })

  it('holds each mark once, however often and from however many devices the same register is sent at once', async () => {
    await freshSession()
    const items = people.map((id) => markOf(id))
    const answers = await Promise.all(Array.from({ length: 30 }, () => sendItems(items)))
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
    assert.equal((await marksNow()).length, 24)
    await there.requireNoFaults()
  })

  it('is one mark of each when thirty devices each made their own, and a conflict only where they differ', async () => {
    await freshSession()
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        sendItems([
          ...people.slice(0, 3).map((id) => markOf(id)),
          markOf(people[3] ?? '', { mark: at === 7 ? 'absent' : 'present' }),
        ]),
      ),
    )
    const marks = await marksNow()
    assert.equal(marks.length, 5)
    assert.equal(marks.filter(({ participant_id }) => participant_id === people[3]).length, 2)
    await there.requireNoFaults()
  })

  it('says nothing new when a mark that had been the same is sent again after somebody settled otherwise', async () => {
    await freshSession()
    const [mine, theirs] = [markOf(first()), markOf(first())]
    await sendItems([theirs])
    await sendItems([mine])
    await sendItems([markOf(first(), { mark: 'absent', seen: [theirs.id] })])
    await sendItems([mine, theirs])
    assert.deepEqual(await standing(), [{ mark: 'absent', minutes: null }])
  })

  it('keeps the last of what was changed again and again without a network, and all before it', async () => {
    await freshSession()
    const one = markOf(first())
    const two = markOf(first(), { mark: 'left_early', minutes: 30, seen: [one.id] })
    const three = markOf(first(), { seen: [two.id] })
    const answer = await sendItems([one, two, three])
    assert.deepEqual(answer.json().beside, [])
    assert.deepEqual(await standing(), [{ mark: 'present', minutes: null }])
    assert.equal((await marksNow()).length, 3)
  })

  it('keeps when it was made, put right by what the device’s clock was wrong, and says so', async () => {
    await freshSession()
    const hours = 3_600_000
    const slow = markOf(first(), {
      at: deviceNow() - 3 * hours - 570_000,
      behind: behind() + 3 * hours,
      wrong: 3 * hours,
    })
    await sendItems([slow], { deviceNow: deviceNow() - 3 * hours })
    const [mark] = await marksNow()
    const made = mark?.recorded_at.epochMilliseconds ?? 0
    assert.ok(Math.abs(made - Temporal.Instant.from('2021-11-17T09:50:30Z').epochMilliseconds) < 5000)
    assert.equal(mark?.device_behind_seconds, 3 * 3600)
    const page = (await see(`/groups/${groupId}/sessions/${sessionId}/register`, lead)).body
    assert.match(page, /9:50am, the clock of the device was 3 hours slow, which is put right/)
    const changed = markOf(people[1] ?? '', { wrong: 0 })
    await sendItems([changed], { deviceNow: deviceNow() + 2 * hours })
    assert.equal((await marksNow()).find(({ id }) => id === changed.id)?.clock_changed, true)
  })

  it('never says that a mark was made after it arrived', async () => {
    await freshSession()
    await sendItems([markOf(first(), { at: deviceNow() + 86_400_000 })])
    assert.equal((await marksNow())[0]?.recorded_at.toString(), '2021-11-17T10:00:00Z')
  })

  const meanwhile: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['the session was called off', 'called_off', () => change({ status: 'cancelled', status_reason: 'Snow' })],
    ['the session was moved', 'moved', () => change({ on_date: Temporal.PlainDate.from('2021-11-16') })],
    ['the session was put off', 'moved', () => change({ on_date: Temporal.PlainDate.from('2021-11-24') })],
    ['its date was taken back', 'undated', () => change({ status: 'provisional' })],
    [
      'who is marked takes part no longer',
      'not_expected',
      () =>
        db()
          .updateTable('participants')
          .set({ status: 'left', to_on: Temporal.PlainDate.from('2021-11-10') })
          .where('id', '=', people[23] ?? '')
          .execute(),
    ],
  ]
  const change = (values: Record<string, unknown>) =>
    db().updateTable('sessions').set(values).where('id', '=', sessionId).execute()

  it('arrives and is shown for settling, whatever happened meanwhile, and is set aside once', async () => {
    for (const [what, because, happen] of meanwhile) {
      await freshSession()
      const gone = people[23] ?? ''
      await happen()
      const item = markOf(gone)
      const answers = [await sendItems([item]), await sendItems([item])]
      assert.deepEqual(
        answers.map(({ statusCode }) => statusCode),
        [200, 200],
        what,
      )
      assert.deepEqual(answers[0]?.json().received, [item.id], what)
      assert.deepEqual(await aside(), [{ id: item.id, because, participant_id: gone }], what)
      assert.equal((await marksNow()).length, 0, what)
    }
    const page = (await see(`/groups/${groupId}/sessions/${sessionId}/register`, lead)).body
    assert.match(page, /To settle[\s\S]*not expected at the session/)
  })

  it('has a mark that was set aside taken for who came instead, or left out, with a reason', async () => {
    await freshSession()
    const [taken, left] = [markOf(people[23] ?? ''), markOf(people[23] ?? '', { mark: 'absent' })]
    await sendItems([taken, left])
    const settle = (id: string, fields: Record<string, string>) =>
      send(`/groups/${groupId}/sessions/${sessionId}/register/set-aside/${id}`, fields, lead)
    assert.match((await settle(taken.id, {})).body, /Choose what becomes of the mark[\s\S]*Say why/)
    assert.equal((await settle(taken.id, { whom: first(), reason: 'Swapped that morning' })).statusCode, 303)
    assert.equal((await settle(left.id, { whom: 'nobody', reason: 'Marked by mistake' })).statusCode, 303)
    assert.equal((await settle(left.id, { whom: 'nobody', reason: 'Twice' })).statusCode, 404)
    assert.deepEqual(
      (await marksNow()).map((mark) => [mark.participant_id, mark.mark]),
      [[first(), 'present']],
    )
    await there.requireNoFaults()
  })

  it('sets aside what was made after the register had closed; a page says why it changes what stood', async () => {
    await freshSession()
    const before = markOf(first())
    await sendItems([before])
    there.clock.set('2021-11-25T10:00:00Z')
    await sendItems([markOf(first(), { mark: 'absent', seen: [before.id] })])
    assert.deepEqual(
      (await aside()).map(({ because }) => because),
      ['closed'],
    )
    const page = `/groups/${groupId}/sessions/${sessionId}/register`
    const fields = { [`mark-${first()}`]: 'absent', [`seen-${first()}`]: before.id }
    const refused = await send(page, fields, lead)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Say why you change a register that has closed/)
    assert.equal((await send(page, { ...fields, reason: 'The sheet says so' }, lead)).statusCode, 303)
    assert.deepEqual((await marksNow()).map(({ mark, reason }) => [mark, reason]).sort(), [
      ['absent', 'The sheet says so'],
      ['present', null],
    ])
  })

  it('notes who came without being on the list once, until a person says who it was', async () => {
    await freshSession()
    const walkIn = {
      kind: 'walk-in' as const,
      id: newId(),
      at: deviceNow(),
      behind: behind(),
      wrong: 0,
      name: 'Zoë Quill',
      school: 'Elm Row',
    }
    await sendItems([walkIn])
    await sendItems([walkIn])
    const page = `/groups/${groupId}/sessions/${sessionId}/register`
    assert.equal((await see(page, lead)).body.match(/<strong>Zoë Quill, Elm Row<\/strong>/g)?.length, 1)
    const settle = (fields: Record<string, string>) => send(`${page}/walk-ins/${walkIn.id}`, fields, lead)
    assert.match((await settle({ outcome: 'substitute' })).body, /Choose who of the register is meant/)
    assert.equal((await settle({ outcome: 'substitute', participant: first() })).statusCode, 303)
    assert.deepEqual(
      (await marksNow()).map(({ mark, substitute }) => [mark, substitute]),
      [['substitute', 'Zoë Quill']],
    )
    assert.match((await see(page, lead)).body, /Zoë Quill, Elm Row came as a substitute for/)
    await there.requireNoFaults()
  })

  it('refuses what our page would not send, and marks for people the group has never known', async () => {
    await freshSession()
    assert.equal((await send(address(), { sent: '{' }, lead)).statusCode, 422)
    assert.equal((await sendItems([markOf(first(), { mark: 'asleep' as 'absent' })])).statusCode, 422)
    assert.equal((await sendItems([markOf(newId())])).statusCode, 404)
  })

  it('is on a page that holds nothing of whoever looked at it, with a service worker of the narrowest scope', async () => {
    const page = await see('/registers/on-this-device', lead)
    assert.equal(page.statusCode, 200)
    assert.doesNotMatch(page.body, /Sign out|Your account/)
    const worker = await see('/registers/on-this-device/service-worker.js')
    assert.equal(worker.headers['service-worker-allowed'], '/registers/on-this-device')
    assert.match(String(worker.headers['content-type']), /javascript/)
    const { assets } = JSON.parse(/^const kept = (.*)$/m.exec(worker.body)?.[1] ?? '{}') as { assets: string[] }
    for (const asset of assets) assert.equal((await see(asset)).statusCode, 200)
    assert.ok(assets.length > 8)
    assert.doesNotMatch(worker.body, /^export /m)
  })
})
