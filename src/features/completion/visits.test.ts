// A visit to one school is a session of that school alone: in the register, mail, feeds, sums and at the end of the year.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
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
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { attendanceOfGroup, expectedAt, heldForPlace, takeRegister } from '../registers/index.ts'
import { addSession, tellEveryone } from '../sessions/index.ts'
import { completeGroupYear } from './actions/complete-group-year.ts'
import { stateTerms } from './actions/state-terms.ts'

describe('a visit to one school', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let groupId: string
  let projectId: string
  let visit: string
  let workshop: string
  let staff: string
  const db = () => there.installation.connections.kysely
  const { see } = browser(() => app)
  const asHub = () => there.as(actorWith(staff, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  type Side = { school: string; place: string; participant: string; personId: string; address: string }
  const sides: Record<'ash' | 'birch', Side> = {} as never

  const join = async (name: string): Promise<Side> => {
    const school = await makeSchool(db(), { name, town: `${name}town` })
    await db()
      .updateTable('organisations')
      .set({ street: `${name} Lane`, postcode: 'W1 1AA' })
      .where('id', '=', school)
      .execute()
    const place = await makePlace(db(), { groupId, projectId, organisationId: school })
    const person = await makePerson(db(), `${name} Teacher`)
    const participant = await makeParticipant(db(), place, person.id)
    return { school, place, participant, personId: person.id, address: person.address }
  }
  const add = (number: number, onDate: string, more: object) =>
    addSession(asHub(), {
      groupId,
      number,
      status: 'confirmed',
      details: {
        ...{ title: null, mode: 'venue', venueId: null, hostOrganisationId: null, onlineLink: null },
        ...{ kind: 'workshop', practicalNotes: null, onDate: Temporal.PlainDate.from(onDate) },
        ...{ startsAt: Temporal.PlainTime.from('09:30'), endsAt: Temporal.PlainTime.from('14:30') },
        ...more,
      },
    })

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    there.clock.set('2021-11-01T09:00:00Z')
    hub = await makeHub(db())
    staff = (await makePerson(db())).id
    projectId = await makeProject(db(), { hub_id: hub.id })
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    sides.ash = await join('Ash')
    sides.birch = await join('Birch')
    workshop = await add(1, '2021-11-17', {})
    visit = await add(2, '2021-11-24', { kind: 'visit', hostOrganisationId: sides.ash.school })
    await tellEveryone(asHub(), groupId)
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const feed = async ({ personId }: Side) =>
    (await see(`/calendar/${linkToken(there.installation.config, 'calendar', personId, 30)}.ics`)).body
  const mail = async ({ address }: Side) =>
    JSON.stringify(
      await db()
        .selectFrom('messages')
        .select(['subject', 'body_text', 'invitations'])
        .where('to_address', '=', address)
        .execute(),
    )

  it('expects that school’s people alone in its register', async () => {
    const onDate = Temporal.PlainDate.from('2021-11-24')
    const expected = await expectedAt(db(), { id: visit, groupId, onDate })
    assert.deepEqual(
      expected.map(({ name }) => name),
      ['Ash Teacher'],
    )
  })

  it('is in the mail, the feed and the notice of that school’s people alone, with where it is', async () => {
    assert.match(await mail(sides.ash), /20211124T[\s\S]*Ash Lane/)
    assert.match(await feed(sides.ash), /20211124T/)
    for (const text of [await mail(sides.birch), await feed(sides.birch)]) {
      assert.match(text, /20211117T/)
      assert.doesNotMatch(text, /20211124T|24 November|Ash Lane/)
    }
    const notice = async ({ participant }: Side) =>
      (await see(`/cancel/${linkToken(there.installation.config, 'cancel', participant, 30)}`)).body
    assert.match(await notice(sides.ash), /24 November/)
    assert.doesNotMatch(await notice(sides.birch), /24 November/)
  })

  it('tells the others on the page of the group that it is, and not where', async () => {
    const page = async (side: Side) =>
      (await see(`/my/groups/${groupId}/page`, await cookieOf(there, side.personId))).body
    assert.match(await page(sides.ash), /Ash Lane/)
    const theirs = await page(sides.birch)
    assert.match(theirs, /24 November[\s\S]*You are not expected/)
    assert.doesNotMatch(theirs, /Ash Lane/)
  })

  it('counts for nobody else: in sums, and in what completing the year takes', async () => {
    const present = (participantId: string) => ({
      ...{ id: newId(), participantId, mark: 'present' as const, minutes: null, seen: [] },
    })
    there.clock.set('2021-11-17T15:00:00Z')
    const both = [present(sides.ash.participant), present(sides.birch.participant)]
    await takeRegister(asHub(), { groupId, sessionId: workshop, marks: both })
    there.clock.set('2021-11-24T15:00:00Z')
    await takeRegister(asHub(), { groupId, sessionId: visit, marks: [present(sides.ash.participant)] })
    const attendance = await attendanceOfGroup(db(), groupId)
    const of = ({ place: placeId }: Side) =>
      `${attendance.organisations.find((each) => each.placeId === placeId)?.sessionsAttended} of ${heldForPlace(attendance, { placeId })}`
    assert.deepEqual([of(sides.ash), of(sides.birch)], ['2 of 2', '1 of 1'])
    const lead = await signedInAs(there, 'hub_lead', { hub_id: hub.id })
    assert.match((await see(`/groups/${groupId}/attendance`, lead)).body, /Birch[\s\S]*1 of 1/)
    await stateTerms(asHub(), { projectId, terms: { leastShare: 100, leastTasks: null } })
    const done = await completeGroupYear(asHub(), { groupId, leaving: [] })
    assert.deepEqual([done.completed, done.left], [2, 0])
    await there.requireNoFaults()
  })
})
