import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Names } from './known-facts.ts'
import type { Leaf } from './leaf.ts'
import { leavesOf, type Rule } from './rule.ts'

const no: ReadonlyMap<string, string> = new Map()

const named = (rows: readonly { readonly key: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ key, name }) => [key, name]))

const stages = async (db: Reader) => named(await db.selectFrom('stages').select(['key', 'name']).execute())

const authorities = async (db: Reader, codes: readonly string[]) =>
  named(await db.selectFrom('authorities').select(['code as key', 'name']).where('code', 'in', codes).execute())

const projects = async (db: Reader, ids: readonly string[]) =>
  named(
    await db
      .selectFrom('projects')
      .select(['id as key', 'title as name'])
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute(),
  )

/** What each leaf of some rules points to, of one kind. */
const pointedTo = (leaves: readonly Leaf[], of: (leaf: Leaf) => readonly string[]): readonly string[] => [
  ...new Set(leaves.flatMap(of)),
]

const asksAnswer = ({ fact }: Leaf): boolean => fact === 'answer'

const choicesKept = z.array(z.object({ key: z.string(), label: z.string() }))

type QuestionNames = Pick<Names, 'questions' | 'choices'>

/** The questions of each of these projects that rules can ask about, by their keys; nothing is read for rules that ask about none. */
export const questionsFor = async (
  db: Reader,
  projectIds: readonly string[],
  rules: readonly Rule[],
): Promise<ReadonlyMap<string, QuestionNames>> => {
  if (!rules.flatMap(leavesOf).some(asksAnswer)) return new Map()
  const rows = await db
    .selectFrom('project_questions')
    .select(['project_id', 'key', 'label as name', 'choices'])
    .where('project_id', '=', sql<string>`any(${projectIds}::uuid[])`)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ project_id }) => project_id)].map(([id, own]) => {
      const choices = own.flatMap((row) =>
        stored(choicesKept, row.choices, 'the answers of a question').map(
          (each) => [`${row.key} ${each.key}`, each.label] as const,
        ),
      )
      return [id, { questions: named(own), choices: new Map(choices) }]
    }),
  )
}

const stagesOf = (leaf: Leaf) =>
  leaf.fact === 'organisation.stage' || leaf.fact === 'person.stage' ? [leaf.stage] : []

/** What some rules point to that is not there, in sentences. */
export const faultsIn = async (db: Reader, rules: readonly Rule[]): Promise<readonly string[]> => {
  const leaves = rules.flatMap(leavesOf)
  const names = await namesFor(db, rules)
  const missing = (
    of: (leaf: Leaf) => readonly string[],
    there: ReadonlyMap<string, string>,
    sentence: (key: string) => string,
  ) => pointedTo(leaves, of).flatMap((key) => (there.has(key) ? [] : [sentence(key)]))
  return [
    ...missing(stagesOf, names.stages, (key) => `There is no stage “${key}”.`),
    ...missing(authoritiesOf, names.authorities, (key) => `There is no local authority ${key}.`),
    ...missing(otherProjectsOf, names.projects, () => 'A project that a rule asks about is not there.'),
  ]
}

const authoritiesOf = (leaf: Leaf) => (leaf.fact === 'organisation.authority' ? leaf.in : [])

/** The other projects that a leaf asks about, by id. */
export const otherProjectsOf = (leaf: Leaf): readonly string[] =>
  (leaf.fact === 'organisation.project' || leaf.fact === 'person.project') && leaf.project !== 'this'
    ? [leaf.project]
    : []

const asksStage = ({ fact }: Leaf): boolean => fact === 'organisation.stage' || fact === 'person.stage'

/** The names of everything that some rules point to; nothing is read for rules that point to nothing. */
export const namesFor = async (db: Reader, rules: readonly Rule[]): Promise<Names> => {
  const leaves = rules.flatMap(leavesOf)
  const [codes, ids] = [pointedTo(leaves, authoritiesOf), pointedTo(leaves, otherProjectsOf)]
  const [stageNames, authorityNames, projectNames] = await Promise.all([
    leaves.some(asksStage) ? stages(db) : no,
    codes.length > 0 ? authorities(db, codes) : no,
    ids.length > 0 ? projects(db, ids) : no,
  ])
  return { stages: stageNames, authorities: authorityNames, projects: projectNames, questions: no }
}
