import { type Context, loading } from '../../../platform/context.ts'
import type { CopyIn, Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  seenDifferences,
  type Tally,
  type Told,
  tallyDiffering,
  type Writing,
  writeDifferences,
  writeNew,
} from '../changes-store.ts'
import { neededColumns } from '../needed-columns.ts'
import {
  type Counts,
  type ImportInput,
  type ImportReport,
  isAlarming,
  noCounts,
  overruledBy,
} from '../register-import.ts'
import { factsToldIn, readSaid, refusedRows, settleUkprns, takeFirstAuthorities } from '../said-store.ts'
import {
  authorityNameColumn,
  type SchoolFact,
  schoolFacts,
  trustColumns,
  typesElsewhere,
  urnColumn,
} from '../schools-register.ts'
import {
  insertSchools,
  noteDiffering,
  putBackAfterFirst,
  type Standing,
  setAsideBeforeFirst,
  standingOf,
  updateSchools,
} from '../schools-store.ts'
import { type Staged, stage } from '../staging-store.ts'
import { askAboutAuthorities } from '../succession-store.ts'
import { beginMemberships, keepTrusts, moveBetweenTrusts, renameTrusts } from '../trusts-store.ts'
import { beginImport, keepReport, reading, requireColumns, type WhenKept } from './begin-import.ts'
import { followSuccessors } from './follow-successors.ts'

const wanted = [
  ...new Set([
    urnColumn,
    authorityNameColumn,
    trustColumns.code,
    trustColumns.name,
    ...schoolFacts.map(({ from }) => from),
  ]),
]

const requireCredible = ({ open, closing, gone }: Standing, { unfit }: Staged, input: ImportInput): void => {
  if (input.force) return
  const missing = Math.max(0, gone - unfit.rows.length)
  if (isAlarming(closing, open))
    throw new Refused(
      `The file would close ${closing} of ${open} open schools. Nothing was changed. If that is right, ${overruledBy(input)}.`,
    )
  if (isAlarming(missing, open))
    throw new Refused(
      `The file does not name ${missing} of ${open} open schools: it looks as if only a part of it were here. Nothing was changed. If it is whole, ${overruledBy(input)}.`,
    )
}

const writeSchools = async (
  tx: Transaction,
  {
    facts,
    tellsTrusts,
    isFirst,
    writing,
  }: { facts: readonly SchoolFact[]; tellsTrusts: boolean; isFirst: boolean; writing: Writing },
): Promise<{ tally: Tally; inserted: number }> => {
  if (isFirst) await setAsideBeforeFirst(tx)
  if (tellsTrusts) {
    await keepTrusts(tx)
    await renameTrusts(tx, writing)
  }
  await noteDiffering(tx, facts, tellsTrusts)
  const tally = await tallyDiffering(tx)
  await updateSchools(tx, facts)
  const inserted = await insertSchools(tx, facts)
  if (tellsTrusts) {
    await moveBetweenTrusts(tx, writing.today)
    await beginMemberships(tx)
  }
  if (isFirst) await putBackAfterFirst(tx)
  await writeDifferences(tx, writing)
  if (!isFirst) await writeNew(tx, writing)
  return { tally, inserted }
}

// So many differences are told each in its own event; when more change at once, as after a census, one event tells of all.
const mostEvents = 500

const isShown = new Set(['trust', ...schoolFacts.filter(({ isSeen }) => isSeen).map(({ column }) => column)])

/** The history of a school tells what people see of it. */
const tellSchools = async (tx: Transaction, context: Context, importId: string): Promise<readonly Told[]> => {
  const seen = await seenDifferences(tx, [...isShown])
  if (seen.length > mostEvents) return seen
  for (const { id, kind, changed } of seen) {
    const shown = Object.fromEntries(Object.entries(changed).filter(([column]) => isShown.has(column)))
    await record(tx, context, {
      name: `organisation.${kind}`,
      subject: { type: 'organisation', id },
      particulars: { import: importId, changed: shown },
    })
  }
  return []
}

const readIn = async (
  tx: Transaction,
  copyIn: CopyIn,
  input: ImportInput,
): Promise<{ staged: Staged; facts: readonly SchoolFact[] }> => {
  const staged = await stage(tx, copyIn, input, wanted)
  requireColumns(staged, neededColumns.schools, input)
  input.progress?.('Checking', null)
  await takeFirstAuthorities(tx, staged.columns, typesElsewhere)
  await readSaid(tx, staged.columns)
  await settleUkprns(tx)
  return { staged, facts: factsToldIn(staged.columns) }
}

/** Reads the national schools register, whole, as often as it comes: all of it in one transaction, or nothing. */
export const importSchools = (context: Context, input: ImportInput, whenKept?: WhenKept): Promise<ImportReport> =>
  loading(context, async (tx, context, copyIn) => {
    const writing = await beginImport(tx, context, input)
    const { staged, facts } = await readIn(tx, copyIn, input)
    const standing = await standingOf(tx)
    requireCredible(standing, staged, input)
    input.progress?.('Writing', null)
    const tellsTrusts = staged.columns.includes(trustColumns.code)
    const { tally, inserted } = await writeSchools(tx, { facts, tellsTrusts, isFirst: standing.known === 0, writing })
    const fates = await followSuccessors(tx, context, writing)
    const authorities = await askAboutAuthorities(tx, writing, {
      nameColumn: staged.columns.includes(authorityNameColumn) ? authorityNameColumn : null,
      elsewhere: typesElsewhere,
    })
    const refused = [
      ...staged.unfit.rows.map(({ line, reason }) => ({ line, sign: '', name: '', reason })),
      ...(await refusedRows(tx)),
    ]
    const { changed, closed, reopened, fields } = tally
    const counts: Counts = {
      ...noCounts,
      ...fates.counts,
      rows: standing.taken + refused.length,
      refused: refused.length,
      new: inserted,
      changed,
      closed,
      reopened,
      fields,
      unchanged: standing.taken - inserted - changed - closed - reopened,
      not_in_file: standing.gone,
      questions: fates.questions + authorities,
      missing_columns: wanted.filter((name) => !staged.file.columns.includes(name)),
    }
    const untold = await tellSchools(tx, context, writing.importId)
    const report: ImportReport = {
      id: writing.importId,
      register: 'schools',
      fileName: input.fileName,
      counts,
      refused: refused.sort((a, b) => a.line - b.line),
    }
    await keepReport(tx, context, { writing, staged, input, report, whenKept })
    await record(tx, context, reading(report, untold))
    return report
  })
