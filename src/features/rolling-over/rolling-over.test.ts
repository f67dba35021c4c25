import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeCriterion,
  makeHub,
  makeOffer,
  makePerson,
  makePolicy,
  makeProject,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { json } from '../../platform/database/index.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { workingLayout } from '../years/index.ts'
import { carryOffers } from './actions/carry-offers.ts'
import { rollYear } from './actions/roll-year.ts'
import { tickPoint } from './actions/tick-point.ts'
import { standingOf } from './attention.ts'
import { carryKey, offerFateOf, offerNamed } from './offer-over.ts'
import { offersToCarry } from './offer-queries.ts'
import { rollingOf } from './queries.ts'
import { draftToReview } from './review-queries.ts'
import { fateOf } from './rolling.ts'

const [from, to] = [academicYear(2021), academicYear(2022)]
let there: TestInstallation
let app: FastifyInstance
let [leadership, byHand, closed] = ['', '', '']
let farida = ''
const db = () => there.installation.connections.kysely
const pool = () => there.installation.connections.pool
const team = () => there.as(actorWith(farida, 'national_team'))
const { see, send } = browser(() => app)

const section = (projectId: string, key: string, heading: string, body: string, position: number) =>
  db()
    .insertInto('project_sections')
    .values({ id: newId(), project_id: projectId, key, heading, body, position })
    .execute()
const successorOf = async (id: string) => {
  const { rows } = await pool().query(
    'select p.* from projects p join project_lineage l on l.project_id = p.id where l.earlier_project_id = $1 and p.year = 2022',
    [id],
  )
  return rows
}
const entriesOf = async (): Promise<readonly string[]> => {
  const { layout } = await workingLayout(db(), to)
  const { rows } = await pool().query('select id, title from projects')
  const titleOf = (id: string): string => rows.find((row) => row.id === id)?.title ?? 'nothing'
  const named = (id: string | null): string => {
    const section = layout.sections.find((each) => each.id === id)
    return section ? `${section.parent ? `${named(section.parent)} / ` : ''}${section.title}` : 'nowhere'
  }
  return layout.sections
    .flatMap(({ id, projects }) => projects.map((project) => `${named(id)}: ${titleOf(project)}`))
    .toSorted()
}

