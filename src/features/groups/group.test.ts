import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject } from '../../../test/support/records.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeGroup } from './actions/change-group.ts'
import { createGroup } from './actions/create-group.ts'
import { cancelGroup, completeGroup, confirmGroup, startGroup } from './actions/move-group.ts'
import { groupBecomes, groupStatuses, roomInWords, roomRefusal } from './group.ts'
import { groupInSight, groupsOfHub, groupsOfOffer } from './queries.ts'
import { offeredInWords, suggestedRoom } from './suggested-room.ts'

describe('the room to begin a group with', () => {
  const silent = { mostOrganisations: null, mostPeople: null, fewestOrganisations: null }
  const none = { organisationsGiven: null, peopleGiven: null }
  const schools = { ...silent, ...none, unit: 'organisation' } as const
  const people = { ...silent, ...none, unit: 'person' } as const
  const cases: readonly [string, Parameters<typeof suggestedRoom>[0], readonly number[]][] = [
    ['is the usual one where the offer says nothing', schools, [8, 16, 6]],
    [
      'is that of the offer',
      { ...schools, mostOrganisations: 10, mostPeople: 30, fewestOrganisations: 4 },
      [10, 24, 4],
    ],
    ['is that of one group of several', { ...schools, mostOrganisations: 24 }, [12, 24, 6]],
    ['is what other groups have left', { ...schools, mostOrganisations: 24, organisationsGiven: 20 }, [4, 8, 4]],
    ['is one where nothing is left', { ...schools, mostOrganisations: 8, organisationsGiven: 9 }, [1, 2, 1]],
    ['counts people where they join one by one', { ...people, mostPeople: 40, peopleGiven: 25 }, [15, 15, 8]],
    ['is the usual one for people', people, [20, 20, 8]],
  ]
  for (const [name, offer, expected] of cases)
    it(name, () => {
      const { organisations, people, minimum } = suggestedRoom(offer)
      assert.deepEqual([organisations, people, minimum], expected)
    })
  it('is told beside what the offer says', () => {
    const words = { one: 'school', many: 'schools' }
    assert.equal(
      offeredInWords({ ...schools, mostOrganisations: 24, organisationsGiven: 8 }, words),
      'The offer has places for 24 schools in all its groups together; its groups have room for 8 already.',
    )
    assert.equal(offeredInWords(schools, words), null)
  })
})

describe('the life of a group', () => {
  const allowed = [
    'forming confirmed',
    'forming cancelled',
    'forming merged',
    'confirmed running',
    'confirmed cancelled',
    'confirmed merged',
    'running completed',
    'running cancelled',
    'running merged',
  ]
  for (const from of groupStatuses)
    for (const to of groupStatuses)
      it(`${groupBecomes(from, to) ? 'goes' : 'does not go'} from ${from} to ${to}`, () =>
        assert.equal(groupBecomes(from, to), allowed.includes(`${from} ${to}`)))
})

describe('the room of a group', () => {
  const joining = { unit: 'organisation', audiences: [] } as const
  const room = { organisationsRoom: 8, organisationsTaken: 7, peopleRoom: 16, peopleTaken: 15 }
  const refusals: readonly [string, typeof room, number, string | null][] = [
    ['one school with one person fits', room, 1, null],
    [
      'two people do not fit where one would',
      room,
      2,
      'This group has room for 1 more person, not for 2 people: 15 of 16 are taken.',
    ],
    [
      'a full group says how full it is',
      { ...room, organisationsTaken: 8 },
      1,
      'This group has no room left: 8 of 8 schools.',
    ],
    [
      'a group full of people says so',
      { ...room, peopleTaken: 16 },
      1,
      'This group has no room for more people: 16 of 16.',
    ],
  ]
  for (const [name, given, people, sentence] of refusals)
    it(name, () => assert.equal(roomRefusal(given, joining, people), sentence))
  it('is told in words', () => assert.equal(roomInWords(room, joining), '7 of 8 schools, 15 of 16 people'))
})

