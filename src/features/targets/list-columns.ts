import type { Column } from './target-list.ts'

const patterns: Readonly<Record<Column, RegExp>> = {
  hub: /\bhub\b/i,
  project: /\b(project|code|ncp)\b/i,
  groups: /\b(groups?|communit(y|ies)|cohorts?)\b/i,
  places: /\b(places?|schools?|participants?|institutions?)\b/i,
  year: /^\s*(academic )?year\s*$/i,
}

/** Which column of a file means what: the first heading that fits and is not taken; a code is surer than a title. */
export const columnsOf = (headings: readonly string[]): Readonly<Record<Column, number | null>> => {
  const taken = new Set<number>()
  const find = (...wanted: readonly RegExp[]): number | null => {
    for (const pattern of wanted) {
      const at = headings.findIndex((heading, index) => !taken.has(index) && pattern.test(heading))
      if (at === -1) continue
      taken.add(at)
      return at
    }
    return null
  }
  const year = find(patterns.year)
  const groups = find(/\b(work )?groups?\b.*\bplan|^\s*(planned )?(work )?groups?/i, patterns.groups)
  const places = find(patterns.places)
  const project = find(/\b(code|ncp)\b/i, patterns.project)
  return { hub: find(patterns.hub), project, groups, places, year }
}

/** What a list lacks before it can be read, in words; null when it has all it needs. */
export const lackOf = (found: Readonly<Record<Column, number | null>>): string | null => {
  const words = { hub: 'Hub', project: 'Project code', groups: 'Groups', places: 'Places' } as const
  const missing = (['hub', 'project', 'groups', 'places'] as const).filter((column) => found[column] === null)
  if (missing.length === 0) return null
  return `The list lacks a column headed ${missing.map((column) => words[column]).join(' and one headed ')}: name its columns Hub, Project code, Groups and Places`
}