before(async () => {
  there = await testInstallation()
  app = await createApp(there.installation)
  farida = (await makePerson(db(), 'Farida Test')).id
  await db()
    .insertInto('networks')
    .values({ id: newId(), name: 'Hubs', coordinator: 'C', time_zone: 'Europe/London', year_starts_in_month: 9 })
    .execute()
  const hub = await makeHub(db())
  leadership = await makeProject(db(), {
    ...{ title: 'Subject Leadership', slug: 'subject-leadership', code: 'NCP21-15', is_new: true, formerly: 'Heads' },
    ...{ running_since: '2018', running_since_source: 'the flyer', partner_bodies: ['AMSP'], days_min: 3, days_max: 4 },
  })
  closed = await makeProject(db(), { title: 'Closed one', slug: 'closed-one', status: 'closed' })
  byHand = await makeProject(db(), { title: 'Renamed one', slug: 'renamed-one' })
  await makeProject(db(), { title: 'Withdrawn one', slug: 'withdrawn-one', status: 'withdrawn' })
  await makeProject(db(), { title: 'Draft one', slug: 'draft-one', status: 'draft', published_at: null })
  await makeProject(db(), { title: 'Own one', slug: 'own-one', hub_id: hub.id })
  await makeProject(db(), { title: 'Same address', slug: 'same-address' })
  await db()
    .insertInto('academic_years')
    .values({
      year: 2022,
      starts_on: Temporal.PlainDate.from('2022-09-01'),
      ends_on: Temporal.PlainDate.from('2023-08-31'),
    })
    .execute()
  const other = await makeProject(db(), {
    year: 2022,
    title: 'New name',
    slug: 'new-name',
    status: 'draft',
    published_at: null,
  })
  await db()
    .insertInto('project_lineage')
    .values({ project_id: other, earlier_project_id: byHand, kind: 'renamed' })
    .execute()
  await makeProject(db(), {
    year: 2022,
    title: 'Same address',
    slug: 'same-address',
    status: 'draft',
    published_at: null,
  })
  await db()
    .insertInto('names_later')
    .values({
      id: newId(),
      project_id: leadership,
      by_on: Temporal.PlainDate.from('2021-09-30'),
      set_at: there.clock.now(),
    })
    .execute()
  await section(leadership, 'outline', 'Outline', 'Now in its fourth year. Built upon in 2021/22.', 0)
  await section(leadership, 'resources', 'Resources', 'A handbook.', 1)
  const theme = newId()
  await db()
    .insertInto('project_themes')
    .values({
      ...{ id: theme, project_id: leadership, kind: 'theme', suffix: 'Mentor' },
      ...{ title: 'Mentors', focus: 'Mentoring', position: 0 },
    })
    .execute()
  await makeCriterion(db(), leadership, {
    sentence: 'Heads of maths',
    rule: { fact: 'commitment', key: 'year', declared: true },
  })
  await makeCriterion(db(), leadership, {
    sentence: 'Mentors too',
    rule: { fact: 'commitment', key: 'mentor', declared: true },
  })
  await db().updateTable('criteria').set({ theme_id: theme }).where('sentence', '=', 'Mentors too').execute()
  await db()
    .insertInto('project_outcomes')
    .values({ id: newId(), project_id: leadership, audience: 'participants', outcome: 'lead well', position: 0 })
    .execute()
  const [top, family] = [newId(), newId()]
  await db()
    .insertInto('catalogue_sections')
    .values([
      {
        id: top,
        year: 2021,
        key: 'secondary',
        title: 'Secondary',
        introduction: 'In 2021/22 for schools',
        position: 0,
      },
      { id: family, year: 2021, key: 'leaders', title: 'Leaders', parent_id: top, position: 0 },
    ])
    .execute()
  await db()
    .insertInto('catalogue_entries')
    .values([
      { section_id: family, project_id: leadership, position: 0 },
      { section_id: top, project_id: closed, position: 1 },
      { section_id: top, project_id: byHand, position: 2 },
    ])
    .execute()
  await db()
    .insertInto('year_notices')
    .values({ id: newId(), year: 2021, position: 0, heading: 'Recovery', body: 'Blend' })
    .execute()
})
after(async () => {
  await app.close()
  await there.release()
})

