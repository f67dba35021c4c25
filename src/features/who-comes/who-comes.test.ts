import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { wordsOfPdf } from '../../../test/support/pdf-text.ts'
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
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { findFaults } from '../../platform/invariants.ts'
import { linkToken } from '../../platform/links.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeParticipants, namedOfPlace } from '../places/index.ts'
import { expectedAt } from '../registers/index.ts'
import { tellEveryone } from '../sessions/index.ts'
import { sweeps } from '../sessions/jobs.ts'
import { nameSubstitute } from './actions/name-substitute.ts'
import { stateWhoComes } from './actions/state-who-comes.ts'
import { invariants } from './invariants.ts'

describe('who comes to which session', () => {
  let there: TestInstallation
  let app: FastifyInstance
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
  })
  after(async () => {
    await app.close()
    await there.release()
  })
  beforeEach(() => there.clock.set('2021-11-01T09:00:00Z'))

  /** A group of two schools, each with a lead participant and a colleague, and sessions on 17 November and 8 December. */
  const scene = async (project: Record<string, unknown> = {}, session: Record<string, unknown> = {}) => {
    const hub = await makeHub(db())
    const projectId = await makeProject(db(), project)
    const groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const schools = []
    for (const name of ['Ash', 'Birch']) {
      const organisationId = await makeSchool(db(), { name })
      const placeId = await makePlace(db(), { groupId, projectId, organisationId, people: 2 })
      const [lead, other] = [await makePerson(db(), `${name} Lead`), await makePerson(db(), `${name} Other`)]
      schools.push({
        organisationId,
        placeId,
        lead: { ...lead, id: await makeParticipant(db(), placeId, lead.id), personId: lead.id },
        other: { ...other, id: await makeParticipant(db(), placeId, other.id, 'other'), personId: other.id },
      })
    }
    const [ash, birch] = schools
    assert.ok(ash && birch)
    const on = (date: string) => Temporal.PlainDate.from(date)
    const first = await makeSession(db(), groupId, {
      number: 1,
      on_date: on('2021-11-17'),
      status: 'confirmed',
      ...session,
    })
    const second = await makeSession(db(), groupId, { number: 2, on_date: on('2021-12-08'), status: 'confirmed' })
    const staff = there.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id }))
    const schoolLead = there.as(actorWith(newId(), 'school_lead', { organisationId: ash.organisationId }))
    return { hub, groupId, projectId, ash, birch, first, second, staff, schoolLead, on }
  }
  type Scene = Awaited<ReturnType<typeof scene>>

  const namesAt = async ({ groupId }: Scene, id: string, date: string): Promise<readonly string[]> =>
    (await expectedAt(db(), { id, groupId, onDate: Temporal.PlainDate.from(date) })).map(({ name }) => name)
  const mailTo = (address: string) =>
    db()
      .selectFrom('messages')
      .select(['subject', 'body_text as text', 'invitations'])
      .where('to_address', '=', address)
      .orderBy('created_at')
      .orderBy('id')
      .execute()

  it('follows the part somebody has and the kind of session, where nobody states otherwise', async () => {
    const all = ['Ash Lead', 'Ash Other', 'Birch Lead', 'Birch Other']
    const usual = await scene()
    assert.deepEqual(await namesAt(usual, usual.first, '2021-11-17'), all)
    const withLead = await scene({ joins: 'school_with_lead' })
    assert.deepEqual(await namesAt(withLead, withLead.first, '2021-11-17'), ['Ash Lead', 'Birch Lead'])
    const hosted = await scene({ joins: 'school_with_lead' })
    await db()
      .updateTable('sessions')
      .set({ host_organisation_id: hosted.birch.organisationId })
      .where('id', '=', hosted.first)
      .execute()
    assert.deepEqual(await namesAt(hosted, hosted.first, '2021-11-17'), ['Ash Lead', 'Birch Lead', 'Birch Other'])
    const visit = await scene()
    await db()
      .updateTable('sessions')
      .set({ kind: 'visit', host_organisation_id: visit.ash.organisationId })
      .where('id', '=', visit.first)
      .execute()
    assert.deepEqual(await namesAt(visit, visit.first, '2021-11-17'), ['Ash Lead', 'Ash Other'])
  })

  it('is stated by the school: whoever comes gets the date, whoever comes no more is released, and what is stated again changes nothing', async () => {
    const at = await scene({ joins: 'school_with_lead' })
    await tellEveryone(at.staff, at.groupId)
    assert.equal((await mailTo(at.ash.other.address)).length, 0)
    const said = [{ sessionId: at.first, participantId: at.ash.other.id, comes: true }]
    assert.deepEqual(await stateWhoComes(at.schoolLead, { groupId: at.groupId, said }), { changed: 1 })
    assert.deepEqual(await stateWhoComes(at.schoolLead, { groupId: at.groupId, said }), { changed: 0 })
    assert.deepEqual(await namesAt(at, at.first, '2021-11-17'), ['Ash Lead', 'Ash Other', 'Birch Lead'])
    const [told, ...more] = await mailTo(at.ash.other.address)
    assert.equal(more.length, 0)
    assert.match(told?.text ?? '', /17 November 2021/)
    assert.doesNotMatch(told?.text ?? '', /8 December 2021/)
    await stateWhoComes(at.schoolLead, { groupId: at.groupId, said: said.map((each) => ({ ...each, comes: false })) })
    await sweeps['call-off-dates']?.(there.as({ kind: 'system', task: 'call-off-dates' }))
    const released = (await mailTo(at.ash.other.address))[1]
    assert.match(released?.text ?? '', /no longer expected at these sessions/)
    assert.match(JSON.stringify(released?.invitations), /METHOD:CANCEL/)
    there.clock.set('2021-11-02T09:00:00Z')
    await stateWhoComes(at.schoolLead, { groupId: at.groupId, said })
    const again = await mailTo(at.ash.other.address)
    assert.equal(again.length, 3, 'who comes again is told again')
    assert.match(JSON.stringify(again[2]?.invitations), /METHOD:REQUEST/)
    await sweeps['call-off-dates']?.(there.as({ kind: 'system', task: 'call-off-dates' }))
    assert.equal((await mailTo(at.ash.other.address)).length, 3)
    assert.equal((await mailTo(at.ash.lead.address)).length, 1, 'nobody else hears of it')
  })

  it('does not let a school come with fewer than expected without giving notice; the hub decides for itself', async () => {
    const at = await scene()
    const said = [{ sessionId: at.first, participantId: at.ash.lead.id, comes: false }]
    await assert.rejects(stateWhoComes(at.schoolLead, { groupId: at.groupId, said }), /give notice under/)
    await stateWhoComes(at.staff, { groupId: at.groupId, said })
    assert.ok(!(await namesAt(at, at.first, '2021-11-17')).includes('Ash Lead'))
  })

  it('lets a substitute come to one session, who is told that date alone and goes when the session moves along', async () => {
    const at = await scene()
    await tellEveryone(at.staff, at.groupId)
    const named = {
      groupId: at.groupId,
      sessionId: at.first,
      participantId: at.ash.lead.id,
      name: 'Sub Stitute',
      email: 'sub@ash.example',
    }
    await nameSubstitute(at.schoolLead, named)
    await nameSubstitute(at.schoolLead, named)
    assert.deepEqual(await namesAt(at, at.first, '2021-11-17'), [
      'Ash Other',
      'Sub Stitute',
      'Birch Lead',
      'Birch Other',
    ])
    assert.deepEqual(await namesAt(at, at.second, '2021-12-08'), ['Ash Lead', 'Ash Other', 'Birch Lead', 'Birch Other'])
    const [told, ...more] = await mailTo('sub@ash.example')
    assert.equal(more.length, 0)
    assert.match(told?.text ?? '', /17 November 2021/)
    assert.doesNotMatch(told?.text ?? '', /8 December 2021/)
    await sweeps['call-off-dates']?.(there.as({ kind: 'system', task: 'call-off-dates' }))
    assert.equal((await mailTo('sub@ash.example')).length, 1, 'a substitute is not released as one who left')
    await db()
      .updateTable('sessions')
      .set({ on_date: at.on('2021-11-24') })
      .where('id', '=', at.first)
      .execute()
    assert.ok((await namesAt(at, at.first, '2021-11-24')).includes('Sub Stitute'))
    const both = [{ sessionId: at.first, participantId: at.ash.lead.id, comes: true }]
    await assert.rejects(stateWhoComes(at.schoolLead, { groupId: at.groupId, said: both }), Refused)
    const substitute = await db()
      .selectFrom('participants')
      .select('id')
      .where('part', '=', 'substitute')
      .where('place_id', '=', at.ash.placeId)
      .executeTakeFirstOrThrow()
    await stateWhoComes(at.schoolLead, {
      groupId: at.groupId,
      said: [...both, { sessionId: at.first, participantId: substitute.id, comes: false }],
    })
    assert.ok(!(await namesAt(at, at.first, '2021-11-24')).includes('Sub Stitute'))
    assert.deepEqual(await findFaults(db(), invariants), [])
  })

  it('refuses a substitute with its reason where the same people are asked for all year, and one who takes part already', async () => {
    const same = await scene({ same_people_all_year: true })
    const named = {
      groupId: same.groupId,
      sessionId: same.first,
      participantId: same.ash.lead.id,
      name: 'Sub Stitute',
      email: 'sub2@ash.example',
    }
    for (const who of [same.schoolLead, same.staff])
      await assert.rejects(nameSubstitute(who, named), /keeps the same people all year/)
    const swap = [{ sessionId: same.first, participantId: same.ash.lead.id, comes: false }]
    await assert.rejects(
      stateWhoComes(same.schoolLead, { groupId: same.groupId, said: swap }),
      /keeps the same people all year/,
    )
    const free = await scene()
    const member = {
      ...named,
      groupId: free.groupId,
      sessionId: free.first,
      participantId: free.ash.lead.id,
      email: free.birch.lead.address,
    }
    await assert.rejects(nameSubstitute(free.schoolLead, member), /takes part in this group already, for Birch/)
  })

  it('never has more people at a session than the place is for, whatever the race', async () => {
    const at = await scene()
    const named = (n: number) => ({
      groupId: at.groupId,
      sessionId: at.first,
      participantId: at.ash.lead.id,
      name: `Sub ${n}`,
      email: `race-${n}-${at.groupId}@ash.example`,
    })
    const results = await Promise.allSettled([1, 2, 3].map((n) => nameSubstitute(at.schoolLead, named(n))))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal(
      (await namesAt(at, at.first, '2021-11-17')).filter((name) => name.startsWith('Sub') || name.startsWith('Ash'))
        .length,
      2,
    )
    const back = db()
      .insertInto('who_comes')
      .values({
        session_id: at.first,
        participant_id: at.ash.lead.id,
        comes: true,
        stated_by: 'hub',
        stated_at: there.clock.now(),
      })
      .onConflict((c) => c.constraint('who_comes_pkey').doUpdateSet({ comes: true }))
      .execute()
    await assert.rejects(back, /more people come to a session/, 'the database is the last guard')
    assert.deepEqual(await findFaults(db(), invariants), [])
  })

  it('ends a substitute with the participant they stand in for', async () => {
    const at = await scene()
    await nameSubstitute(at.schoolLead, {
      groupId: at.groupId,
      sessionId: at.first,
      participantId: at.ash.lead.id,
      name: 'Sub Gone',
      email: 'gone@ash.example',
    })
    await changeParticipants(at.staff, {
      placeId: at.ash.placeId,
      people: [{ personId: at.ash.other.personId, part: 'other', post: null }],
      added: [{ name: 'New Lead', email: 'new@ash.example', part: 'lead', post: null }],
    })
    assert.deepEqual(await namesAt(at, at.first, '2021-11-17'), ['Ash Other', 'New Lead', 'Birch Lead', 'Birch Other'])
    assert.deepEqual(await findFaults(db(), invariants), [])
  })

  it('is for nobody to state of another school, another hub’s group, or a session that has begun', async () => {
    const [at, other] = [await scene(), await scene()]
    const said = (participantId: string, sessionId = at.first) => [{ sessionId, participantId, comes: false }]
    const actors: readonly Actor[] = [
      actorWith(newId(), 'school_lead', { organisationId: at.birch.organisationId }),
      actorWith(newId(), 'hub_administrator', { hubId: other.hub.id }),
      actorWith(newId(), 'national_team'),
      { kind: 'link', purpose: 'cancel', subjectId: at.birch.lead.id },
      { kind: 'link', purpose: 'cancel', subjectId: at.ash.other.id },
    ]
    for (const actor of actors)
      await assert.rejects(
        stateWhoComes(there.as(actor), { groupId: at.groupId, said: said(at.ash.lead.id) }),
        NotFound,
      )
    await assert.rejects(
      stateWhoComes(at.staff, { groupId: at.groupId, said: said(at.ash.lead.id, other.first) }),
      Refused,
    )
    there.clock.set('2021-11-17T12:00:00Z')
    await assert.rejects(
      stateWhoComes(there.as(at.staff.actor), { groupId: at.groupId, said: said(at.ash.lead.id) }),
      /has begun/,
    )
  })

  it('is seen and changed on its pages, by the hub, by the school signed in and by the lead participant’s link', async () => {
    const at = await scene({ joins: 'school_with_lead' })
    const staff = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    const page = await see(`/groups/${at.groupId}/who-comes`, staff)
    assert.match(page.body, /Birch Other[\s\S]*Ask who comes/)
    assert.equal((await send(`/groups/${at.groupId}/who-comes/ask`, {}, staff)).statusCode, 303)
    const link = /\/taking-part\/[\w-]+\/who-comes/.exec((await mailTo(at.ash.lead.address))[0]?.text ?? '')?.[0] ?? ''
    const mine = await see(link)
    assert.match(mine.body, /Ash Other/)
    assert.doesNotMatch(mine.body, /Birch/)
    const shown = { [`shown-${at.first}`]: `${at.ash.lead.id} ${at.ash.other.id}`, [`was-${at.first}`]: at.ash.lead.id }
    const both = { ...shown, [`session-${at.first}`]: [at.ash.lead.id, at.ash.other.id] }
    assert.equal((await send(link, both)).statusCode, 303)
    assert.ok((await namesAt(at, at.first, '2021-11-17')).includes('Ash Other'))
    const none = await send(link, { [`shown-${at.first}`]: at.ash.lead.id, [`was-${at.first}`]: at.ash.lead.id })
    assert.equal(none.statusCode, 303, 'the lead participant may be spared where a colleague comes')
    const school = await signedInAs(there, 'school_lead', { organisation_id: at.ash.organisationId })
    const refused = await send(
      `/my/groups/${at.groupId}/who-comes`,
      { [`shown-${at.first}`]: at.ash.other.id, [`was-${at.first}`]: at.ash.other.id },
      school,
    )
    assert.equal(refused.statusCode, 303)
    const bad = await send(`${link}/substitutes`, {
      for_session: at.first,
      instead_of: at.ash.lead.id,
      name: 'Half Typed',
      email: 'nothing',
    })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /value="Half Typed"/)
    const person = await cookieOf(there, at.ash.other.personId)
    assert.doesNotMatch((await see(`/my/groups/${at.groupId}/who-comes`, person)).body, /Ash Lead/)
    const strangers = linkToken(there.installation.config, 'cancel', newId(), 5)
    assert.equal((await see(`/taking-part/${strangers}/who-comes`)).statusCode, 404)
  })

  it('warns of whoever is in a session of another group at that time', async () => {
    const at = await scene()
    const other = await scene()
    await makeParticipant(db(), other.birch.placeId, at.ash.lead.personId, 'other').catch(() => null)
    const staff = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    assert.match(
      (await see(`/groups/${at.groupId}/who-comes`, staff)).body,
      /is expected in a session of another group at that time/,
    )
  })

  it('leaves whoever was not expected off the register, to be marked by name', async () => {
    const at = await scene({ joins: 'school_with_lead' })
    there.clock.set('2021-11-17T12:00:00Z')
    const staff = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    const path = `/groups/${at.groupId}/sessions/${at.first}/register`
    assert.match((await see(path, staff)).body, /2 of the group were not expected/)
    await send(path, { rest: 'present', [`mark-${at.ash.other.id}`]: 'late' }, staff)
    const marks = await db()
      .selectFrom('marks')
      .select(['participant_id', 'mark'])
      .where('session_id', '=', at.first)
      .orderBy('mark')
      .execute()
    assert.deepEqual(
      marks.map(({ mark }) => mark),
      ['late', 'present', 'present'],
    )
    assert.ok(marks.every(({ participant_id }) => participant_id !== at.birch.other.id))
    assert.ok((await namesAt(at, at.first, '2021-11-17')).includes('Ash Other'))
  })

  it('is printed for those who work on the group, with needs that no other school reads', async () => {
    const at = await scene()
    const token = linkToken(there.installation.config, 'cancel', at.ash.lead.id, 5)
    const chosen = { access: ['step_free', 'no_such_kind'], dietary: 'vegan', needs: 'A table of 75 cm' }
    const told = await send(`/taking-part/${token}/needs`, chosen)
    assert.equal(told.headers.location, `/taking-part/${token}`)
    const kept = (await see(`/taking-part/${token}/needs`)).body
    assert.match(kept, /value="step_free"[^>]* checked/)
    assert.match(kept, /value="vegan"[^>]* checked/)
    assert.match(kept, /A table of 75 cm/)
    assert.doesNotMatch(kept, /value="halal"[^>]* checked/)
    const ash = await namedOfPlace(db(), at.ash.placeId)
    const overwritten = ash.map((each) => ({ ...each, accessNeeds: 'As somebody else says' }))
    await changeParticipants(at.staff, { placeId: at.ash.placeId, people: overwritten })
    assert.match(
      (await see(`/taking-part/${token}/needs`)).body,
      /A table of 75 cm/,
      'what people say of themselves stays',
    )
    assert.equal((await send(`/taking-part/${token}/needs`, { needs: 'x'.repeat(501) })).statusCode, 422)
    await stateWhoComes(at.staff, {
      groupId: at.groupId,
      said: [{ sessionId: at.first, participantId: at.birch.other.id, comes: false }],
    })
    const staff = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    const wordsOf = async (query: string) =>
      wordsOfPdf((await see(`/groups/${at.groupId}/participants.pdf${query}`, staff)).rawPayload)
    const all = await wordsOf('')
    for (const words of ['Ash Lead', 'Birch Other', 'Vegan; Step-free access; A table of 75 cm', 'All'])
      assert.ok(all.includes(words), words)
    const ofOne = await wordsOf(`?session=${at.first}`)
    assert.ok(ofOne.includes('Birch Lead') && !ofOne.includes('Birch Other'))
    assert.equal((await see(`/groups/${at.groupId}/participants.pdf?session=${newId()}`, staff)).statusCode, 404)
    const other = await cookieOf(there, at.birch.lead.personId)
    for (const url of [
      `/my/groups/${at.groupId}/page`,
      `/my/groups/${at.groupId}/who-comes`,
      `/my/groups/${at.groupId}`,
    ])
      assert.doesNotMatch((await see(url, other)).body, /Step-free/, url)
    assert.equal((await see(`/groups/${at.groupId}/participants.pdf`, other)).statusCode, 404)
    const hosting = newId()
    await db()
      .insertInto('hostings')
      .values({
        id: hosting,
        session_id: at.first,
        organisation_id: at.birch.organisationId,
        status: 'asked',
        asked_at: there.clock.now(),
      })
      .execute()
    const host = await see(`/host/${linkToken(there.installation.config, 'host', hosting, 5)}`)
    assert.match(host.body, /Access: Step-free access \(1\)[\s\S]*Food and drink: Vegan \(1\)/)
    assert.match(host.body, /2 of them have told access or dietary needs in their own words/)
    assert.doesNotMatch(host.body, /75 cm|Ash Lead/)
  })
})
