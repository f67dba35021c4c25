import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { rulesOn } from './criterion.ts'
import { ownRulesOf } from './own-queries.ts'
import { parseRule } from './rule.form.ts'
import { leavesOf } from './rule.ts'
import type { Criterion, Strength } from './verdict.ts'

export type ProjectAsked = { readonly year: number; readonly criteria: readonly Criterion[] }

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
          .selectFrom('criteria as c')
          .leftJoin('project_themes as t', 't.id', 'c.theme_id')
          .select(['c.id', 'c.theme_id', 'c.strength', 'c.sentence', 'c.rule', 'c.widens_id', 't.title as theme'])
          .where('c.project_id', '=', sql.ref<string>('p.id'))
          .orderBy('c.position')
          .orderBy('c.id'),
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
  readonly widens_id: string | null
  readonly theme: string | null
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
    widens: row.widens_id,
    ...(row.theme === null ? {} : { of: { kind: 'theme' as const, name: row.theme } }),
  }
}

export type CommitmentAsked = {
  readonly key: string
  readonly sentence: string
  readonly strength: Strength
  readonly themeId: string | null
}

/** The rules of a project, with those of a hub's own on its offer. */
export const rulesAsked = async (
  db: Reader,
  { projectId, offerId }: { readonly projectId: string; readonly offerId: string | null },
): Promise<ProjectAsked> => {
  const [projects, own] = await Promise.all([
    projectsAsked(db, [projectId]),
    ownRulesOf(db, offerId === null ? [] : [offerId]),
  ])
  const { year, criteria } = found(projects.get(projectId))
  return { year, criteria: [...criteria, ...(own.get(offerId ?? '') ?? [])] }
}

/** The commitments that a project's rules ask for, and those of its offer, with the sentence of the rule that asks. */
export const commitmentsAskedBy = async (
  db: Reader,
  projectId: string,
  offerId: string | null = null,
): Promise<readonly CommitmentAsked[]> => {
  const { criteria } = await rulesAsked(db, { projectId, offerId })
  const asked = criteria.flatMap(({ rule, sentence, strength, themeId }) =>
    leavesOf(rule).flatMap((leaf) =>
      leaf.fact === 'commitment' ? [{ key: leaf.key, sentence, strength, themeId }] : [],
    ),
  )
  return asked.filter(({ key }, at) => asked.findIndex((other) => other.key === key) === at)
}

/** Whether schools are among those whom the rules of an offer speak of, with any of the themes it leaves open. */
export const admitsSchools = async (
  db: Reader,
  {
    themeIds,
    ...about
  }: { readonly projectId: string; readonly offerId: string; readonly themeIds: readonly string[] },
): Promise<boolean> => {
  const { criteria } = await rulesAsked(db, about)
  return [null, ...themeIds].some((themeId) =>
    rulesOn(criteria, themeId)
      .flatMap(({ rule }) => leavesOf(rule))
      .some((leaf) => leaf.fact === 'organisation.kind' && leaf.in.includes('school')),
  )
}