describe('a year that is rolled over', () => {
  it('shows first what would become of every project', async () => {
    const fates = (await rollingOf(db(), from)).projects.map((project) => `${project.title}: ${fateOf(project)}`)
    assert.deepEqual(fates, [
      'Closed one: drafted',
      'Draft one: not_published',
      'Renamed one: continued',
      'Same address: in_the_way',
      'Subject Leadership: drafted',
      'Withdrawn one: withdrawn',
    ])
    const cookie = await signedInAs(there, 'national_team')
    const preview = (await see('/network/years/2021-22/roll-over', cookie)).body
    assert.match(preview, /Make 2 drafts of 2022\/23/)
    assert.match(preview, /the code NCP21-15, the mark “new”, “formerly Heads”/)
    assert.match(preview, /Notices of the year: Recovery/)
    assert.equal((await see('/network/years/1999-00/roll-over', cookie)).statusCode, 404)
  })

  it('is the national team’s to roll, and needs something to carry', async () => {
    await assert.rejects(rollYear(there.as(actorWith(farida, 'analyst')), from), Forbidden)
    await assert.rejects(rollYear(team(), academicYear(2023)), Refused)
  })

  it('makes each draft once, whoever rolls it at the same moment, and however often', async () => {
    const made = await Promise.all([rollYear(team(), from), rollYear(team(), from), rollYear(team(), from)])
    assert.deepEqual(made.toSorted(), [0, 0, 2])
    assert.equal(await rollYear(team(), from), 0)
    assert.equal((await successorOf(leadership)).length, 1)
    const history = await historyOf(db(), { type: 'project', id: leadership })
    assert.equal(history.filter(({ name }) => name === 'project.rolled-over').length, 1)
  })

  it('carries text, promises, themes, rules and since when it runs; leaves code, mark and former title behind', async () => {
    const [draft] = await successorOf(leadership)
    assert.deepEqual(
      [draft.status, draft.code, draft.is_new, draft.formerly, draft.published_at, draft.running_since],
      ['draft', null, false, null, null, '2018'],
    )
    assert.deepEqual(
      [draft.running_since_source, draft.partner_bodies, draft.slug],
      ['the flyer', ['AMSP'], 'subject-leadership'],
    )
    const { rows } = await pool().query(
      `select (select string_agg(heading, ', ' order by position) from project_sections where project_id = $1) as sections,
        (select string_agg(outcome, ', ') from project_outcomes where project_id = $1) as outcomes,
        (select string_agg(c.sentence || ' ' || coalesce(t.suffix, '-') || ' ' || coalesce((t.project_id = $1)::text, '-'), ', ' order by c.position)
          from criteria c left join project_themes t on t.id = c.theme_id where c.project_id = $1) as rules`,
      [draft.id],
    )
    assert.deepEqual(rows[0], {
      sections: 'Outline, Resources',
      outcomes: 'lead well',
      rules: 'Heads of maths - -, Mentors too Mentor true',
    })
    const old = await pool().query('select code, is_new, formerly, status from projects where id = $1', [leadership])
    assert.deepEqual(old.rows[0], { code: 'NCP21-15', is_new: true, formerly: 'Heads', status: 'published' })
    const names = await pool().query<{ by: string }>(
      'select by_on::text as by from names_later where project_id = $1',
      [draft.id],
    )
    assert.deepEqual(names.rows, [{ by: '2022-09-30' }])
    const points = await pool().query<{ words: string }>(
      `select words from review_points where project_id = $1 and kind = 'names_by'`,
      [draft.id],
    )
    assert.deepEqual(points.rows, [{ words: 'Names may come until 30 September 2022, moved on by a year' }])
    assert.equal((await pool().query('select count(*)::int as n from year_notices where year = 2022')).rows[0].n, 0)
  })

  it('lays the new year out like the old one, and picks up later what is added to the old year', async () => {
    assert.deepEqual(await entriesOf(), ['Secondary / Leaders: Subject Leadership', 'Secondary: Closed one'])
    const late = await makeProject(db(), { title: 'Late one', slug: 'late-one' })
    await db()
      .insertInto('catalogue_entries')
      .values({
        project_id: late,
        position: 3,
        section_id: (
          await db()
            .selectFrom('catalogue_sections')
            .select('id')
            .where('year', '=', 2021)
            .where('key', '=', 'secondary')
            .executeTakeFirstOrThrow()
        ).id,
      })
      .execute()
    assert.equal(await rollYear(team(), from), 1)
    assert.equal((await successorOf(late)).length, 1)
    assert.deepEqual(await entriesOf(), [
      'Secondary / Leaders: Subject Leadership',
      'Secondary: Closed one',
      'Secondary: Late one',
    ])
    assert.equal((await successorOf(byHand))[0]?.title, 'New name')
  })
})

