import type { Reader } from '../../platform/database/index.ts'
import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { schoolTypes } from '../../vocabulary/school-types.ts'
import type { Names } from '../criteria/index.ts'
import { type Question, questionsOfProject } from '../projects/index.ts'
import type { Choice, Lists } from './fact-kinds.ts'

const stagesToChoose = (db: Reader): Promise<Choice[]> =>
  db
    .selectFrom('stages as s')
    .innerJoin('pathways as p', 'p.id', 's.pathway_id')
    .select(['s.key', 's.name', 'p.name as pathway'])
    .orderBy('p.name')
    .orderBy('s.position')
    .execute()
    .then((rows) => rows.map(({ key, name, pathway }) => ({ value: key, text: `${name} (${pathway})` })))

const authoritiesToChoose = (db: Reader): Promise<Choice[]> =>
  db.selectFrom('authorities').select(['code as value', 'name as text']).orderBy('name').execute()

const recent = 4

// Those that a school could have joined: published, of the years around the project's own; a hub's own only for itself.
const projectsToChoose = (db: Reader, about: ListsAbout): Promise<Choice[]> =>
  db
    .selectFrom('projects')
    .select(['id', 'title', 'year', 'code'])
    .where('status', 'in', ['published', 'closed'])
    .where('id', '<>', about.projectId)
    .where('year', '>=', about.year - recent)
    .where('year', '<=', about.year)
    .where((is) => is.or([is('hub_id', 'is', null), ...(about.hubId ? [is('hub_id', '=', about.hubId)] : [])]))
    .orderBy('year', 'desc')
    .orderBy('title')
    .execute()
    .then((rows) =>
      rows.map(({ id, title, year, code }) => ({
        value: id,
        text: `${yearLabel(academicYear(year))}: ${title}${code ? ` (${code})` : ''}`,
      })),
    )

export type ListsAbout = {
  readonly projectId: string
  readonly hubId: string | null
  readonly year: number
  /** The questions of the project as they are written; left out, those that it asks today. */
  readonly questions?: readonly Question[]
}

/** What the values of facts are chosen from, for rules of one project. */
export const listsFor = async (db: Reader, about: ListsAbout): Promise<Lists> => {
  const [stages, authorities, projects, questions] = await Promise.all([
    stagesToChoose(db),
    authoritiesToChoose(db),
    projectsToChoose(db, about),
    about.questions ?? questionsOfProject(db, about.projectId),
  ])
  return {
    types: Object.entries(schoolTypes).map(([value, text]) => ({ value, text })),
    authorities,
    stages,
    projects: [{ value: 'this', text: 'This project' }, ...projects],
    questions,
  }
}

const named = (choices: readonly Choice[]): ReadonlyMap<string, string> =>
  new Map(choices.map(({ value, text }) => [value, text]))

/** The names under which a rule's sentence speaks of what is chosen. */
export const namesIn = (lists: Lists): Names => ({
  stages: new Map(lists.stages.map(({ value, text }) => [value, text.replace(/ \([^)]*\)$/, '')])),
  authorities: named(lists.authorities),
  projects: new Map(lists.projects.map(({ value, text }) => [value, text.replace(/^\d{4}\/\d\d: /, '')])),
  questions: new Map(lists.questions.map(({ key, label }) => [key, label])),
  choices: new Map(
    lists.questions.flatMap(({ key, choices }) => choices.map((each) => [`${key} ${each.key}`, each.label] as const)),
  ),
})
