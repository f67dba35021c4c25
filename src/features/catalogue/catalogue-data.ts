import { yearSlug } from '../../vocabulary/academic-year.ts'
import { phaseSlug } from '../../vocabulary/phases.ts'
import {
  type CatalogueSection,
  durationOf,
  type ProjectInFull,
  type PublishedYear,
  projectPath,
  themeCode,
  unitOf,
} from '../projects/index.ts'

/** A year's catalogue as data: what is published, nothing personal. */
export type CatalogueData = PublishedYear & {
  readonly projects: readonly ProjectInFull[]
  /** The names of the hubs that devised projects for themselves. */
  readonly hubNames: ReadonlyMap<string, string>
  readonly baseUrl: string
}

type Value = string | number | boolean | null | readonly string[]
type Field = {
  readonly name: string
  readonly means: string
  readonly of: (project: ProjectInFull, catalogue: CatalogueData) => Value
}

const partsWith = (sections: readonly CatalogueSection[], projectId: string, above = ''): readonly string[] =>
  sections.flatMap((section) => {
    const title = above ? `${above} > ${section.title}` : section.title
    return [...(section.projectIds.includes(projectId) ? [title] : []), ...partsWith(section.parts, projectId, title)]
  })

/** What is told of each project, in the CSV file as columns and in the JSON file as members. */
export const fields: readonly Field[] = [
  { name: 'year', means: 'The academic year, as in addresses.', of: ({ year }) => yearSlug(year) },
  { name: 'code', means: 'The code, in its official form; empty where it is not known.', of: ({ code }) => code },
  { name: 'title', means: 'What the project is called in this year.', of: ({ title }) => title },
  {
    name: 'address',
    means: 'The page of the project.',
    of: (project, { baseUrl }) => `${baseUrl}${projectPath(project)}`,
  },
  { name: 'summary', means: 'What it is, in a sentence.', of: ({ summary }) => summary },
  { name: 'status', means: 'published, or closed once it is over.', of: ({ status }) => status },
  { name: 'new', means: 'Whether it is new in this year.', of: ({ isNew }) => isNew },
  {
    name: 'parts',
    means: 'Where it stands in the catalogue; a project for two phases stands in two parts.',
    of: ({ id }, { sections }) => partsWith(sections, id),
  },
  {
    name: 'phases',
    means: 'early-years, primary, secondary or post-16: one or more.',
    of: ({ phases }) => phases.map(phaseSlug),
  },
  { name: 'audiences', means: 'itt or leadership, beside the phases.', of: ({ audiences }) => audiences },
  { name: 'model', means: 'How it is run.', of: ({ words }) => words.model },
  { name: 'group', means: 'What its groups are called.', of: ({ words }) => words.group },
  { name: 'unit', means: 'organisation or person: what joins it.', of: ({ unit }) => unit },
  { name: 'who joins', means: 'The same in words, with how many people.', of: (project) => unitOf(project) },
  {
    name: 'length',
    means: 'How much work it is, in words; empty where not known.',
    of: (project) => durationOf(project),
  },
  { name: 'days from', means: 'The least number of days.', of: ({ daysMin }) => daysMin },
  { name: 'days to', means: 'The greatest number of days.', of: ({ daysMax }) => daysMax },
  { name: 'sessions', means: 'The number of workshops or meetings.', of: ({ sessionsCount }) => sessionsCount },
  {
    name: 'models of working',
    means: 'The ways in which its groups may work.',
    of: ({ modelsOfWorking }) => modelsOfWorking,
  },
  { name: 'pathway', means: 'The journey of schools to which it belongs.', of: ({ pathway }) => pathway?.name ?? null },
  { name: 'stage', means: 'Its stage on that journey.', of: ({ stage }) => stage?.name ?? null },
  {
    name: 'themes',
    means: 'The codes of its themes or starts.',
    of: (project) => project.themes.map((theme) => themeCode(project, theme)),
  },
  { name: 'formerly', means: 'What it was called before.', of: ({ formerly }) => formerly },
  { name: 'running since', means: 'The first year, as its sources state it.', of: ({ runningSince }) => runningSince },
  { name: 'partner bodies', means: 'Who runs it together with the network.', of: ({ partnerBodies }) => partnerBodies },
  {
    name: 'devised by',
    means: 'The hub that devised it for itself; empty for a national project.',
    of: ({ hubId }, { hubNames }) => hubNames.get(hubId ?? '') ?? null,
  },
  {
    name: 'free',
    means: 'Whether those who take part pay nothing; empty where not stated.',
    of: ({ freeToParticipants }) => freeToParticipants,
  },
]

const cellOf = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' && value !== null ? value.join('; ') : String(value ?? '')
}

/** One row for each project below a row of names; several values of a cell are parted by semicolons. */
export const catalogueRows = (catalogue: CatalogueData): readonly (readonly string[])[] => [
  fields.map(({ name }) => name),
  ...catalogue.projects.map((project) => fields.map(({ of }) => cellOf(of(project, catalogue)))),
]

const memberName = (name: string): string => name.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase())

const sectionJson = (section: CatalogueSection, slugs: ReadonlyMap<string, string>): object => ({
  title: section.title,
  introduction: section.introduction,
  projects: section.projectIds.flatMap((id) => slugs.get(id) ?? []),
  parts: section.parts.map((part) => sectionJson(part, slugs)),
})

const projectJson = (project: ProjectInFull, catalogue: CatalogueData): object => ({
  ...Object.fromEntries(fields.map(({ name, of }) => [memberName(name), of(project, catalogue)])),
  slug: project.slug,
  sections: project.sections,
  outcomes: project.outcomes.map(({ audience, outcome }) => ({ audience, outcome })),
  themes: project.themes.map((theme) => ({
    code: themeCode(project, theme),
    kind: theme.kind,
    title: theme.title,
    focus: theme.focus,
    starts: theme.starts,
  })),
  whoCanTakePart: project.whoCanTakePart.map(({ strength, sentence }) => ({ strength, sentence })),
  goals: project.goals,
})

/** The same for programs, with how the year is laid out and every text of every project. */
export const catalogueJson = (catalogue: CatalogueData, year: string): string => {
  const slugs = new Map(catalogue.projects.map(({ id, slug }) => [id, slug]))
  return JSON.stringify({
    year,
    address: `${catalogue.baseUrl}/projects?year=${year}`,
    documentation: `${catalogue.baseUrl}/projects/data`,
    introduction: catalogue.introduction,
    withdrawnBecause: catalogue.withdrawnBecause,
    notices: catalogue.notices,
    goals: catalogue.goals,
    partners: catalogue.partners,
    parts: catalogue.sections.map((section) => sectionJson(section, slugs)),
    projects: catalogue.projects.map((project) => projectJson(project, catalogue)),
  })
}
