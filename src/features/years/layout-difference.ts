import type { LaidOutGoal, LaidOutNotice, LaidOutPartner, LaidOutSection, YearLayout } from './layout.ts'
import { sectionsUnder } from './layout.ts'

/** A part of a year that stands differently in two versions: both texts, the first empty where it is new, the second where it is gone. */
export type LayoutChange = { readonly what: string; readonly before: string; readonly after: string }

/** What a project is called, by its id. */
export type Titles = ReadonlyMap<string, string>

const paragraphs = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('\n\n')
const titleIn = (titles: Titles, id: string): string => titles.get(id) ?? 'A project that is no more'

const noticeText = ({ heading, body }: LaidOutNotice): string => paragraphs(heading, body)

const sectionText = ({ title, introduction, projects }: LaidOutSection, titles: Titles): string =>
  paragraphs(title, introduction, projects.map((id) => `- ${titleIn(titles, id)}`).join('\n'))

const goalText = ({ goal, by, projectId, standing, source, standingOn }: LaidOutGoal, titles: Titles): string =>
  paragraphs(
    `${by}: ${goal}`,
    projectId && `Project: ${titleIn(titles, projectId)}`,
    standing && `${standing} (${[source, standingOn].filter(Boolean).join(', ')})`,
  )

const partnerText = ({ name, about, website }: LaidOutPartner): string => paragraphs(name, about, website)

const outline = (layout: YearLayout): string =>
  sectionsUnder(layout, null)
    .flatMap((top) => [top.title, ...sectionsUnder(layout, top.id).map(({ title }) => `- ${title}`)])
    .join('\n')

type Named = { readonly id: string; readonly name: string; readonly text: string }

const differing = (kind: string, before: readonly Named[], after: readonly Named[]): readonly LayoutChange[] => {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [then, now] = [before.find((each) => each.id === id), after.find((each) => each.id === id)]
    if (then?.text === now?.text) return []
    return [{ what: `${kind} “${(now ?? then)?.name ?? ''}”`, before: then?.text ?? '', after: now?.text ?? '' }]
  })
}

const ordering = (what: string, before: string, after: string): readonly LayoutChange[] =>
  before === after ? [] : [{ what, before, after }]

const headings = ({ notices }: YearLayout): string => notices.map(({ heading }) => heading).join('\n')
const goals = (layout: YearLayout): string => layout.goals.map(({ by, goal }) => `${by}: ${goal}`).join('\n')

const partners = (layout: YearLayout): string => layout.partners.map(({ name }) => name).join('\n')

/** What stands differently in one version of a year and another, part by part, in words. */
export const layoutChanges = (before: YearLayout, after: YearLayout, titles: Titles): readonly LayoutChange[] => {
  const named = (layout: YearLayout) => ({
    notices: layout.notices.map((each) => ({ id: each.id, name: each.heading, text: noticeText(each) })),
    sections: layout.sections.map((each) => ({ id: each.id, name: each.title, text: sectionText(each, titles) })),
    goals: layout.goals.map((each) => ({ id: each.id, name: each.goal, text: goalText(each, titles) })),
    partners: layout.partners.map((each) => ({ id: each.id, name: each.name, text: partnerText(each) })),
  })
  const [then, now] = [named(before), named(after)]
  return [
    ...ordering('Introduction', before.introduction, after.introduction),
    ...ordering('Sections and their order', outline(before), outline(after)),
    ...differing('Section', then.sections, now.sections),
    ...ordering('Notices and their order', headings(before), headings(after)),
    ...differing('Notice', then.notices, now.notices),
    ...ordering('Goals and their order', goals(before), goals(after)),
    ...differing('Goal', then.goals, now.goals),
    ...ordering('Partners and their order', partners(before), partners(after)),
    ...differing('Partner', then.partners, now.partners),
  ]
}
