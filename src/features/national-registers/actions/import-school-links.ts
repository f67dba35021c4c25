import { type Context, loading } from '../../../platform/context.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkStanding, pairLinks, readLinks, refusedLinks, writeLinks } from '../links-store.ts'
import { linkColumns, neededColumns } from '../needed-columns.ts'
import { type ImportInput, type ImportReport, isAlarming, noCounts, overruledBy } from '../register-import.ts'
import { stage } from '../staging-store.ts'
import { beginImport, keepReport, reading, requireColumns, type WhenKept } from './begin-import.ts'
import { followSuccessors } from './follow-successors.ts'

const wanted = Object.values(linkColumns)

/** Reads the register's links between schools: before the schools themselves or after them, the outcome is the same. */
export const importSchoolLinks = (context: Context, input: ImportInput, whenKept?: WhenKept): Promise<ImportReport> =>
  loading(context, async (tx, context, copyIn) => {
    const writing = await beginImport(tx, context, input)
    const staged = await stage(tx, copyIn, input, wanted)
    requireColumns(staged, neededColumns.school_links, input)
    await readLinks(tx, staged.columns)
    await pairLinks(tx)
    const { known, gone, other, same } = await linkStanding(tx)
    if (!input.force && isAlarming(gone, known))
      throw new Refused(
        `The file does not hold ${gone} of ${known} links that are known: it looks as if only a part of it were here. Nothing was changed. If it is whole, ${overruledBy(input)}.`,
      )
    const { inserted, updated } = await writeLinks(tx)
    const fates = await followSuccessors(tx, context, writing)
    const unfit = staged.unfit.rows.map(({ line, reason }) => ({ line, sign: '', name: '', reason }))
    const refused = [...unfit, ...(await refusedLinks(tx))].sort((a, b) => a.line - b.line)
    const counts = {
      ...noCounts,
      ...fates.counts,
      rows: same + inserted + updated + refused.length,
      refused: refused.length,
      new: inserted,
      changed: updated,
      unchanged: same,
      not_in_file: gone,
      other,
      questions: fates.questions,
      missing_columns: wanted.filter((name) => !staged.file.columns.includes(name)),
    }
    const report: ImportReport = {
      id: writing.importId,
      register: 'school_links',
      fileName: input.fileName,
      counts,
      refused,
    }
    await keepReport(tx, context, { writing, staged, input, report, whenKept })
    await record(tx, context, reading(report))
    return report
  })
