import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { moveTile } from './actions/move-tile.ts'

describe('finding', () => {
  let test: TestInstallation
  let app: FastifyInstance
  const db = () => test.installation.connections.kysely
  const page = (url: string) => app.inject({ method: 'GET', url })
  const body = async (url: string): Promise<string> => {
    const answer = await page(url)
    assert.equal(answer.statusCode, 200, url)
    return answer.body
  }
  const titles = (text: string): readonly string[] =>
    [...text.matchAll(/app-result__title"><a class="govuk-link" href="[^"]+">([^<]+)</g)].map((match) => match[1] ?? '')
  const titled = async (query: string): Promise<readonly string[]> => titles(await body(`/projects?${query}`))

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

  it('shows the year laid out in its sections, a project for two phases in both, with what is new', async () => {
    const laidOut = await body('/projects')
    for (const words of [
      'Early years and primary',
      'Secondary',
      'Post-16',
      'ITT providers',
      'Leadership in maths education',
      'Specialist Knowledge for Teaching Mathematics (SKTM)',
      'Formerly',
      'AMSP',
      'Stage: Sustaining',
      '>New<',
    ])
      assert.ok(laidOut.includes(words), words)
    assert.equal(laidOut.match(/href="\/projects\/2021-22\/years-5-to-8-continuity"/g)?.length, 2)
    assert.ok(laidOut.length < 100_000)
  })

  it('finds projects by phase, audience, role, words and year', async () => {
    assert.deepEqual(await titled('audience=itt'), [
      'Mentors Who Plan Together',
      'Strengthening Partnerships with ITT Providers',
    ])
    assert.ok((await titled('phase=post-16')).length >= 4)
    assert.deepEqual(await titled('year=2024-25&audience=itt'), ['Strengthening Partnerships with ITT Providers'])
    const heads = await titled('phase=secondary&role=head_of_department')
    assert.equal(heads[0], 'Secondary Subject Leadership')
    assert.ok(!(await titled('phase=secondary&role=class_teacher')).includes('Secondary Subject Leadership'))
    assert.ok((await titled('year=2024-25&role=mentor')).includes('Strengthening Partnerships with ITT Providers'))
  })

  it('finds by stems, in the text as well, the title first; and by what a word was meant for', async () => {
    assert.equal((await titled('q=lead+subjects+in+secondary'))[0], 'Secondary Subject Leadership')
    assert.ok((await titled('q=reasoning')).includes('Mathematical Thinking for GCSE'))
    const respelt = await body('/projects?q=seconadry+leadreship')
    assert.equal(titles(respelt)[0], 'Secondary Subject Leadership')
    assert.match(respelt, /Nothing found for “leadreship”. Showing what holds “leadership”/)
    assert.deepEqual(await titled('q=swimming'), [])
  })

  it('finds a code in any spelling, in its own year unless another is asked for, and says where it is', async () => {
    for (const code of ['NCP21-15', 'ncp%2021-15', '21-15', 'ncp-2115', 'NCP2115'])
      assert.deepEqual(await titled(`q=${code}`), ['Secondary Subject Leadership'], code)
    assert.deepEqual(await titled('q=NCP24-31'), ['Strengthening Partnerships with ITT Providers'])
    const elsewhere = await body('/projects?year=2021-22&q=NCP24-31_Mentor')
    assert.deepEqual(titles(elsewhere), [])
    assert.match(elsewhere, /NCP24-31 is a project of 2024 to 2025/)
  })

  it('finds by the hub and the authorities it serves, and by what the hub itself says', async () => {
    assert.deepEqual(await titled('q=subject+leadership+ealing'), ['Secondary Subject Leadership'])
    assert.deepEqual(await titled('q=subject+leadership+twyford'), ['Secondary Subject Leadership'])
    assert.deepEqual(await titled('q=ncp21-15&hub=venn-essex'), [])
  })

  it('follows at once what is changed, withdrawn or drafted', async () => {
    const project = await db()
      .selectFrom('projects')
      .select('id')
      .where('code', '=', 'NCP21-15')
      .executeTakeFirstOrThrow()
    const offer = await db()
      .selectFrom('offers')
      .select('id')
      .where('project_id', '=', project.id)
      .executeTakeFirstOrThrow()
    const set = (status: string) => db().updateTable('projects').set({ status }).where('id', '=', project.id).execute()
    await db()
      .insertInto('project_sections')
      .values({ id: newId(), project_id: project.id, key: 'more', heading: 'Zeugma', body: 'Xylophones', position: 99 })
      .execute()
    await db()
      .insertInto('offer_sections')
      .values({ id: newId(), offer_id: offer.id, key: 'own', heading: 'Quincunx', body: 'By the canal', position: 99 })
      .execute()
    for (const word of ['zeugma', 'xylophone', 'quincunx', 'canals'])
      assert.deepEqual(await titled(`q=${word}`), ['Secondary Subject Leadership'], word)
    await set('withdrawn')
    assert.deepEqual(await titled('q=zeugma'), [])
    await set('published')
    await db().deleteFrom('project_sections').where('project_id', '=', project.id).where('key', '=', 'more').execute()
    await db().deleteFrom('offer_sections').where('offer_id', '=', offer.id).where('key', '=', 'own').execute()
    for (const word of ['zeugma', 'quincunx']) assert.deepEqual(await titled(`q=${word}`), [], word)
  })

  it('keeps the words of a project right when two people change its text at once', async () => {
    const { id } = await db()
      .selectFrom('projects')
      .select('id')
      .where('code', '=', 'NCP21-11')
      .executeTakeFirstOrThrow()
    const write = (word: string) =>
      db()
        .transaction()
        .execute(async (tx) => {
          await tx
            .insertInto('project_outcomes')
            .values({ id: newId(), project_id: id, audience: 'participants', outcome: word, position: 50 })
            .execute()
          await new Promise((done) => setTimeout(done, 30))
        })
    await Promise.all(['vespertine', 'crepuscular', 'matutinal'].map(write))
    for (const word of ['vespertine', 'crepuscular', 'matutinal'])
      assert.deepEqual(await titled(`q=${word}`), ['Primary Teaching for Mastery – Sustaining'], word)
  })

  it('measures from a school, a postcode or a town, and says where nothing is known', async () => {
    const near = async (place: string) => body(`/projects?near=${encodeURIComponent(place)}&q=ncp21-15`)
    for (const place of ['900001', 'W3 7ZX', 'w37zx', 'Acton', 'Ealing']) {
      const found = await near(place)
      assert.match(found, /your hub ·/, place)
      assert.match(found, /\d miles? away|less than 0.1 miles away/, place)
    }
    assert.match(await near('W3 1AA'), /No school is known at W3 1AA: this is W3/)
    assert.match(await near('Actonn'), /Near Acton/)
    assert.match(await near('ZE1 0AA'), /Nothing is known of “ZE1 0AA”/)
    const named = await page('/projects?near=Tamsel+Park+School&page=1')
    assert.deepEqual([named.statusCode, named.headers.location], [303, '/projects?year=2021-22&near=900001'])
    assert.match(await near('tamsel'), /Which “tamsel” do you mean\?/)
    assert.equal((await near('Colchester')).includes('your hub ·'), false)
  })

  it('narrows by distance, month, mode and what is open, and leaves out only what is too far', async () => {
    const leadership = 'Secondary Subject Leadership'
    const at = 'q=ncp21-15&near=900001'
    assert.deepEqual(await titled(`${at}&within=2&mode=online&month=2022-02&open=yes`), [leadership])
    assert.deepEqual(await titled(`${at}&month=2022-03`), [])
    assert.deepEqual(await titled('q=ncp21-15&near=Colchester&within=10'), [])
    const empty = await body('/projects?q=leadership&phase=secondary&month=2022-03')
    assert.match(empty, /No project of 2021 to 2022 fits/)
    assert.match(empty, /without In March 2022<\/a>: \d+ project/)
  })

  it('sorts by nearness and by date, keeps every state in its address, and counts exactly', async () => {
    const nearest = await body('/projects?near=900001&phase=secondary&sort=nearness')
    assert.equal(titles(nearest)[0], 'Secondary Subject Leadership')
    assert.equal((await titled('phase=secondary&sort=date'))[0] !== undefined, true)
    const all = await body('/projects?near=900001')
    const links = [...all.matchAll(/href="([^"]+)">([A-Z][^<]*)<\/a> <span class="app-choices__count">(\d+)</g)]
    assert.equal(links.length, 6)
    for (const [, href = '', name, count] of links) {
      const shown = await body(href.replaceAll('&amp;', '&'))
      assert.match(shown, new RegExp(`${count === '1' ? '1 project<' : `${count} projects<`}|fits`), `${name} ${count}`)
      assert.match(href, /near=900001/)
    }
  })

  it('pages a long list, and says so when a page is not there', async () => {
    const first = await titled('q=maths')
    const second = await titled('q=maths&page=2')
    assert.equal(first.length, 20)
    assert.ok(second.length > 0 && second.every((title) => !first.includes(title)))
    assert.match(await body('/projects?q=maths&page=99'), /There are 2 pages: this is the last/)
  })

  it('tells what it cannot understand, on the page and in its title', async () => {
    const told = await body('/projects?phase=nonsense&year=nonsense&hub=nobody&within=5')
    assert.match(told, /<title>Error: /)
    for (const words of [
      'There is no phase “nonsense”',
      '“nonsense” is no year',
      'There is no hub “nobody”',
      'Enter a school, town or postcode',
    ])
      assert.ok(told.includes(words), words)
    assert.ok(titles(told).length > 10)
  })

  const hubs = (words: string) => body(`/hubs?q=${encodeURIComponent(words)}`)
  const unserved = () =>
    db()
      .selectFrom('authorities as a')
      .select(['a.code', 'a.name', 'a.region'])
      .where((where) =>
        where.not(
          where.exists(where.selectFrom('hub_areas as h').select('h.id').whereRef('h.authority_code', '=', 'a.code')),
        ),
      )
      .orderBy('a.code')
      .execute()

  it('leads from a school, its number, a town, a postcode or an authority, misspelt too, to the hub that serves it', async () => {
    const own = 'href="/hubs/london-central-and-west"'
    for (const words of ['ealing', 'Ealign', 'Acton', 'acton', 'W3 7ZX', 'w3', '900001', 'Tamsel Park School'])
      assert.match(await hubs(words), new RegExp(`is served by</h2>.*?${own}`, 's'), words)
    assert.match(await hubs('tamsel park'), /href="\/hubs\?q=900001">Tamsel Park School/)
    assert.match(await hubs('Lancashire'), /serves a part of Lancashire/)
    assert.match(await hubs('enigma'), /Hubs of that name or area<\/h2>.*\/hubs\/enigma/s)
    for (const words of ['ZE1 0AA', 'zzzzzz', '%', '900999'])
      assert.match(await hubs(words), /Nothing is known of/, words)
  })

  it('names the neighbours of an authority that no hub is known to serve: by its schools, else by its region', async () => {
    const authorities = await unserved()
    assert.equal(authorities.length, 30)
    for (const { name, region } of [authorities[0], authorities.at(-1)].filter((each) => each !== undefined)) {
      const found = await hubs(name)
      assert.ok(found.includes(`No hub is known to serve ${name}`), name)
      assert.match(found, /The nearest other hubs|Hubs of the same region|may be in/, `${name}, ${region}`)
    }
    const [away] = authorities.filter(({ region }) => region === 'West Midlands')
    assert.ok(away)
    const lie = await db()
      .selectFrom('organisations')
      .select(['easting', 'northing'])
      .where('authority_code', '=', '331')
      .where('easting', 'is not', null)
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('organisations')
      .values({
        id: newId(),
        kind: 'school',
        name: 'Far School',
        urn: 990_100,
        phase: 'primary',
        authority_code: away.code,
        ...lie,
      })
      .execute()
    const found = await hubs(away.name)
    assert.match(
      found,
      /The nearest other hubs<\/h2>.*?\/hubs\/origin.*?the nearest school it serves is less than 0.1 miles away/s,
    )
    assert.match(found, /Nobody knows authority by authority where.*?\/hubs\/north-mids/s)
  })

  it('shows every hub on a tile of its own and in the list, and every authority with its hubs', async () => {
    const all = await body('/hubs')
    const tiles = [...all.matchAll(/<a href="\/hubs\/([a-z-]+)" class="app-map__hub"[^>]*><rect x="(\d+)" y="(\d+)"/g)]
    assert.equal(tiles.length, 40)
    assert.equal(new Set(tiles.map(([, slug]) => slug)).size, 40)
    assert.equal(new Set(tiles.map(([, , x, y]) => `${x} ${y}`)).size, 40)
    for (const [, slug = ''] of tiles) assert.ok(all.includes(`<a class="govuk-link" href="/hubs/${slug}">`), slug)
    assert.match(all, /<svg class="app-map"[^>]*role="group" aria-labelledby="map-title"/)
    const list = /id="authorities".*?<\/ul>/s.exec(all)?.[0] ?? ''
    assert.equal(list.match(/<li>/g)?.length, 151)
    assert.equal(list.match(/no hub known/g)?.length, 30)
    assert.match(list, /Of 30 nobody knows which hub serves them/)
    assert.ok(all.length < 100_000)
  })

  it('lets the national team move a tile, and two hubs change places', async () => {
    const team = test.as(actorWith((await makePerson(db())).id, 'national_team'))
    const tileOf = async (slug: string) => {
      const { tile_column: column, tile_row: row } = await db()
        .selectFrom('hubs')
        .select(['tile_column', 'tile_row'])
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow()
      return { column, row }
    }
    const [origin, central] = [await tileOf('origin'), await tileOf('central')]
    assert.ok(central.column && central.row)
    const to = { column: central.column, row: central.row }
    await Promise.all([moveTile(team, { hub: 'origin', tile: to }), moveTile(team, { hub: 'origin', tile: to })])
    assert.deepEqual([await tileOf('origin'), await tileOf('central')], [central, origin])
    const moves = await db().selectFrom('events').select('id').where('name', '=', 'hub.tile-moved').execute()
    assert.equal(moves.length, 1)
    await assert.rejects(moveTile(test.as({ kind: 'visitor' }), { hub: 'origin', tile: to }), Forbidden)
    const signedIn = await app.inject({
      method: 'POST',
      url: '/sign-in/cast',
      payload: new URLSearchParams({ email: 'farida.okonjo@coordinator.example' }).toString(),
      headers: { origin: test.installation.config.baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    })
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const send = (fields: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/network/tiles',
        payload: new URLSearchParams(fields).toString(),
        headers: {
          cookie,
          origin: test.installation.config.baseUrl,
          'content-type': 'application/x-www-form-urlencoded',
        },
      })
    const wrong = await send({ hub: 'origin', column: '21', row: 'x' })
    assert.match(
      wrong.body,
      /href="#column">Enter the column as a number from 1 to 20[\s\S]*href="#row"[\s\S]*value="21"/,
    )
    assert.equal((await send({ hub: 'origin', column: '20', row: '20' })).statusCode, 303)
    assert.deepEqual(await tileOf('origin'), { column: 20, row: 20 })
  })

  it('keeps every hub on the map when one is opened and another merged', async () => {
    const [id, slug] = [newId(), 'wholly-new']
    await db().insertInto('hubs').values({ id, slug, region: 'London' }).execute()
    await db().insertInto('hub_names').values({ hub_id: id, name: 'Wholly New' }).execute()
    await db()
      .updateTable('hubs')
      .set({ closed_on: test.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate() })
      .where('slug', '=', 'shaw')
      .execute()
    const all = await body('/hubs')
    const tiles = [...all.matchAll(/<a href="\/hubs\/([a-z-]+)" class="app-map__hub"[^>]*><rect x="(\d+)" y="(\d+)"/g)]
    assert.equal(new Set(tiles.map(([, , x, y]) => `${x} ${y}`)).size, 40)
    const slugs = tiles.map(([, each]) => each)
    assert.ok(slugs.includes(slug) && !slugs.includes('shaw'))
  })
})
