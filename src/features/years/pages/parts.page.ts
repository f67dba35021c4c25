import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { markOf } from '../../../platform/versions.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { markOfText, writeIntroduction, writeListed, writeSection } from '../actions/change-layout.ts'
import { goalForm, introductionForm, noticeForm, sectionForm, typedGoal } from './parts.form.ts'
import { goalView, introductionView, noticeView, type Opened, sectionView } from './parts.view.ts'
import { yearBeingWritten } from './year.page.ts'
import { yearPath } from './year.view.ts'

// Of something new the form knows the name already: sent twice, it is one.
export const nameIn = ({ params, body }: PageRequest, parameter: string): string => {
  const given = params[parameter] ?? ''
  if (given !== 'new') return found(isId(given) ? given : null)
  const typed = typedText(body, 'id')
  return isId(typed) ? typed : newId()
}

export type Draw = (opened: Opened) => Promise<{ toString(): string }>

// What was overtaken or refused is drawn again with everything that was typed; who has seen the other text saves over it by saving once more.
export const saved = async (
  request: PageRequest,
  {
    save,
    draw,
    markNow,
    field,
  }: { save: () => Promise<void>; draw: Draw; markNow: () => Promise<string>; field: string },
): Promise<Answer> => {
  const { year } = await yearBeingWritten(request)
  try {
    await save()
    return redirect(`${yearPath(year)}?said=saved`)
  } catch (problem) {
    const form = (message: string): FormState => ({ typed: request.body, errors: [{ field, message }] })
    if (problem instanceof Refused)
      return invalid(await draw({ form: form(problem.message), mark: typedText(request.body, 'mark') }))
    if (!(problem instanceof Conflict)) throw problem
    const message = `${problem.message} What you typed is below, and not saved: look at the draft as it stands, then save again to put yours in its place.`
    return overtaken(await draw({ form: form(message), mark: await markNow() }))
  }
}

export const markIn = ({ body }: PageRequest): string => typedText(body, 'mark')

const drawIntroduction =
  (request: PageRequest): Draw =>
  async (opened) =>
    introductionView(request.frame, { ...(await yearBeingWritten(request)), ...opened })

export const askForIntroduction: Page = async (request) => {
  const { introduction } = (await yearBeingWritten(request)).layout
  return page(await drawIntroduction(request)({ form: formFrom({ introduction }), mark: markOf(introduction) }))
}

export const saveIntroduction: Page = async (request) => {
  const form = parseForm(introductionForm, request.body)
  const draw = drawIntroduction(request)
  if (!form.ok) return invalid(await draw({ form, mark: markIn(request) }))
  const { year } = await yearBeingWritten(request)
  return saved(request, {
    save: () => writeIntroduction(request.context, { year, ...form.value, mark: markIn(request) }),
    draw,
    markNow: async () => markOf((await yearBeingWritten(request)).layout.introduction),
    field: 'introduction',
  })
}

const drawNotice =
  (request: PageRequest, id: string): Draw =>
  async (opened) =>
    noticeView(request.frame, { ...(await yearBeingWritten(request)), ...opened, id })

const noticeNow = async (request: PageRequest, id: string) =>
  (await yearBeingWritten(request)).layout.notices.find((each) => each.id === id)

export const askForNotice: Page = async (request) => {
  const id = nameIn(request, 'notice')
  const notice = await noticeNow(request, id)
  if (request.params['notice'] !== 'new') found(notice ?? null)
  const form = formFrom(notice ? { heading: notice.heading, body: notice.body } : {})
  return page(await drawNotice(request, id)({ form, mark: markOf(notice) }))
}

export const saveNotice: Page = async (request) => {
  const id = nameIn(request, 'notice')
  const form = parseForm(noticeForm, request.body)
  const draw = drawNotice(request, id)
  if (!form.ok) return invalid(await draw({ form, mark: markIn(request) }))
  const { year } = await yearBeingWritten(request)
  const one = { id, ...form.value }
  return saved(request, {
    save: () => writeListed(request.context, { year, list: 'notices', one, mark: markIn(request) }),
    draw,
    markNow: async () => markOf(await noticeNow(request, id)),
    field: 'heading',
  })
}

const drawSection =
  (request: PageRequest, id: string): Draw =>
  async (opened) => {
    const written = await yearBeingWritten(request)
    const section = written.layout.sections.find((each) => each.id === id) ?? null
    return sectionView(request.frame, { ...written, ...opened, id, section, order: markOf(section?.projects) })
  }

const sectionNow = async (request: PageRequest, id: string) =>
  (await yearBeingWritten(request)).layout.sections.find((each) => each.id === id)

export const askForSection: Page = async (request) => {
  const id = nameIn(request, 'section')
  const section = await sectionNow(request, id)
  if (request.params['section'] !== 'new') found(section ?? null)
  const { title = '', introduction = '', parent } = section ?? {}
  const form = formFrom({ title, introduction, parent: parent ?? '' })
  return page(await drawSection(request, id)({ form, mark: markOfText(section) }))
}

export const saveSection: Page = async (request) => {
  const id = nameIn(request, 'section')
  const form = parseForm(sectionForm, request.body)
  const draw = drawSection(request, id)
  if (!form.ok) return invalid(await draw({ form, mark: markIn(request) }))
  const { year } = await yearBeingWritten(request)
  const section = { id, ...form.value }
  return saved(request, {
    save: () => writeSection(request.context, { year, section, mark: markIn(request) }),
    draw,
    markNow: async () => markOfText(await sectionNow(request, id)),
    field: 'parent',
  })
}

const drawGoal =
  (request: PageRequest, id: string): Draw =>
  async (opened) =>
    goalView(request.frame, { ...(await yearBeingWritten(request)), ...opened, id })

const goalNow = async (request: PageRequest, id: string) =>
  (await yearBeingWritten(request)).layout.goals.find((each) => each.id === id)

export const askForGoal: Page = async (request) => {
  const id = nameIn(request, 'goal')
  const goal = await goalNow(request, id)
  if (request.params['goal'] !== 'new') found(goal ?? null)
  return page(await drawGoal(request, id)({ form: formFrom(goal ? typedGoal(goal) : {}), mark: markOf(goal) }))
}

export const saveGoal: Page = async (request) => {
  const id = nameIn(request, 'goal')
  const form = parseForm(goalForm, request.body)
  const draw = drawGoal(request, id)
  if (!form.ok) return invalid(await draw({ form, mark: markIn(request) }))
  const { year } = await yearBeingWritten(request)
  const one = { id, ...form.value }
  return saved(request, {
    save: () => writeListed(request.context, { year, list: 'goals', one, mark: markIn(request) }),
    draw,
    markNow: async () => markOf(await goalNow(request, id)),
    field: 'goal',
  })
}
