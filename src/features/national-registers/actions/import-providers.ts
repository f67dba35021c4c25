import { type Context, loading } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Writing } from '../changes-store.ts'
import { neededColumns } from '../needed-columns.ts'
import { changeBy, isAccreditedOn, type KnownProvider, meantBy, type ProviderChange } from '../provider-change.ts'
import { type ProviderRow, providerColumns, readProviderRow } from '../provider-row.ts'
import {
  authorityCodes,
  insertPartnerships,
  insertProvider,
  knownProviders,
  type Partnership,
  setAccreditation,
  stagedProviders,
  updateProvider,
  writeChange,
} from '../providers-store.ts'
import {
  type ImportInput,
  type ImportReport,
  isAlarming,
  noCounts,
  overruledBy,
  type RefusedRow,
} from '../register-import.ts'
import { stage } from '../staging-store.ts'
import { beginImport, keepReport, reading, requireColumns, type WhenKept } from './begin-import.ts'

const wanted = Object.values(providerColumns)

type Taken = {
  readonly row: ProviderRow
  readonly id: string
  readonly change: ProviderChange
  readonly isNew: boolean
}

type Work = {
  readonly tx: Transaction
  readonly context: Context
  readonly writing: Writing
  readonly known: KnownProvider[]
  readonly authorities: ReadonlySet<string>
  readonly refused: RefusedRow[]
  readonly taken: Map<string, Taken>
}

const refuse = ({ refused }: Work, { line, name, ukprn, code, urn }: ProviderRow, reason: string): void => {
  refused.push({ line, sign: ukprn ?? code ?? String(urn), name, reason })
}

/** The accreditation a row tells, where it is another than is known. */
const accreditationBy = async (
  work: Work,
  row: ProviderRow,
  { id, accredited }: Pick<KnownProvider, 'id' | 'accredited'>,
  isNew: boolean,
): Promise<ProviderChange> => {
  const { tx, writing } = work
  const said = isAccreditedOn(row, writing.today)
  if (said === null || said === accredited) return {}
  await setAccreditation(tx, {
    id,
    accredited: said,
    on: said ? (row.from ?? (isNew ? null : writing.today)) : (row.until ?? writing.today),
  })
  return { accredited: [accredited ? 'yes' : 'no', said ? 'yes' : 'no'] }
}

const takeNew = async (work: Work, row: ProviderRow): Promise<void> => {
  const { tx, known, authorities, taken } = work
  const id = await insertProvider(tx, row, authorities)
  const change = await accreditationBy(work, row, { id, accredited: false }, true)
  known.push({
    ...{
      id,
      kind: 'itt_provider',
      name: row.name,
      ukprn: row.ukprn,
      providerCode: row.code,
      urn: row.urn,
      ittKind: row.kind,
      ittPhases: row.phases ?? [],
    },
    ...{
      street: row.street,
      town: row.town,
      postcode: row.postcode,
      authorityCode: null,
      website: row.website,
      telephone: row.telephone,
    },
    accredited: change['accredited'] !== undefined,
  })
  taken.set(id, { row, id, change, isNew: true })
}

/** Takes one row: a body that is known changes, another is new. A further row of the same body only tells of partnerships. */
const takeRow = async (work: Work, row: ProviderRow): Promise<void> => {
  const { tx, known, authorities, taken, writing } = work
  const meant = meantBy(row, known)
  const [one, other] = meant
  if (other)
    return refuse(work, row, `Its numbers are those of two bodies: ${meant.map(({ name }) => name).join(' and ')}`)
  if (!one) return takeNew(work, row)
  if (taken.has(one.id)) return
  const change = { ...changeBy(row, one, authorities), ...(await accreditationBy(work, row, one, false)) }
  const { accredited, ...columns } = change
  await updateProvider(tx, { id: one.id, change: columns, today: writing.today })
  taken.set(one.id, { row, id: one.id, change, isNew: false })
}

