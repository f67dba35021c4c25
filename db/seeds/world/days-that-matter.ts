import {
  knownForTerms,
  markOfTermList,
  planTermList,
  sendTermList,
  stateNationalDay,
  stateTermDates,
  stateTermList,
  termListOf,
} from '../../../src/features/calendars/index.ts'
import { found } from '../../../src/platform/errors.ts'
import type { Scene } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'
const rohan = 'rohan.petrescu@lcw-hub.example'
const day = (text: string) => Temporal.PlainDate.from(text)

type Rows = readonly (readonly string[])[]
const readAs = 'UTF-8, separated by commas'

const usual: readonly (readonly [name: string, from: string, to: string])[] = [
  ['Autumn term', '02/09/2021', '17/12/2021'],
  ['Autumn half-term', '25/10/2021', '29/10/2021'],
  ['Christmas holiday', '20/12/2021', '03/01/2022'],
  ['Spring term', '04/01/2022', '01/04/2022'],
  ['Spring half-term', '14/02/2022', '18/02/2022'],
  ['Easter holiday', '04/04/2022', '18/04/2022'],
  ['Summer term', '19/04/2022', '21/07/2022'],
  ['Summer half-term', '30/05/2022', '03/06/2022'],
]

// Some authorities keep other weeks than their neighbours.
const otherwise: Readonly<Record<string, Readonly<Record<string, readonly [from: string, to: string]>>>> = {
  Nottinghamshire: {
    'Autumn half-term': ['18/10/2021', '29/10/2021'],
    'Summer term': ['19/04/2022', '27/07/2022'],
  },
  Lincolnshire: { 'Spring half-term': ['21/02/2022', '25/02/2022'] },
  Brent: { 'Autumn half-term': ['18/10/2021', '29/10/2021'], 'Spring term': ['05/01/2022', '01/04/2022'] },
}

const rowsOf = (authorities: readonly string[]): Rows =>
  authorities.flatMap((authority) =>
    usual.map(([name, from, to]) => [authority, name, ...(otherwise[authority]?.[name] ?? [from, to])]),
  )

const nationalList: Rows = [
  ['Term dates 2021 to 2022'],
  [],
  ['Local authority', 'Term or holiday', 'First day', 'Last day'],
  ...rowsOf(['Brent', 'Camden', 'Westminster', 'Lincolnshire', 'Nottinghamshire', 'Essex', 'Leeds']),
]

// What the hub brought a few days ago, and waits to be looked at: a row outside its area, one without a date, one that overlaps.
const hubList: Rows = [
  ['Authority', 'Name', 'First day', 'Last day'],
  ['Ealing', 'Summer half-term', '30/05/2022', '03/06/2022'],
  ['Ealing', 'Summer term', '19/04/2022', '21/07/2022'],
  ['Ealing', 'Autumn break', '27/10/2021', '28/10/2021'],
  ['Hounslow', 'Spring half-term', 'mid February', '18/02/2022'],
  ['Leeds', 'Spring half-term', '14/02/2022', '18/02/2022'],
]

/** Terms and holidays of the authorities round the groups that are played, and the days of the whole network. */
export const playDaysThatMatter = async (scene: Scene): Promise<void> => {
  const summer = await scene.as(farida, '2021-07-15T11:20')
  const listId = await sendTermList(summer, {
    hubId: null,
    fileName: 'terms-2021-22.csv',
    sheet: { readAs, rows: nationalList },
  })
  const list = found(await termListOf(scene.tx, listId, null))
  const mark = markOfTermList(
    planTermList(list.rows, await knownForTerms(scene.tx, { hubId: null, today: summer.today })),
  )
  await stateTermList(summer, { hubId: null, listId, mark })
  for (const [title, from, to] of [
    ['Maths Hubs Forum', '2021-11-10', '2021-11-11'],
    ['National workshop for leads of groups', '2022-02-02', '2022-02-02'],
    ['Maths Hubs Forum', '2022-06-22', '2022-06-23'],
  ] as const)
    await stateNationalDay(summer, { title, from: day(from), to: day(to) })
  const hubId = scene.ids.hub('london-central-and-west')
  const atHub = await scene.as(rohan, '2021-09-07T14:10')
  for (const [name, from, to] of usual.slice(0, 6)) {
    const dates = {
      from: turned(from),
      to: turned(to),
      name,
      kind: /term$/.test(name) && !/half/.test(name) ? 'term' : 'holiday',
    } as const
    await stateTermDates(atHub, { hubId, authority: '307', dates })
  }
  const later = await scene.as(rohan, '2021-10-14T15:35')
  await sendTermList(later, { hubId, fileName: 'ealing-and-hounslow.csv', sheet: { readAs, rows: hubList } })
}

const turned = (text: string): Temporal.PlainDate => day(text.split('/').toReversed().join('-'))
