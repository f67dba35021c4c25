import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { parseRule } from './rule.form.ts'
import { leavesOf } from './rule.ts'
import type { Criterion, Strength } from './verdict.ts'

type ProjectAsked = { readonly year: number; readonly criteria: readonly Criterion[] }

export const projectsAsked = async (
  db: Reader,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ProjectAsked>> => {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects as p')
    .select(['p.id', 'p.year'])
    .select(
      jsonArrayFrom(
        db
          .selectFrom('criteria')
          .select(['id', 'theme_id', 'strength', 'sentence', 'rule'])
          .where('project_id', '=', sql.ref<string>('p.id'))
          .orderBy('position')
          .orderBy('id'),
      ).as('criteria'),
    )
    .where('p.id', 'in', projectIds)
    .execute()
  return new Map(rows.map(({ id, year, criteria }) => [id, { year, criteria: criteria.map(criterionOf) }]))
}

type CriterionRow = Pick<Criterion, 'id' | 'sentence'> & {
  readonly theme_id: string | null
  readonly strength: string
  readonly rule: unknown
}

const criterionOf = (row: CriterionRow): Criterion => {
  const parsed = parseRule(row.rule)
  if (!parsed.ok) throw new Error(`The rule of criterion ${row.id} cannot be read: ${parsed.message}`)
  return {
    id: row.id,
    themeId: row.theme_id,
    strength: row.strength as Strength,
    sentence: row.sentence,
    rule: parsed.rule,
  }
}

export type CommitmentAsked = {
  readonly key: string
  readonly sentence: string
  readonly strength: Strength
  readonly themeId: string | null
}

/** The commitments that a project's rules ask for, with the sentence of the rule that asks. */
export const commitmentsAskedBy = async (db: Reader, projectId: string): Promise<readonly CommitmentAsked[]> => {
  const { criteria } = found((await projectsAsked(db, [projectId])).get(projectId))
  const asked = criteria.flatMap(({ rule, sentence, strength, themeId }) =>
    leavesOf(rule).flatMap((leaf) =>
      leaf.fact === 'commitment' ? [{ key: leaf.key, sentence, strength, themeId }] : [],
    ),
  )
  return asked.filter(({ key }, at) => asked.findIndex((other) => other.key === key) === at)
}