const partnershipsOf = (work: Work, rows: readonly ProviderRow[]): readonly Partnership[] =>
  rows.flatMap((row) => {
    const [partner] = meantBy(row, work.known)
    if (!partner || row.year === null) return []
    const { year } = row
    return row.worksWith.flatMap((sign) => {
      const provider = work.known.find(
        ({ ukprn, providerCode }) => ukprn === sign || providerCode === sign.toUpperCase(),
      )
      if (provider && provider.id !== partner.id) return [{ providerId: provider.id, partnerId: partner.id, year }]
      refuse(work, row, `The accredited provider "${sign}" that it works with is not known`)
      return []
    })
  })

const tell = async ({ tx, context, writing, taken }: Work): Promise<void> => {
  for (const { id, change, isNew } of taken.values()) {
    if (!isNew && Object.keys(change).length === 0) continue
    await writeChange(tx, writing, { id, kind: isNew ? 'new' : 'changed', change })
    await record(tx, context, {
      name: isNew ? 'organisation.added' : 'organisation.changed',
      subject: { type: 'organisation', id },
      particulars: { import: writing.importId, changed: Object.keys(change) },
    })
  }
}

const countsOf = ({ taken, refused, known }: Work, added: readonly Partnership[]) => {
  const all = [...taken.values()]
  const changed = all.filter(({ isNew, change }) => !isNew && Object.keys(change).length > 0)
  const fields = Object.groupBy(
    changed.flatMap(({ change }) => Object.keys(change)),
    (key) => key,
  )
  const fresh = all.filter(({ isNew }) => isNew).length
  return {
    ...noCounts,
    rows: all.length + new Set(refused.map(({ line }) => line)).size,
    refused: refused.length,
    new: fresh,
    changed: changed.length,
    unchanged: all.length - fresh - changed.length,
    not_in_file: known.filter(({ id, ittKind }) => ittKind !== null && !taken.has(id)).length,
    other: added.length,
    fields: Object.fromEntries(Object.entries(fields).map(([key, keys]) => [key, keys?.length ?? 0])),
  }
}

/** Reads the list of providers of teacher training: who they are, what they are accredited for, and with whom they work. */
export const importProviders = (context: Context, input: ImportInput, whenKept?: WhenKept): Promise<ImportReport> =>
  loading(context, async (tx, context, copyIn) => {
    const writing = await beginImport(tx, context, input)
    const staged = await stage(tx, copyIn, input, wanted)
    requireColumns(staged, neededColumns.providers, input)
    const refused: RefusedRow[] = staged.unfit.rows.map(({ line, reason }) => ({ line, sign: '', name: '', reason }))
    const rows: ProviderRow[] = []
    for (const { line, cells } of await stagedProviders(tx)) {
      const read = readProviderRow(line, cells)
      if ('reason' in read)
        refused.push({
          line,
          sign: cells.ukprn || cells.code || cells.urn,
          name: cells.name,
          reason: read.reason,
        })
      else rows.push(read)
    }
    const known = [...(await knownProviders(tx, rows))]
    const before = known.filter(({ ittKind }) => ittKind !== null).length
    const work: Work = { tx, context, writing, known, authorities: await authorityCodes(tx), refused, taken: new Map() }
    for (const row of rows) await takeRow(work, row)
    const added = await insertPartnerships(tx, partnershipsOf(work, rows))
    const counts = {
      ...countsOf(work, added),
      missing_columns: wanted.filter((name) => !staged.file.columns.includes(name)),
    }
    if (!input.force && isAlarming(counts.not_in_file, before))
      throw new Refused(
        `The file does not name ${counts.not_in_file} of ${before} providers that are known: it looks as if only a part of it were here. Nothing was changed. If it is whole, ${overruledBy(input)}.`,
      )
    await tell(work)
    const report: ImportReport = {
      id: writing.importId,
      register: 'providers',
      fileName: input.fileName,
      counts,
      refused: refused.toSorted((a, b) => a.line - b.line),
    }
    await keepReport(tx, context, { writing, staged, input, report, whenKept })
    await record(tx, context, reading(report))
    return report
  })