describe('the review list', () => {
  const review = async () => {
    const [project] = await successorOf(leadership)
    const draft = await draftToReview(db(), project.id)
    assert.ok(draft)
    return { draft, points: standingOf(draft.kept, draft.points) }
  }

  it('says of each draft what a new year may have made untrue', async () => {
    const { points } = await review()
    assert.deepEqual(points.map(({ kind, standing }) => `${kind} ${standing}`).toSorted(), [
      'code open',
      'names_by open',
      'ordinal open',
      'partner open',
      'year open',
    ])
  })

  it('is ticked off by somebody, opened again, and settles itself where the draft is mended', async () => {
    const cookie = await signedInAs(there, 'national_team')
    const { draft, points } = await review()
    const partner = points.find(({ kind }) => kind === 'partner')
    assert.ok(partner)
    const address = `/network/years/2022-23/review/${draft.id}`
    assert.equal((await send(address, { key: partner.key, act: 'done' }, cookie)).statusCode, 303)
    const done = (await see('/network/years/2022-23/review?show=all', cookie)).body
    assert.match(done, /Ticked off<\/strong> by Person \d+ on 18 October 2021/)
    await tickPoint(team(), { projectId: draft.id, key: partner.key, isDone: true })
    const ticks = (await historyOf(db(), { type: 'project', id: draft.id })).filter(
      ({ name }) => name === 'review.ticked',
    )
    assert.equal(ticks.length, 1)
    assert.deepEqual(ticks[0]?.particulars['note'], 'Partner to confirm: Partners')
    await db().updateTable('projects').set({ code: 'NCP22-15' }).where('id', '=', draft.id).execute()
    await db()
      .updateTable('project_sections')
      .set({ body: 'It goes on.' })
      .where('project_id', '=', draft.id)
      .where('key', '=', 'outline')
      .execute()
    const after = (await review()).points
    assert.deepEqual(after.map(({ kind, standing }) => `${kind} ${standing}`).toSorted(), [
      'code settled',
      'names_by open',
      'ordinal settled',
      'partner ticked',
      'year settled',
    ])
    await tickPoint(team(), { projectId: draft.id, key: partner.key, isDone: false })
    assert.equal((await review()).points.find(({ kind }) => kind === 'partner')?.standing, 'open')
  })

  it('says which introductions of the catalogue name another year', async () => {
    const cookie = await signedInAs(there, 'national_team')
    const list = (await see('/network/years/2022-23/review', cookie)).body
    assert.match(list, /How the year is laid out[\s\S]*In 2021\/22 for schools/)
  })

  it('takes no tick for what is not there, from others, or for another year', async () => {
    const { draft } = await review()
    await assert.rejects(tickPoint(team(), { projectId: draft.id, key: 'no such', isDone: true }), NotFound)
    await assert.rejects(tickPoint(team(), { projectId: leadership, key: 'no such', isDone: true }), NotFound)
    await assert.rejects(
      tickPoint(there.as(actorWith(farida, 'analyst')), { projectId: draft.id, key: 'x', isDone: true }),
      Forbidden,
    )
    const cookie = await signedInAs(there, 'national_team')
    assert.equal((await send(`/network/years/2021-22/review/${draft.id}`, { key: 'x' }, cookie)).statusCode, 404)
  })
})

