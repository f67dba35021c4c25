import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makePlace, makeProject, makeSchool } from '../../../test/support/records.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { runSweeps } from '../../platform/jobs.ts'
import type { Actor, RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { grantRole, personWithAddress, rolesOf } from '../people/index.ts'
import { acceptInvitation, declineInvitation } from './actions/answer-invitation.ts'
import { invite } from './actions/invite.ts'
import { resendInvitation, revokeInvitation } from './actions/settle-invitation.ts'
import { peopleOfHub } from './hub-people-queries.ts'
import { sweeps } from './jobs.ts'
import { invitationById } from './queries.ts'
import { colleaguesAt } from './school-queries.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
let school: string
let giver: string
let serial = 0
const db = () => here.installation.connections.kysely
const today = Temporal.PlainDate.from('2021-10-18')
const as = (name: RoleName, scope: { hubId?: string; organisationId?: string } = {}) =>
  here.as(actorWith(giver, name, scope))
const link = (id: string): Actor => ({ kind: 'link', purpose: 'invitation', subjectId: id })
const address = (): string => {
  serial += 1
  return `invited-${serial}@school.example`
}
const accept = (id: string, name = 'Priya Shah') => acceptInvitation(here.as(link(id)), { id, name })
const lead = () => as('school_lead', { organisationId: school })
const asColleague = (to: string, role: RoleName | null = 'school_lead') =>
  invite(lead(), { address: to, name: 'Priya Shah', role, organisationId: school, post: 'class_teacher' })

before(async () => {
  here = await testInstallation()
  giver = (await makePerson(db(), 'Adaeze Lindqvist')).id
})
beforeEach(async () => {
  here.clock.set('2021-10-18T08:00:00Z')
  hub = await makeHub(db())
  school = await makeSchool(db())
})
after(() => here.release())

describe('an invitation', () => {
  test('gives the part to whoever is reached at the address invited, and confirms the address', async () => {
    const to = address()
    const personId = await accept(await asColleague(to))
    assert.equal((await personWithAddress(db(), to))?.id, personId)
    const [role] = await rolesOf(db(), personId)
    assert.deepEqual([role?.role, role?.organisationId, role?.grantedBy], ['school_lead', school, 'Adaeze Lindqvist'])
    const row = await db()
      .selectFrom('email_addresses')
      .select('confirmed_at')
      .where('address', '=', to)
      .executeTakeFirst()
    assert.ok(row?.confirmed_at)
    assert.equal((await db().selectFrom('signed_in_sessions').select('id').execute()).length, 0)
  })

  test('is answered by the holder of its own link alone', async () => {
    const id = await asColleague(address())
    await assert.rejects(acceptInvitation(here.as(link(newId())), { id, name: 'X' }), Forbidden)
    await assert.rejects(acceptInvitation(here.visitor(), { id, name: 'X' }), Forbidden)
    await assert.rejects(declineInvitation(as('national_team'), id), Forbidden)
  })

  test('is accepted once, however many press at once', async () => {
    const to = address()
    const id = await asColleague(to)
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => accept(id)))
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.match(String(outcome.reason), /accepted already/)
    const person = await personWithAddress(db(), to)
    assert.equal((await rolesOf(db(), person?.id ?? '')).length, 1)
  })

  test('accepted and taken back at once ends as one of the two', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await asColleague(address())
      await Promise.allSettled([accept(id), revokeInvitation(lead(), id)])
      const status = (await invitationById(db(), id))?.status
      assert.ok(status === 'accepted' || status === 'revoked')
    }
  })

  test('that was declined, taken back or not answered in time opens nothing', async () => {
    const [declined, revoked, late] = [
      await asColleague(address()),
      await asColleague(address()),
      await asColleague(address()),
    ]
    await declineInvitation(here.as(link(declined)), declined)
    await assert.rejects(accept(declined), /declined/)
    await revokeInvitation(lead(), revoked)
    await assert.rejects(accept(revoked), /taken back/)
    here.clock.set('2021-11-17T08:00:01Z')
    await assert.rejects(accept(late), /not answered in time/)
    await runSweeps(here.installation, sweeps)
    assert.equal((await invitationById(db(), late))?.status, 'lapsed')
  })

  test('is sent again an hour later at the earliest, and then stands anew', async () => {
    const id = await asColleague(address())
    await assert.rejects(resendInvitation(lead(), id), /less than an hour/)
    here.clock.set('2021-10-25T08:00:00Z')
    await resendInvitation(lead(), id)
    assert.equal((await invitationById(db(), id))?.expiresAt.toString(), '2021-11-24T08:00:00Z')
  })

  test('stands once for an address and a part', async () => {
    const to = address()
    await asColleague(to)
    await assert.rejects(asColleague(to), /invited already/)
  })

  test('to a part that is held already is refused', async () => {
    const to = address()
    await accept(await asColleague(to))
    await assert.rejects(asColleague(to), /holds this part already/)
  })

  test('as a colleague gives a post and no part', async () => {
    const to = address()
    const personId = await accept(await asColleague(to, null))
    assert.deepEqual(await rolesOf(db(), personId), [])
    const colleagues = await colleaguesAt(db(), school, today)
    assert.deepEqual(
      colleagues.map(({ personId: id, posts }) => [id, posts]),
      [[personId, ['class_teacher']]],
    )
  })

  test('keeps the name of somebody who is known already', async () => {
    const known = await makePerson(db(), 'Ifeoma Castellan')
    assert.equal(await accept(await asColleague(known.address), 'Mallory'), known.id)
    assert.equal((await personWithAddress(db(), known.address))?.name, 'Ifeoma Castellan')
  })
})

