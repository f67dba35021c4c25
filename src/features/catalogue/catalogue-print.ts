import { phaseLabels } from '../../vocabulary/phases.ts'
import { type ProseBlock, plainProse, proseOf } from '../../vocabulary/prose.ts'
import {
  type CatalogueSection,
  durationOf,
  goalInWords,
  type Project,
  type ProjectInFull,
  projectPath,
} from '../projects/index.ts'
import type { CatalogueData } from './catalogue-data.ts'

/** A part of the catalogue under which a project stands as well. */
type Elsewhere = { readonly key: string; readonly title: string }

type PrintedProject = {
  readonly key: string
  readonly title: string
  readonly code: string | null
  readonly isNew: boolean
  readonly blocks: readonly ProseBlock[]
  /** Whether it fits a column whole, whatever stands above it. */
  readonly isShort: boolean
  readonly facts: string
  readonly elsewhere: readonly Elsewhere[]
  readonly address: string
}

/** A part of the catalogue as it is printed. */
export type PrintedSection = {
  readonly title: string
  readonly blocks: readonly ProseBlock[]
  readonly projects: readonly PrintedProject[]
  readonly parts: readonly PrintedSection[]
}

/** A year whose layout was taken back says so where its introduction would stand. */
const introductionOf = ({ introduction, withdrawnBecause }: CatalogueData): string =>
  [
    introduction,
    withdrawnBecause && `The national team has taken back how this catalogue was laid out. ${withdrawnBecause}`,
  ]
    .filter(Boolean)
    .join('\n\n')

type Place = { readonly key: string; readonly title: string; readonly projectIds: readonly string[] }

// A part below another is told by both titles: "Teaching for mastery" stands under more than one phase.
const placesIn = (sections: readonly CatalogueSection[], above = ''): readonly Place[] =>
  sections.flatMap((section) => {
    const title = above ? `${above}, ${section.title}` : section.title
    return [{ key: section.key, title, projectIds: section.projectIds }, ...placesIn(section.parts, title)]
  })

const keyOf = (section: string, project: Project): string => `${section}-${project.slug}`

const factsOf = (project: Project, hubName: string | undefined): string =>
  [
    project.words.model,
    project.phases.map((phase) => phaseLabels[phase]).join(' and '),
    durationOf(project),
    project.stage && `stage: ${project.stage.name}`,
    project.formerly && `formerly ${project.formerly}`,
    project.partnerBodies.length > 0 ? `with ${project.partnerBodies.join(', ')}` : null,
    hubName && `devised by ${hubName} for itself`,
  ]
    .filter(Boolean)
    .join(' · ')

const textOf = (project: ProjectInFull): readonly ProseBlock[] => {
  const outline = project.sections.find(({ key }) => key === 'outline')
  return proseOf(outline?.body ?? project.summary)
}

/** The projects that no part of the catalogue names: the network's own, then those that hubs devised for themselves. */
const leftOver = (catalogue: CatalogueData, places: readonly Place[]): readonly CatalogueSection[] => {
  const placed = new Set(places.flatMap(({ projectIds }) => projectIds))
  const others = catalogue.projects.filter(({ id }) => !placed.has(id))
  const part = (key: string, title: string, those: readonly Project[]) =>
    those.length > 0 ? [{ key, title, introduction: null, projectIds: those.map(({ id }) => id), parts: [] }] : []
  const national = others.filter(({ hubId }) => hubId === null)
  const ofHubs = others.filter(({ hubId }) => hubId !== null)
  return [
    ...part('more-projects', places.length > 0 ? 'More projects' : 'Projects', national),
    ...part('projects-of-hubs', 'Projects that one hub devised for itself', ofHubs),
  ]
}

type Said = { readonly heading: string; readonly blocks: readonly ProseBlock[] }

const goalsOf = ({ goals }: CatalogueData): readonly Said[] =>
  goals.length === 0
    ? []
    : [
        {
          heading: 'What the programme aims for',
          blocks: [
            { kind: 'list', items: goals.map((goal) => ({ spans: [{ text: goalInWords(goal), strong: false }] })) },
          ],
        },
      ]

const partnersOf = ({ partners }: CatalogueData): readonly Said[] =>
  partners.length === 0
    ? []
    : [
        {
          heading: 'With whom the network works',
          blocks: partners.flatMap(({ name, about, website }) => [
            { kind: 'paragraph', spans: [{ text: name, strong: true, ...(website && { href: website }) }] },
            ...proseOf(about),
          ]),
        },
      ]

/** The catalogue of a year on paper: its parts in their order, what stands in none of them, then notices and goals of the year. */
export const printedCatalogue = (catalogue: CatalogueData) => {
  const byId = new Map(catalogue.projects.map((project) => [project.id, project]))
  const places = placesIn(catalogue.sections)
  const printed = (project: ProjectInFull, section: string): PrintedProject => ({
    key: keyOf(section, project),
    title: project.title,
    code: project.code,
    isNew: project.isNew,
    blocks: textOf(project),
    isShort: plainProse(textOf(project)).length < 1500,
    facts: factsOf(project, catalogue.hubNames.get(project.hubId ?? '')),
    elsewhere: places
      .filter(({ key, projectIds }) => key !== section && projectIds.includes(project.id))
      .map(({ key, title }) => ({ key: keyOf(key, project), title })),
    address: `${catalogue.baseUrl}${projectPath(project)}`,
  })
  const sectionOf = (section: CatalogueSection): PrintedSection => ({
    title: section.title,
    blocks: proseOf(section.introduction ?? ''),
    projects: section.projectIds.flatMap((id) => byId.get(id) ?? []).map((project) => printed(project, section.key)),
    parts: section.parts.map(sectionOf),
  })
  return {
    introduction: proseOf(introductionOf(catalogue)),
    sections: [...catalogue.sections, ...leftOver(catalogue, places)].map(sectionOf),
    notices: [
      ...catalogue.notices.map(({ heading, body }) => ({ heading, blocks: proseOf(body) })),
      ...goalsOf(catalogue),
      ...partnersOf(catalogue),
    ],
  }
}
