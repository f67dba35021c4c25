import type { Context } from '../../../platform/context.ts'
import type { CsvFile } from '../../../platform/database/csv-file.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import type { Happening } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { type Writing, writeImport } from '../changes-store.ts'
import { mayKeepRegisters } from '../policy.ts'
import type { ImportInput, ImportReport } from '../register-import.ts'
import { type Staged, takeTurn } from '../staging-store.ts'

/** Begins to read a register: by somebody who may, and one at a time. */
export const beginImport = async (
  tx: Transaction,
  context: Context,
  { isSent = false }: ImportInput,
): Promise<Writing> => {
  if (!mayKeepRegisters(context.actor)) throw new Forbidden('Only the national team reads the registers')
  if (!(await takeTurn(tx, isSent)))
    throw new Refused('Another register is being read at this moment. Wait until that is done, and try again.')
  return { importId: newId(), now: context.now, today: context.today }
}

/** Refuses a file whose first line does not name what is needed. */
export const requireNamed = (file: CsvFile, needed: readonly string[]): void => {
  const missing = needed.filter((name) => !file.columns.includes(name))
  if (missing.length > 0)
    throw new Refused(
      `The file lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${[...new Set(missing)].join(', ')}. Nothing was changed.`,
    )
}

/** Refuses a file that does not say what is needed, or that ends in the middle of a row. */
export const requireColumns = ({ file, unfit }: Staged, needed: readonly string[], { force }: ImportInput): void => {
  requireNamed(file, needed)
  if (unfit.isCutOff && !force)
    throw new Refused(
      `The file ends in the middle of line ${unfit.rows.at(-1)?.line}: it was cut off. Nothing was changed. Fetch it again.`,
    )
}

/** What is kept in the same transaction as a reading. */
export type WhenKept = (tx: Transaction, report: ImportReport) => Promise<void>

type Finished = {
  readonly writing: Writing
  readonly staged: Staged
  readonly input: ImportInput
  readonly report: ImportReport
  readonly whenKept: WhenKept | undefined
}

/** Keeps the report of a reading: by whom, of which file, and what it came to. */
export const keepReport = async (
  tx: Transaction,
  { actor }: Context,
  { writing, staged, input, report, whenKept }: Finished,
): Promise<void> => {
  await writeImport(
    tx,
    {
      ...writing,
      register: report.register,
      fileName: input.fileName,
      by: actor.kind === 'person' ? actor.personId : null,
      encoding: staged.file.encoding,
      force: input.force,
    },
    report,
  )
  await whenKept?.(tx, report)
}

/** What the history says of a reading; `also` are organisations that this one event tells of, being too many for one each. */
export const reading = (
  { id, register, counts }: ImportReport,
  also: readonly { readonly id: string }[] = [],
): Happening => ({
  name: 'register.imported',
  subject: { type: 'register-import', id },
  also: also.map(({ id }) => ({ type: 'organisation', id })),
  particulars: { register, ...counts },
})
