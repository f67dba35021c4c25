import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
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
import { Forbidden, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { publishFigure } from './actions/publish-figure.ts'
import { csvOf } from './csv.ts'
import { apart, populations, snapshotOf, sumOf } from './indicator.ts'
import { readFilter } from './pages/network.form.ts'
import { figuresOf, organisationsOf, publishedFigure } from './queries.ts'
import { pathwayFlows } from './stage-flow.ts'

const instant = (text: string) => Temporal.Instant.from(text)

describe('figures as a file', () => {
  it('do no harm in a spreadsheet, whatever a name begins with', () =>
    assert.equal(
      csvOf([['=SUM(A1)', '+44', 'St "John", Leigh', 3, -2]]),
      `\uFEFF'=SUM(A1),'+44,"St ""John"", Leigh",3,-2\r\n`,
    ))
})

describe('what an address of the national picture asks for', () => {
  const now = { now: instant('2021-10-18T08:00:00Z'), today: Temporal.PlainDate.from('2021-10-18') }
  it('is the end of a past day, in local time', () =>
    assert.equal(
      readFilter(new URLSearchParams({ 'as-at': '2021-10-01' }), now).asAt.toString(),
      '2021-10-01T22:59:59.999999Z',
    ))
  it('is now for today, for days to come and for nonsense', () => {
    for (const typed of ['2021-10-18', '2030-01-01', 'soon', ''])
      assert.equal(readFilter(new URLSearchParams({ 'as-at': typed }), now).asAt.toString(), '2021-10-18T08:00:00Z')
  })
  it('is the current year when none is meant', () =>
    assert.equal(readFilter(new URLSearchParams({ year: 'x' }), now).year, 2021))
})

describe('stages over the years', () => {
  it('are columns of years with streams between them', () => {
    const flow = (stage: string, position: number, year: number, next: string | null, count: number) => ({
      pathway: 'Primary',
      stage,
      position,
      year,
      next,
      count,
    })
    const [primary] = pathwayFlows([
      flow('Development', 2, 2020, 'Embedding', 5),
      flow('Development', 2, 2020, null, 2),
      flow('Embedding', 3, 2021, null, 5),
    ])
    assert.deepEqual(
      primary?.columns.map(({ year, nodes }) => [year, nodes.map(({ stage, count }) => `${stage} ${count}`)]),
      [
        [2020, ['Development 7']],
        [2021, ['Embedding 5']],
      ],
    )
    assert.deepEqual(primary?.streams, [{ year: 2020, from: 'Development', to: 'Embedding', count: 5 }])
  })
})

describe('the four figures', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let projectId: string
  let team: string
  const db = () => there.installation.connections.kysely
  const figures = async (asAt: string, more = {}) =>
    sumOf(await figuresOf(db(), { year: 2021, asAt: instant(asAt), hubId: null, projectId: null, ...more }))
  const interest = async (organisationId: string, at: string | null) => {
    const offerId = await makeOffer(db(), hub.id, projectId)
    const received = at ? instant(at) : null
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: newId(),
        offer_id: offerId,
        project_id: projectId,
        organisation_id: organisationId,
        status: at ? 'received' : 'draft',
        sender_name: 'A',
        sender_email: 'a@school.example',
        sender_post: 'maths_lead',
        created_at: instant('2021-09-01T08:00:00Z'),
        confirmed_email_at: received,
        received_at: received,
      })
      .execute()
  }

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    projectId = await makeProject(db())
    team = (await makePerson(db())).id
    const [one, two] = [await makeSchool(db()), await makeSchool(db())]
    await interest(one, '2021-09-10T08:00:00Z')
    await interest(one, '2021-09-11T08:00:00Z')
    await interest(two, '2021-10-10T08:00:00Z')
    await interest(two, null)
    const groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const place = await makePlace(db(), { groupId, projectId, organisationId: one })
    const released = await makePlace(db(), { groupId, projectId: await makeProject(db()), organisationId: two })
    await makePlace(db(), {
      groupId,
      projectId: await makeProject(db()),
      organisationId: await makeSchool(db()),
      status: 'offered',
    })
    await db()
      .updateTable('places')
      .set({ status: 'released', ended_at: instant('2021-10-01T08:00:00Z') })
      .where('id', '=', released)
      .execute()
    await db().updateTable('places').set({ held_at: null }).where('status', '=', 'offered').execute()
    const participant = await makeParticipant(db(), place, team)
    const sessionId = await makeSession(db(), groupId, { status: 'held' })
    const mark = async (name: string, at: string, replaces: string | null) => {
      const id = newId()
      await db()
        .insertInto('marks')
        .values({
          id,
          session_id: sessionId,
          participant_id: participant,
          mark: name,
          recorded_by_person_id: team,
          recorded_at: instant(at),
          received_at: instant(at),
          replaces_mark_id: replaces,
        })
        .execute()
      return id
    }
    const first = await mark('present', '2021-11-17T12:00:00Z', null)
    const second = await mark('absent', '2021-11-18T12:00:00Z', first)
    await mark('online', '2021-11-19T12:00:00Z', second)
  })
  after(() => there.release())

  it('count interest from when it was received, and places that were held and not given back', async () => {
    assert.deepEqual(await figures('2021-09-30T00:00:00Z'), { interest: 2, places: 2, participation: 0, completion: 0 })
    assert.deepEqual(await figures('2021-10-18T08:00:00Z'), { interest: 3, places: 1, participation: 0, completion: 0 })
  })

  it('are today what they were on a past day, through every correction of the register since', async () => {
    assert.equal((await figures('2021-11-17T13:00:00Z')).participation, 1)
    assert.equal((await figures('2021-11-18T13:00:00Z')).participation, 0)
    assert.equal((await figures('2021-11-19T13:00:00Z')).participation, 1)
  })

  it('count an organisation once however often it asks, and keep hubs apart', async () => {
    const filter = { year: 2021, asAt: instant('2021-11-20T08:00:00Z'), hubId: null, projectId: null }
    assert.equal((await organisationsOf(db(), filter)).national.interest, 2)
    assert.deepEqual(sumOf(await figuresOf(db(), { ...filter, hubId: (await makeHub(db())).id })), {
      interest: 0,
      places: 0,
      participation: 0,
      completion: 0,
    })
  })

  it('count projects that a hub devised for itself apart from those of the national catalogue', async () => {
    const asAt = instant('2021-11-20T08:00:00Z')
    const filter = { year: 2021, asAt, hubId: null, projectId: null }
    const before = apart(await figuresOf(db(), filter))
    const organisations = await organisationsOf(db(), filter)
    const own = await makeProject(db(), { hub_id: hub.id })
    const group = await makeGroup(db(), hub.id, own, { status: 'running' })
    const place = await makePlace(db(), { groupId: group, projectId: own, organisationId: await makeSchool(db()) })
    const all = await figuresOf(db(), filter)
    const { national, own: owns } = apart(all)
    assert.deepEqual(sumOf(national), sumOf(before.national))
    assert.deepEqual([sumOf(before.own).places, sumOf(owns).places], [0, 1])
    const after = await organisationsOf(db(), filter)
    assert.deepEqual(after.national, organisations.national)
    assert.deepEqual([organisations.own.places, after.own.places], [0, 1])
    const snapshot = snapshotOf('places', all, after.national.places)
    assert.deepEqual([snapshot.total, snapshot.own], [sumOf(national).places, 1])
    assert.equal(
      snapshot.rows.reduce((sum, { count }) => sum + count, 0),
      snapshot.total,
    )
    assert.match(populations.places, /counted apart/)
    await db().deleteFrom('places').where('id', '=', place).execute()
  })

  it('stay as they were published, whatever happens later, and nobody can change them', async () => {
    there.clock.set('2021-11-17T13:00:00Z')
    const national = there.as(actorWith(team, 'national_team'))
    const id = await publishFigure(national, { indicator: 'participation', year: 2021, asAt: there.clock.now() })
    const figure = await publishedFigure(db(), id)
    assert.deepEqual([figure?.figures.total, figure?.figures.organisations, figure?.figures.rows.length], [1, 1, 1])
    assert.match(figure?.definition ?? '', /at least one session/)
    await assert.rejects(
      db().updateTable('published_figures').set({ year: 2021 }).where('id', '=', id).execute(),
      /permission denied/,
    )
    await assert.rejects(db().deleteFrom('published_figures').where('id', '=', id).execute(), /permission denied/)
  })

  it('are published by the national team alone, and never for a day to come', async () => {
    const input = { indicator: 'interest' as const, year: 2021, asAt: there.clock.now() }
    await assert.rejects(publishFigure(there.as(actorWith(team, 'analyst')), input), Forbidden)
    await assert.rejects(
      publishFigure(there.as(actorWith(team, 'national_team')), {
        ...input,
        asAt: there.clock.now().add({ hours: 1 }),
      }),
      Refused,
    )
  })
})
