import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { makersOfVersions } from '../../platform/versions.ts'
import type { PathwayVersion, PathwayVersionAct, WrittenPathway } from './written-pathway.ts'

const schema = z.object({
  key: z.string(),
  name: z.string(),
  phase: z.string(),
  stages: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      entryPoint: z.boolean(),
      repeats: z.boolean(),
      beside: z.string().nullable(),
    }),
  ),
})
const pathwayOf = (value: unknown): WrittenPathway => stored(schema, value, 'a version of a pathway')

/** A pathway as everybody sees it; null while it is not public. */
export const publicPathway = async (db: Reader, id: string): Promise<WrittenPathway | null> => {
  const { rows } = await sql<{ pathway: unknown }>`select pathway_as_public(${id}) as pathway`.execute(db)
  return rows[0]?.pathway ? pathwayOf(rows[0].pathway) : null
}

/** What is being written of a pathway, or what is public where nothing is; null where there is no such pathway. */
export const workingPathway = async (
  db: Reader,
  id: string,
): Promise<{ pathway: WrittenPathway; isDraft: boolean; isPublic: boolean; version: number } | null> => {
  const last = await db
    .selectFrom('pathway_versions')
    .select(['number', 'act', 'content'])
    .where('pathway_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const shown = await publicPathway(db, id)
  const version = last?.number ?? 0
  if (last && (last.act === 'drafted' || last.act === 'changed'))
    return { pathway: pathwayOf(last.content), isDraft: true, isPublic: shown !== null, version }
  return shown && { pathway: shown, isDraft: false, isPublic: true, version }
}

/** Every pathway, public or being written, by name. */
export const pathwaysToWrite = async (db: Reader) => {
  const rows = await db
    .selectFrom('pathway_versions')
    .distinctOn('pathway_id')
    .select(['pathway_id as id', 'act', 'content'])
    .orderBy('pathway_id')
    .orderBy('number', 'desc')
    .execute()
  const shown = await db.selectFrom('pathways').select(['id', 'name']).execute()
  const written = rows.filter(({ act, id }) => act !== 'discarded' || shown.some((each) => each.id === id))
  const listed = written.map(({ id, act, content }) => ({
    id,
    name: pathwayOf(content).name,
    isDraft: act === 'drafted' || act === 'changed',
    isPublic: shown.some((each) => each.id === id),
  }))
  const others = shown
    .filter(({ id }) => written.every((each) => each.id !== id))
    .map(({ id, name }) => ({ id, name, isDraft: false, isPublic: true }))
  return [...listed, ...others].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** The versions of a pathway, latest first, each with who made it. */
export const versionsOfPathway = async (db: Reader, id: string): Promise<readonly PathwayVersion[]> => {
  const rows = await db
    .selectFrom('pathway_versions')
    .select(['number', 'act', 'note', 'made_at'])
    .where('pathway_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const makers =
    rows.length > 0 ? await makersOfVersions(db, { type: 'pathway', id }) : new Map<number, string | null>()
  return rows.map(({ number, act, note, made_at }) => ({
    number,
    act: act as PathwayVersionAct,
    note,
    at: made_at,
    by: makers.get(number) ?? null,
  }))
}

export const pathwayOfVersion = async (db: Reader, id: string, number: number): Promise<WrittenPathway | null> => {
  const row = await db
    .selectFrom('pathway_versions')
    .select('content')
    .where('pathway_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? pathwayOf(row.content) : null
}

/** The stages of a pathway that something names, and how much: they can be renamed and moved, not removed. */
export const stagesInUse = async (
  db: Reader,
  id: string,
): Promise<readonly { id: string; name: string; records: number; projects: number }[]> => {
  const { rows } = await sql<{ id: string; name: string; records: number; projects: number }>`
    select s.id, s.name, (select count(*) from stage_records r where r.stage_id = s.id)::int as records,
      (select count(*) from projects p where p.stage_id = s.id)::int as projects
    from stages s where s.pathway_id = ${id} and (exists (select from stage_records r where r.stage_id = s.id)
      or exists (select from projects p where p.stage_id = s.id)
      or exists (select from invitations_to_next_stage i where s.id in (i.from_stage_id, i.to_stage_id)))`.execute(db)
  return rows
}

/** The keys of stages and pathways that others have. */
export const keysTaken = async (
  db: Reader,
  id: string,
): Promise<{ readonly stages: ReadonlySet<string>; readonly pathways: ReadonlySet<string> }> => {
  const stages = await db.selectFrom('stages').select('key').where('pathway_id', '<>', id).execute()
  const pathways = await db.selectFrom('pathways').select('key').where('id', '<>', id).execute()
  return { stages: new Set(stages.map(({ key }) => key)), pathways: new Set(pathways.map(({ key }) => key)) }
}
