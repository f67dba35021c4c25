// Measures the product against its limits on this machine, in one run, at two volumes, and prints one table.
import { cpus } from 'node:os'
import { findingPeopleRows } from './finding-people.ts'
import { findingProjectsRows } from './finding-projects.ts'
import { findingRow } from './finding-schools.ts'
import { importingRow } from './importing.ts'
import { joiningRow } from './joining.ts'
import { placingRow, sizes } from './placing.ts'
import { readingRows } from './reading-registers.ts'
import { registerSyncRows } from './register-sync.ts'
import { measureWorld, type Row } from './rows.ts'
import { workingListsRows } from './working-lists.ts'
import { makeWorld } from './world.ts'

const volumes = [0.01, 0.1] as const
const registers = [5000, 50_000] as const
const people = [35_000, 350_000] as const
const lists = [500, 5000] as const
const catalogues = [0.1, 1] as const
// A tenth with everything that happened in it, the whole as the public reads it.
const boards = [
  [0.1, 'everything'],
  [1, 'catalogue'],
] as const
const longest = 355_000
const seconds = 3

const format = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(value >= 10 ? 3 : 2)

const cells = ({ work, against, ours, limit, ratio, goal, met }: Row): readonly string[] => [
  work,
  against,
  `${format(ours.perSecond)}/s`,
  limit ? `${format(limit.perSecond)}/s` : '',
  Number.isNaN(ratio) ? '' : format(ratio),
  goal,
  met ? 'met' : 'missed',
  `${format(ours.p50)} ms`,
  `${format(ours.p95)} ms`,
]

const heading = ['work', 'measured against', 'ours', 'limit', 'ratio', 'goal', '', 'p50', 'p95']

const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = heading.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

const tooLong = setTimeout(() => {
  console.error('Stopped: the measurements took longer than six minutes.')
  process.exit(1)
}, longest)

const parts: Readonly<Record<string, () => Promise<void>>> = {
  world: async () => {
    for (const volume of volumes) {
      const world = await makeWorld(volume)
      try {
        const { schools, hubs, years, groups, sessions, participants, marks } = world.counts
        console.log(
          `\nA world of ${schools} schools, ${hubs} hubs, ${years} year, ${groups} groups, ${sessions} sessions, ${participants} participants, ${marks} marks`,
        )
        printTable([heading, ...(await measureWorld(world, seconds)).map(cells)])
      } finally {
        await world.leave()
      }
    }
  },
  registers: async () => {
    for (const schools of registers) {
      const { row, right } = await findingRow(schools)
      console.log(`\nA register of ${schools} schools: ${right}`)
      printTable([heading, cells(row)])
      const { rows, memory } = await readingRows(schools)
      console.log(`\nReading it: ${memory}`)
      printTable([heading, ...rows.map(cells)])
    }
  },
  projects: async () => {
    for (const volume of catalogues) {
      const { rows, world } = await findingProjectsRows(volume)
      console.log(`\nA catalogue of ${world}`)
      printTable([heading, ...rows.map(cells)])
    }
  },
  joining: async () => {
    for (const [volume, what] of boards) {
      const { row, world } = await joiningRow(volume, what)
      console.log(`\nA board of ${world}`)
      printTable([heading, cells(row)])
    }
  },
  imports: async () => {
    for (const count of lists) {
      const { row, came } = await importingRow(count)
      console.log(`\nA list of ${count} rows: ${came}`)
      printTable([heading, cells(row)])
    }
  },
  placing: async () => {
    for (const size of sizes) {
      const { row, came } = await placingRow(size)
      console.log(`\n${came}`)
      printTable([heading, cells(row)])
    }
  },
  lists: async () => {
    for (const volume of volumes) {
      const { rows, world } = await workingListsRows(volume)
      console.log(`\nThe pages of a hub and of its leads in a world of ${world}`)
      printTable([heading, ...rows.map(cells)])
    }
  },
  sync: async () => {
    console.log('\nRegisters from devices')
    printTable([heading, ...(await registerSyncRows()).map(cells)])
  },
  people: async () => {
    for (const count of people) {
      const { rows, found } = await findingPeopleRows(count)
      console.log(`\n${count.toLocaleString('en-GB')} people: ${found}`)
      printTable([heading, ...rows.map(cells)])
    }
  },
}

// With no name given, what fits into six minutes; `people` and `projects` take their time to fill a database with so many.
const usual = ['world', 'registers']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: name ${Object.keys(parts).join(', ')}, or none.`)
  process.exit(2)
}

const began = performance.now()
for (const name of asked.length > 0 ? asked : usual) await parts[name]?.()
clearTimeout(tooLong)
console.log(
  `\nTook ${Math.round((performance.now() - began) / 1000)} s on ${cpus().length} cores; the ratios, not the times, can be compared between machines.`,
)
