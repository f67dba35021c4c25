import { proposalsOf, requestPlacement, runPlacement, usuallyAsked } from '../../../src/features/placement/index.ts'
import { putInForce, sendTable } from '../../../src/features/travel-times/index.ts'
import { askForExplanations, explainOne } from '../../../src/features/what-if/index.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import { type GridPoint, metresBetween, milesOf } from '../../../src/vocabulary/grid.ts'
import { schools } from '../facts/schools.ts'
import type { Scene } from './scene.ts'

const administrator = 'rohan.petrescu@lcw-hub.example'
const headings = ['School', 'URN', 'Postcode', 'Venue', 'Minutes']

type School = { readonly urn: number; readonly name: string; readonly postcode: string } & GridPoint
type Venue = { readonly name: string; readonly urn: number }

const venues: readonly Venue[] = [
  { name: 'Juniperridge', urn: 900_128 },
  { name: 'Vetchridge', urn: 900_164 },
  { name: 'Teaselmere', urn: 900_169 },
]

const schoolOf = (urn: number): School[] => {
  const found = schools.find((each) => each.urn === urn)
  return found ? [found] : []
}

// By bus and train at four o'clock: so long to get going, and longer across the lines than along them.
const minutesFrom = (from: School, to: GridPoint): number => {
  const across = Math.abs(from.easting - to.easting) / 1000
  return Math.round(8 + milesOf(metresBetween(from, to)) * 3.4 + across * 1.1)
}

const rowsFor = (asking: readonly School[], to: readonly Venue[]): readonly (readonly string[])[] =>
  asking.flatMap((school) =>
    to.flatMap(({ name, urn }) =>
      schoolOf(urn).map((there) => [
        school.name,
        String(school.urn),
        school.postcode,
        name,
        `${minutesFrom(school, there)}`,
      ]),
    ),
  )

const bring = async (scene: Scene, when: string, fileName: string, rows: readonly (readonly string[])[]) => {
  const context = await scene.as(administrator, when)
  const hubId = scene.ids.hub('london-central-and-west')
  const sheet = { readAs: 'UTF-8, separated by commas', rows: [headings, ...rows] }
  const id = await sendTable(context, { hubId, year: academicYear(2021), fileName, sheet })
  await putInForce(context, { hubId, id })
}

/** How long the ways take, brought twice: the second time with a venue more, two rows that cannot be read, and a few ways left out. */
export const playTravelTimes = async (scene: Scene, urns: readonly number[]): Promise<void> => {
  const asking = urns.flatMap(schoolOf)
  await bring(scene, '2021-10-14T16:10', 'ways-to-venues.csv', rowsFor(asking, venues.slice(0, 2)))
  const all = rowsFor(asking, venues).filter((_row, at) => at % 11 !== 7)
  const wrong = [
    ['A school that nobody knows', '', '', 'Juniperridge', '25'],
    [asking[0]?.name ?? '', String(asking[0]?.urn ?? ''), '', 'Vetchridge', 'an hour or so'],
  ]
  await bring(scene, '2021-10-18T08:30', 'ways-to-venues-october.csv', [...all, ...wrong])
}

/** The same placement in minutes: whom a line of trains brings nearer than a ruler, and who would have to go longer. */
export const playPlacementInMinutes = async (scene: Scene, offerId: string): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-10-18T08:40')
  const runId = await requestPlacement(hubWork, {
    offerIds: [offerId],
    asked: { ...usuallyAsked, measure: 'minutes', mostMinutes: 40, mostMiles: 8 },
  })
  await runPlacement(hubWork, runId)
  await askForExplanations(hubWork, { runId })
  for (const { interestId, groupId } of await proposalsOf(scene.tx, runId))
    if (groupId === null) await explainOne(hubWork, { runId, interestId })
}
