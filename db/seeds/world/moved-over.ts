import {
  matchColumns,
  prepareImport,
  runImport,
  startImport,
  uploadSpreadsheet,
} from '../../../src/features/imports/index.ts'
import { proposeMatching, proposeOptions } from '../../../src/features/old-lists/index.ts'
import type { Context } from '../../../src/platform/context.ts'
import { bookingRows, handKeptRows, listedSchools } from './old-lists.ts'
import { after, type Scene, type When } from './scene.ts'

const hub = 'london-central-and-west'
const administrator = 'rohan.petrescu@lcw-hub.example'
const authorities = ['307', '313']

type Brought = {
  readonly slug: string
  readonly fileName: string
  readonly readAs: string
  readonly rows: readonly (readonly string[])[]
  /** The row of the headings, from 1. */
  readonly headings: number
  readonly remembered: string
  readonly when: When
}

/** The hub brings a list, says what its columns mean as proposed, and has its rows read. */
const bring = async (scene: Scene, context: Context, brought: Brought): Promise<string> => {
  const { rows, headings, readAs, fileName } = brought
  const importId = await uploadSpreadsheet(context, {
    hubId: scene.ids.hub(hub),
    kind: 'interest',
    offerId: scene.ids.offer(hub, 2021, brought.slug),
    fileName,
    sheet: { kind: 'csv', readAs, rows },
  })
  const header = rows[headings - 1] ?? []
  const below = rows.slice(headings)
  const samples = header.map((_, at) => below.map((cells) => cells[at] ?? '').filter((cell) => cell !== ''))
  const matching = proposeMatching(header, samples, 'interest')
  const options = proposeOptions(below, matching)
  const input = { importId, matching, options, name: brought.remembered }
  const { round } = await matchColumns(context, input, { inBackground: false })
  await prepareImport(context, { importId, round })
  return importId
}

// What somebody in a booking system got wrong.
const withMistakes = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((cells, at) => {
    if (at === 4) return cells.map((cell, column) => (column === 3 ? '07700 900461' : cell))
    if (at === 9) return cells.map((cell, column) => (column === 3 ? cell.replace('@', ' at ') : cell))
    if (at === 13) return cells.map((cell, column) => (column === 4 ? '' : cell))
    return cells
  })

/** London Central and West moves over: a booking list is here, a sheet kept by hand waits for some schools to be told apart. */
export const playMovedOver = async (scene: Scene): Promise<void> => {
  const when = '2021-10-11T16:05'
  const booked = await scene.as(administrator, when)
  const importId = await bring(scene, booked, {
    slug: 'years-5-to-8-continuity',
    fileName: 'bookings-years-5-to-8.csv',
    readAs: 'Windows-1252, separated by semicolons',
    rows: withMistakes(bookingRows(listedSchools(8, { authorities: ['307'], each: 2 }), 'Years 5–8 Continuity')),
    headings: 1,
    remembered: 'Booking list',
    when,
  })
  const started = await scene.as(administrator, after(when, 12))
  await startImport(started, { importId, tells: false }, { inBackground: false })
  await runImport(started, importId)
  const kept = '2021-10-15T08:50'
  await bring(scene, await scene.as(administrator, kept), {
    slug: 'secondary-teaching-for-mastery-development',
    fileName: 'Mastery sign ups 2021-22.xlsx',
    readAs: 'Excel workbook, sheet Sign ups',
    rows: [...handKeptRows(listedSchools(9, { authorities, each: 2, seed: 11 })), ...unclear],
    headings: 4,
    remembered: 'Sign-up sheet',
    when: kept,
  })
}

const unclear: readonly (readonly string[])[] = [
  ['Pipitlea Juniors', 'Philippa Oduya', 'p.oduya@pipitlea.example', '', '06/09/2021', 'same as Pipitlea Primary??'],
  ['Park Sch (Hounslow)', 'Tobias Renn', 't.renn@park.example', '', '07/09/2021', ''],
  ['Riverdene Academy for Girls', 'Imelda Sato', 'i.sato@riverdene.example', '', '07/09/2021', 'met at conference'],
]
