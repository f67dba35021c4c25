import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { uploadOf } from '../../../test/support/old-lists.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makeProject,
  makeSchool,
  makeYear,
} from '../../../test/support/records.ts'
import { signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { discardTable, putInForce, takeBack } from './actions/keep-table.ts'
import { sendTable } from './actions/send-table.ts'
import { columnsOf, lackOf } from './columns.ts'
import { minutesIn } from './minutes.ts'
import { besideInForce, minutesToVenues, tableAtHub, tableInForce, waysAsked } from './queries.ts'
import { readTable } from './travel-table.ts'

const year = academicYear(2021)

describe('reading a table of minutes', () => {
  it('reads minutes however they are written, and says what is none', () => {
    const cases: readonly (readonly [string, number | RegExp])[] = [
      ['35', 35],
      ['34.6', 35],
      ['35 min', 35],
      ['1:10', 70],
      ['1 h 10', 70],
      ['01:10:00', 70],
      ['2 hours', 120],
      ['', /states no minutes/],
      ['-5', /“-5” is none/],
      ['soon', /write 35, or 1:10/],
      ['2100', /minutes, not seconds/],
    ]
    for (const [typed, meant] of cases) {
      const read = minutesIn(typed)
      if (meant instanceof RegExp) assert.match(String(read), meant, typed)
      else assert.equal(read, meant, typed)
    }
  })

  it('finds its columns by what they are called, and says which is missing', () => {
    const of = (headings: readonly string[]) => lackOf(columnsOf(headings))
    assert.equal(of(['School', 'URN', 'Postcode', 'Venue', 'Minutes']), null)
    assert.equal(of(['From school', 'To', 'Travel time (min)']), null)
    assert.deepEqual(Object.values(columnsOf(['URN', 'To URN', 'Postcode', 'To postcode', 'Minutes to the venue'])), [
      null,
      0,
      2,
      null,
      1,
      3,
      4,
    ])
    assert.match(of(['School', 'Minutes']) ?? '', /a column headed Venue: name its columns/)
    assert.match(of(['A', 'B']) ?? '', /School \(or URN\) and one headed Venue and one headed Minutes/)
  })

  it('takes each row it understands, and says of every other why not', () => {
    const open = { closed: null }
    const known = {
      schools: [
        { id: 'oak', name: 'Oak School', urn: 900_001, postcode: 'W3 9PP', ...open },
        { id: 'ash', name: 'Ash School', urn: 900_002, postcode: 'W5 1AA', ...open },
        { id: 'ash-2', name: 'Ash School', urn: 900_003, postcode: 'W5 2BB', ...open },
        {
          id: 'old',
          name: 'Old School',
          urn: 900_004,
          postcode: 'W7 1AA',
          closed: { followedBy: 'New School (URN 900005)' },
        },
      ],
      venues: [{ id: 'hall', name: 'The Hall', shortName: 'Hall', postcode: 'W4 1AA' }],
    }
    const row = (number: number, values: Record<string, string>) => ({
      ...{ number, school: '', urn: '', postcode: '', to: 'hall', toUrn: '', toPostcode: '', minutes: '20', ...values },
    })
    const cases: readonly (readonly [Record<string, string>, string | RegExp])[] = [
      [{ urn: '900001' }, 'oak venue hall'],
      [{ school: 'OAK school', to: 'W4 1AA' }, 'oak postcode W4 1AA'],
      [{ school: '900002', to: '', toUrn: '900001' }, 'ash organisation oak'],
      [{ school: 'Ash School', postcode: 'w52bb' }, 'ash-2 venue hall'],
      [{ postcode: 'W3 9PP', to: 'Ash School', toPostcode: 'W5 1AA' }, 'oak postcode W5 1AA'],
      [{ school: 'Ash School' }, /2 schools are called “Ash School”/],
      [{ school: 'Elm School' }, /No school is called “Elm School”/],
      [{ urn: '12' }, /six digits/],
      [{ urn: '900009' }, /No school has the URN 900009/],
      [{ school: 'Old School' }, /has closed: New School \(URN 900005\) follows it/],
      [{ school: 'Oak School', postcode: 'W5 1AA' }, /is not at W5 1AA/],
      [{ school: 'Oak School', to: 'The barn' }, /No venue of the hub and no school is called “The barn”/],
      [{ school: 'Oak School', to: 'W9 9ZZ' }, /No venue and no school is known at W9 9ZZ/],
      [{ school: 'Oak School', to: '' }, /does not say where to/],
      [{ minutes: '20' }, /names no school/],
      [{ urn: '900001', minutes: '25' }, /Row 1 states 20 minutes for the same way/],
    ]
    const { ways, refused } = readTable(
      cases.map(([values], at) => row(at + 1, values)),
      known,
    )
    const told = ways.map(({ organisationId, to }) =>
      [organisationId, to.kind, to.kind === 'postcode' ? to.postcode : to.id].join(' '),
    )
    assert.deepEqual(
      told,
      cases.flatMap(([, meant]) => (typeof meant === 'string' ? [meant] : [])),
    )
    const whys = cases.flatMap(([, meant], at) => (meant instanceof RegExp ? [[at + 1, meant] as const] : []))
    assert.deepEqual(
      refused.map((each) => each.row.number),
      whys.map(([number]) => number),
    )
    for (const [number, why] of whys)
      assert.match(refused.find((each) => each.row.number === number)?.reason ?? '', why)
  })
})

describe('a hub’s table of minutes', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let staffId: string
  let venueId: string
  const schools: { id: string; urn: number }[] = []
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(staffId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const send = (rows: readonly (readonly string[])[], fileName = 'ways.csv') =>
    sendTable(staff(), {
      hubId: hub.id,
      year,
      fileName,
      sheet: { readAs: 'CSV', rows: [['URN', 'Venue', 'Minutes'], ...rows] },
    })
  const told = async () => {
    const minutes = await minutesToVenues(db(), {
      hubId: hub.id,
      year,
      venueIds: [venueId],
      organisationIds: schools.map(({ id }) => id),
    })
    return schools.map(({ id }) => minutes.get(id)?.get(venueId) ?? null)
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    await makeYear(db())
    staffId = (await makePerson(db())).id
    for (const urn of [900_501, 900_502])
      schools.push({ id: await makeSchool(db(), { name: `School ${urn}`, urn }), urn })
    await db().updateTable('organisations').set({ postcode: 'W3 9PP' }).where('urn', '>=', 900_501).execute()
  })
  beforeEach(async () => {
    hub = await makeHub(db())
    venueId = newId()
    await db()
      .insertInto('venues')
      .values({
        id: venueId,
        hub_id: hub.id,
        organisation_id: schools[1]?.id ?? null,
        name: 'Hall',
        short_name: 'Hall',
        address: 'A street',
      })
      .execute()
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('counts only once it is confirmed, gives way to a later one, and comes back when that is taken back', async () => {
    const first = await send([['900501', 'Hall', '20']])
    assert.deepEqual(await told(), [null, null])
    await putInForce(staff(), { hubId: hub.id, id: first })
    await putInForce(staff(), { hubId: hub.id, id: first })
    assert.deepEqual(await told(), [20, null])
    // The school in which the venue lies, named instead of it.
    const second = await send([
      ['900501', '900502', '25'],
      ['900502', 'Hall', '0'],
      ['900599', 'Hall', '9'],
    ])
    const waiting = await tableAtHub(db(), hub.id, second)
    assert.equal(waiting?.refused[0]?.reason, 'No school has the URN 900599')
    assert.ok(waiting)
    assert.deepEqual(await besideInForce(db(), waiting), { fresh: 2, changed: 0, gone: 1 })
    await putInForce(staff(), { hubId: hub.id, id: second })
    assert.deepEqual(await told(), [25, 0])
    assert.equal((await tableAtHub(db(), hub.id, first))?.status, 'replaced')
    await takeBack(staff(), { hubId: hub.id, id: second })
    assert.deepEqual(await told(), [20, null])
    await takeBack(staff(), { hubId: hub.id, id: first })
    assert.equal(await tableInForce(db(), { hubId: hub.id, year }), null)
    await assert.rejects(putInForce(staff(), { hubId: hub.id, id: first }), Refused)
    const names = (await historyOf(db(), { type: 'travel-table', id: first })).map(({ name }) => name)
    assert.deepEqual(names.toSorted(), [
      'travel-times.put-in-force',
      'travel-times.replaced',
      'travel-times.restored',
      'travel-times.sent',
      'travel-times.taken-back',
    ])
  })

  it('counts for the school that follows a closed one, as where somebody sets out and as where a group meets', async () => {
    const [closed, met] = schools
    const [follows, metNow] = [await makeSchool(db(), { name: 'New' }), await makeSchool(db(), { name: 'Hall, new' })]
    const own = await makeSchool(db(), { name: 'With a row', urn: 900_503 })
    await putInForce(staff(), {
      hubId: hub.id,
      id: await send([
        ['900501', '900502', '25'],
        ['900503', 'Hall', '12'],
      ]),
    })
    const succeeds = (predecessor: string, successor: string) =>
      db()
        .insertInto('organisation_successors')
        .values({ predecessor_id: predecessor, successor_id: successor })
        .execute()
    await succeeds(closed?.id ?? '', follows)
    await succeeds(closed?.id ?? '', own)
    await succeeds(met?.id ?? '', metNow)
    await db().updateTable('venues').set({ organisation_id: metNow }).where('id', '=', venueId).execute()
    const of = { hubId: hub.id, year, venueIds: [venueId], organisationIds: [follows, own, closed?.id ?? ''] }
    const minutes = await minutesToVenues(db(), of)
    assert.deepEqual(
      [follows, own, closed?.id ?? ''].map((id) => minutes.get(id)?.get(venueId)),
      [25, 12, 25],
      'its own row before that of the school it follows',
    )
    await db().deleteFrom('organisation_successors').execute()
  })

  it('leaves one table in force when two are put in force at once', async () => {
    const ids = [await send([['900501', 'Hall', '20']]), await send([['900501', 'Hall', '30']])]
    await Promise.all(ids.map((id) => putInForce(staff(), { hubId: hub.id, id })))
    const { rows } = await test.installation.connections.pool.query<{ status: string }>(
      'select status from travel_tables where hub_id = $1 order by status',
      [hub.id],
    )
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['in_force', 'replaced'],
    )
  })

  it('is the hub’s own: others neither bring nor see nor keep it', async () => {
    const id = await send([['900501', 'Hall', '20']])
    const other = await makeHub(db())
    const stranger = test.as(actorWith(newId(), 'hub_administrator', { hubId: other.id, hubSlug: other.slug }))
    await assert.rejects(putInForce(stranger, { hubId: hub.id, id }), Forbidden)
    await assert.rejects(putInForce(stranger, { hubId: other.id, id }), NotFound)
    await discardTable(staff(), { hubId: hub.id, id })
    await assert.rejects(putInForce(staff(), { hubId: hub.id, id }), Refused)
    assert.equal((await tableAtHub(db(), hub.id, id))?.ways, 0)
    await assert.rejects(send([['x', 'Hall', '1']]), /No row of the file can be used. Row 2: “x” is no URN/)
  })

  it('is filled in from what placements ask for, brought, looked at and confirmed on pages', async () => {
    const projectId = await makeProject(db())
    const offerId = await makeOffer(db(), hub.id, projectId)
    await makeGroup(db(), hub.id, projectId, { offer_id: offerId, venue_id: venueId })
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: newId(),
        offer_id: offerId,
        project_id: projectId,
        organisation_id: schools[0]?.id ?? '',
        status: 'waiting',
        sender_name: 'Lead',
        sender_email: 'lead@school.example',
        sender_post: 'maths_subject_lead',
        created_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
        received_at: test.clock.now(),
      })
      .execute()
    assert.equal((await waysAsked(db(), { hubId: hub.id, year, tableId: null })).length, 1)
    const base = `/hub/${hub.slug}/travel-times`
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id }, staffId)
    const inject = (method: 'GET' | 'POST', url: string, file?: ReturnType<typeof uploadOf>) =>
      app.inject({
        method,
        url,
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...file?.headers },
        ...(file ? { payload: file.payload } : {}),
      })
    const toFillIn = await inject('GET', `${base}/to-fill-in.csv?year=2021-22`)
    assert.match(toFillIn.body, /School 900501,900501,W3 9PP,Hall,/)
    const latin = Buffer.from(
      'School;URN;Ort;Venue;Minutes\r\n"Sch\xf6ne; Schule";900501;x;"Hall";"1:05"\r\n;;;;\r\nNobody;;;Hall;7\r\n',
      'latin1',
    )
    const refused = await inject(
      'POST',
      base,
      uploadOf({ year: '2021-22' }, { name: 'empty.csv', bytes: Buffer.from('School,Minutes\n1,2\n') }),
    )
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /lacks a column headed Venue/)
    const sent = await inject('POST', base, uploadOf({ year: '2021-22' }, { name: 'wege.csv', bytes: latin }))
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 300))
    const address = sent.headers.location ?? ''
    const preview = (await inject('GET', address)).body
    assert.match(preview, /Nothing counts before you confirm it/)
    assert.match(preview, /No school is called “Nobody”: give its URN\./)
    assert.match(preview, /tells the minutes of every way/)
    assert.match((await inject('GET', `${address}/refused.csv`)).body, /Nobody,,,Hall,7,4,/)
    assert.equal((await inject('POST', `${address}/use`)).statusCode, 303)
    assert.deepEqual(await told(), [65, null])
    assert.match((await inject('GET', address)).body, /Take this table back/)
    assert.match((await inject('GET', base)).body, /wege\.csv/)
  })
})
