// What an independent reader of calendars makes of our invitations and feeds, over the whole life of sessions.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import ICAL from 'ical.js'
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
import { newId } from '../../vocabulary/ids.ts'
import { endPlace } from '../places/index.ts'
import { addSession, moveSession } from './actions/change-session.ts'
import { cancelSession, confirmSession, takeUpSession } from './actions/settle-session.ts'
import { tellEveryone } from './actions/tell-everyone.ts'
import { sweeps } from './jobs.ts'
import type { SessionDetails } from './session.ts'

type Entry = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly from: string
  readonly to: string
  readonly attendees: readonly string[]
}

/** Reads a calendar with no zone known but those whose rules are in its text. */
const entriesIn = (text: string): readonly Entry[] => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  )
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const moment = (name: 'dtstart' | 'dtend', time: ICAL.Time) => {
      const zone = zones.get(String(component.getFirstProperty(name)?.getParameter('tzid')))
      assert.ok(zone, 'every time names a zone whose rules are in the text')
      assert.equal(time.isDate, false, 'no session lasts all day')
      time.zone = zone
      return time.toJSDate().toISOString()
    }
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      from: moment('dtstart', event.startDate),
      to: moment('dtend', event.endDate),
      attendees: event.attendees.map((attendee) => String(attendee.getFirstValue()).replace(/^mailto:/i, '')),
    }
  })
}

/** A calendar as a person keeps it: an entry replaces one of its UID when it is of a later version, and a cancelled one is taken out (RFC 5546). */
const kept = (invitations: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const calendar = new Map<string, Entry>()
  const versions = new Map<string, number>()
  for (const entry of invitations) {
    const before = versions.get(entry.uid)
    assert.ok(
      before === undefined || entry.sequence > before,
      'each invitation is a revision of its own, later than all before',
    )
    versions.set(entry.uid, entry.sequence)
    if (entry.method === 'CANCEL') calendar.delete(entry.uid)
    else calendar.set(entry.uid, entry)
  }
  return calendar
}