describe('groups', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let partner: { id: string; slug: string }
  let offerId: string
  let staffId: string
  const db = () => test.installation.connections.kysely
  const input = () => ({
    name: `West London ${newId()}`,
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 0,
    leadPersonIds: [],
    partnerHubIds: [],
  })
  const staff = () => test.as(actorWith(staffId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    staffId = (await makePerson(db())).id
    partner = await makeHub(db())
    offerId = await makeOffer(db(), hub.id, await makeProject(db()))
  })
  after(() => test.release())

  it('are made of an offer by its hub, with leads and partner hubs', async () => {
    const lead = await makePerson(db(), 'Priya Shah')
    const id = await createGroup(staff(), {
      ...input(),
      offerId,
      leadPersonIds: [lead.id],
      partnerHubIds: [partner.id, hub.id],
    })
    const seen = await groupInSight(staff(), id)
    assert.deepEqual(seen?.leads, [{ personId: lead.id, name: 'Priya Shah' }])
    assert.deepEqual(
      seen?.partnerHubs.map((each) => each.id),
      [partner.id],
    )
    assert.equal(seen?.status, 'forming')
    assert.deepEqual(
      (await historyOf(db(), { type: 'group', id })).map((event) => event.name),
      ['role.granted', 'group.made'],
    )
    assert.ok((await groupsOfOffer(staff(), offerId)).some((group) => group.id === id))
  })

  it('are not made by another hub', async () => {
    const stranger = test.as(actorWith(newId(), 'hub_lead', { hubId: partner.id }))
    await assert.rejects(createGroup(stranger, { ...input(), offerId }), Forbidden)
    await assert.rejects(createGroup(test.system(), { ...input(), offerId: newId() }), NotFound)
  })

  it('have a name of their own in an offer, so that a form sent twice makes one', async () => {
    const same = { ...input(), offerId }
    const made = await Promise.allSettled([createGroup(staff(), same), createGroup(staff(), same)])
    assert.deepEqual(made.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  })

  it('are in the sight of their hubs and leads, in numbers for the national team, and of nobody else', async () => {
    const id = await createGroup(staff(), { ...input(), offerId, partnerHubIds: [partner.id] })
    const sights: [ReturnType<typeof actorWith>, string | undefined][] = [
      [actorWith(newId(), 'hub_lead', { hubId: hub.id }), 'all'],
      [actorWith(newId(), 'hub_administrator', { hubId: partner.id }), 'partner'],
      [actorWith(newId(), 'group_lead', { groupId: id }), 'all'],
      [actorWith(newId(), 'national_team'), 'numbers'],
      [actorWith(newId(), 'analyst'), 'numbers'],
      [actorWith(newId(), 'group_lead', { groupId: newId() }), undefined],
      [actorWith(newId(), 'hub_lead', { hubId: newId() }), undefined],
      [actorWith(newId(), 'school_lead', { organisationId: newId() }), undefined],
    ]
    for (const [actor, sight] of sights) assert.equal((await groupInSight(test.as(actor), id))?.sight, sight)
    assert.equal(await groupInSight(test.visitor(), id), null)
    assert.equal(await groupInSight(staff(), 'no-id'), null)
    const shared = await groupsOfHub(test.as(actorWith(newId(), 'hub_lead', { hubId: partner.id })), partner.id, 2021)
    assert.ok(shared.some((group) => group.id === id))
  })

  it('go through their life, each move in the history', async () => {
    const id = await createGroup(staff(), { ...input(), offerId })
    await confirmGroup(staff(), id)
    await assert.rejects(confirmGroup(staff(), id), new Refused('This group is confirmed; it cannot become confirmed.'))
    await startGroup(staff(), id)
    await completeGroup(staff(), id)
    await assert.rejects(cancelGroup(staff(), id, 'Too late'), Refused)
    const names = (await historyOf(db(), { type: 'group', id })).map((event) => event.name)
    assert.deepEqual(names, ['group.completed', 'group.started', 'group.confirmed', 'group.made'])
  })

  it('do not go ahead below their minimum, and are called off only with a reason', async () => {
    const id = await createGroup(staff(), { ...input(), offerId, organisationsMinimum: 6 })
    await assert.rejects(confirmGroup(staff(), id), /needs 6 schools to go ahead and has 0/)
    assert.throws(() => cancelGroup(staff(), id, ' '), Refused)
    await cancelGroup(staff(), id, 'Too few schools')
    assert.equal((await groupInSight(staff(), id))?.statusReason, 'Too few schools')
  })

  it('are never made smaller than what is taken', async () => {
    const projectId = await makeProject(db())
    const id = await makeGroup(db(), hub.id, projectId, { organisations_taken: 3, people_taken: 5 })
    const details = { id, name: 'Smaller', organisationsMinimum: 0, venueId: null, onlineLink: null }
    await assert.rejects(
      changeGroup(staff(), { ...details, organisationsRoom: 2, peopleRoom: 16 }),
      /3 places are taken/,
    )
    await changeGroup(staff(), { ...details, organisationsRoom: 3, peopleRoom: 6 })
    assert.equal((await groupInSight(staff(), id))?.organisationsRoom, 3)
  })
})
