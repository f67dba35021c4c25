import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makePlace } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'

describe('what a school can join', () => {
  let test: TestInstallation
  let app: FastifyInstance
  const db = () => test.installation.connections.kysely
  const page = (url: string, cookie?: string) => app.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} })
  const body = async (url: string, cookie?: string): Promise<string> => {
    const answer = await page(url, cookie)
    assert.equal(answer.statusCode, 200, url)
    return answer.body
  }
  const signIn = async (email: string): Promise<string> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/sign-in/cast',
      payload: new URLSearchParams({ email }).toString(),
      headers: { origin: test.installation.config.baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    })
    const [cookie] = answer.cookies
    assert.ok(cookie, `${email} is not signed in`)
    return `${cookie.name}=${cookie.value}`
  }
  const text = (markup: string): string => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const groupOf = (markup: string, id: string): string => {
    const from = markup.indexOf(`<h2 class="govuk-heading-l govuk-!-margin-bottom-2" id="${id}"`)
    return from === -1 ? '' : text(markup.slice(from, markup.indexOf('<h2', from + 10)))
  }
  const idOf = async (urn: number): Promise<string> =>
    (await db().selectFrom('organisations').select('id').where('urn', '=', urn).executeTakeFirstOrThrow()).id
  const offerOf = async (hub: string, slug: string) =>
    db()
      .selectFrom('offers as o')
      .innerJoin('hubs as h', 'h.id', 'o.hub_id')
      .select(['o.id', 'o.project_id as projectId', 'o.hub_id as hubId'])
      .where('h.slug', '=', hub)
      .where('o.slug', '=', slug)
      .where('o.year', '=', 2021)
      .executeTakeFirstOrThrow()
  type Request = { readonly status: string; readonly email: string; readonly urn: number }
  const asks = async ({ status, email, urn }: Request): Promise<string> => {
    const offer = await offerOf('london-central-and-west', 'years-5-to-8-continuity')
    const id = newId()
    const at = Temporal.Instant.from('2021-10-01T09:00:00Z')
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id,
        offer_id: offer.id,
        project_id: offer.projectId,
        organisation_id: await idOf(urn),
        status,
        sender_name: 'A sender',
        sender_email: email,
        sender_post: 'headteacher',
        created_at: at,
        ...(status === 'draft' ? {} : { confirmed_email_at: at, received_at: at }),
      })
      .execute()
    return id
  }
  const linkTo = (interestId: string): string =>
    `/status/${linkToken(test.installation.config, 'status', interestId, 30)}/joining`

  before(async () => {
    test = await testInstallation({ demo: true })
    await db()
      .transaction()
      .execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('is found by name, number and what is typed so far', async () => {
    const asked = async (query: string) => (await page(`/schools/suggestions?${query}`)).json()
    const [first] = await asked('q=tamsle+prak')
    assert.deepEqual(first, { value: '900001', name: 'Tamsel Park School', where: 'Long Lane, Acton, W3 7ZX' })
    assert.deepEqual(await asked('q=ta'), [])
    assert.ok((await asked('q=north+thameside&kind=itt_provider')).length > 0)
    const kinds = await asked('q=north+thameside&kind=school')
    assert.ok(kinds.every(({ name }: { name: string }) => !name.startsWith('University')))
    const given = await page('/schools?q=900001')
    assert.deepEqual([given.statusCode, given.headers['location']], [303, '/schools/900001'])
    for (const url of ['/schools', '/schools?q=high']) assert.ok((await body(url)).length < 100_000)
    for (const nowhere of ['/schools/999999', '/schools/nonsense', '/schools/0900001'])
      assert.equal((await page(nowhere)).statusCode, 404, nowhere)
  })

  it('is told in four groups, each with the reason, the distance, the dates and the way to a yes', async () => {
    const offer = await offerOf('london-central-and-west', 'years-5-to-8-continuity')
    const opens = Temporal.PlainDate.from('2021-11-01')
    await db().updateTable('offers').set({ opens_on: opens }).where('project_id', '=', offer.projectId).execute()
    const markup = await body('/schools/900001')
    assert.match(groupOf(markup, 'now'), /Secondary Teaching for Mastery – Development You can join/)
    assert.match(groupOf(markup, 'now'), /London Central and West : Ask to join/)
    assert.match(groupOf(markup, 'now'), /Secondary Subject Leadership.*0\.3 miles away · begins 17 November 2021/)
    assert.match(groupOf(markup, 'soon'), /Years 5 to 8 Continuity.*Tell me when it opens.*opens on 1 November 2021/)
    assert.match(
      groupOf(markup, 'not-yet'),
      /Embedding Not yet known.*First: Development at London Central and West, your hub/,
    )
    assert.match(
      groupOf(markup, 'not-for-you'),
      /Tamsel Park School teaches secondary.*So not for you: Primary Teaching for Mastery – Development/,
    )
    assert.match(markup, new RegExp(`/offers/[^/"]+/interest/new\\?organisation=${await idOf(900_001)}`))
    assert.ok(markup.includes('Rule by rule') && markup.length < 150_000)
    await db().updateTable('offers').set({ opens_on: null }).where('project_id', '=', offer.projectId).execute()
  })

  it('says of a full offer that there is a waiting list, and nothing of one that was withdrawn', async () => {
    const offer = await offerOf('london-central-and-west', 'secondary-teaching-for-mastery-development')
    const group = await makeGroup(db(), offer.hubId, offer.projectId, {
      offer_id: offer.id,
      organisations_room: 1,
      people_room: 2,
    })
    assert.match(groupOf(await body('/schools/900001'), 'now'), /1 place free/)
    await makePlace(db(), {
      groupId: group,
      organisationId: await idOf(900_002),
      projectId: offer.projectId,
      people: 2,
    })
    assert.match(groupOf(await body('/schools/900001'), 'now'), /full: you would join the waiting list/)
    await db()
      .updateTable('offers')
      .set({ status: 'withdrawn', status_reason: 'No lead.' })
      .where('id', '=', offer.id)
      .execute()
    assert.ok(!(await body('/schools/900001')).includes(offer.id))
    await db()
      .updateTable('offers')
      .set({ status: 'published', status_reason: null })
      .where('id', '=', offer.id)
      .execute()
  })

  it('is, for a closed school, told of the one that followed it', async () => {
    const [old, next] = [newId(), newId()]
    const both = { kind: 'school', authority_code: '307' }
    await db()
      .insertInto('organisations')
      .values([
        {
          ...both,
          id: old,
          name: 'Quenby Old School',
          urn: 990_001,
          status: 'closed',
          closed_on: Temporal.PlainDate.from('2020-08-31'),
        },
        { ...both, id: next, name: 'Quenby New Academy', urn: 990_002, phase: 'secondary', state_funded: true },
      ])
      .execute()
    await db().insertInto('organisation_successors').values({ predecessor_id: old, successor_id: next }).execute()
    for (const url of ['/schools/990001', '/schools?q=quenby+old'])
      assert.ok((await body(url)).includes('/schools/990002'), url)
    assert.ok(!(await body('/schools/990001')).includes('Ask to join'))
    const unmeasured = await body('/schools/990002')
    assert.match(unmeasured, /Nobody knows where Quenby New Academy lies on the map/)
    assert.match(groupOf(unmeasured, 'now'), /London Central and West : Ask to join.*your hub/)
    assert.ok(!unmeasured.includes('miles away'))
  })

  it('is told of a provider without a URN, and of a trust school by school', async () => {
    const found = await body('/schools?q=north+thameside+university')
    const path = /href="(\/schools\/[^"]+)">University of North Thameside/.exec(found)?.[1] ?? ''
    assert.match(await body(path), /Strengthening Partnerships with ITT Providers/)
    const { ukprn } = await db()
      .selectFrom('organisations')
      .select('ukprn')
      .where('kind', '=', 'trust')
      .executeTakeFirstOrThrow()
    assert.match(await body(`/schools/${ukprn}`), /No school of this trust is known/)
    const trust = await db()
      .selectFrom('organisations')
      .select('id')
      .where('ukprn', '=', ukprn)
      .executeTakeFirstOrThrow()
    const membership = { id: newId(), organisation_id: await idOf(900_001), trust_id: trust.id }
    await db().insertInto('trust_memberships').values(membership).execute()
    const seen = text(await body(`/schools/${ukprn}`))
    assert.match(seen, /Tamsel Park School Secondary \d+ \d+ \d+ \d+ /)
    await db().deleteFrom('trust_memberships').execute()
  })

  it('uses a school’s history for the school, its hubs and who is of the school, and for nobody else (domain rule 15)', async () => {
    const own = await asks({ status: 'confirmed', email: 'a.colleague@tamsel.sch.example', urn: 900_001 })
    const stranger = await asks({ status: 'withdrawn', email: 'somebody@mail.example', urn: 900_001 })
    const placed = await asks({ status: 'placed', email: 'somebody@mail.example', urn: 900_002 })
    const draft = await asks({ status: 'draft', email: 'b.colleague@tamsel.sch.example', urn: 900_001 })
    const cookies = {
      lead: await signIn('nadia.rosewarne@tamsel.sch.example'),
      hub: await signIn('rohan.petrescu@lcw-hub.example'),
      otherHub: await signIn('tunde.hallworthy@eme-hub.example'),
      otherSchool: await signIn('ifeoma.castellan@brackenwell.sch.example'),
      national: await signIn('farida.okonjo@coordinator.example'),
    }
    const told = async (url: string, cookie?: string): Promise<boolean> => {
      const markup = await body(url, cookie)
      const marks = ['How it stands', 'Your next stage', 'Already asked for or joined', 'Completed in'].map((mark) =>
        markup.includes(mark),
      )
      return marks.some(Boolean)
    }
    const [school, forYou] = ['/schools/900001', '/for-you?role=head_of_department&workplace=&at=900001']
    const api = '/api/v1/schools/900001/joining'
    const table: readonly (readonly [string, string, string | undefined, boolean])[] = [
      ['a visitor', school, undefined, false],
      ['a visitor in a post', forYou, undefined, false],
      ['a program', api, undefined, false],
      ['a program with somebody’s cookie', api, cookies.lead, false],
      ['the lead of the school', school, cookies.lead, true],
      ['the lead of the school in a post', forYou, cookies.lead, true],
      ['the hub that serves it', school, cookies.hub, true],
      ['a hub without dealings', school, cookies.otherHub, false],
      ['a hub without dealings in a post', forYou, cookies.otherHub, false],
      ['somebody of another school', school, cookies.otherSchool, false],
      ['the national team', school, cookies.national, false],
      ['who follows a link, with an address at the school', linkTo(own), undefined, true],
      ['who asked in its name from elsewhere', linkTo(stranger), undefined, false],
    ]
    for (const [who, url, cookie, expected] of table) assert.equal(await told(url, cookie), expected, who)
    assert.match(await body(linkTo(placed)), /With what the school has taken part in so far/)
    assert.equal((await page(linkTo(draft))).statusCode, 404)
    assert.equal((await page('/status/nonsense/joining')).statusCode, 404)
    const seen = text(await body(school, cookies.lead))
    assert.match(
      seen,
      /Years 5 to 8 Continuity \. Asked for at London Central and West on 1 October 2021\. The hub has not decided yet/,
    )
    assert.ok(!groupOf(await body(school, cookies.lead), 'now').includes('Years 5 to 8 Continuity'))
    assert.match(groupOf(await body(school, cookies.lead), 'now'), /Sustaining You can join Your next stage/)
    assert.match(groupOf(await body(school, cookies.lead), 'not-for-you'), /Development : Completed in 2019\/20/)
  })

  it('is told of somebody in a post: what is made for them first, of a place or a school', async () => {
    const forYou = (said: Record<string, string>) => body(`/for-you?${new URLSearchParams(said)}`)
    const head = await forYou({ role: 'head_of_department', workplace: 'secondary', at: '900001' })
    assert.match(
      groupOf(head, 'now'),
      /^ ?Now .*? today\. Secondary Subject Leadership.*?It is meant for you: head of maths department/,
    )
    assert.match(head, /href="\/hubs\/london-central-and-west\/offers\/2021-22\/secondary-subject-leadership"/)
    assert.ok(!groupOf(head, 'now').includes('Primary Teaching'))
    const tutor = await forYou({ role: 'itt_tutor', workplace: 'itt' })
    assert.match(text(tutor), /Strengthening Partnerships with ITT Providers/)
    assert.match(tutor, /From what you say/)
    assert.ok(!tutor.includes('the public record does not say'))
    const assistant = await forYou({ role: 'teaching_assistant', workplace: 'primary', at: 'Acton' })
    assert.match(groupOf(assistant, 'now'), /Teaching Assistants/i)
    const prospective = await forYou({ role: 'prospective_subject_lead', at: '900001' })
    assert.match(groupOf(prospective, 'not-for-you'), /Secondary Subject Leadership/)
  })

  it('asks again for what is missing or unknown, and leads from a name to its school', async () => {
    const forYou = (said: Record<string, string>) => body(`/for-you?${new URLSearchParams(said)}`)
    assert.match(await body('/for-you'), /What is there for me\?/)
    for (const [said, words] of [
      [{ workplace: 'primary' }, 'Choose what you do.'],
      [{ role: 'mentor' }, 'Choose where you work, or name your school.'],
      [{ role: 'king', workplace: 'castle' }, 'No post is called “king”'],
      [{ role: 'king', workplace: 'castle' }, '“castle” is no place of work'],
      [{ role: 'mentor', at: 'ZE1 0AA' }, 'Nothing is known of “ZE1 0AA”'],
      [{ role: 'mentor', at: 'tamsel' }, 'Which “tamsel” is it?'],
    ] as const)
      assert.ok((await forYou(said)).includes(words), words)
    const named = await page('/for-you?role=mentor&at=Tamsel+Park+School')
    assert.deepEqual([named.statusCode, named.headers.location], [303, '/for-you?role=mentor&workplace=&at=900001'])
  })

  type Titled = { readonly project: { readonly title: string } }
  it('is told to programs with the same reasons', async () => {
    const told = (await page('/api/v1/schools/900001/joining?post=head_of_department')).json()
    const leadership = told.items.find(({ project }: Titled) => project.title === 'Secondary Subject Leadership')
    assert.equal(leadership.standing, 'now')
    assert.equal(leadership.offers[0].hub.slug, 'london-central-and-west')
    assert.equal(leadership.offers[0].miles, 0.3)
    assert.ok(leadership.rules.every(({ facts }: { facts: readonly unknown[] }) => facts.length > 0))
    const primary = told.items.find(
      ({ project }: Titled) => project.title === 'Primary Teaching for Mastery – Sustaining',
    )
    assert.equal(primary.standing, 'not_for_you')
    assert.match(primary.reasons[0], /Tamsel Park School teaches/)
    assert.equal((await page('/api/v1/schools/900001/joining?post=king')).statusCode, 422)
    assert.equal((await page('/api/v1/schools/999999/joining')).statusCode, 404)
    assert.deepEqual((await page('/api/v1/schools/990001/joining')).json().items, [])
  })
})
