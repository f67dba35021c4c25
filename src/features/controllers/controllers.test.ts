import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub } from '../../../test/support/records.ts'
import { Conflict, Forbidden, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { nameProcessor } from './actions/name-processor.ts'
import { leaveToNetwork, stateController } from './actions/state-controller.ts'
import { holdingOn, mayBeginOn, type Stated, type Statement } from './controller.ts'
import { controllerAt, processorStated, statementsOf } from './queries.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
const day = (text: string) => Temporal.PlainDate.from(text)
const db = () => here.installation.connections.kysely
const nationalTeam = () => here.as(actorWith(newId(), 'national_team'))
const lead = () => here.as(actorWith(newId(), 'hub_lead', { hubId: hub.id }))
const said = (controller: string, from: string, processor: string | null = null): Stated => ({
  controller,
  processor,
  contact: null,
  from: day(from),
})
const latest = async (hubId: string | null) => (await statementsOf(db(), hubId))[0]?.id ?? null
const state = async (context: ReturnType<typeof lead>, hubId: string | null, stated: Stated) =>
  stateController(context, { hubId, seen: await latest(hubId), stated })
const inTime = async (hubId: string | null) =>
  (await statementsOf(db(), hubId)).map(({ controller, from, to }) => [controller, String(from), to && String(to)])

before(async () => {
  here = await testInstallation()
  hub = await makeHub(db(), 'west')
  await db().insertInto('networks').values({ id: newId(), name: 'Hubs', coordinator: 'A coordinator' }).execute()
  here.clock.set('2021-10-18T08:00:00Z')
})
after(() => here.release())

const held = (from: string, to: string | null): Statement => ({
  id: from,
  controller: from,
  processor: null,
  contact: null,
  from: day(from),
  to: to ? day(to) : null,
})
const two = [held('2021-09-01', null), held('2020-09-01', '2021-08-31')]

for (const [on, expected] of [
  ['2020-08-31', null],
  ['2020-09-01', '2020-09-01'],
  ['2021-08-31', '2020-09-01'],
  ['2021-09-01', '2021-09-01'],
  ['2030-01-01', '2021-09-01'],
] as const)
  test(`on ${on} ${expected ? `the statement of ${expected}` : 'none'} holds`, () =>
    assert.equal(holdingOn(two, day(on))?.id ?? null, expected))

test('only the first statement may begin in the past', () => {
  assert.ok(mayBeginOn([], day('2018-09-01'), day('2021-10-18')))
  assert.ok(mayBeginOn(two, day('2021-10-18'), day('2021-10-18')))
  assert.ok(!mayBeginOn(two, day('2021-10-17'), day('2021-10-18')))
})

test('the national team states it for the network, and leads of a hub for theirs alone', async () => {
  await assert.rejects(state(lead(), null, said('Us', '2021-10-18')), Forbidden)
  await assert.rejects(state(nationalTeam(), hub.id, said('Us', '2021-10-18')), Forbidden)
  for (const actor of [
    actorWith(newId(), 'hub_administrator', { hubId: hub.id }),
    actorWith(newId(), 'hub_lead', { hubId: newId() }),
  ])
    await assert.rejects(state(here.as(actor), hub.id, said('Us', '2021-10-18')), Forbidden)
  assert.equal(await latest(hub.id), null)
})

test('a hub follows the network until it says otherwise, and again when it wishes', async () => {
  const today = day('2021-10-18')
  assert.equal((await controllerAt(db(), hub.id, today)).controller, 'The coordinator of the network')
  await state(nationalTeam(), null, said('The ministry', '2020-09-01'))
  assert.deepEqual(await controllerAt(db(), hub.id, today), {
    controller: 'The ministry',
    processor: 'The lead school of your hub',
    contact: null,
    isOfHub: false,
  })
  await state(lead(), hub.id, said('A trust', '2021-10-18', 'Its school'))
  const own = await controllerAt(db(), hub.id, today)
  assert.deepEqual([own.controller, own.processor, own.isOfHub], ['A trust', 'Its school', true])
  assert.equal((await controllerAt(db(), null, today)).controller, 'The ministry')
  await leaveToNetwork(lead(), { hubId: hub.id, seen: await latest(hub.id) })
  assert.equal((await controllerAt(db(), hub.id, today)).controller, 'The ministry')
})

test('what held stays as it was said; what would have begun later gives way', async () => {
  await state(lead(), hub.id, said('A trust', '2021-10-18'))
  await state(lead(), hub.id, said('Another trust', '2022-09-01'))
  await assert.rejects(state(lead(), hub.id, said('Never', '2021-10-17')), Refused)
  await state(lead(), hub.id, said('A third', '2022-01-01'))
  assert.deepEqual(await inTime(hub.id), [
    ['A third', '2022-01-01', null],
    ['A trust', '2021-10-18', '2021-12-31'],
  ])
})

test('of many who state at once one does, and the others are told of a change meanwhile', async () => {
  const seen = await latest(hub.id)
  const done = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) =>
      stateController(lead(), { hubId: hub.id, seen, stated: said(`Trust ${at}`, '2022-02-01') }),
    ),
  )
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const each of done) if (each.status === 'rejected') assert.ok(each.reason instanceof Conflict)
})

test('a hand-over names the new processor only where the hub had named the old one', async () => {
  const other = await makeHub(db(), 'east')
  const from = day('2022-04-01')
  assert.equal(await nameProcessor(here.system(), { hubId: other.id, processor: 'New', from }), false)
  await state(
    here.as(actorWith(newId(), 'hub_lead', { hubId: other.id })),
    other.id,
    said('A trust', '2021-10-18', 'Old'),
  )
  assert.equal(await nameProcessor(here.system(), { hubId: other.id, processor: 'New', from }), true)
  assert.equal(await processorStated(db(), other.id, day('2022-03-31')), 'Old')
  assert.equal(await processorStated(db(), other.id, from), 'New')
})

test('a hand-over, dated back or not, leaves what the hub has stated for later days', async () => {
  const other = await makeHub(db(), 'south')
  const asLead = here.as(actorWith(newId(), 'hub_lead', { hubId: other.id }))
  await state(asLead, other.id, said('A trust', '2021-09-01', 'Old'))
  await state(asLead, other.id, said('The council', '2021-10-18', 'Old'))
  await state(asLead, other.id, said('Another', '2022-09-01', 'Their own'))
  const named = async () =>
    (await statementsOf(db(), other.id)).map(({ controller, processor, from }) => [controller, processor, String(from)])
  const from = day('2021-10-01')
  assert.equal(await nameProcessor(here.system(), { hubId: other.id, processor: 'New', from }), true)
  const after = [
    ['Another', 'Their own', '2022-09-01'],
    ['The council', 'New', '2021-10-18'],
    ['A trust', 'New', '2021-10-01'],
    ['A trust', 'Old', '2021-09-01'],
  ]
  assert.deepEqual(await named(), after)
  assert.equal(await nameProcessor(here.system(), { hubId: other.id, processor: 'New', from }), true)
  assert.deepEqual(await named(), after)
})
