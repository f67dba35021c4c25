import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { Actor, RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeName, changeReferenceNumber, changeTelephone } from './actions/change-details.ts'
import { endRole, handOverRole } from './actions/end-role.ts'
import { findOrCreatePerson } from './actions/find-or-create-person.ts'
import { grantRole } from './actions/grant-role.ts'
import { sayWhoLeft, sayWhoMoved } from './actions/say-who-left.ts'
import { showReferenceNumber } from './actions/show-reference-number.ts'
import { changePost, statePost } from './actions/state-post.ts'
import { formerNames, personById, postsOf, rolesOf } from './details-queries.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
let school: string
let somebody: string
let person: Awaited<ReturnType<typeof makePerson>>
const db = () => here.installation.connections.kysely
const today = Temporal.PlainDate.from('2021-10-18')
const self = (personId = person.id, roles: Extract<Actor, { kind: 'person' }>['roles'] = []) =>
  here.as({ kind: 'person', personId, name: 'Somebody', roles })
const staff = (name: RoleName = 'hub_administrator', hubId = hub.id) => here.as(actorWith(somebody, name, { hubId }))
const mailTo = (address: string) =>
  db().selectFrom('messages').select('subject').where('to_address', '=', address).orderBy('id').execute()

before(async () => {
  here = await testInstallation()
  somebody = (await makePerson(db())).id
})
beforeEach(async () => {
  hub = await makeHub(db())
  school = await makeSchool(db(), { name: 'Tamsel Park School' })
  person = await makePerson(db(), 'Nadia Rosewarne')
})
after(() => here.release())

/** Gives a role as the installation does, and its id. */
const given = async (personId: string, role: RoleName, scope: { hubId?: string; organisationId?: string }) => {
  await grantRole(here.system(), { personId, role, ...scope })
  const [held] = (await rolesOf(db(), personId)).filter((each) => each.role === role && each.to === null)
  return held?.id ?? ''
}
const staffMember = async (role: RoleName = 'hub_administrator') => {
  const member = await makePerson(db())
  await given(member.id, role, { hubId: hub.id })
  return member
}
const deals = async (organisationId = school): Promise<{ groupId: string; placeId: string }> => {
  const projectId = await makeProject(db())
  const groupId = await makeGroup(db(), hub.id, projectId)
  return { groupId, placeId: await makePlace(db(), { groupId, projectId, organisationId }) }
}

describe('one’s own details', () => {
  test('an earlier name is kept with the day on which it ended', async () => {
    await changeName(self(), { personId: person.id, name: ' Nadia  Castellan ' })
    assert.equal((await personById(db(), person.id))?.name, 'Nadia Castellan')
    const [former] = await formerNames(db(), person.id)
    assert.equal(former?.name, 'Nadia Rosewarne')
    assert.equal(former?.to?.toString(), '2021-10-18')
    const [event] = await historyOf(db(), { type: 'person', id: person.id })
    assert.deepEqual(event?.particulars, {})
  })

  test('are changed by nobody else', async () => {
    const other = here.as(actorWith(newId(), 'hub_lead', { hubId: hub.id }))
    await assert.rejects(changeName(other, { personId: person.id, name: 'X' }), Forbidden)
    await assert.rejects(changeTelephone(other, { personId: person.id, telephone: null }), Forbidden)
    await assert.rejects(changeReferenceNumber(other, { personId: person.id, number: '1234567' }), Forbidden)
  })

  test('a teacher reference number is shown to the hub in whose group its owner takes part, and that is recorded', async () => {
    await changeReferenceNumber(self(), { personId: person.id, number: '1234567' })
    await assert.rejects(showReferenceNumber(staff(), { personId: person.id, hubId: hub.id }), NotFound)
    const { placeId } = await deals()
    await makeParticipant(db(), placeId, person.id)
    assert.equal(await showReferenceNumber(staff(), { personId: person.id, hubId: hub.id }), '1234567')
    const other = await makeHub(db())
    await assert.rejects(
      showReferenceNumber(staff('hub_lead', other.id), { personId: person.id, hubId: other.id }),
      NotFound,
    )
    await assert.rejects(
      showReferenceNumber(here.as(actorWith(newId(), 'national_team')), { personId: person.id, hubId: hub.id }),
      NotFound,
    )
    const names = (await historyOf(db(), { type: 'person', id: person.id })).map(({ name }) => name)
    assert.equal(names.filter((name) => name === 'reference-number.shown').length, 1)
  })

  test('a change of post at the same school ends the one before on the day before', async () => {
    await statePost(self(), {
      personId: person.id,
      organisationId: school,
      post: 'class_teacher',
      held: true,
      statedBy: 'person',
    })
    const from = Temporal.PlainDate.from('2021-10-01')
    await changePost(self(), { personId: person.id, organisationId: school, post: 'maths_subject_lead', from })
    const posts = (await postsOf(db(), person.id)).map(({ post, to }) => [post, to?.toString() ?? null])
    assert.deepEqual(posts, [
      ['maths_subject_lead', null],
      ['class_teacher', '2021-09-30'],
    ])
  })
})

