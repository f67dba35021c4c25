import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { markOf } from '../../../platform/versions.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { networkOfYears } from '../../projects/index.ts'
import {
  amongst,
  emptyLayout,
  keyFor,
  type LaidOutSection,
  type ListName,
  movedIn,
  parentRefusal,
  sectionsUnder,
  stepped,
  without,
  withWritten,
  type YearLayout,
} from '../layout.ts'
import { workingLayout } from '../layout-queries.ts'
import { insertVersion, lockYear } from '../layout-store.ts'
import { mayLayOutYears } from '../policy.ts'

type Change = {
  readonly year: AcademicYear
  /** Which part of the year is changed, as the history tells it. */
  readonly part: string
  readonly change: (layout: YearLayout) => YearLayout
}

/** Changes what is being written of a year; the first change begins a draft beside what is public. */
export const changeLayout = (context: Context, { year, part, change }: Change): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team lays out a year')
    found(await lockYear(tx, year))
    const before = await workingLayout(tx, year)
    const content = change(before.layout)
    // The same form sent twice is one change.
    if (markOf(content) === markOf(before.layout)) return
    const [number, act] = [before.version + 1, before.isDraft ? ('changed' as const) : ('drafted' as const)]
    await insertVersion(tx, { year, number, act, content, note: null, at: context.now })
    await record(tx, context, {
      name: `year.${act}`,
      subject: { type: 'network', id: found(await networkOfYears(tx)).id },
      particulars: { year, version: number, part },
    })
  })

const overtaken = (what: string): Conflict => new Conflict(`A colleague has changed ${what} since you opened the page.`)

const requireMark = (what: string, now: unknown, then: unknown, mark: string): void => {
  // What is written already as it is sent here was sent twice.
  if (markOf(now) !== mark && markOf(now) !== markOf(then)) throw overtaken(what)
}

/** Writes what introduces the year. `mark` is that of the text the form was opened with, here and below. */
export const writeIntroduction = (
  context: Context,
  input: { year: AcademicYear; introduction: string; mark: string },
): Promise<void> =>
  changeLayout(context, {
    year: input.year,
    part: 'introduction',
    change: (layout) => {
      requireMark('the introduction', layout.introduction, input.introduction, input.mark)
      return { ...layout, introduction: input.introduction }
    },
  })

/** Writes a notice, a goal or a partner body, new or as it stands. */
export const writeListed = <L extends 'notices' | 'goals' | 'partners'>(
  context: Context,
  input: { year: AcademicYear; list: L; one: YearLayout[L][number]; mark: string },
): Promise<void> =>
  changeLayout(context, {
    year: input.year,
    part: input.list,
    change: (layout) => {
      const now = layout[input.list].find(({ id }) => id === input.one.id)
      requireMark('this', now, input.one, input.mark)
      return withWritten(layout, input.list, input.one)
    },
  })

type SectionText = Pick<LaidOutSection, 'id' | 'parent' | 'title' | 'introduction'>
const textOf = (section: SectionText | undefined): SectionText | undefined =>
  section && { id: section.id, parent: section.parent, title: section.title, introduction: section.introduction }

/** The mark of a section's text, whatever stands in it. */
export const markOfText = (section: SectionText | undefined): string => markOf(textOf(section))

/** Writes a section, or a family within one: its title, its introduction and where it stands. Its projects stay. */
export const writeSection = (
  context: Context,
  { year, section, mark }: { year: AcademicYear; section: SectionText; mark: string },
): Promise<void> =>
  changeLayout(context, {
    year,
    part: 'sections',
    change: (layout) => {
      const now = layout.sections.find(({ id }) => id === section.id)
      requireMark('this section', textOf(now), textOf(section), mark)
      const refusal = parentRefusal(layout, section.id, section.parent)
      if (refusal) throw new Refused(refusal)
      const { projects, key } = now ?? { projects: [], key: keyFor(layout, section.title) }
      return withWritten(layout, 'sections', { ...section, key, projects })
    },
  })

export type Step = 'up' | 'down' | 'remove'

/** Moves a notice, section or goal a step among its like, or removes it. `mark` is that of the order that was seen. */
export const arrange = (
  context: Context,
  { year, list, id, step, mark }: { year: AcademicYear; list: ListName; id: string; step: Step; mark: string },
): Promise<void> =>
  changeLayout(context, {
    year,
    part: list,
    change: (layout) => {
      const order = amongst(layout, list, id)
      if (step === 'remove' && order.length === 0) return layout
      if (markOf(order) !== mark) throw overtaken('the order')
      return step === 'remove' ? removed(layout, list, id) : movedIn(layout, list, id, step === 'up' ? -1 : 1)
    },
  })

const removed = (layout: YearLayout, list: ListName, id: string): YearLayout => {
  if (list === 'sections' && sectionsUnder(layout, id).length > 0)
    throw new Refused('This section has families in it. Remove them first, or put them under another section.')
  return without(layout, list, id)
}

/** Puts a project into a section, takes it out or moves it a step. One project may stand in several sections. */
export const placeProject = (
  context: Context,
  input: { year: AcademicYear; section: string; project: string; step: Step | 'add'; mark: string },
): Promise<void> =>
  changeLayout(context, {
    year: input.year,
    part: 'sections',
    change: (layout) => {
      const section = found(layout.sections.find(({ id }) => id === input.section) ?? null)
      const { projects } = section
      const isThere = projects.includes(input.project)
      if (input.step === 'add' ? isThere : !isThere) return layout
      if (input.step !== 'add' && markOf(projects) !== input.mark) throw overtaken('which projects stand here')
      return withWritten(layout, 'sections', { ...section, projects: placed(projects, input.project, input.step) })
    },
  })

const placed = (projects: readonly string[], project: string, step: Step | 'add'): readonly string[] => {
  if (step === 'add') return [...projects, project]
  if (step === 'remove') return projects.filter((id) => id !== project)
  return stepped(projects, project, step === 'up' ? -1 : 1)
}

/** Begins the draft of a year that is empty yet with a layout made elsewhere, as when a year is rolled over. */
export const layOutYear = (context: Context, input: { year: AcademicYear; layout: YearLayout }): Promise<void> =>
  changeLayout(context, {
    year: input.year,
    part: 'everything',
    change: (before) => {
      if (markOf(before) !== markOf(emptyLayout) && markOf(before) !== markOf(input.layout))
        throw new Refused('This year is laid out already: change it as it stands.')
      return input.layout
    },
  })
