import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { nameOf, type Reference, referencesTo, undecided } from '../../platform/database/references.ts'
import { called, type Fate, type Fates } from './fate.ts'
import type { MergeKind, Moving } from './merge.ts'
import { organisationsReferences } from './organisations-references.ts'
import { looseReferencesToPeople, peopleReferences } from './people-references.ts'

type Moves = Extract<Fate, { fate: 'moves' }>
export type MovingReference = { readonly reference: Reference; readonly fate: Moves }

const tables = { person: 'people', organisation: 'organisations' } as const
export const tableOf = (kind: MergeKind): string => tables[kind]
const fatesOf = (kind: MergeKind): Fates => (kind === 'person' ? peopleReferences : organisationsReferences)
const looseOf = (kind: MergeKind): Fates => (kind === 'person' ? looseReferencesToPeople : {})

const asReference = (name: string): Reference => {
  const [table = '', column = ''] = name.split('.')
  return { table, column, keys: [] }
}

/** Every reference whose rows move when a record is merged. It stops where a table has been added and nothing was decided about it. */
export const movingReferences = async (db: Reader, kind: MergeKind): Promise<readonly MovingReference[]> => {
  const references = await referencesTo(db, tableOf(kind))
  const fates = fatesOf(kind)
  const { missing } = undecided(references, fates)
  if (missing.length > 0)
    throw new Error(`Nobody has decided what becomes of ${missing.join(', ')} when records are merged`)
  const withFate = (reference: Reference, fate: Fate | undefined): readonly MovingReference[] =>
    fate?.fate === 'moves' ? [{ reference, fate }] : []
  return [
    ...references.flatMap((reference) => withFate(reference, fates[nameOf(reference)])),
    ...Object.entries(looseOf(kind)).flatMap(([name, fate]) => withFate(asReference(name), fate)),
  ]
}

const mostNames = 8

type Counted = { readonly count: number; readonly names: readonly string[] | null }

const counted = async (db: Reader, { reference, fate }: MovingReference, id: string): Promise<Counted> => {
  const { table, column } = reference
  const named = fate.named ? sql.raw(`(${fate.named})::text`) : sql`null::text`
  const { rows } = await sql<Counted>`
    select count(*)::int as count, (array_agg(distinct named) filter (where named is not null))[1:${sql.lit(mostNames)}] as names
    from (select ${named} as named from ${sql.table(table)} it where it.${sql.ref(column)} = ${id}) it`.execute(db)
  return rows[0] ?? { count: 0, names: [] }
}

/** Everything that would move from a record, by kind, with counts and names. */
export const whatMoves = async (db: Reader, kind: MergeKind, mergedId: string): Promise<readonly Moving[]> => {
  const kinds = new Map<string, { words: Moves['called']; count: number; names: Set<string> }>()
  for (const moving of await movingReferences(db, kind)) {
    const { count, names } = await counted(db, moving, mergedId)
    const words = moving.fate.called
    const known = kinds.get(words[0]) ?? { words, count: 0, names: new Set<string>() }
    known.count += count
    for (const name of names ?? []) known.names.add(name)
    kinds.set(words[0], known)
  }
  return [...kinds.values()]
    .filter(({ count }) => count > 0)
    .map(({ words, count, names }) => ({ words: called(words, count), count, names: [...names].slice(0, mostNames) }))
    .sort((one, other) => Number(other.names.length > 0) - Number(one.names.length > 0) || other.count - one.count)
}
