import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeGroup, holdBack, roomLeftFor, roomOfGroups, shareRoom } from '../groups/index.ts'
import { interestById } from '../interest/index.ts'
import { declineInterest, holdPlaceFor, offerPlaceTo, waitInterest } from '../place-offers/index.ts'
import { holdPlace } from '../places/index.ts'
import { releaseHeldBack, releaseShares } from './index.ts'
import { sweeps } from './jobs.ts'

const endOn = Temporal.PlainDate.from('2021-11-01')

describe('the room that hubs share', () => {
  let test: TestInstallation
  before(async () => {
    test = await testInstallation()
  })
  after(() => test.release())
  const db = () => test.installation.connections.kysely

  const staffOf = async (hub: { id: string; slug: string }) => {
    const { id } = await makePerson(db())
    const role = {
      person_id: id,
      role: 'hub_administrator',
      hub_id: hub.id,
      from_on: Temporal.PlainDate.from('2021-09-01'),
    }
    await db()
      .insertInto('roles')
      .values({ id: newId(), ...role })
      .execute()
    return actorWith(id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug })
  }

  /** A group with a lead hub and a partner hub, each with an offer of its own of the same project. */
  const setting = async (values: Record<string, unknown> = {}) => {
    const [lead, partner] = [await makeHub(db()), await makeHub(db())]
    const projectId = await makeProject(db())
    const offers = {
      lead: await makeOffer(db(), lead.id, projectId),
      partner: await makeOffer(db(), partner.id, projectId),
    }
    const groupId = await makeGroup(db(), lead.id, projectId, {
      offer_id: offers.lead,
      organisations_room: 4,
      people_room: 8,
      ...values,
    })
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    const staff = { lead: test.as(await staffOf(lead)), partner: test.as(await staffOf(partner)) }
    const ask = async (whose: 'lead' | 'partner', people = 1) =>
      (await receivedInterest(test, { offerId: offers[whose] }, people)).id
    const share = (count: number | null) =>
      shareRoom(staff.lead, { groupId, shares: [{ hubId: partner.id, share: count }], endOn })
    const place = async (whose: 'lead' | 'partner', people = 1) =>
      holdPlaceFor(staff[whose], { interestId: await ask(whose, people), groupId })
    const left = async () => {
      const room = (await roomOfGroups(db(), [groupId])).get(groupId)
      assert.ok(room)
      return [roomLeftFor(room, lead.id).organisations, roomLeftFor(room, partner.id).organisations]
    }
    return { lead, partner, offers, groupId, staff, ask, share, place, left }
  }

  const refusal = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work
      return 'done'
    } catch (problem) {
      if (problem instanceof Refused) return problem.message
      throw problem
    }
  }

  it('lets each hub place its own schools within its share', async () => {
    const { share, place, left } = await setting()
    await share(1)
    assert.deepEqual(await left(), [3, 1])
    await place('partner')
    assert.match(await refusal(place('partner')), /^Your hub’s share of this group is used: 1 of 1 schools/)
    for (let at = 0; at < 3; at += 1) await place('lead')
    assert.match(await refusal(place('lead')), /^This group has no room left/)
    assert.deepEqual(await left(), [0, 0])
  })

  it('keeps a partner’s unused share from the lead hub, and another hub from everything', async () => {
    const { groupId, share, place, staff, partner } = await setting()
    await share(2)
    await place('lead')
    await place('lead')
    assert.match(await refusal(place('lead')), /is the share of its partner hubs. On 1 November 2021/)
    const stranger = test.as(await staffOf(await makeHub(db())))
    const held = { groupId, people: 1, reason: 'Because' }
    await assert.rejects(holdBack(stranger, { ...held, hubId: partner.id }), NotFound)
    await assert.rejects(holdBack(staff.lead, { ...held, hubId: partner.id }), Forbidden)
    await assert.rejects(shareRoom(staff.partner, { groupId, shares: [], endOn }), Forbidden)
  })

  it('never gives the last place of the room to two hubs that race for it', async () => {
    const place = await setting({ organisations_room: 5, people_room: 30 })
    const asked = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const whose = at % 2 === 0 ? ('lead' as const) : ('partner' as const)
        return { whose, id: await place.ask(whose) }
      }),
    )
    await place.share(2)
    const outcomes = await Promise.all(
      asked.map(({ whose, id }) =>
        refusal(holdPlaceFor(place.staff[whose], { interestId: id, groupId: place.groupId })),
      ),
    )
    assert.equal(outcomes.filter((each) => each === 'done').length, 5)
    const byPartner = await db()
      .selectFrom('places')
      .select('id')
      .where('group_id', '=', place.groupId)
      .where('partner_hub_id', '=', place.partner.id)
      .execute()
    assert.equal(byPartner.length, 2)
  })

  it('releases what is unused on its day, tells both hubs once, and offers it to the next in line', async () => {
    const { groupId, share, place, ask, staff, left } = await setting()
    await share(2)
    await place('partner')
    await place('lead')
    await place('lead')
    const waiting = await ask('lead')
    await waitInterest(staff.lead, { interestId: waiting })
    const sweep = () => sweeps['release-shares']?.(test.system())
    test.clock.set('2021-10-31T23:59:59Z')
    await sweep()
    assert.deepEqual(await left(), [0, 1])
    test.clock.set('2021-11-01T00:00:00Z')
    await Promise.all([sweep(), sweep()])
    await sweep()
    test.clock.set('2021-10-18T08:00:00Z')
    assert.equal((await interestById(db(), waiting))?.status, 'offered')
    assert.deepEqual(await left(), [0, 0])
    const letters = await db()
      .selectFrom('messages')
      .select(['subject', 'body_text'])
      .where('key', 'like', `group:${groupId}:%`)
      .execute()
    assert.equal(letters.length, 2)
    assert.ok(letters.some(({ body_text }) => body_text.includes('Of your own share 1 place was left')))
    assert.equal((await releaseShares(test.system(), groupId)).unused, 0)
  })

  it('holds a place back from the waiting list until it is released with a reason', async () => {
    const { groupId, lead, place, ask, staff } = await setting({ organisations_room: 2 })
    const first = await place('lead')
    const id = await holdBack(staff.lead, { groupId, hubId: lead.id, people: 1, reason: 'A new head is coming' })
    assert.match(await refusal(place('lead')), /is held back: 1 of 2 schools. Release it first/)
    const waiting = await ask('lead')
    await waitInterest(staff.lead, { interestId: waiting })
    assert.match(await refusal(releaseHeldBack(staff.lead, { groupId, id, reason: ' ' })), /Say why/)
    const released = await Promise.all([
      releaseHeldBack(staff.lead, { groupId, id, reason: 'The head has decided' }),
      releaseHeldBack(staff.lead, { groupId, id, reason: 'The head has decided' }),
    ])
    assert.deepEqual(released.map(({ offeredTo }) => offeredTo).toSorted(), [waiting, null].toSorted())
    assert.ok(first.placeId)
  })

  it('refuses to make the room less than what is taken, and says by whom', async () => {
    const { groupId, staff, ask } = await setting()
    const interestId = await ask('lead', 2)
    await holdPlaceFor(staff.lead, { interestId, groupId })
    const name = (await interestById(db(), interestId))?.organisation.name ?? ''
    const details = {
      id: groupId,
      name: 'Group',
      organisationsRoom: 0,
      peopleRoom: 8,
      organisationsMinimum: 0,
      venueId: null,
      onlineLink: null,
    }
    assert.equal(
      await refusal(changeGroup(staff.lead, details)),
      `1 places are taken: the room cannot be less. ${name} has them.`,
    )
  })

  it('counts a place that nobody asked for against the hub that gives it', async () => {
    const { groupId, share, staff, left } = await setting()
    await share(1)
    await holdPlace(staff.partner, { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 })
    assert.deepEqual(await left(), [3, 0])
    await holdPlace(staff.lead, { groupId, organisationId: await makeSchool(db()), people: [], peopleCount: 1 })
    assert.deepEqual(await left(), [2, 0])
  })

  it('gives back to its share what a school of the partner declines', async () => {
    const { groupId, share, staff, ask, left } = await setting()
    await share(1)
    const interestId = await ask('partner')
    await offerPlaceTo(staff.partner, { interestId, groupId })
    assert.deepEqual(await left(), [3, 0])
    await declineInterest(staff.partner, { interestId, reason: 'They have moved away' })
    assert.deepEqual(await left(), [3, 1])
  })

  it('leaves every rule that must hold true of the data', () => test.requireNoFaults())
})
