import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makeProject, makeSchool, makeSession } from '../../../test/support/records.ts'
import { type Context, transaction } from '../../platform/context.ts'
import { Conflict, Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeParticipants } from './actions/change-participants.ts'
import { holdPlace, offerPlace } from './actions/give-place.ts'
import {
  acceptPlace,
  completePlace,
  declinePlace,
  endPlace,
  lapsePlace,
  leavePlace,
  releasePlace,
} from './actions/move-place.ts'
import { longestNeeds, needsGiven, placeBecomes, placeStatuses } from './place.ts'
import { markOfPeople, placesPastDeadline } from './queries.ts'
import { participantsOfGroup, placesOfGroup } from './sight-queries.ts'

describe('the life of a place', () => {
  const allowed = ['offered held', 'offered declined', 'offered lapsed', 'held completed', 'held released', 'held left']
  for (const from of placeStatuses)
    for (const to of placeStatuses)
      it(`${placeBecomes(from, to) ? 'goes' : 'does not go'} from ${from} to ${to}`, () =>
        assert.equal(placeBecomes(from, to), allowed.includes(`${from} ${to}`)))
})

describe('places', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let projectId: string
  let groupId: string
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id }))
  const respondBy = Temporal.Instant.from('2021-10-25T11:00:00Z')
  const taken = () =>
    db()
      .selectFrom('groups')
      .select(['organisations_taken as organisations', 'people_taken as people'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()
  const statusOf = async (id: string) =>
    (await db().selectFrom('places').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
  })
  beforeEach(async () => {
    test.clock.set('2021-10-18T08:00:00Z')
    projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { organisations_room: 2, people_room: 5 })
  })
  after(() => test.release())

  it('offered and held both use room, and a full group says how full it is', async () => {
    await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 2,
      respondBy,
    })
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 4 }),
      /room for 3 more people, not for 4 people: 2 of 5/,
    )
    await holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 2 })
    assert.deepEqual(await taken(), { organisations: 2, people: 4 })
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 }),
      new Refused('This group has no room left: 2 of 2 schools.'),
    )
  })

  it('are one for a school in a project and year, and the refusal names the group', async () => {
    const organisationId = await makeSchool(db())
    const other = await makeGroup(db(), hub.id, projectId, { name: 'East' })
    await offerPlace(staff(), { groupId: other, organisationId, people: [], peopleCount: 1, respondBy })
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId, people: [], peopleCount: 1 }),
      /This school has been offered a place in East already/,
    )
  })

  it('can be accepted up to the very moment of the deadline and not after', async () => {
    const first = await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 1,
      respondBy,
    })
    const second = await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 1,
      respondBy,
    })
    test.clock.set('2021-10-25T11:00:00Z')
    await acceptPlace(staff(), first)
    assert.equal(await statusOf(first), 'held')
    await assert.rejects(lapsePlace(test.system(), second), /can still be answered/)
    test.clock.set('2021-10-25T11:00:01Z')
    assert.ok((await placesPastDeadline(db(), Temporal.Instant.from('2021-10-25T11:00:01Z'))).includes(second))
    await assert.rejects(acceptPlace(staff(), second), /time to accept this place ended on 25 October 2021 at midday/)
    await lapsePlace(test.system(), second)
    assert.equal(await statusOf(second), 'lapsed')
    assert.deepEqual(await taken(), { organisations: 1, people: 1 })
  })

  it('are not offered with a deadline in the past', async () => {
    const organisationId = await makeSchool(db())
    assert.throws(
      () =>
        offerPlace(staff(), {
          groupId,
          organisationId,
          people: [],
          peopleCount: 1,
          respondBy: Temporal.Instant.from('2021-10-18T07:59:59Z'),
        }),
      Refused,
    )
  })

  it('are answered for by the school’s lead and given by the hub, not by strangers', async () => {
    const organisationId = await makeSchool(db())
    const id = await offerPlace(staff(), { groupId, organisationId, people: [], peopleCount: 1, respondBy })
    await assert.rejects(
      acceptPlace(test.as(actorWith(newId(), 'school_lead', { organisationId: newId() })), id),
      Forbidden,
    )
    await assert.rejects(acceptPlace(test.visitor(), id), Forbidden)
    await acceptPlace(test.as(actorWith(newId(), 'school_lead', { organisationId })), id)
    await assert.rejects(
      holdPlace(test.as(actorWith(newId(), 'hub_lead', { hubId: newId() })), {
        groupId,
        organisationId: newId(),
        people: [],
        peopleCount: 1,
      }),
      Forbidden,
    )
  })

  it('are given back before the first session and left after it', async () => {
    const [early, late] = [
      await holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 }),
      await holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 }),
    ]
    await makeSession(db(), groupId)
    await assert.rejects(leavePlace(staff(), early), /not met yet/)
    await releasePlace(staff(), early, 'No cover')
    test.clock.set('2021-11-17T09:30:00Z')
    await assert.rejects(releasePlace(staff(), late), /has met/)
    await endPlace(staff(), late, 'New post')
    assert.equal(await statusOf(late), 'left')
    assert.deepEqual(await taken(), { organisations: 0, people: 0 })
    assert.deepEqual(
      (await historyOf(db(), { type: 'place', id: late })).map((event) => [event.name, event.personal]),
      [
        ['place.left', { reason: 'New post' }],
        ['place.held', null],
      ],
    )
  })

  it('keep their room when completed', async () => {
    const id = await holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 2 })
    await completePlace(staff(), id)
    assert.deepEqual(await taken(), { organisations: 1, people: 2 })
    await assert.rejects(declinePlace(staff(), id), /has been completed/)
  })

  it('name people who are never in twice', async () => {
    const [ann, ben] = [await makePerson(db(), 'Ann'), await makePerson(db(), 'Ben')]
    const organisationId = await makeSchool(db(), { name: 'Oakfield' })
    const lead = { personId: ann.id, part: 'lead', post: 'maths_subject_lead', accessNeeds: 'Step-free' } as const
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId, people: [lead, { ...lead, part: 'other' }], peopleCount: 2 }),
      /named twice/,
    )
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId, people: [lead, { ...lead, personId: ben.id }], peopleCount: 1 }),
      /2 people are named/,
    )
    const id = await holdPlace(staff(), { groupId, organisationId, people: [lead], peopleCount: 2 })
    await assert.rejects(
      holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [lead], peopleCount: 1 }),
      /Ann takes part in this group already, for Oakfield/,
    )
    await changeParticipants(staff(), { placeId: id, people: [{ personId: ben.id, part: 'lead', post: null }] })
    const people = await participantsOfGroup(staff(), groupId)
    assert.deepEqual(
      people.map((person) => [person.name, person.part, person.status]),
      [['Ben', 'lead', 'taking_part']],
    )
  })

  it('keeps the same people all year where the project does, unless the hub says why', async () => {
    const lasting = await makeProject(db(), { same_people_all_year: true })
    const [ann, ben] = [await makePerson(db(), 'Ann Ever'), await makePerson(db(), 'Ben Briefly')]
    const groupOfYear = await makeGroup(db(), hub.id, lasting)
    const named = (personId: string) => ({ personId, part: 'lead' as const, post: null })
    const organisationId = await makeSchool(db())
    const input = { groupId: groupOfYear, organisationId, people: [named(ann.id)], peopleCount: 2 }
    const placeId = await holdPlace(staff(), input)
    await changeParticipants(staff(), { placeId, people: [named(ann.id), named(ben.id)] })
    await assert.rejects(changeParticipants(staff(), { placeId, people: [named(ann.id)] }), /same people all year/)
    await changeParticipants(staff(), { placeId, people: [named(ann.id)], why: 'Ben is on leave until the summer.' })
    assert.deepEqual(
      (await participantsOfGroup(staff(), groupOfYear)).map(({ name }) => name),
      ['Ann Ever'],
    )
  })

  it('are not changed over somebody else’s change, and the history tells what was said before', async () => {
    const [ann, ben] = [await makePerson(db(), 'Ann'), await makePerson(db(), 'Ben')]
    const lead = { personId: ann.id, part: 'lead' as const, post: 'maths_lead', accessNeeds: 'A ramp' }
    const other = { personId: ben.id, part: 'other' as const, post: null, accessNeeds: 'Large print' }
    const placeId = await holdPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [lead],
      peopleCount: 3,
    })
    const opened = await markOfPeople(db(), placeId)
    await changeParticipants(staff(), { placeId, people: [{ ...lead, accessNeeds: 'None now' }, other], mark: opened })
    await assert.rejects(changeParticipants(staff(), { placeId, people: [lead], mark: opened }), Conflict)
    assert.deepEqual(
      (await participantsOfGroup(staff(), groupId)).map((person) => [person.name, person.accessNeeds]),
      [
        ['Ann', 'None now'],
        ['Ben', 'Large print'],
      ],
    )
    const [told] = await historyOf(db(), { type: 'place', id: placeId })
    assert.deepEqual(told?.particulars['changed'], [ann.id])
    assert.deepEqual(told?.personal?.['before'], [
      { personId: ann.id, part: 'lead', post: 'maths_lead', accessNeeds: 'A ramp' },
    ])
  })

  it('are not answered for by the link of another school’s request', async () => {
    const placeId = await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 1,
      respondBy: test.clock.now().add({ hours: 48 }),
    })
    const stranger = test.as({ kind: 'link', purpose: 'place', subjectId: newId() })
    await assert.rejects(acceptPlace(stranger, placeId), Forbidden)
    await assert.rejects(endPlace(stranger, placeId), Forbidden)
  })

  it('for one person stay that person’s', async () => {
    const single = await makeProject(db(), { unit: 'person' })
    const [ann, ben] = [await makePerson(db(), 'Ann'), await makePerson(db(), 'Ben')]
    const singleGroup = await makeGroup(db(), hub.id, single)
    const organisationId = await makeSchool(db())
    await assert.rejects(
      holdPlace(staff(), { groupId: singleGroup, organisationId, people: [], peopleCount: 1 }),
      /people one by one/,
    )
    const id = await holdPlace(staff(), {
      groupId: singleGroup,
      organisationId,
      personId: ann.id,
      people: [{ personId: ann.id, part: 'lead', post: null }],
      peopleCount: 1,
    })
    await assert.rejects(
      changeParticipants(staff(), { placeId: id, people: [{ personId: ben.id, part: 'lead', post: null }] }),
      /place of their own/,
    )
    await holdPlace(staff(), {
      groupId: singleGroup,
      organisationId,
      personId: ben.id,
      people: [{ personId: ben.id, part: 'lead', post: null }],
      peopleCount: 1,
    })
  })

  it('grow only as far as the group has room', async () => {
    const people = await Promise.all([1, 2, 3].map(() => makePerson(db())))
    const named = people.map((person, at) => ({
      personId: person.id,
      part: at === 0 ? ('lead' as const) : ('other' as const),
      post: null,
    }))
    const id = await holdPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: named.slice(0, 1),
      peopleCount: 1,
    })
    await holdPlace(staff(), { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 2 })
    await changeParticipants(staff(), { placeId: id, people: named })
    assert.deepEqual(await taken(), { organisations: 2, people: 5 })
    await assert.rejects(
      changeParticipants(staff(), { placeId: id, people: named, peopleCount: 4 }),
      /no room for more people: 5 of 5/,
    )
  })

  it('show a partner hub names, posts and access needs, and addresses only of its own area, and let it change no others (rule 10)', async () => {
    const partner = await makeHub(db())
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    await db()
      .insertInto('authorities')
      .values([
        { code: '306', name: 'Croydon' },
        { code: '307', name: 'Ealing' },
      ])
      .execute()
    await db()
      .insertInto('hub_areas')
      .values([{ id: newId(), hub_id: partner.id, authority_code: '306', described_as: 'Croydon' }])
      .execute()
    const [near, far] = [await makeSchool(db(), { name: 'Near' }), await makeSchool(db(), { name: 'Over there' })]
    await db().updateTable('organisations').set({ authority_code: '306' }).where('id', '=', near).execute()
    await db().updateTable('organisations').set({ authority_code: '307' }).where('id', '=', far).execute()
    const [ann, ben] = [await makePerson(db(), 'Ann'), await makePerson(db(), 'Ben')]
    await holdPlace(staff(), {
      groupId,
      organisationId: near,
      people: [{ personId: ann.id, part: 'lead', post: 'class_teacher' }],
      peopleCount: 1,
    })
    await holdPlace(staff(), {
      groupId,
      organisationId: far,
      people: [{ personId: ben.id, part: 'lead', post: 'class_teacher', accessNeeds: 'Hearing loop' }],
      peopleCount: 1,
    })
    const seen = await participantsOfGroup(test.as(actorWith(newId(), 'hub_lead', { hubId: partner.id })), groupId)
    assert.deepEqual(
      seen.map((person) => [person.name, person.post, person.accessNeeds, person.address]),
      [
        ['Ann', 'class_teacher', null, ann.address],
        ['Ben', 'class_teacher', 'Hearing loop', null],
      ],
    )
    const atPartner = test.as(actorWith(newId(), 'hub_lead', { hubId: partner.id }))
    // An area that begins only next year makes no school its own today.
    await db()
      .insertInto('hub_areas')
      .values([
        {
          id: newId(),
          hub_id: partner.id,
          authority_code: '307',
          described_as: 'Ealing',
          from_on: Temporal.PlainDate.from('2030-01-01'),
        },
      ])
      .execute()
    const placeOf = async (organisationId: string) =>
      (await placesOfGroup(atPartner, groupId)).find((place) => place.organisationId === organisationId)?.id ?? ''
    await assert.rejects(endPlace(atPartner, await placeOf(far), 'Not ours'), Forbidden)
    await assert.rejects(changeParticipants(atPartner, { placeId: await placeOf(far), people: [] }), Forbidden)
    await changeParticipants(atPartner, {
      placeId: await placeOf(near),
      people: [{ personId: ann.id, part: 'lead', post: 'class_teacher' }],
    })
    const addressesSeenBy = async (context: Context) =>
      (await participantsOfGroup(context, groupId)).map((person) => person.address)
    assert.deepEqual(await addressesSeenBy(staff()), [null, ben.address])
    const lead = test.as(actorWith(newId(), 'group_lead', { groupId }))
    assert.deepEqual(await addressesSeenBy(lead), [ann.address, ben.address])
    assert.deepEqual(await participantsOfGroup(test.as(actorWith(newId(), 'national_team')), groupId), [])
    assert.deepEqual(await placesOfGroup(test.visitor(), groupId), [])
  })

  it('join the transaction they are part of: nothing is kept when the rest fails', async () => {
    const organisationId = await makeSchool(db())
    await assert.rejects(
      transaction(staff(), async (_tx, context) => {
        await holdPlace(context, { groupId, organisationId, people: [], peopleCount: 1 })
        throw new Error('the rest failed')
      }),
    )
    assert.deepEqual(await taken(), { organisations: 0, people: 0 })
  })
})

it('needs in own words are kept as they were said, and not beyond their length', () => {
  assert.deepEqual([needsGiven(null), needsGiven('  '), needsGiven(' no nuts ')], [null, null, 'no nuts'])
  assert.equal(needsGiven('x'.repeat(longestNeeds))?.length, longestNeeds)
  assert.throws(() => needsGiven('x'.repeat(longestNeeds + 1)), /at most 500 characters/)
})