describe('an independent reader of calendars', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let projectId: string
  let groupId: string
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const { see, send } = browser(() => app)
  const join = async () => {
    const person = await makePerson(db())
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
    await makeParticipant(db(), placeId, person.id)
    return { ...person, placeId }
  }
  const on = (date: string, from = '09:30', to = '14:30'): SessionDetails => ({
    title: null,
    kind: 'workshop',
    onDate: Temporal.PlainDate.from(date),
    startsAt: Temporal.PlainTime.from(from),
    endsAt: Temporal.PlainTime.from(to),
    mode: 'venue',
    venueId: null,
    hostOrganisationId: null,
    onlineLink: null,
    practicalNotes: null,
  })
  const meet = (date: string, from?: string, to?: string) =>
    addSession(staff(), { groupId, status: 'confirmed', details: on(date, from, to) })
  const sentTo = async ({ address }: { address: string }): Promise<readonly Entry[]> => {
    const rows = await db()
      .selectFrom('messages')
      .select('invitations')
      .where('to_address', '=', address)
      .orderBy('id')
      .execute()
    return rows.flatMap(({ invitations }) =>
      (invitations as unknown as { method: string; text: string }[]).flatMap(({ method, text }) => {
        const entries = entriesIn(text)
        assert.deepEqual(
          entries.map((entry) => entry.method),
          [method],
          'one entry, of the method that the mail says',
        )
        return entries
      }),
    )
  }
  const calendarOf = async (person: { address: string }) => [...kept(await sentTo(person)).values()]
  const feedAt = async (page: string, cookie: string) => {
    const address = /value="(http[^"]+\.ics)"/.exec((await see(page, cookie)).body)?.[1] ?? ''
    return new URL(address).pathname
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db())
    projectId = await makeProject(db())
  })
  beforeEach(async () => {
    groupId = await makeGroup(db(), hub.id, projectId)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('keeps one entry while a session is made, moved, cancelled and restored', async () => {
    const person = await join()
    const sessionId = await meet('2021-11-17')
    await tellEveryone(staff(), groupId)
    const [made] = await calendarOf(person)
    assert.deepEqual(
      [made?.from, made?.to, made?.status, made?.attendees],
      ['2021-11-17T09:30:00.000Z', '2021-11-17T14:30:00.000Z', 'CONFIRMED', [person.address]],
    )
    await moveSession(staff(), { sessionId, details: on('2022-05-18', '10:00', '15:00') })
    const [moved, ...others] = await calendarOf(person)
    assert.deepEqual([moved?.uid, moved?.from, others], [made?.uid, '2022-05-18T09:00:00.000Z', []])
    await cancelSession(staff(), { sessionId, reason: 'The lead is ill.' })
    assert.deepEqual(await calendarOf(person), [])
    await takeUpSession(staff(), { sessionId })
    await confirmSession(staff(), { sessionId })
    await tellEveryone(staff(), groupId)
    const [restored] = await calendarOf(person)
    assert.deepEqual(
      [restored?.uid, restored?.from, restored?.status],
      [made?.uid, '2022-05-18T09:00:00.000Z', 'CONFIRMED'],
    )
    const sent = await sentTo(person)
    assert.deepEqual(
      sent.map(({ method }) => method),
      ['REQUEST', 'REQUEST', 'CANCEL', 'REQUEST'],
    )
    const sequences = sent.map(({ sequence }) => sequence)
    assert.ok(
      sequences.every((sequence, at) => at === 0 || sequence > (sequences[at - 1] ?? 0)),
      String(sequences),
    )
    assert.equal(sent[2]?.status, 'CANCELLED')
  })

  it('takes the dates from who leaves and gives them to who comes instead', async () => {
    const [old, stays] = [await join(), await join()]
    await meet('2021-11-24')
    await meet('2022-02-02')
    await tellEveryone(staff(), groupId)
    assert.equal((await calendarOf(old)).length, 2)
    await endPlace(staff(), old.placeId, 'Moved away')
    await sweeps['call-off-dates']?.(test.system())
    const next = await join()
    await tellEveryone(staff(), groupId)
    assert.deepEqual(await calendarOf(old), [])
    assert.deepEqual(
      (await calendarOf(next)).map(({ from }) => from),
      ['2021-11-24T09:30:00.000Z', '2022-02-02T09:30:00.000Z'],
    )
    assert.deepEqual((await calendarOf(next))[0]?.attendees, [next.address])
    assert.equal((await sentTo(stays)).length, 2, 'who stays is told nothing new')
    const taken = await sentTo(old)
    assert.deepEqual(
      taken.map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['REQUEST', 0],
        ['CANCEL', 1],
        ['CANCEL', 1],
      ],
      'who leaves gets a revision that counts',
    )
  })

  it('takes one session from somebody alone, gives it back, and moves it: each a later revision, and the others hear of the move alone', async () => {
    const [swapped, stays] = [await join(), await join()]
    const sessionId = await meet('2021-11-24')
    await tellEveryone(staff(), groupId)
    const participant = await db()
      .selectFrom('participants')
      .select('id')
      .where('person_id', '=', swapped.id)
      .executeTakeFirstOrThrow()
    const comes = (says: boolean) =>
      db()
        .insertInto('who_comes')
        .values({
          session_id: sessionId,
          participant_id: participant.id,
          comes: says,
          stated_by: 'hub',
          stated_at: test.system().now,
        })
        .onConflict((conflict) => conflict.columns(['session_id', 'participant_id']).doUpdateSet({ comes: says }))
        .execute()
    await comes(false)
    await sweeps['call-off-dates']?.(test.system())
    assert.deepEqual(await calendarOf(swapped), [])
    await comes(true)
    await tellEveryone(staff(), groupId)
    await comes(false)
    await sweeps['call-off-dates']?.(test.system())
    await comes(true)
    await tellEveryone(staff(), groupId)
    await moveSession(staff(), { sessionId, details: on('2022-03-28') })
    assert.deepEqual(
      (await calendarOf(swapped)).map(({ from }) => from),
      ['2022-03-28T08:30:00.000Z'],
    )
    assert.deepEqual(
      (await sentTo(swapped)).map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['CANCEL', 1],
        ['REQUEST', 2],
        ['CANCEL', 3],
        ['REQUEST', 4],
        ['REQUEST', 5],
      ],
    )
    assert.deepEqual(
      (await sentTo(stays)).map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['REQUEST', 1],
      ],
    )
  })

  it('finds the sessions of shared groups in the feed of a partner hub, without anybody’s name', async () => {
    const person = await join()
    await meet('2021-11-24')
    const partner = await makeHub(db())
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: partner.id })
    const feed = await feedAt(`/hub/${partner.slug}/calendar`, cookie)
    assert.equal(entriesIn((await see(feed)).body).length, 0)
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    const { body } = await see(feed)
    assert.deepEqual(
      entriesIn(body).map(({ from, attendees }) => [from, attendees]),
      [['2021-11-24T09:30:00.000Z', []]],
    )
    assert.doesNotMatch(body, new RegExp(`${person.name}|${person.address}`))
  })

  it('has the right minute round both clock changes, in mail and in the feeds of person, group and hub; without a date there is no entry', async () => {
    const person = await join()
    const days: readonly (readonly [date: string, from: string, to: string, begins: string, ends: string])[] = [
      ['2021-10-30', '09:30', '14:30', '2021-10-30T08:30:00.000Z', '2021-10-30T13:30:00.000Z'],
      ['2021-10-31', '00:30', '03:30', '2021-10-30T23:30:00.000Z', '2021-10-31T03:30:00.000Z'],
      ['2021-11-01', '09:30', '14:30', '2021-11-01T09:30:00.000Z', '2021-11-01T14:30:00.000Z'],
      ['2022-03-26', '09:30', '14:30', '2022-03-26T09:30:00.000Z', '2022-03-26T14:30:00.000Z'],
      ['2022-03-27', '00:30', '04:30', '2022-03-27T00:30:00.000Z', '2022-03-27T03:30:00.000Z'],
      ['2022-03-28', '09:30', '14:30', '2022-03-28T08:30:00.000Z', '2022-03-28T13:30:00.000Z'],
    ]
    for (const [date, from, to] of days) await meet(date, from, to)
    await addSession(staff(), { groupId, details: { ...on('2021-11-17'), onDate: null, startsAt: null, endsAt: null } })
    await tellEveryone(staff(), groupId)
    const expected = days.map(([, , , begins, ends]) => `${begins} ${ends}`)
    const spans = (entries: readonly Entry[]) => entries.map(({ from, to }) => `${from} ${to}`)
    assert.deepEqual(spans(await calendarOf(person)), expected)
    const atHub = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const pages: readonly (readonly [string, string])[] = [
      ['/account/calendar', await cookieOf(test, person.id)],
      [`/groups/${groupId}/calendar`, atHub],
      [`/hub/${hub.slug}/calendar`, atHub],
    ]
    for (const [page, cookie] of pages) {
      const feed = await see(await feedAt(page, cookie))
      assert.equal(feed.statusCode, 200, page)
      const entries = entriesIn(feed.body)
      for (const span of expected) assert.ok(spans(entries).includes(span), `${page}: ${span}`)
      assert.ok(entries.every(({ method, attendees }) => method === 'PUBLISH' && attendees.length === 0))
      assert.doesNotMatch(feed.body, new RegExp(person.address))
    }
  })

  it('finds nothing any more at an address that was renewed', async () => {
    const person = await join()
    const atHub = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const other = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    const pages = [
      ['/account/calendar', await cookieOf(test, person.id)],
      [`/groups/${groupId}/calendar`, atHub],
      [`/hub/${hub.slug}/calendar`, atHub],
    ] as const
    const before = await Promise.all(pages.map(([page, cookie]) => feedAt(page, cookie)))
    // Links carry the second in which they were made: the old ones are of an earlier one.
    await new Promise((resolve) => setTimeout(resolve, 1001 - (Date.now() % 1000)))
    for (const [at, [page, cookie]] of pages.entries()) {
      const old = before[at] ?? ''
      assert.equal((await see(old)).statusCode, 200)
      assert.equal((await send(page, {}, cookie)).statusCode, 303)
      assert.notEqual((await see(old)).statusCode, 200, page)
      assert.equal((await see(await feedAt(page, cookie))).statusCode, 200, page)
    }
    for (const [page] of pages.slice(1)) {
      assert.equal((await see(page, other)).statusCode, 404)
      assert.equal((await send(page, {}, other)).statusCode, 404)
    }
  })
})
