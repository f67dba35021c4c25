import type { LaidOutSection, YearLayout } from '../years/index.ts'

// A section of the new year has an id of its own, and stands below the one that follows the section it stood below.
const sectionsAnew = (
  old: readonly LaidOutSection[],
  made: ReadonlyMap<string, string>,
  freshId: () => string,
): readonly LaidOutSection[] => {
  const ids = new Map(old.map(({ id }) => [id, freshId()] as const))
  return old.map((section) => ({
    ...section,
    id: ids.get(section.id) ?? section.id,
    parent: section.parent === null ? null : (ids.get(section.parent) ?? null),
    projects: section.projects.flatMap((project) => made.get(project) ?? []),
  }))
}

/**
 * The layout of the new year with the drafts that were made, by the project that each continues: laid out like the old year where
 * nothing is laid out yet, else in the sections of the same key. Introduction, notices and goals belong to their year.
 */
export const layoutContinued = (
  before: YearLayout,
  old: YearLayout,
  made: ReadonlyMap<string, string>,
  freshId: () => string,
): YearLayout => {
  if (before.sections.length === 0) return { ...before, sections: sectionsAnew(old.sections, made, freshId) }
  const sections = before.sections.map((section) => {
    const stood = old.sections.find(({ key }) => key === section.key)
    const more = (stood?.projects ?? [])
      .flatMap((project) => made.get(project) ?? [])
      .filter((project) => !section.projects.includes(project))
    return { ...section, projects: [...section.projects, ...more] }
  })
  return { ...before, sections }
}
