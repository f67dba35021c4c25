import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { ChangeKind, ImportSeen, RefusedRow } from './register-import.ts'
import type { RegisterQuestion } from './register-question.ts'
import type { ChangeSeen } from './said.ts'

const imports = (db: Reader) =>
  db
    .selectFrom('register_imports as i')
    .leftJoin('people as p', 'p.id', 'i.imported_by')
    .select([
      'i.id',
      'i.register',
      'i.file_name',
      'i.imported_at',
      'i.encoding',
      'i.forced',
      'i.counts',
      'p.name as by',
    ])
    // Thousands may have been refused: pages show the first of them.
    .select(sql<readonly RefusedRow[]>`jsonb_path_query_array(i.refused, '$[0 to 199]')`.as('refused'))

type Row = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

const importOf = ({ file_name, imported_at, ...row }: Row): ImportSeen =>
  ({ ...row, fileName: file_name, importedAt: imported_at }) as unknown as ImportSeen

/** When each register was read last, the latest first. */
export const latestImports = async (db: Reader): Promise<readonly ImportSeen[]> => {
  const rows = await imports(db)
    .where(
      'i.id',
      'in',
      sql<string>`(select distinct on (register) id from register_imports order by register, imported_at desc, id desc)`,
    )
    .orderBy('i.imported_at', 'desc')
    .execute()
  return rows.map(importOf)
}

/** The readings of all registers, the latest first. */
export const recentImports = async (db: Reader, most: number): Promise<readonly ImportSeen[]> =>
  (await imports(db).orderBy('i.imported_at', 'desc').orderBy('i.id', 'desc').limit(most).execute()).map(importOf)

/** Every row that a reading refused, as far as they are kept; null when there is no such reading. */
export const refusedOfImport = async (
  db: Reader,
  id: string,
): Promise<{ readonly fileName: string; readonly refused: readonly RefusedRow[] } | null> => {
  const row = await db
    .selectFrom('register_imports')
    .select(['file_name', 'refused'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { fileName: row.file_name, refused: row.refused as unknown as readonly RefusedRow[] } : null
}

export const importById = async (db: Reader, id: string): Promise<ImportSeen | null> => {
  const row = await imports(db).where('i.id', '=', id).executeTakeFirst()
  return row ? importOf(row) : null
}

const changes = (db: Reader) =>
  db
    .selectFrom('organisation_changes as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'o.id as organisationId', 'o.name', 'o.urn', 'c.kind', 'c.changed', 'c.held_on as heldOn'])

/** What a reading changed, of one kind or all, a page at a time. */
export const changesOfImport = async (
  db: Reader,
  { importId, kind, from, most }: { importId: string; kind: ChangeKind | null; from: number; most: number },
): Promise<{ changes: readonly ChangeSeen[]; counts: ReadonlyMap<ChangeKind, number> }> => {
  const asked = changes(db).where('c.import_id', '=', importId)
  const [rows, counted] = await Promise.all([
    (kind === null ? asked : asked.where('c.kind', '=', kind)).orderBy('c.id').limit(most).offset(from).execute(),
    db
      .selectFrom('organisation_changes')
      .select(['kind', (count) => count.fn.countAll<number>().as('count')])
      .where('import_id', '=', importId)
      .groupBy('kind')
      .execute(),
  ])
  return {
    changes: rows as unknown as readonly ChangeSeen[],
    counts: new Map(counted.map((row) => [row.kind as ChangeKind, Number(row.count)])),
  }
}

/** What became different of one organisation over time, the latest first. */
export const changesOfOrganisation = async (db: Reader, id: string): Promise<readonly ChangeSeen[]> =>
  (await changes(db)
    .where('c.organisation_id', '=', id)
    .orderBy('c.id', 'desc')
    .limit(100)
    .execute()) as unknown as readonly ChangeSeen[]

const questions = (db: Reader) =>
  db
    .selectFrom('register_questions as q')
    .leftJoin('organisations as o', 'o.id', 'q.organisation_id')
    .select([
      'q.id',
      'q.kind',
      'q.about',
      'q.told',
      'q.raised_at',
      'q.settled_at',
      'o.id as organisation_id',
      'o.name',
      'o.urn',
    ])

const questionOf = (row: Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]): RegisterQuestion =>
  ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    told: row.told,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.name ?? '', urn: row.urn },
    raisedAt: row.raised_at,
    settledAt: row.settled_at,
  }) as RegisterQuestion

/** What the registers left open and nobody has settled, the oldest first. */
export const openQuestions = async (db: Reader, most = 200): Promise<readonly RegisterQuestion[]> =>
  (
    await questions(db).where('q.settled_at', 'is', null).orderBy('q.raised_at').orderBy('q.id').limit(most).execute()
  ).map(questionOf)

export const questionById = async (db: Reader, id: string): Promise<RegisterQuestion | null> => {
  const row = await questions(db).where('q.id', '=', id).executeTakeFirst()
  return row ? questionOf(row) : null
}