describe('who invites to what', () => {
  const cases: readonly (readonly [RoleName, RoleName, boolean])[] = [
    ['national_team', 'hub_lead', true],
    ['national_team', 'national_team', true],
    ['national_team', 'hub_administrator', false],
    ['hub_lead', 'hub_lead', true],
    ['hub_lead', 'hub_administrator', true],
    ['hub_lead', 'national_team', false],
    ['hub_administrator', 'hub_administrator', false],
    ['hub_administrator', 'hub_lead', false],
    ['analyst', 'analyst', false],
    ['school_lead', 'hub_administrator', false],
  ]
  for (const [by, role, may] of cases)
    test(`${by} ${may ? 'invites' : 'does not invite'} a ${role}`, async () => {
      const scope = role === 'national_team' || role === 'analyst' ? {} : { hubId: hub.id }
      const inviting = invite(as(by, by.startsWith('hub_') ? { hubId: hub.id } : {}), {
        address: address(),
        name: 'X',
        role,
        ...scope,
      })
      await (may ? inviting : assert.rejects(inviting, NotFound))
    })

  test('staff of a hub invite for schools that deal with it, and leads of its own groups', async () => {
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId)
    const staff = as('hub_administrator', { hubId: hub.id })
    const forSchool = () =>
      invite(staff, { address: address(), name: 'X', role: 'school_lead', organisationId: school, post: 'other' })
    await assert.rejects(forSchool(), NotFound)
    await makePlace(db(), { groupId, projectId, organisationId: school })
    await forSchool()
    await invite(staff, { address: address(), name: 'X', role: 'group_lead', groupId })
    const other = await makeHub(db())
    const stranger = as('hub_lead', { hubId: other.id })
    await assert.rejects(invite(stranger, { address: address(), name: 'X', role: 'group_lead', groupId }), NotFound)
    await assert.rejects(
      invite(stranger, { address: address(), name: 'X', role: 'school_lead', organisationId: school }),
      NotFound,
    )
  })

  test('a lead of a school invites for no other school', async () => {
    const other = await makeSchool(db())
    await assert.rejects(invite(lead(), { address: address(), name: 'X', role: null, organisationId: other }), NotFound)
  })

  test('whoever sent an invitation takes it back, and another school’s lead does not', async () => {
    const id = await asColleague(address())
    const other = here.as(
      actorWith((await makePerson(db())).id, 'school_lead', { organisationId: await makeSchool(db()) }),
    )
    await assert.rejects(revokeInvitation(other, id), NotFound)
    await assert.rejects(resendInvitation(other, id), NotFound)
    await revokeInvitation(lead(), id)
  })

  test('nobody invites without end', async () => {
    const busy = (await makePerson(db())).id
    const context = here.as(actorWith(busy, 'school_lead', { organisationId: school }))
    const one = () =>
      invite(context, { address: address(), name: 'X', role: null, organisationId: school, post: 'other' })
    for (let times = 0; times < 40; times += 1) await one()
    await assert.rejects(one(), Refused)
  })
})

test('a hub finds the people it knows, by an earlier name too, and nobody else’s', async () => {
  const member = await makePerson(db(), 'Zoë Quennell')
  await grantRole(here.system(), { personId: member.id, role: 'hub_administrator', hubId: hub.id })
  const values = { id: newId(), person_id: member.id, name: 'Zoë Featherby', to_on: today }
  await db().insertInto('person_names').values(values).execute()
  const other = await makeHub(db())
  const find = async (hubId: string, words: string) => {
    const { rows } = await peopleOfHub(db(), hubId, { words, part: null, today, offset: 0, limit: 10 })
    return rows.map(({ name }) => name)
  }
  assert.deepEqual(await find(hub.id, 'zoe feath'), ['Zoë Quennell'])
  assert.deepEqual(await find(other.id, 'zoe feath'), [])
  assert.deepEqual(await find(hub.id, "%'; drop"), [])
})
