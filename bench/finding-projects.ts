// Finding projects in words and near a place, and a hub by a place, among ten years of forty hubs' offers: the whole of what a page
// reads and reckons, beside the plainest question that the same indexes answer.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { chanceFrom } from '../db/seeds/facts/chance.ts'
import { loadLargeWorld } from '../db/seeds/large.ts'
import { showHubs } from '../src/features/finding/pages/hubs.page.ts'
import { showProjects } from '../src/features/finding/pages/projects.page.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { connect } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import type { Page } from '../src/platform/http/routes.ts'
import { type Measured, repeat } from './measure.ts'
import type { Row } from './rows.ts'

const asked = 200
const vocabulary = 3000
// A word of the vocabulary by its number: four syllables that no English stem is taken from.
const syllables = ['ba', 'co', 'du', 'fi', 'ga', 'ko', 'lu', 'mi', 'na', 'po', 'ru', 'ti', 'va', 'zo']
const wordOf = (number: number): string =>
  [0, 1, 2, 3].map((at) => syllables[Math.floor(number / syllables.length ** at + at * 5) % syllables.length]).join('')

/** Text of a length as real ones have, in every project of ten years and in every other offer of the last. */
const writeTexts = async (pool: Pool): Promise<void> => {
  const words = Array.from({ length: vocabulary }, (_, at) => wordOf(at))
  await pool.query('create temporary table vocabulary (n int primary key, word text)')
  await pool.query('insert into vocabulary select n - 1, word from unnest($1::text[]) with ordinality as v (word, n)', [
    words,
  ])
  const text = (seed: string, length: number) =>
    `(select string_agg(v.word, ' ') from generate_series(1, ${length}) i join vocabulary v on v.n = abs(hashtext(${seed} || i)) % ${vocabulary})`
  await pool.query(`insert into project_sections (id, project_id, key, heading, body, position)
    select gen_random_uuid(), p.id, 'more-' || k, 'More', ${text("p.id::text || k || '-'", 150)}, 10 + k from projects p, generate_series(1, 4) k`)
  await pool.query(`insert into offer_sections (id, offer_id, key, heading, body, position)
    select gen_random_uuid(), o.id, 'own', 'Here', ${text('o.id::text', 80)}, 1 from offers o where o.year = 2021 and abs(hashtext(o.id::text)) % 2 = 0`)
  await pool.query('vacuum analyze')
}

const pageOf =
  (draw: Page, db: ReturnType<typeof connect>['kysely'], path: string) =>
  (query: Readonly<Record<string, string>>): Promise<unknown> =>
    draw({
      context: { db, today: Temporal.PlainDate.from('2021-10-18') },
      query: new URLSearchParams(query),
      frame: {
        serviceName: 'Tessellate',
        networkName: 'Maths Hubs',
        path,
        signedInAs: null,
        navigation: [],
        demonstration: null,
        notice: null,
      },
    } as unknown as Parameters<Page>[0])

type Compared = { readonly work: string; readonly against: string; readonly ours: Measured; readonly limit: Measured }
const rowOf = ({ work, against, ours, limit }: Compared, most: number): Row => {
  const ratio = ours.p95 / limit.p95
  return { work, against, ours, limit, ratio, goal: `p95 < ${most} ms`, met: ours.p95 < most }
}

const warmly = async (times: number, work: (turn: number) => Promise<unknown>): Promise<Measured> => {
  await repeat(20, work)
  return repeat(times, work)
}

const measureAll = async (pool: Pool, db: ReturnType<typeof connect>['kysely']): Promise<readonly Row[]> => {
  const chance = chanceFrom(20_211_018)
  const words = Array.from(
    { length: asked },
    () => `${wordOf(chance.below(vocabulary))} ${wordOf(chance.below(vocabulary))}`,
  )
  const towns = Array.from({ length: asked }, () => `Town ${chance.below(400)}`)
  const projects = pageOf(showProjects, db, '/projects')
  const hubs = pageOf(showHubs, db, '/hubs')
  await pool.query('create index bench_words on project_words using gin (words)')
  const bareWords = (turn: number) =>
    pool.query({
      name: 'words',
      text: `select p.id, p.title, p.summary from project_words w join projects p on p.id = w.project_id
        where p.year = 2021 and w.words @@ plainto_tsquery('english', $1) order by ts_rank(w.words, plainto_tsquery('english', $1)) desc limit 20`,
      values: [words[turn]?.split(' ')[0]],
    })
  const bareTown = (turn: number) =>
    pool.query({
      name: 'town',
      text: `select o.id, o.name, o.authority_code from organisations o where string_to_array(o.search, ' ') @> string_to_array(lower($1), ' ') order by o.name limit 50`,
      values: [towns[turn]],
    })
  const [plainWords, plainTown] = [await warmly(asked, bareWords), await warmly(asked, bareTown)]
  const near = (turn: number) => projects({ year: '2021-22', q: 'project', near: towns[turn] ?? '' })
  return [
    rowOf(
      {
        work: 'find projects in words (page)',
        against: 'bare full-text index',
        ours: await warmly(asked, (turn) => projects({ year: '2021-22', q: words[turn] ?? '' })),
        limit: plainWords,
      },
      50,
    ),
    rowOf(
      {
        work: 'find projects near a place (page)',
        against: 'bare index of words',
        ours: await warmly(asked, near),
        limit: plainTown,
      },
      50,
    ),
    rowOf(
      {
        work: 'find a hub by a place (page)',
        against: 'bare index of words',
        ours: await warmly(asked, (turn) => hubs({ q: towns[turn] ?? '' })),
        limit: plainTown,
      },
      50,
    ),
  ]
}

/** Rows on a share of the large world's catalogue, nothing of it kept in memory. */
export const findingProjectsRows = async (
  volume: number,
): Promise<{ readonly rows: readonly Row[]; readonly world: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await migrate(database.url)
    const counts = await loadLargeWorld(database.url, volume, 'catalogue')
    const pool = new Pool({ connectionString: database.url, max: 1 })
    await writeTexts(pool)
    const connections = connect(database.url, { max: 4 })
    const rows = await measureAll(pool, connections.kysely)
    const { rows: offers } = await pool.query<{ count: number }>('select count(*)::int from offers')
    await Promise.all([connections.end(), pool.end()])
    return {
      rows,
      world: `${counts.schools} schools, ${counts.hubs} hubs, ${counts.years} years, ${offers[0]?.count} offers`,
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
