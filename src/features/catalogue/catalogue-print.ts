import { type ProseBlock, proseOf } from '../../vocabulary/prose.ts'
import type { CatalogueSection, Project, YearNotice } from '../projects/index.ts'

type PrintedProject = {
  readonly title: string
  readonly code: string | null
  readonly isNew: boolean
  readonly summary: string
  readonly facts: string
}

/** A part of the catalogue as it is printed. */
export type PrintedSection = {
  readonly title: string
  readonly blocks: readonly ProseBlock[]
  readonly projects: readonly PrintedProject[]
  readonly parts: readonly PrintedSection[]
}

type Catalogue = {
  readonly projects: readonly Project[]
  readonly sections: readonly CatalogueSection[]
  readonly introduction: string | null
  readonly notices: readonly YearNotice[]
  readonly durationOf: (project: Project) => string | null
}

/** The catalogue of a year on paper: its parts in order, what stands in none of them at the end, the notices of the year last. */
export const printedCatalogue = ({ projects, sections, introduction, notices, durationOf }: Catalogue) => {
  const byId = new Map(projects.map((project) => [project.id, project]))
  const placed = new Set<string>()
  const printed = (project: Project): PrintedProject => ({
    title: project.title,
    code: project.code,
    isNew: project.isNew,
    summary: project.summary,
    facts: [
      project.words.model,
      durationOf(project),
      project.formerly && `formerly ${project.formerly}`,
      project.partnerBodies.length > 0 ? `with ${project.partnerBodies.join(', ')}` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  })
  const sectionOf = (section: CatalogueSection): PrintedSection => {
    for (const id of section.projectIds) placed.add(id)
    return {
      title: section.title,
      blocks: proseOf(section.introduction ?? ''),
      projects: section.projectIds.flatMap((id) => byId.get(id) ?? []).map(printed),
      parts: section.parts.map(sectionOf),
    }
  }
  const laidOut = sections.map(sectionOf)
  const others = projects.filter(({ id }) => !placed.has(id)).map(printed)
  return {
    introduction: proseOf(introduction ?? ''),
    sections:
      others.length > 0
        ? [
            ...laidOut,
            { title: laidOut.length > 0 ? 'More projects' : 'Projects', blocks: [], projects: others, parts: [] },
          ]
        : laidOut,
    notices: notices.map(({ heading, body }) => ({ heading, blocks: proseOf(body) })),
  }
}
