import { nextInterest } from './interest.ts'
import { hammer, type Measured, repeat, summary } from './measure.ts'
import { compileBare, flyersOf } from './typst.ts'
import type { World } from './world.ts'

/** One line of the table: ours, what it is measured against, and the goal for the ratio. */
export type Row = {
  readonly work: string
  readonly against: string
  readonly ours: Measured
  readonly limit: Measured | null
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

const pages = {
  'a year’s projects': '/projects?year=2021-22',
  'projects near a place': '/projects?year=2021-22&q=project&near=Town+5',
  'every hub': '/hubs',
  'a hub': '/hubs/hub-1',
  'an offer': '/hubs/hub-1/offers/2021-22/project-1',
} as const

const least = (goal: number, ratio: number) => ({ ratio, goal: `≥ ${goal}`, met: ratio >= goal })
const most = (goal: number, ratio: number) => ({ ratio, goal: `≤ ${goal}`, met: ratio <= goal })

const bytesOf = async (url: string): Promise<Buffer> => {
  const answer = await fetch(url)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

const pageRows = async (world: World, ours: string, seconds: number): Promise<readonly Row[]> => {
  const bodies: Record<string, Buffer> = {}
  for (const [at, path] of Object.values(pages).entries()) bodies[`/page-${at}`] = await bytesOf(ours + path)
  const bare = await world.startBare(bodies)
  const rows: Row[] = []
  for (const [at, [work, path]] of Object.entries(pages).entries()) {
    await hammer({ url: ours + path, seconds: 1, wanted: 200 })
    const measured = await hammer({ url: ours + path, seconds, wanted: 200 })
    const limit = await hammer({ url: `${bare.url}/page-${at}`, seconds, wanted: 200 })
    const ratio = measured.perSecond / limit.perSecond
    rows.push({
      work: `open ${work}`,
      against: 'the same bytes, bare Fastify',
      ours: measured,
      limit,
      ...least(0.7, ratio),
    })
  }
  await bare.program.stop()
  return rows
}

const submitRow = async (world: World, ours: string, seconds: number): Promise<Row> => {
  const next = nextInterest(world.counts)
  const bare = await world.startBare({})
  await hammer({ url: ours, seconds: 1, wanted: 303, next })
  const measured = await hammer({ url: ours, seconds, wanted: 303, next })
  const limit = await hammer({ url: bare.url, seconds, wanted: 303, next: () => ({ ...next(), path: '/row' }) })
  await bare.program.stop()
  const ratio = measured.perSecond / limit.perSecond
  const work = 'submit an expression of interest'
  return { work, against: 'one INSERT, bare Fastify', ours: measured, limit, ...least(0.4, ratio) }
}

const flyerRow = async (world: World, ours: string): Promise<Row> => {
  const flyers = await flyersOf(world.databaseUrl, 31)
  const [first, ...rest] = flyers
  if (!first) throw new Error('There are no offers to print')
  await bytesOf(ours + first.path)
  compileBare(first)
  const measured = await repeat(rest.length, (turn) => bytesOf(ours + (rest[turn]?.path ?? '')))
  const limit = await repeat(rest.length, async (turn) => compileBare(rest[turn] ?? first))
  const ratio = measured.p50 / limit.p50
  return { work: 'print a flyer', against: 'bare Typst compile', ours: measured, limit, ...most(1.5, ratio) }
}

const startRow = async (world: World, times = 3): Promise<Row> => {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) {
    const { seconds, program } = await world.startWeb()
    took.push(seconds * 1000)
    await program.stop()
  }
  const ours = summary(took, took.reduce((total, each) => total + each, 0) / 1000)
  return { work: 'start on existing data', against: 'seconds to ready', ours, limit: null, ...most(2, ours.p50 / 1000) }
}

/** Every row, on one world. */
export const measureWorld = async (world: World, seconds: number): Promise<readonly Row[]> => {
  const start = await startRow(world)
  const web = await world.startWeb()
  try {
    return [
      ...(await pageRows(world, web.url, seconds)),
      await submitRow(world, web.url, seconds),
      await flyerRow(world, web.url),
      start,
    ]
  } finally {
    await web.program.stop()
  }
}