describe('roles', () => {
  type Scope = { hubId?: string; organisationId?: string }
  const wanted: Readonly<Record<string, (at: string) => Scope>> = {
    school_lead: () => ({ organisationId: school }),
    national_team: () => ({}),
    analyst: () => ({}),
  }
  const atHub = (hubId: string): Scope => ({ hubId })
  // A school deals with our hub: another hub's staff have no say in it.
  const scopeOf = (by: RoleName, where: string, role: RoleName, otherId: string): Scope =>
    by.startsWith('hub_') ? { hubId: where === 'other' && role === 'school_lead' ? otherId : hub.id } : {}
  const cases: readonly (readonly [RoleName, RoleName, 'own' | 'other', boolean])[] = [
    ['national_team', 'hub_lead', 'own', true],
    ['national_team', 'analyst', 'own', true],
    ['national_team', 'hub_administrator', 'own', false],
    ['hub_lead', 'hub_lead', 'own', true],
    ['hub_lead', 'hub_administrator', 'own', true],
    ['hub_lead', 'hub_administrator', 'other', false],
    ['hub_lead', 'national_team', 'own', false],
    ['hub_administrator', 'hub_administrator', 'own', false],
    ['hub_administrator', 'hub_lead', 'own', false],
    ['hub_administrator', 'school_lead', 'own', true],
    ['hub_administrator', 'school_lead', 'other', false],
    ['analyst', 'analyst', 'own', false],
    ['group_lead', 'school_lead', 'own', false],
    ['school_lead', 'hub_lead', 'own', false],
  ]
  for (const [by, role, where, may] of cases)
    test(`${by} ${may ? 'gives' : 'does not give'} ${role} at ${where === 'own' ? 'their own' : 'another'} hub`, async () => {
      await deals()
      const other = await makeHub(db())
      const giver = here.as(actorWith(somebody, by, scopeOf(by, where, role, other.id)))
      const give = () =>
        grantRole(giver, {
          personId: person.id,
          role,
          ...(wanted[role] ?? atHub)(where === 'own' ? hub.id : other.id),
        })
      if (may && role === 'school_lead') {
        await assert.rejects(give(), { name: 'Refused', message: /works at the school/ })
        assert.deepEqual(await rolesOf(db(), person.id), [])
        await statePost(here.system(), {
          personId: person.id,
          organisationId: school,
          post: 'class_teacher',
          held: true,
          statedBy: 'hub',
        })
      }
      await (may ? give() : assert.rejects(give(), Forbidden))
    })

  test('a role that has ended is over at once, and says who ended it', async () => {
    const roleId = await given(person.id, 'hub_administrator', { hubId: hub.id })
    await endRole(staff('hub_lead'), { roleId, reason: 'Left the hub' })
    const [role] = await rolesOf(db(), person.id)
    assert.equal(role?.to?.toString(), '2021-10-17')
    assert.equal(role?.endReason, 'Left the hub')
    assert.match((await mailTo(person.address))[0]?.subject ?? '', /has ended/)
    await assert.rejects(endRole(staff('hub_lead'), { roleId }), /ended already/)
  })

  test('the last lead of a hub stays until another is named', async () => {
    const roleId = await given(person.id, 'hub_lead', { hubId: hub.id })
    await assert.rejects(endRole(self(), { roleId }), /never without a lead/)
    await staffMember('hub_lead')
    await endRole(self(), { roleId })
  })

  test('two last leads who go at the same moment leave one', async () => {
    for (let round = 0; round < 6; round += 1) {
      hub = await makeHub(db())
      const leads = [await makePerson(db()), await makePerson(db())]
      const ids = await Promise.all(leads.map(({ id }) => given(id, 'hub_lead', { hubId: hub.id })))
      const outcomes = await Promise.allSettled(leads.map(({ id }, at) => endRole(self(id), { roleId: ids[at] ?? '' })))
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    }
  })

  test('a colleague takes over in one act, and the school is never without a lead', async () => {
    const colleague = await makePerson(db())
    const roleId = await given(person.id, 'school_lead', { organisationId: school })
    const roles = [{ name: 'school_lead' as const, hubId: null, hubSlug: null, groupId: null, organisationId: school }]
    const handing = () => handOverRole(self(person.id, roles), { roleId, toPersonId: colleague.id })
    await assert.rejects(handing(), /who is here already/)
    const post = { personId: colleague.id, organisationId: school, post: 'class_teacher', held: true }
    await statePost(here.system(), { ...post, statedBy: 'hub' })
    await handing()
    assert.equal((await rolesOf(db(), person.id))[0]?.endReason, 'Handed over')
    assert.equal((await rolesOf(db(), colleague.id))[0]?.to, null)
  })

  test('whoever has no say in a part does not end it', async () => {
    const roleId = await given(person.id, 'hub_administrator', { hubId: hub.id })
    const other = await makeHub(db())
    await assert.rejects(endRole(staff('hub_lead', other.id), { roleId }), NotFound)
    await assert.rejects(endRole(staff(), { roleId }), NotFound)
  })
})

