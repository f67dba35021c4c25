import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

describe('the pages of groups and their dates', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let partner: { id: string; slug: string }
  let projectId: string
  let groupId: string
  let ann: { id: string; name: string; address: string }
  const db = () => test.installation.connections.kysely

  const signedIn = async (
    role: string,
    scope: { hub_id?: string; group_id?: string; organisation_id?: string } = {},
  ): Promise<string> => {
    const person = await makePerson(db())
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: person.id, role, ...scope, from_on: Temporal.PlainDate.from('2021-09-01') })
      .execute()
    const token = newId()
    await db()
      .insertInto('signed_in_sessions')
      .values({
        id: newId(),
        person_id: person.id,
        token_hash: hashOf(token),
        created_at: Temporal.Now.instant(),
        expires_at: Temporal.Now.instant().add({ hours: 24 }),
      })
      .execute()
    return `tessellate_session=${token}`
  }
  const see = (url: string, cookie?: string) =>
    app.inject({ method: 'GET', url, ...(cookie ? { headers: { cookie } } : {}) })
  const send = (url: string, cookie: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        cookie,
        origin: 'http://hubs.example',
        host: 'hubs.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    })

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'london-west')
    partner = await makeHub(db(), 'london-east')
    projectId = await makeProject(db(), { title: 'Secondary Subject Leadership' })
    groupId = await makeGroup(db(), hub.id, projectId, { name: 'West London Work Group' })
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    ann = await makePerson(db(), 'Ann Other')
    await makeParticipant(
      db(),
      await makePlace(db(), {
        groupId,
        projectId,
        organisationId: await makeSchool(db(), { name: 'Oakfield School' }),
      }),
      ann.id,
    )
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('open to the hub, the partner hub, the lead and, in numbers, the national team; for others they are not there', async () => {
    const url = `/groups/${groupId}`
    const staff = await see(url, await signedIn('hub_administrator', { hub_id: hub.id }))
    assert.equal(staff.statusCode, 200)
    assert.match(staff.body, /Ann Other[\s\S]*school\.example/)
    const shared = await see(url, await signedIn('hub_lead', { hub_id: partner.id }))
    assert.match(shared.body, /Ann Other/)
    assert.ok(!shared.body.includes(ann.address))
    assert.doesNotMatch(shared.body, /Change details|\/call-off|History/)
    const lead = await see(url, await signedIn('group_lead', { group_id: groupId }))
    assert.match(lead.body, /Add a session/)
    const national = await see(url, await signedIn('national_team'))
    assert.equal(national.statusCode, 200)
    assert.doesNotMatch(national.body, /Ann Other|Oakfield/)
    assert.equal((await see(url, await signedIn('hub_lead', { hub_id: (await makeHub(db())).id }))).statusCode, 404)
    assert.equal(
      (await see(url, await signedIn('school_lead', { organisation_id: await makeSchool(db()) }))).statusCode,
      404,
    )
    assert.equal((await see(url)).statusCode, 302)
    assert.equal((await see('/groups/nothing', await signedIn('hub_lead', { hub_id: hub.id }))).statusCode, 404)
  })

  it('list a hub’s groups with room, lead and next session, in the order asked for', async () => {
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const answer = await see('/hub/london-west/groups?sort=room&order=descending', cookie)
    assert.match(answer.body, /West London Work Group[\s\S]*1 of 8 schools/)
    assert.match(answer.body, /aria-sort="descending"/)
    assert.equal((await see('/hub/london-east/groups', cookie)).statusCode, 404)
    assert.match(
      (await see('/groups', await signedIn('group_lead', { group_id: groupId }))).body,
      /West London Work Group/,
    )
  })

  it('make a group of an offer, with its dates and a new lead', async () => {
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const offerId = await makeOffer(db(), hub.id, projectId)
    await db()
      .insertInto('planned_dates')
      .values({
        id: newId(),
        offer_id: offerId,
        position: 1,
        on_date: Temporal.PlainDate.from('2021-11-17'),
        starts_at: Temporal.PlainTime.from('09:30'),
        ends_at: Temporal.PlainTime.from('14:30'),
        mode: 'venue',
        certainty: 'confirmed',
      })
      .execute()
    assert.match((await see('/hub/london-west/groups/new', cookie)).body, new RegExp(`groups/new\\?offer=${offerId}`))
    await db().updateTable('offers').set({ most_organisations: 10 }).where('id', '=', offerId).execute()
    assert.match(
      (await see(`/hub/london-west/groups/new?offer=${offerId}`, cookie)).body,
      /Wednesday 17 November 2021, 9:30am to 2:30pm[\s\S]*places for 10 schools[\s\S]*name="organisations_room"[^>]*value="10"/,
    )
    assert.equal(
      (await see(`/hub/london-east/groups/new?offer=${offerId}`, await signedIn('hub_lead', { hub_id: partner.id })))
        .statusCode,
      404,
    )
    const wrong = await send('/hub/london-west/groups/new', cookie, {
      offer: offerId,
      name: '',
      organisations_room: 'many',
      people_room: '4',
      organisations_minimum: '0',
      lead_name: 'Priya Shah',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(
      wrong.body,
      /Error: Make a group[\s\S]*Enter a name for the group[\s\S]*as a number[\s\S]*value="many"/,
    )
    const made = await send('/hub/london-west/groups/new', cookie, {
      offer: offerId,
      name: 'Acton',
      organisations_room: '8',
      people_room: '16',
      organisations_minimum: '6',
      lead_name: 'Priya Shah',
      lead_email: 'priya@school.example',
      other_partners: partner.id,
    })
    assert.equal(made.statusCode, 303)
    const shown = await see(made.headers.location as string, cookie)
    assert.match(shown.body, /Acton[\s\S]*shared with[\s\S]*Priya Shah[\s\S]*17 November 2021/)
  })

  it('keep a venue that is no longer the hub’s and say so, and put nothing in the place of one that is gone', async () => {
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const other = await makeHub(db())
    const ownId = await makeGroup(db(), hub.id, projectId)
    const venueId = newId()
    await db()
      .insertInto('venues')
      .values({ id: venueId, hub_id: other.id, name: 'Old Hall', short_name: 'Old Hall', address: 'Far Road' })
      .execute()
    const sessionId = await makeSession(db(), ownId, {
      venue_id: venueId,
      on_date: Temporal.PlainDate.from('2022-06-08'),
    })
    const address = `/groups/${ownId}/sessions/${sessionId}/edit`
    const shown = (await see(address, cookie)).body
    assert.match(shown, /Old Hall is not among the venues of [\s\S]*It stays unless you choose another/)
    assert.match(shown, new RegExp(`value="${venueId}" selected`))
    const fields = { kind: 'workshop', mode: 'venue', starts: '9:30am', ends: '2:30pm', venue: venueId }
    const date = { 'date-day': '8', 'date-month': '6', 'date-year': '2022' }
    const path = `/groups/${ownId}/sessions/${sessionId}/edit`
    assert.equal((await send(path, cookie, { ...fields, ...date, notes: 'Bring a ruler' })).statusCode, 303)
    const venueNow = async () =>
      (await db().selectFrom('sessions').select('venue_id').where('id', '=', sessionId).executeTakeFirstOrThrow())
        .venue_id
    assert.equal(await venueNow(), venueId)
    const gone = await send(path, cookie, { ...fields, ...date, venue: newId() })
    assert.equal(gone.statusCode, 422)
    assert.match(gone.body, /this is no venue of the hub any more/)
    assert.equal(await venueNow(), venueId)
  })

  it('say what is wrong with a date and keep what was typed', async () => {
    const cookie = await signedIn('group_lead', { group_id: groupId })
    const fields = {
      kind: 'workshop',
      mode: 'venue',
      starts: '9:30am',
      ends: '2:30pm',
      'date-day': '31',
      'date-month': '6',
      'date-year': '2022',
      certainty: 'confirmed',
      notes: 'Bring a ruler',
    }
    const wrong = await send(`/groups/${groupId}/sessions/new`, cookie, fields)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /There is no such date[\s\S]*Bring a ruler/)
    const unclear = await send(`/groups/${groupId}/sessions/new`, cookie, {
      ...fields,
      'date-day': '',
      'date-month': '',
      'date-year': '',
      starts: 'early',
      ends: '2',
    })
    assert.match(unclear.body, /A confirmed session needs a date[\s\S]*Enter the time as 9:30am or 14:30/)
    assert.equal(
      (await send(`/groups/${groupId}/sessions/new`, cookie, { ...fields, 'date-day': '30' })).statusCode,
      303,
    )
  })

  it('refuse a stale change with 409, and a clash of the lead in the form', async () => {
    const other = await makeGroup(db(), hub.id, projectId, { name: 'East London' })
    const person = await makePerson(db(), 'Priya Shah')
    for (const id of [groupId, other])
      await db()
        .insertInto('roles')
        .values({
          id: newId(),
          person_id: person.id,
          role: 'group_lead',
          group_id: id,
          from_on: Temporal.PlainDate.from('2021-09-01'),
        })
        .execute()
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const fields = (day: string) => ({
      kind: 'workshop',
      mode: 'venue',
      starts: '9:30am',
      ends: '2:30pm',
      'date-day': day,
      'date-month': '1',
      'date-year': '2022',
      certainty: 'confirmed',
    })
    await send(`/groups/${groupId}/sessions/new`, cookie, fields('12'))
    const clash = await send(`/groups/${other}/sessions/new`, cookie, fields('12'))
    assert.equal(clash.statusCode, 422)
    assert.match(clash.body, /Priya Shah leads Workshop \d+ of West London Work Group at that time/)
    const sessionId = await makeSession(db(), other, { sequence: 3 })
    const edit = `/groups/${other}/sessions/${sessionId}/edit`
    assert.match((await see(edit, cookie)).body, /name="sequence" value="3"/)
    assert.equal((await send(edit, cookie, { ...fields('19'), sequence: '2' })).statusCode, 409)
    assert.equal((await send(edit, cookie, { ...fields('19'), sequence: '3' })).statusCode, 303)
    assert.equal((await see(`/groups/${groupId}/sessions/${sessionId}/edit`, cookie)).statusCode, 404)
  })

  it('name everyone who would be told before sending, and what a change does', async () => {
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const preview = await see(`/groups/${groupId}/tell`, cookie)
    assert.match(preview.body, /Ann Other/)
    assert.equal(
      (await see(`/groups/${groupId}/tell`, await signedIn('hub_lead', { hub_id: partner.id }))).statusCode,
      403,
    )
    assert.equal((await send(`/groups/${groupId}/tell`, cookie, {})).statusCode, 303)
    const session = await db()
      .selectFrom('sessions')
      .select('id')
      .where('group_id', '=', groupId)
      .where('status', '=', 'confirmed')
      .limit(1)
      .executeTakeFirstOrThrow()
    assert.match(
      (await see(`/groups/${groupId}/sessions/${session.id}/edit`, cookie)).body,
      /have been told this date[\s\S]*Ann Other/,
    )
    const empty = await send(`/groups/${groupId}/sessions/${session.id}/cancel`, cookie, { sequence: '0', reason: '' })
    assert.equal(empty.statusCode, 422)
    assert.equal(
      (await send(`/groups/${groupId}/sessions/${session.id}/cancel`, cookie, { sequence: '0', reason: 'Snow' }))
        .statusCode,
      303,
    )
  })

  it('give the dates as a feed to whoever has its secret address, and to nobody else', async () => {
    const feed = await see(`/calendar/${linkToken(test.installation.config, 'calendar', ann.id, 30)}.ics`)
    assert.equal(feed.statusCode, 200)
    assert.match(String(feed.headers['content-type']), /text\/calendar/)
    assert.match(feed.body, /BEGIN:VTIMEZONE[\s\S]*STATUS:CANCELLED/)
    assert.equal(
      (await see(`/calendar/${linkToken(test.installation.config, 'status', ann.id, 30)}.ics`)).statusCode,
      404,
    )
    assert.equal(
      (await see(`/calendar/${linkToken(test.installation.config, 'calendar', newId(), 30)}.ics`)).statusCode,
      404,
    )
  })

  it('change who takes part, make somebody new known, and end a place with a reason', async () => {
    const cookie = await signedIn('hub_administrator', { hub_id: hub.id })
    const group = await makeGroup(db(), hub.id, projectId, { name: 'North' })
    const place = await makePlace(db(), {
      groupId: group,
      projectId,
      organisationId: await makeSchool(db(), { name: 'Elm School' }),
      people: 1,
    })
    const ben = await makePerson(db(), 'Ben Early')
    await makeParticipant(db(), place, ben.id)
    const url = `/groups/${group}/places/${place}`
    assert.match((await see(`/groups/${group}`, cookie)).body, new RegExp(`href="${url}"[^>]*>Elm School`))
    assert.match((await see(url, cookie)).body, /Does Ben Early take part\?/)
    assert.equal((await see(url, await signedIn('group_lead', { group_id: group }))).statusCode, 403)
    assert.equal((await see(url, await signedIn('hub_lead', { hub_id: partner.id }))).statusCode, 404)
    assert.equal((await see(`/groups/${groupId}/places/${place}`, cookie)).statusCode, 404)
    const mark = /name="mark" value="(\w+)"/.exec((await see(url, cookie)).body)?.[1] ?? ''
    const wrong = await send(url, cookie, { mark, name: 'Cas Late', email: 'nowhere', [`stays-${ben.id}`]: 'no' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter an email address like[\s\S]*value="Cas Late"/)
    assert.equal(
      (
        await send(url, cookie, {
          mark,
          name: 'Cas Late',
          email: 'cas@school.example',
          part: 'lead',
          post: 'class_teacher',
          [`stays-${ben.id}`]: 'no',
        })
      ).statusCode,
      303,
    )
    // Sent again from the page as it was, it is somebody else's change that would be lost: nothing is, and it is said.
    const again = await send(url, cookie, { mark, name: 'Dee Later', email: 'dee@school.example', part: 'other' })
    assert.equal(again.statusCode, 409)
    assert.match(
      again.body,
      /Somebody has changed these people[\s\S]*Does Cas Late take part\?[\s\S]*value="Dee Later"/,
    )
    const shown = await see(`/groups/${group}`, cookie)
    assert.match(shown.body, /Cas Late[\s\S]*Class or subject teacher/)
    assert.doesNotMatch(shown.body, /Ben Early/)
    assert.equal((await send(`${url}/end`, cookie, { reason: '' })).statusCode, 422)
    assert.equal((await send(`${url}/end`, cookie, { reason: 'No cover' })).statusCode, 303)
    assert.equal((await see(url, cookie)).statusCode, 404)
  })

  it('say what calling a group off does, and do it with a reason', async () => {
    const cookie = await signedIn('hub_lead', { hub_id: hub.id })
    assert.match((await see(`/groups/${groupId}/call-off`, cookie)).body, /The places of 1 school end/)
    assert.equal((await send(`/groups/${groupId}/call-off`, cookie, { reason: '' })).statusCode, 422)
    assert.equal(
      (await send(`/groups/${groupId}/call-off`, await signedIn('group_lead', { group_id: groupId }), { reason: 'No' }))
        .statusCode,
      403,
    )
    assert.equal((await send(`/groups/${groupId}/call-off`, cookie, { reason: 'Too few schools' })).statusCode, 303)
    assert.match((await see(`/groups/${groupId}`, cookie)).body, />Cancelled<[\s\S]*Too few schools/)
  })
})
