import type { Entry, ListKind, RowRead } from '../old-lists/index.ts'
import type { Outcome } from './import.ts'

/** A row with the school it means, once that is decided; null while it waits, or when the school is left out. */
export type RowToPlan = {
  readonly number: number
  readonly read: RowRead
  readonly schoolKey: string | null
  readonly school: { readonly id: string; readonly name: string } | 'left_out' | null
}

export type RowPlanned = {
  readonly number: number
  readonly outcome: Outcome
  readonly who: string
  readonly schoolKey: string | null
  /** What joins together: the rows of one unit become one request. */
  readonly unitKey: string | null
  readonly reason: string | null
  readonly warnings: readonly string[]
  readonly entry: Entry | null
}

/** What is here already of a unit: a live request with the people it names, or a person with their posts. */
export type Here = {
  readonly addresses: ReadonlySet<string>
  /** Why nobody can be added any more; null while it is possible. */
  readonly closed: string | null
}

export type Known = {
  readonly kind: ListKind
  readonly unit: 'organisation' | 'person'
  readonly peopleMost: number | null
  /** By the key of the unit. */
  readonly here: ReadonlyMap<string, Here>
  /** People who are known here, by their address, with the organisations at which they hold a post. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly organisationIds: ReadonlySet<string> }>
}

const unitKeyOf = ({ kind, unit }: Known, organisationId: string, email: string): string =>
  kind === 'interest' && unit === 'organisation' ? organisationId : `${organisationId} ${email}`

type Named = Map<string, Map<string, number>>

const refused = (row: RowToPlan, outcome: Outcome, reason: string | null): RowPlanned => ({
  number: row.number,
  outcome,
  who: row.read.who,
  schoolKey: row.schoolKey,
  unitKey: null,
  reason,
  warnings: row.read.warnings,
  entry: row.read.entry,
})

const withoutUnit = (row: RowToPlan): RowPlanned | null => {
  if (row.read.leftOut) return refused(row, 'left_out', row.read.leftOut)
  if (row.read.refusal) return refused(row, 'refused', row.read.refusal)
  if (row.school === 'left_out') return refused(row, 'left_out', 'Its school is left out, as you decided')
  return row.school === null ? refused(row, 'waiting', null) : null
}

const isSameNameOf = (one: string, other: string): boolean =>
  one.toLowerCase().replaceAll(/[^\p{L}]/gu, '') === other.toLowerCase().replaceAll(/[^\p{L}]/gu, '')

// What somebody is called elsewhere is not told here: only that it differs, and that nothing is overwritten.
const namesDiffer = (known: Known, entry: Entry): readonly string[] =>
  entry.people
    .filter(({ email, name }) => {
      const person = known.people.get(email)
      return person !== undefined && !isSameNameOf(person.name, name)
    })
    .map(({ email, name }) => `${email} is known here under another name than ${name}: that name stays`)

const outcomeOf = (known: Known, unitKey: string, fresh: boolean, row: RowToPlan): Outcome => {
  if (known.kind === 'people') {
    const email = row.read.entry.people[0]?.email ?? ''
    const person = known.people.get(email)
    const organisationId = typeof row.school === 'object' ? (row.school?.id ?? '') : ''
    if (!person) return 'new'
    return person.organisationIds.has(organisationId) ? 'same' : 'changed'
  }
  if (!known.here.has(unitKey)) return 'new'
  return fresh ? 'changed' : 'same'
}

type Unit = {
  readonly before: Map<string, number>
  readonly here: Here | undefined
  readonly fresh: readonly string[]
}

const refusalOf = (known: Known, { before, here, fresh }: Unit): string | null => {
  if (fresh.length === 0) return null
  if (here?.closed) return here.closed
  const most = known.kind === 'interest' && known.unit === 'organisation' ? known.peopleMost : null
  const count = before.size + (here?.addresses.size ?? 0) + fresh.length
  // A row that names too many by itself is the first of its school: the hub decides whom to keep.
  return most !== null && count > most && (before.size > 0 || here !== undefined)
    ? `This project takes ${most} ${most === 1 ? 'person' : 'people'} of a school, and ${count} would be named`
    : null
}

const unitOf = (known: Known, unitKey: string, entry: Entry, named: Named): Unit => {
  const before = named.get(unitKey) ?? new Map<string, number>()
  named.set(unitKey, before)
  const here = known.here.get(unitKey)
  const addresses = entry.people.map(({ email }) => email)
  return { before, here, fresh: addresses.filter((email) => !before.has(email) && !here?.addresses.has(email)) }
}

const planOne = (row: RowToPlan, organisationId: string, known: Known, named: Named): RowPlanned => {
  const { entry } = row.read
  const unitKey = unitKeyOf(known, organisationId, entry.people[0]?.email ?? '')
  const unit = unitOf(known, unitKey, entry, named)
  const base = {
    ...refused(row, 'refused', refusalOf(known, unit)),
    warnings: [...row.read.warnings, ...namesDiffer(known, entry)],
  }
  if (base.reason !== null) return base
  const earlier = entry.people.map(({ email }) => unit.before.get(email)).find((number) => number !== undefined)
  if (unit.fresh.length === 0 && earlier !== undefined)
    return { ...base, outcome: 'same', unitKey, reason: `Row ${earlier} of this file says the same` }
  for (const email of unit.fresh) unit.before.set(email, row.number)
  return { ...base, outcome: outcomeOf(known, unitKey, unit.fresh.length > 0, row), unitKey }
}

/** Says of every row what it will do, in the order of the rows: the same file twice comes to nothing new. */
export const planRows = (rows: readonly RowToPlan[], known: Known): readonly RowPlanned[] => {
  const named: Named = new Map()
  return rows.map((row) => {
    const without = withoutUnit(row)
    if (without || row.school === null || row.school === 'left_out') return without ?? refused(row, 'waiting', null)
    return planOne(row, row.school.id, known, named)
  })
}
