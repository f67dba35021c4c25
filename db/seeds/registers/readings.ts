// What the national registers said before the demonstration and in its autumn: two readings of the schools, the links between them, and
// two of the providers of teacher training.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importProviders, importSchoolLinks, importSchools } from '../../../src/features/national-registers/index.ts'
import { actingAs, type Context } from '../../../src/platform/context.ts'
import { localInstant } from '../../../src/vocabulary/local-time.ts'
import { trusts } from '../facts/providers.ts'
import { schools } from '../facts/schools.ts'
import type { SchoolFact } from '../facts/shapes.ts'
import { linkLines, type RegisterRow, registerLines } from './file.ts'
import { providerLines } from './providers-file.ts'
import { columnsOfDemonstration, saidOf } from './said-of.ts'

const newAcademyUrn = 909_001
const newSchoolUrn = 909_002

const isAcademy = ({ typeCode }: SchoolFact): boolean => typeCode === '28' || typeCode === '34'

/** The trust an academy is in: two in three of those near its seat. */
const trustOf = (school: SchoolFact): RegisterRow => {
  const at = trusts.findIndex(({ authorityCode }) => authorityCode === school.authorityCode)
  const trust = trusts[at]
  if (!trust || !isAcademy(school) || school.status !== 'open' || school.urn % 3 === 0) return {}
  return { 'Trusts (code)': 9001 + at, 'Trusts (name)': trust.name }
}

type Chosen = Readonly<Record<'renamed' | 'converted' | 'closed', SchoolFact>>

const isUsual = ({ urn, status, phase, typeCode }: SchoolFact): boolean =>
  urn > 900_100 && status === 'open' && phase === 'primary' && typeCode === '1'

/** Schools of which nobody here is reached yet, so that no story of the demonstration is about them. */
const choose = async ({ db }: Context): Promise<Chosen> => {
  const inUse = await Promise.all([
    db.selectFrom('posts').select('organisation_id').distinct().execute(),
    db.selectFrom('places').select('organisation_id').distinct().execute(),
    db.selectFrom('venues').select('organisation_id').distinct().execute(),
    db.selectFrom('expressions_of_interest').select('organisation_id').distinct().execute(),
  ])
  const ids = new Set(inUse.flat().map(({ organisation_id }) => organisation_id))
  const known = await db.selectFrom('organisations').select(['id', 'urn']).where('urn', 'is not', null).execute()
  const busy = new Set(known.filter(({ id }) => ids.has(id)).map(({ urn }) => urn))
  const [renamed, converted, closed] = schools.filter((school) => isUsual(school) && !busy.has(school.urn)).toReversed()
  if (!renamed || !converted || !closed) throw new RangeError('No three schools are left to change')
  return { renamed, converted, closed }
}

const lastDay = { 'EstablishmentStatus (code)': 2, CloseDate: '31-08-2021' }

const saidLater = (school: SchoolFact, { renamed, converted, closed }: Chosen): RegisterRow => {
  const said = { ...saidOf(school), ...trustOf(school) }
  if (school === renamed)
    return { ...said, EstablishmentName: school.name.replace(/ (Community )?Primary.*/, ' Church Lane Primary School') }
  if (school === converted || school === closed) return { ...said, ...lastDay }
  return school.urn % 97 === 0 ? { ...said, NumberOfPupils: Number(said.NumberOfPupils) + 4 } : said
}

const newSchools = ({ converted, closed }: Chosen): readonly RegisterRow[] => {
  const opened = { 'EstablishmentStatus (code)': 1, OpenDate: '01-09-2021' }
  const academy = { 'TypeOfEstablishment (code)': 34, 'TypeOfEstablishment (name)': 'Academy converter' }
  const free = { 'TypeOfEstablishment (code)': 35, 'TypeOfEstablishment (name)': 'Free school' }
  return [
    {
      ...saidOf(converted),
      ...opened,
      ...academy,
      URN: newAcademyUrn,
      EstablishmentName: `${converted.name}, an academy`,
    },
    {
      ...saidOf(closed),
      ...opened,
      ...free,
      URN: newSchoolUrn,
      EstablishmentName: `${closed.town} Riverside Free School`,
      Street: 'Mill Lane',
    },
  ]
}

const at = (day: string): Temporal.Instant =>
  localInstant(Temporal.PlainDate.from(day), Temporal.PlainTime.from('06:30'))

/** Reads the registers as the operator did in the weeks before the demonstration begins. */
export const readRegisters = async (context: Context): Promise<void> => {
  const chosen = await choose(context)
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-'))
  const read = async (reads: typeof importSchools, day: string, fileName: string, text: string): Promise<void> => {
    const path = join(folder, fileName)
    writeFileSync(path, text)
    await reads(actingAs(context, { kind: 'system', task: 'operator' }, at(day)), { path, fileName, force: false })
  }
  const file = (rows: readonly RegisterRow[]) => [...registerLines(rows, columnsOfDemonstration)].join('')
  const links = [
    { urn: chosen.converted.urn, to: newAcademyUrn, type: 'Successor', on: '01-09-2021' },
    { urn: newAcademyUrn, to: chosen.converted.urn, type: 'Predecessor', on: '01-09-2021' },
  ]
  try {
    const first = schools.map((school) => ({ ...saidOf(school), ...trustOf(school) }))
    const second = [...schools.map((school) => saidLater(school, chosen)), ...newSchools(chosen)]
    await read(importProviders, '2020-10-05', 'providers-2020-10-05.csv', providerLines('2020/21'))
    await read(importSchools, '2021-10-04', 'schools-2021-10-04.csv', file(first))
    await read(importProviders, '2021-10-11', 'providers-2021-10-11.csv', providerLines('2021/22'))
    await read(importSchools, '2021-10-18', 'schools-2021-10-18.csv', file(second))
    await read(importSchoolLinks, '2021-10-18', 'links-2021-10-18.csv', linkLines(links))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
