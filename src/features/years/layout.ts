import { slugOf } from '../../vocabulary/slug.ts'

export type LaidOutNotice = { readonly id: string; readonly heading: string; readonly body: string }

/** A part of the catalogue, or a family within one: its introduction, and its projects in their order. */
export type LaidOutSection = {
  readonly id: string
  /** Where the page of the catalogue jumps to; it stays when the title is changed. */
  readonly key: string
  readonly parent: string | null
  readonly title: string
  readonly introduction: string
  readonly projects: readonly string[]
}

/** What the programme has set out to reach, by when, and where that stands, as said by whom and when. */
export type LaidOutGoal = {
  readonly id: string
  readonly goal: string
  readonly by: string
  readonly projectId: string | null
  readonly standing: string
  readonly source: string
  readonly standingOn: string | null
}

/** A body with which the network works in the year; projects run with it name it. */
export type LaidOutPartner = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly website: string
}

/** A year of the catalogue as it is laid out: one document, of which every version is kept. */
export type YearLayout = {
  readonly introduction: string
  readonly notices: readonly LaidOutNotice[]
  readonly sections: readonly LaidOutSection[]
  readonly goals: readonly LaidOutGoal[]
  readonly partners: readonly LaidOutPartner[]
}

export const emptyLayout: YearLayout = { introduction: '', notices: [], sections: [], goals: [], partners: [] }

/** The parts of a layout that are lists of things. */
export type ListName = 'notices' | 'sections' | 'goals' | 'partners'
export const listNames: readonly ListName[] = ['notices', 'sections', 'goals', 'partners']

/** The sections below one, or those at the top, in their order. */
export const sectionsUnder = (layout: YearLayout, parent: string | null): readonly LaidOutSection[] =>
  layout.sections.filter((section) => section.parent === parent)

/** The things among which one has its place: its own list, or the sections under the same one. */
export const amongst = (layout: YearLayout, list: ListName, id: string): readonly string[] => {
  if (list !== 'sections') return layout[list].map((each) => each.id)
  const section = layout.sections.find((each) => each.id === id)
  return section ? sectionsUnder(layout, section.parent).map((each) => each.id) : []
}

const exchanged = <T>(all: readonly T[], one: number, other: number): readonly T[] =>
  all.map((each, at) => (at === one ? (all[other] ?? each) : at === other ? (all[one] ?? each) : each))

/** A list with one of it a step earlier or later; as it was where there is no step to go. */
export const stepped = (ids: readonly string[], id: string, by: -1 | 1): readonly string[] => {
  const [from, to] = [ids.indexOf(id), ids.indexOf(id) + by]
  return from === -1 || to < 0 || to >= ids.length ? ids : exchanged(ids, from, to)
}

/** The layout with one of a list a step earlier or later among its like. */
export const movedIn = (layout: YearLayout, list: ListName, id: string, by: -1 | 1): YearLayout => {
  const ids = amongst(layout, list, id)
  const other = ids[ids.indexOf(id) + by]
  if (!ids.includes(id) || other === undefined) return layout
  const at = (wanted: string) => layout[list].findIndex((each) => each.id === wanted)
  return { ...layout, [list]: exchanged<{ id: string }>(layout[list], at(id), at(other)) }
}

/** The layout without one of a list. A section goes with its projects, which then stand where else they stand, or among the rest. */
export const without = (layout: YearLayout, list: ListName, id: string): YearLayout => ({
  ...layout,
  [list]: (layout[list] as readonly { readonly id: string }[]).filter((each) => each.id !== id),
})

/** The layout with a notice, section, goal or partner as it is now written: in the place it had, or last. */
export const withWritten = <L extends ListName>(
  layout: YearLayout,
  list: L,
  one: YearLayout[L][number],
): YearLayout => {
  const all = layout[list] as readonly YearLayout[L][number][]
  const isThere = all.some(({ id }) => id === one.id)
  return { ...layout, [list]: isThere ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one] }
}

/** Where a new section is to be found on the page: the words of its title, told apart from those of others. */
export const keyFor = (layout: YearLayout, title: string): string => {
  const words = slugOf(title) || 'section'
  const taken = new Set(layout.sections.map(({ key }) => key))
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? words : `${words}-${number}`
    if (!taken.has(key)) return key
  }
}

/** Why a section cannot stand under another, or null: there are parts, and families within them, and no more. */
export const parentRefusal = (layout: YearLayout, id: string, parent: string | null): string | null => {
  if (parent === null) return null
  const above = layout.sections.find((section) => section.id === parent)
  if (!above || above.id === id) return 'Choose a section that is there'
  if (above.parent !== null) return `${above.title} stands under another section itself: choose that one`
  return sectionsUnder(layout, id).length > 0 ? 'This section has families of its own, so it stays at the top' : null
}

/** The projects that stand in no section. */
export const projectsNowhere = <P extends { readonly id: string }>(
  layout: YearLayout,
  projects: readonly P[],
): readonly P[] => {
  const placed = new Set(layout.sections.flatMap((section) => section.projects))
  return projects.filter(({ id }) => !placed.has(id))
}
