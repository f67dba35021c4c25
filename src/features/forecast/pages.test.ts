import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject, makeSchool, makeYear } from '../../../test/support/records.ts'
import { signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { curvesOf } from './queries.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('what to expect', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let ours: { id: string; slug: string }
  let theirs: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const text = (markup: string): string => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const read = async (url: string, cookie: string): Promise<string> => {
    const answer = await app.inject({ method: 'GET', url, headers: { cookie } })
    assert.equal(answer.statusCode, 200, url)
    return text(answer.body)
  }
  type Request = {
    readonly offerId: string
    readonly projectId: string
    readonly on: string
    readonly status?: string
    readonly name: string
  }
  const asks = async ({ offerId, projectId, on, status = 'confirmed', name }: Request): Promise<void> => {
    const at = Temporal.Instant.from(`${on}T12:00:00Z`)
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: newId(),
        offer_id: offerId,
        project_id: projectId,
        organisation_id: await makeSchool(db(), { name }),
        status,
        sender_name: 'A sender',
        sender_email: 'sender@school.example',
        sender_post: 'headteacher',
        created_at: at,
        confirmed_email_at: at,
        received_at: at,
        waiting_since: status === 'waiting' ? at : null,
      })
      .execute()
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    await makeYear(db(), 2020)
    ours = await makeHub(db(), 'ours')
    theirs = await makeHub(db(), 'theirs')
    const [then, project] = [
      await makeProject(db(), { year: 2020, status: 'closed' }),
      await makeProject(db(), { title: 'Reasoning' }),
    ]
    await db()
      .insertInto('project_lineage')
      .values({ project_id: project, earlier_project_id: then, kind: 'continues' })
      .execute()
    // Ten days each; after the fifth came 1, 2 and 3.
    const past = { year: 2020, status: 'closed', opens_on: day('2020-10-01'), closes_on: day('2020-10-11') }
    for (const [hub, days] of [
      [ours.id, [2, 5, 9]],
      [theirs.id, [1, 6, 10]],
      [theirs.id, [6, 7, 8, 30]],
    ] as const) {
      const offerId = await makeOffer(db(), hub, then, past)
      for (const at of days)
        await asks({
          offerId,
          projectId: then,
          on: String(day('2020-10-01').add({ days: at })),
          status: 'declined',
          name: 'Before',
        })
    }
    const now = { opens_on: day('2021-10-13'), closes_on: day('2021-10-23'), fewest_organisations: 5 }
    const [own, other] = [await makeOffer(db(), ours.id, project, now), await makeOffer(db(), theirs.id, project, now)]
    for (const name of ['Ash', 'Beech']) await asks({ offerId: own, projectId: project, on: '2021-10-14', name })
    for (const name of ['Cedar', 'Elder', 'Fir'])
      await asks({
        offerId: other,
        projectId: project,
        on: '2021-10-15',
        status: name === 'Fir' ? 'waiting' : 'confirmed',
        name,
      })
    await asks({ offerId: own, projectId: project, on: '2021-10-14', status: 'withdrawn', name: 'Gone' })
    await makeOffer(db(), ours.id, await makeProject(db(), { title: 'Alone' }), now)
    await makeOffer(db(), ours.id, await makeProject(db(), { title: 'Without a number' }))
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('is told to a hub of its own offers, exact against what came in, and names no school of another', async () => {
    assert.deepEqual((await curvesOf(db(), 2020)).map(({ days, arrivals }) => [days, [...arrivals]]).toSorted(), [
      [10, [1, 6, 10]],
      [10, [2, 5, 9]],
      [10, [6, 7, 8]],
    ])
    const page = await read('/hub/ours/forecast', await signedInAs(test, 'hub_administrator', { hub_id: ours.id }))
    assert.match(
      page,
      /Reasoning 2 5 Perhaps enough Between 3 and 5 by 23 October 2021; it needs 5\. From how requests for it came in last year: 3 offers at 2 hubs\./,
    )
    assert.match(
      page,
      /Alone 0 5 Not known 0 so far; it needs 5 by 23 October 2021\. How requests came in last year is known of no offer: too little to go on\./,
    )
    assert.ok(!page.includes('Without a number'))
    assert.match(page, /Together 5, and it needs 5/)
    for (const name of ['Cedar', 'Elder', 'Fir', 'Gone']) assert.ok(!page.includes(name), name)
    const others = await read(
      '/hub/theirs/forecast',
      await signedInAs(test, 'hub_administrator', { hub_id: theirs.id }),
    )
    assert.match(others, /Where requests find no place.*1 Fir Reasoning 15 October 2021/)
    assert.ok(!others.includes('Ash'))
  })

  it('is told to the national team of all hubs in numbers, and to nobody else', async () => {
    const page = await read('/network/forecast', await signedInAs(test, 'national_team'))
    assert.match(page, /Reasoning .*?Between 4 and 6 by 23 October 2021; it needs 5/)
    for (const name of ['Ash', 'Beech', 'Cedar', 'Elder', 'Fir']) assert.ok(!page.includes(name), name)
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: ours.id })
    for (const url of ['/hub/theirs/forecast', '/network/forecast'])
      assert.ok(
        [403, 404].includes((await app.inject({ method: 'GET', url, headers: { cookie: stranger } })).statusCode),
        url,
      )
  })
})