describe('offers of a hub', () => {
  const hubActor = (one: { id: string; slug: string }) =>
    there.as(actorWith(farida, 'hub_administrator', { hubId: one.id, hubSlug: one.slug }))
  let ours = { id: '', slug: '' }
  let [offer, second, waiting] = ['', '', '']
  const keyOf = async (offerId: string) => {
    const found = (await offersToCarry(db(), ours.id, from)).find((each) => each.offerId === offerId)
    assert.ok(found)
    return carryKey(found)
  }
  const fates = async () =>
    (await offersToCarry(db(), ours.id, from)).map((each) => `${offerNamed(each)}: ${offerFateOf(each)}`)
  const venue = async (values: { retired_on?: Temporal.PlainDate } = {}) => {
    const id = newId()
    await db()
      .insertInto('venues')
      .values({ id, hub_id: ours.id, name: 'A venue', short_name: 'A venue', address: 'Somewhere', ...values })
      .execute()
    return id
  }

  before(async () => {
    ours = await makeHub(db(), 'ours')
    const partner = await makeHub(db(), 'partner')
    const terms = { contact_email: 'us@hub.example', practical_notes: 'Lunch in 2021/22', dates_note: 'To follow' }
    const asking = { registering: 'outside', registering_address: 'https://us.example/form' }
    const room = { most_organisations: 24, most_people: 48, fewest_organisations: 6 }
    offer = await makeOffer(db(), ours.id, leadership, {
      ...{ ...terms, ...asking, ...room, slug: 'subject-leadership', lead_note: 'Ann leads', venue_id: await venue() },
      ...{
        policy_id: await makePolicy(db(), ours.id, { name: 'Usual' }),
        opens_on: Temporal.PlainDate.from('2021-09-01'),
      },
      theme_id: (
        await db()
          .selectFrom('project_themes')
          .select('id')
          .where('project_id', '=', leadership)
          .executeTakeFirstOrThrow()
      ).id,
    })
    await makePolicy(db(), ours.id, { name: 'Usual', version: 2, amount_pence: 5000 })
    second = await makeOffer(db(), ours.id, leadership, {
      ...{
        slug: 'subject-leadership-online',
        venue_id: await venue({ retired_on: Temporal.PlainDate.from('2021-10-01') }),
      },
    })
    waiting = await makeOffer(db(), ours.id, closed, { slug: 'closed-one', status: 'closed' })
    await makeOffer(db(), ours.id, leadership, { slug: 'a-draft', status: 'draft' })
    await makeOffer(db(), ours.id, await makeProject(db(), { title: 'Ending one' }), { slug: 'ending-one' })
    const [criterion] = await db()
      .selectFrom('criteria')
      .select(['id', 'sentence'])
      .where('project_id', '=', leadership)
      .orderBy('position')
      .execute()
    const widened = criterion ?? { id: '', sentence: '' }
    const rule = json({ fact: 'post', is: 'maths_subject_lead' })
    const narrows = { id: newId(), sentence: 'Ours alone', position: 0, strength: 'required', offer_id: offer, rule }
    await db()
      .insertInto('offer_rules')
      .values([
        narrows,
        {
          ...narrows,
          id: newId(),
          sentence: 'Deputies too',
          position: 1,
          widens_id: widened.id,
          widens_sentence: widened.sentence,
        },
      ])
      .execute()
    await db()
      .insertInto('names_later')
      .values({ id: newId(), offer_id: offer, days: 14, set_at: there.clock.now() })
      .execute()
    await db().insertInto('offer_partner_hubs').values({ offer_id: offer, hub_id: partner.id }).execute()
    await db()
      .insertInto('planned_dates')
      .values({ id: newId(), offer_id: offer, position: 1, mode: 'unknown', certainty: 'unknown' })
      .execute()
    await db()
      .insertInto('offer_sections')
      .values({ id: newId(), offer_id: offer, key: 'outline', heading: 'Outline', body: 'Our own words', position: 1 })
      .execute()
  })

  it('wait for the new project to be published, or end with theirs, and nothing is made of them until then', async () => {
    assert.deepEqual(await fates(), [
      'Closed one: waits',
      'Ending one, ending-one: ends',
      'Subject Leadership, Mentors: waits',
      'Subject Leadership, online: waits',
    ])
    await assert.rejects(
      carryOffers(hubActor(ours), { hubId: ours.id, from, keys: [await keyOf(waiting)] }),
      /not published yet/,
    )
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: ours.id })
    assert.match((await see('/hub/ours/roll-over', cookie)).body, /To come[\s\S]*Subject Leadership, online/)
  })

  it('are taken along as drafts once, by whomever at the same moment, with what belongs to the old year left behind', async () => {
    await db()
      .updateTable('projects')
      .set({ status: 'published', published_at: there.clock.now() })
      .where('year', '=', 2022)
      .where('slug', '=', 'subject-leadership')
      .execute()
    const take = async () => carryOffers(hubActor(ours), { hubId: ours.id, from, keys: [await keyOf(offer)] })
    assert.deepEqual((await Promise.all([take(), take(), take()])).toSorted(), [0, 0, 1])
    assert.equal(await take(), 0)
    const { rows } = await pool().query(
      `select o.status, o.year, o.slug, o.contact_email, o.practical_notes, o.dates_note, o.lead_note, o.opens_on,
        array[o.most_organisations, o.most_people, o.fewest_organisations] as room, o.registering || ' ' || o.registering_address as asking, p.version, v.name as venue, t.suffix, t.project_id = o.project_id as "ofProject",
        (select string_agg(body, ' ') from offer_sections where offer_id = o.id) as texts,
        (select count(*)::int from planned_dates where offer_id = o.id) + (select count(*)::int from offer_partner_hubs where offer_id = o.id) as left
      from rolled_offers r join offers o on o.id = r.offer_id left join cancellation_policies p on p.id = o.policy_id left join venues v on v.id = o.venue_id
        left join project_themes t on t.id = o.theme_id where r.earlier_offer_id = $1`,
      [offer],
    )
    assert.deepEqual(rows, [
      {
        ...{ status: 'draft', year: 2022, slug: 'subject-leadership', contact_email: 'us@hub.example' },
        ...{ practical_notes: 'Lunch in 2021/22', dates_note: null, lead_note: null, opens_on: null, version: 2 },
        ...{ room: [24, 48, 6], asking: 'outside https://us.example/form' },
        ...{ venue: 'A venue', suffix: 'Mentor', ofProject: true, texts: 'Our own words', left: 0 },
      },
    ])
    const rules = await pool().query(
      `select e.value->>'sentence' as sentence, c.project_id = o.project_id as "widensNew", (select count(*)::int from offer_rules where offer_id = o.id) as "inForce",
        (select days from names_later where offer_id = o.id) as days
      from rolled_offers r join offers o on o.id = r.offer_id join offer_rule_sets s on s.offer_id = o.id cross join lateral jsonb_array_elements(s.proposed) e
        left join criteria c on c.id = (e.value->>'widensId')::uuid where r.earlier_offer_id = $1`,
      [offer],
    )
    assert.deepEqual(rules.rows, [
      { sentence: 'Ours alone', widensNew: null, inForce: 0, days: 14 },
      { sentence: 'Deputies too', widensNew: true, inForce: 0, days: 14 },
    ])
    const old = await pool().query('select status, dates_note, year from offers where id = $1', [offer])
    assert.deepEqual(old.rows[0], { status: 'published', dates_note: 'To follow', year: 2021 })
  })

  it('are chosen on a page that says what stays behind and which own texts to look at', async () => {
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: ours.id })
    const before = (await see('/hub/ours/roll-over', cookie)).body
    assert.match(
      before,
      /1 planned date; the window for asking; the note about dates; who leads it; the partner hub partner: ask anew/,
    )
    assert.match(before, /Practical notes: “Lunch in 2021\/22”/)
    assert.match(before, /the venue A venue, which is retired/)
    assert.equal((await send('/hub/ours/roll-over', { year: '2021-22' }, cookie)).statusCode, 422)
    const sent = await send('/hub/ours/roll-over', { year: '2021-22', carry: await keyOf(second) }, cookie)
    assert.equal(sent.statusCode, 303)
    assert.ok((await fates()).includes('Subject Leadership, online: carried'))
  })

  it('made by hand for the new year are left as they are', async () => {
    const third = await makeOffer(db(), ours.id, leadership, { slug: 'subject-leadership-east' })
    const [draft] = await successorOf(leadership)
    await makeOffer(db(), ours.id, draft.id, { slug: 'subject-leadership-east', year: 2022 })
    assert.ok((await fates()).includes('Subject Leadership, east: made_already'))
    await assert.rejects(
      carryOffers(hubActor(ours), { hubId: ours.id, from, keys: [await keyOf(third)] }),
      /made an offer of it/,
    )
  })

  it('are no other hub’s to see or to take', async () => {
    const other = await makeHub(db(), 'other')
    const keys = [await keyOf(offer)]
    await assert.rejects(carryOffers(hubActor(other), { hubId: ours.id, from, keys }), NotFound)
    await assert.rejects(carryOffers(hubActor(other), { hubId: other.id, from, keys }), NotFound)
    assert.deepEqual(await offersToCarry(db(), other.id, from), [])
  })
})
