import {
  knownForList,
  markOfList,
  planList,
  sendList,
  stateList,
  stateTargets,
  targetListById,
} from '../../../src/features/targets/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import type { Scene } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'
const readiness = 'Mastery Readiness'
const primary = 'Primary Teaching for Mastery – Development'
const secondary = 'Secondary Teaching for Mastery – Development'

// What hubs told the national team in the summer; the last rows are such as are refused.
const summer: readonly (readonly string[])[] = [
  ['Recruitment targets 2021/22'],
  [],
  ['Hub', 'Project code or title', 'Work Groups', 'Schools'],
  ['Abacus NW Maths Hub', readiness, '1', '6'],
  ['Boolean', readiness, '1', '8'],
  ['Cambridge', readiness, '1', '6'],
  ['East Midlands South', readiness, '1', '6'],
  ['London South East Plus', readiness, '2', '12'],
  ['North West Three', readiness, '1', '8'],
  ['Solent', readiness, '1', '6'],
  ['West Yorkshire', readiness, '2', '12'],
  ['Great North', primary, '2', '16'],
  ['Mobius', primary, '1', '10'],
  ['North West One', primary, '2', '12'],
  ['Sussex', primary, '1', '8'],
  ['London Central and West', primary, '2', '14'],
  ['London Central and West', 'Secondary Teaching for Mastery – Embedding', '1', '6'],
  ['London Central and West', 'SKTM Primary Teachers', '1', '12'],
  ['London Central and West', 'Years 5 to 8 Continuity', '1', '10'],
  ['London Thames', secondary, '1', '6'],
  ['Kent and Medway', secondary, '2', '14'],
  ['London Central and NW', '21-24', '1', '6'],
  ['East Midlands East', 'NCP 21-11', '1', '8'],
  ['Venn Essex', 'LLME networks', '1', '8'],
  ['Norfolk', secondary, '1', '6'],
  ['Solent', 'Mastery Readyness', '1', '6'],
]

// What came a week before the demonstration begins, and waits to be looked at.
const autumn: readonly (readonly string[])[] = [
  ['Hub', 'Project code or title', 'Groups planned', 'Places planned'],
  ['London Thames', secondary, '1', '8'],
  ['West Yorkshire', readiness, '2', '12'],
  ['Shaw', readiness, '1', '6'],
  ['Sussex', primary, 'one', '8'],
]

const sendOf = async (scene: Scene, when: string, fileName: string, rows: typeof summer): Promise<string> =>
  sendList(await scene.as(farida, when), {
    year: academicYear(2021),
    fileName,
    sheet: { readAs: 'UTF-8, separated by commas', rows },
  })

/** What hubs plan for the year: most from a list, some stated by hand, and one project that a hub plans for itself. */
export const playTargets = async (scene: Scene): Promise<void> => {
  const { ids, tx } = scene
  const listId = await sendOf(scene, '2021-07-12T10:05', 'hub-plans-2021-22.csv', summer)
  const list = found(await targetListById(tx, listId))
  const mark = markOfList(planList(list.rows, await knownForList(tx, list.year)))
  await stateList(await scene.as(farida, '2021-07-12T10:20'), { listId, mark })
  const leadership = ids.project(2021, 'secondary-subject-leadership')
  const hubId = ids.hub('london-central-and-west')
  await stateTargets(await scene.as(farida, '2021-07-13T09:30'), {
    projectId: leadership,
    stated: [
      { hubId, planned: { groups: 1, places: 8 }, mark: '' },
      { hubId: ids.hub('venn-essex'), planned: { groups: 1, places: 10 }, mark: '' },
    ],
  })
  await stateTargets(await scene.as(farida, '2021-09-20T14:15'), {
    projectId: leadership,
    stated: [{ hubId, planned: { groups: 2, places: 14 }, mark: '1/8' }],
  })
  await stateTargets(await scene.as('adaeze.lindqvist@lcw-hub.example', '2020-09-14T16:10'), {
    projectId: ids.project(2020, 'reasoning-aloud-in-key-stage-3'),
    stated: [{ hubId, planned: { groups: 1, places: 6 }, mark: '' }],
  })
  await sendOf(scene, '2021-10-11T11:40', 'changes-in-october.csv', autumn)
}
