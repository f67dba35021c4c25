import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makePerson, makeSchool } from '../../../test/support/records.ts'
import { referencesTo, undecided } from '../../platform/database/references.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { hubBySlug, hubOn, hubThroughTime } from '../organisations/index.ts'
import { cancelPlannedChange, changeHub } from './actions/change-hub.ts'
import { correctFact } from './actions/correct-fact.ts'
import { describeHub, writePrivacyNotice } from './actions/describe-hub.ts'
import { openHub } from './actions/open-hub.ts'
import { sweeps } from './jobs.ts'
import { gapsAndOverlaps, hubsOfNetwork, plannedChangesOf } from './queries.ts'
import { hubReferences } from './references.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a hub over time', () => {
  let test: TestInstallation
  const db = () => test.installation.connections.kysely
  let coordinator = ''
  const national = () => test.as(actorWith(coordinator, 'national_team'))
  const through = async (slug: string) => {
    const hub = await hubThroughTime(db(), slug)
    assert.ok(hub)
    return hub
  }
  const opened = async (slug: string) =>
    openHub(national(), {
      slug,
      name: `Hub ${slug}`,
      region: 'London',
      email: null,
      from: day('2019-09-01'),
      lead: { name: 'First School', organisationId: null },
      areas: [{ authorityCode: '307', describedAs: 'Ealing', part: false }],
    })
  const rename = (hubId: string, name: string, from: string, seen?: string) =>
    changeHub(national(), { hubId, from: day(from), change: { kind: 'name', name }, ...(seen ? { seen } : {}) })

  before(async () => {
    test = await testInstallation()
    coordinator = (await makePerson(db())).id
    await db()
      .insertInto('authorities')
      .values([
        { code: '307', name: 'Ealing', region: 'London' },
        { code: '313', name: 'Hounslow', region: 'London' },
        { code: '310', name: 'Harrow', region: 'London' },
      ])
      .execute()
  })
  after(() => test.release())

  it('has a declared fate for every column that refers to it, whichever table is added', async () => {
    assert.deepEqual(undecided(await referencesTo(db(), 'hubs'), hubReferences).missing, [])
  })

  it('is opened by the national team, at an address of its own', async () => {
    await opened('opened')
    await assert.rejects(opened('opened'), Refused)
    await assert.rejects(opened('Not An Address'), Refused)
    for (const actor of [actorWith(newId(), 'hub_lead', { hubId: newId() }), actorWith(newId(), 'analyst')])
      await assert.rejects(
        openHub(test.as(actor), {
          ...{ slug: 'x', name: 'X', region: null, email: null, lead: null, areas: [] },
          from: day('2020-09-01'),
        }),
        NotFound,
      )
  })

  it('keeps the name, the leads and the area that it had on any day', async () => {
    const id = await opened('of-old')
    await rename(id, 'A newer name', '2020-09-01')
    const [lead] = (await through('of-old')).leads
    const [area] = (await through('of-old')).areas
    const school = await makeSchool(db(), { name: 'Second School' })
    await changeHub(national(), {
      hubId: id,
      from: day('2021-01-01'),
      change: { kind: 'lead', ends: [lead?.id ?? ''], begins: [{ name: 'Second School', organisationId: school }] },
    })
    await changeHub(national(), {
      hubId: id,
      from: day('2021-09-01'),
      change: {
        kind: 'area',
        ends: [area?.id ?? ''],
        begins: [{ authorityCode: '313', describedAs: 'Hounslow', part: false }],
      },
    })
    const hub = await through('of-old')
    const on = (text: string) => {
      const { name, leads, areas, isOpen } = hubOn(hub, day(text))
      return [isOpen, name, leads.map((each) => each.name).join(), areas.map((each) => each.describedAs).join()]
    }
    assert.deepEqual(on('2019-08-31'), [false, null, '', ''])
    assert.deepEqual(on('2020-08-31'), [true, 'Hub of-old', 'First School', 'Ealing'])
    assert.deepEqual(on('2020-09-01'), [true, 'A newer name', 'First School', 'Ealing'])
    assert.deepEqual(on('2021-10-18'), [true, 'A newer name', 'Second School', 'Hounslow'])
    assert.equal((await hubBySlug(db(), 'of-old'))?.name, 'A newer name')
    assert.deepEqual(
      (await historyOf(db(), { type: 'hub', id })).map(({ name }) => name),
      ['hub.area-changed', 'hub.leads-changed', 'hub.renamed', 'hub.opened'],
    )
  })

  it('refuses what contradicts what is known of it', async () => {
    const id = await opened('strict')
    const [lead] = (await through('strict')).leads
    const change = (change: Parameters<typeof changeHub>[1]['change'], from = '2021-09-01') =>
      changeHub(national(), { hubId: id, from: day(from), change })
    await assert.rejects(rename(id, 'Hub strict', '2021-09-01'), /already/)
    await assert.rejects(rename(id, 'Too early', '2019-09-01'), /choose a later day/)
    await assert.rejects(change({ kind: 'lead', ends: [lead?.id ?? ''], begins: [] }), /needs a lead/)
    await assert.rejects(change({ kind: 'lead', ends: [newId()], begins: [] }), /ended already/)
    await assert.rejects(
      change({ kind: 'area', ends: [], begins: [{ authorityCode: '307', describedAs: 'Ealing', part: false }] }),
      /serves Ealing already/,
    )
    await assert.rejects(
      changeHub(test.as(actorWith(newId(), 'hub_lead', { hubId: id })), {
        hubId: id,
        from: day('2021-10-01'),
        change: { kind: 'name', name: 'Ours' },
      }),
      NotFound,
    )
  })

  it('changes by itself on the day it was decided for, unless that was called off', async () => {
    const id = await opened('to-come')
    assert.equal(await rename(id, 'Next name', '2021-11-01'), 'planned')
    assert.equal(await rename(id, 'Never', '2021-12-01'), 'planned')
    const [, never] = await plannedChangesOf(db(), id)
    await cancelPlannedChange(national(), { hubId: id, id: never?.id ?? '' })
    assert.equal((await hubBySlug(db(), 'to-come'))?.name, 'Hub to-come')
    test.clock.set('2021-12-02T09:00:00Z')
    await sweeps['change-hubs']?.(test.system())
    await sweeps['change-hubs']?.(test.system())
    const { names } = await through('to-come')
    assert.deepEqual(
      names.map(({ name, from }) => [name, from?.toString()]),
      [
        ['Next name', '2021-11-01'],
        ['Hub to-come', '2019-09-01'],
      ],
    )
    assert.deepEqual(await plannedChangesOf(db(), id), [])
    test.clock.set('2021-10-18T08:00:00Z')
  })

  it('keeps a planned change that the rules have come to forbid, with the reason', async () => {
    const id = await opened('forbidden')
    await rename(id, 'Same name', '2021-11-01')
    await rename(id, 'Same name', '2021-10-01')
    test.clock.set('2021-11-02T09:00:00Z')
    await sweeps['change-hubs']?.(test.system())
    assert.match((await plannedChangesOf(db(), id))[0]?.refusedBecause ?? '', /called Same name already/)
    test.clock.set('2021-10-18T08:00:00Z')
  })

  it('is corrected with a reason, and what stood before stays in its history', async () => {
    const id = await opened('corrected')
    await rename(id, 'Mispelt', '2021-02-01')
    const [wrong, first] = (await through('corrected')).names
    const correction = {
      hubId: id,
      slug: 'corrected',
      kind: 'name',
      id: wrong?.id ?? '',
      reason: 'A typing error',
    } as const
    await assert.rejects(correctFact(national(), { ...correction, text: 'Misspelt', from: day('2019-01-01') }), Refused)
    await assert.rejects(correctFact(national(), { ...correction, text: 'X', from: null }), Refused)
    await correctFact(national(), { ...correction, text: 'Misspelt', from: day('2021-03-01') })
    const { names } = await through('corrected')
    assert.deepEqual(
      names.map(({ name, from, to }) => [name, from?.toString(), to?.toString()]),
      [
        ['Misspelt', '2021-03-01', undefined],
        [first?.name, '2019-09-01', '2021-02-28'],
      ],
    )
    const [event] = await historyOf(db(), { type: 'hub', id })
    assert.deepEqual(event?.particulars['before'], { text: 'Mispelt', from: '2021-02-01' })
  })

  it('is described by its own staff; its notice is written by its leads; what stood before stays readable', async () => {
    const id = await opened('described')
    const lead = () => test.as(actorWith(newId(), 'hub_lead', { hubId: id }))
    const administrator = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: id }))
    const none = { website: null, email: null, telephone: null, about: null }
    const first = { ...none, email: 'one@hub.example', about: 'We are one.' }
    await describeHub(administrator(), { hubId: id, details: first, seen: none })
    await assert.rejects(describeHub(lead(), { hubId: id, details: none, seen: none }), Conflict)
    test.clock.set('2021-11-01T09:00:00Z')
    await describeHub(lead(), { hubId: id, details: { ...first, about: 'We are many.' }, seen: first })
    const hub = await through('described')
    assert.equal(hubOn(hub, day('2021-10-20')).details?.about, 'We are one.')
    assert.equal(hubOn(hub, day('2021-10-17')).details?.email, null)
    assert.equal(hubOn(hub, day('2021-11-01')).details?.about, 'We are many.')
    await assert.rejects(writePrivacyNotice(administrator(), { hubId: id, notice: 'Ours', seen: null }), Forbidden)
    await writePrivacyNotice(lead(), { hubId: id, notice: 'The first notice', seen: null })
    await writePrivacyNotice(lead(), { hubId: id, notice: 'The same day', seen: 'The first notice' })
    test.clock.set('2021-11-05T09:00:00Z')
    await writePrivacyNotice(lead(), { hubId: id, notice: 'The second', seen: 'The same day' })
    const later = await through('described')
    assert.equal(hubOn(later, day('2021-11-04')).notice, 'The same day')
    assert.equal(hubOn(later, day('2021-11-05')).notice, 'The second')
    const stranger = test.as(actorWith(newId(), 'hub_lead', { hubId: newId() }))
    await assert.rejects(describeHub(stranger, { hubId: id, details: none, seen: none }), NotFound)
    test.clock.set('2021-10-18T08:00:00Z')
  })

  it('is one of the network’s, which knows what nobody serves and what two serve', async () => {
    const { id } = await makeHub(db(), 'counted')
    const person = await makePerson(db())
    for (const role of ['hub_lead', 'hub_administrator'])
      await db()
        .insertInto('roles')
        .values({ id: newId(), person_id: person.id, role, hub_id: id, from_on: day('2021-09-01') })
        .execute()
    const counted = (await hubsOfNetwork(db(), day('2021-10-18'))).find(({ slug }) => slug === 'counted')
    assert.equal(counted?.staff, 1)
    const { unserved, overlapping } = await gapsAndOverlaps(db())
    assert.deepEqual(
      unserved.map(({ name }) => name),
      ['Harrow'],
    )
    assert.ok((overlapping.find(({ name }) => name === 'Ealing')?.hubs.length ?? 0) > 1)
  })
})
