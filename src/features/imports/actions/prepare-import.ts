import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { isNoSchool, keyOfSchool, type RowRead, readRow, type SchoolSaid } from '../../old-lists/index.ts'
import type { Import } from '../import.ts'
import { knownFor } from '../known-queries.ts'
import { planRows, type RowToPlan } from '../plan.ts'
import { importById } from '../queries.ts'
import { countsOf, type RawRow, rawRowsOf } from '../row-queries.ts'
import { decisionsOf, findSchools, type SchoolFound, schoolsOf, wordsOf } from '../school-queries.ts'
import { replaceSchools } from '../schools-store.ts'
import { advance, changeImport, lockImport, writePlan } from '../store.ts'

type Read = { readonly number: number; readonly read: RowRead; readonly key: string | null }

/** Reads every row below the headings by what the columns mean; a blank school may be the one of the row above. */
const readAll = (spreadsheet: Import, rows: readonly RawRow[]): readonly Read[] => {
  const { header, options } = spreadsheet
  const shape = { header, matching: spreadsheet.matching ?? [], options }
  let above: SchoolSaid | null = null
  return rows
    .filter(({ number }) => number > spreadsheet.headerRow + 1)
    .map(({ number, cells }) => {
      const read = readRow(cells, shape, above)
      if (!isNoSchool(read.entry.school)) above = read.entry.school
      const needsSchool = !isNoSchool(read.entry.school) && read.refusal === null && read.leftOut === null
      return { number, read, key: needsSchool ? keyOfSchool(read.entry.school) : null }
    })
}

const schoolsSaid = (rows: readonly Read[]) => {
  const said = new Map<string, { said: SchoolSaid; rows: number }>()
  for (const { key, read } of rows)
    if (key !== null)
      said.set(key, { said: said.get(key)?.said ?? read.entry.school, rows: (said.get(key)?.rows ?? 0) + 1 })
  return said
}

// What was left out of this file before stays left out; what was decided for the hub holds for this file too.
const foundSchools = async (
  context: Context,
  spreadsheet: Import,
  rows: readonly Read[],
): Promise<readonly SchoolFound[]> => {
  const said = schoolsSaid(rows)
  const before = await schoolsOf(context.db, spreadsheet.id)
  const leftOut = new Set(before.filter(({ certainty }) => certainty === 'left_out').map(({ key }) => key))
  const decided = await decisionsOf(context.db, spreadsheet.hubId, [...said.keys()])
  const found = await findSchools(context.db, said, decided)
  return found.map((school) =>
    leftOut.has(school.key) ? { ...school, certainty: 'left_out', organisationId: null, reason: null } : school,
  )
}

const toPlan = (rows: readonly Read[], schools: readonly SchoolFound[]): readonly RowToPlan[] => {
  const byKey = new Map(schools.map((school) => [school.key, school]))
  return rows.map(({ number, read, key }) => {
    const school = key === null ? undefined : byKey.get(key)
    const meant = school?.organisationId ? { id: school.organisationId, name: school.said } : null
    return { number, read, schoolKey: key, school: school?.certainty === 'left_out' ? 'left_out' : meant }
  })
}

/**
 * Reads the rows of an import, finds their schools and says of every row what it will do; nothing of it is written anywhere
 * else. Safe to run twice: what was matched or decided anew in the meantime has a preparation of its own.
 */
export const prepareImport = async (context: Context, input: { importId: string; round: number }): Promise<void> => {
  const spreadsheet = await importById(context.db, input.importId)
  if (spreadsheet?.status !== 'preparing' || spreadsheet.round !== input.round) return
  const rows = readAll(spreadsheet, await rawRowsOf(context.db, spreadsheet.id))
  await transaction(context, (tx) => advance(tx, spreadsheet.id, Math.ceil(rows.length / 3)))
  const schools = await foundSchools(context, spreadsheet, rows)
  const known = await knownFor(context, spreadsheet, {
    addresses: rows.flatMap(({ read }) => read.entry.people.map(({ email }) => email)),
  })
  const planned = planRows(toPlan(rows, schools), known)
  const said = new Map(rows.map(({ number, read }) => [number, wordsOf(read.entry.school)]))
  await transaction(context, async (tx, context) => {
    const now = await lockImport(tx, spreadsheet.id)
    if (now?.status !== 'preparing' || now.round !== input.round) return
    await replaceSchools(tx, spreadsheet.id, schools)
    await writePlan(
      tx,
      spreadsheet.id,
      planned.map((row) => ({ ...row, school: said.get(row.number) ?? '' })),
    )
    const open = schools.some(({ certainty }) => certainty === 'likely' || certainty === 'unknown')
    const counts = await countsOf(tx, spreadsheet.id)
    await changeImport(tx, spreadsheet.id, { status: open ? 'settling' : 'ready', rowsDone: rows.length, counts })
    await record(tx, context, {
      name: 'import.prepared',
      subject: { type: 'import', id: spreadsheet.id },
      particulars: { ...counts, schools: schools.length },
    })
  })
}