describe('the first person of a school', () => {
  const state = async (address: string, confirmed: boolean, statedBy: 'person' | 'sender' = 'person') => {
    await db()
      .updateTable('organisations')
      .set({ email_domains: ['Tamsel.sch.example'] })
      .where('id', '=', school)
      .execute()
    const { id } = await findOrCreatePerson(here.visitor(), { name: 'First', email: address, confirmed })
    await statePost(here.visitor(), {
      personId: id,
      organisationId: school,
      post: 'head_of_department',
      held: true,
      statedBy,
    })
    return rolesOf(db(), id)
  }

  test('is taken for its lead by a confirmed address at a domain known for the school, and the next is not', async () => {
    assert.equal((await state('first@tamsel.sch.example', true))[0]?.role, 'school_lead')
    assert.deepEqual(await state('second@tamsel.sch.example', true), [])
  })
  test('is not by an unconfirmed address, an address elsewhere, or another’s word', async () => {
    assert.deepEqual(await state('early@tamsel.sch.example', false), [])
    assert.deepEqual(await state('first@gmail.example', true), [])
    assert.deepEqual(await state('first@nottamsel.sch.example', true), [])
    assert.deepEqual(await state('third@tamsel.sch.example', true, 'sender'), [])
  })
})

describe('leaving a school', () => {
  const works = (organisationId = school) =>
    statePost(here.system(), {
      personId: person.id,
      organisationId,
      post: 'class_teacher',
      held: true,
      statedBy: 'hub',
    })

  test('ends the post and the part as its lead, tells the colleagues, and asks the hub about the place', async () => {
    const { placeId } = await deals()
    await makeParticipant(db(), placeId, person.id)
    const [member, colleague] = [await staffMember(), await makePerson(db())]
    await works()
    await given(person.id, 'school_lead', { organisationId: school })
    await given(colleague.id, 'school_lead', { organisationId: school })
    await sayWhoLeft(self(), { personId: person.id, fromOrganisationId: school, on: today })
    assert.equal((await postsOf(db(), person.id))[0]?.to?.toString(), '2021-10-17')
    assert.equal((await rolesOf(db(), person.id))[0]?.endReason, 'No longer works there')
    assert.match((await mailTo(colleague.address))[0]?.subject ?? '', /has left Tamsel Park School/)
    assert.match((await mailTo(member.address))[0]?.subject ?? '', /decide about the place/)
    assert.equal((await mailTo(member.address)).length, 1)
  })

  test('asks the hub for a lead when the last one goes', async () => {
    await deals()
    const member = await staffMember()
    await works()
    await given(person.id, 'school_lead', { organisationId: school })
    await sayWhoLeft(self(), { personId: person.id, fromOrganisationId: school, on: today })
    assert.match((await mailTo(member.address))[0]?.subject ?? '', /has no lead/)
  })

  test('for another is a move: both schools hear of it, and the new post is stated', async () => {
    const next = await makeSchool(db(), { name: 'Brackenwell High School' })
    const lead = await makePerson(db())
    await given(lead.id, 'school_lead', { organisationId: next })
    await works()
    const on = Temporal.PlainDate.from('2021-10-11')
    const to = { organisationId: next, post: 'head_of_department' }
    await sayWhoMoved(self(), { personId: person.id, fromOrganisationId: school, on, to })
    const posts = (await postsOf(db(), person.id)).map((row) => [
      row.organisation,
      row.from?.toString(),
      row.to?.toString(),
    ])
    assert.deepEqual(posts, [
      ['Brackenwell High School', '2021-10-11', undefined],
      ['Tamsel Park School', undefined, '2021-10-10'],
    ])
    assert.match((await mailTo(lead.address))[0]?.subject ?? '', /has joined Brackenwell/)
    await assert.rejects(sayWhoMoved(self(), { personId: person.id, fromOrganisationId: school, on, to }), Refused)
  })

  test('is not said by strangers, nor a move by the school that gains', async () => {
    const next = await makeSchool(db())
    await works()
    const left = { personId: person.id, fromOrganisationId: school, on: today }
    const gaining = here.as(actorWith(newId(), 'school_lead', { organisationId: next }))
    await assert.rejects(sayWhoLeft(gaining, left), NotFound)
    await assert.rejects(sayWhoMoved(gaining, { ...left, to: { organisationId: next, post: 'other' } }), NotFound)
    await assert.rejects(sayWhoLeft(staff(), left), NotFound)
    await assert.rejects(sayWhoLeft(here.visitor(), left), NotFound)
  })

  test('is not said for a day long past, nor of a school that is not theirs', async () => {
    await works()
    const left = { personId: person.id, fromOrganisationId: school, on: today.subtract({ years: 2 }) }
    await assert.rejects(sayWhoLeft(self(), left), /more than a year ago/)
    const other = await makeSchool(db())
    await assert.rejects(sayWhoLeft(self(), { ...left, fromOrganisationId: other, on: today }), /Nothing is known/)
  })
})
