import type { Context } from '../../../platform/context.ts'
import { Conflict, Forbidden, found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { type GroupSeen, mayPlanGroup, mayRunGroup } from '../../groups/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { completeGroupYear } from '../actions/complete-group-year.ts'
import { withdrawStatement } from '../actions/withdraw-statement.ts'
import { askedOf, doneAt, markOfYear, reasonAgainstCompletion } from '../completion.ts'
import { attendanceWithEarlier } from '../earlier-attendance-queries.ts'
import {
  placesToComplete,
  sessionsToCome,
  stagesOfProject,
  statementsOfGroup,
  tasksOfYear,
  termsOfProject,
} from '../queries.ts'
import { outcomeOf, shortfallsOf } from '../terms.ts'
import { completeForm, withdrawForm } from './complete.form.ts'
import { completeView, type Preview, statementsView, withdrawView } from './complete.view.ts'

const readYear = async ({ db }: Context, group: GroupSeen) => {
  const [counted, places, toCome, stage, terms, tasks] = await Promise.all([
    attendanceWithEarlier(db, group.id),
    placesToComplete(db, group.id),
    sessionsToCome(db, group.id),
    stagesOfProject(db, group.projectId),
    termsOfProject(db, group.projectId),
    tasksOfYear(db, group.id),
  ])
  return { ...counted, places, toCome, stage, terms, tasks }
}

const previewOf = async (context: Context, group: GroupSeen): Promise<Preview> => {
  const year = await readYear(context, group)
  const { attendance, places, toCome, stage, terms } = year
  const lines = places.held.map(({ id, organisation }) => {
    const line = attendance.organisations.find(({ placeId }) => placeId === id)
    const [asked, done] = [askedOf(year, id), doneAt(year, id)]
    return {
      placeId: id,
      organisation,
      people: line?.participants ?? 0,
      minutes: line?.minutes ?? 0,
      ...done,
      asked,
      outcome: outcomeOf(terms, asked, done),
      shortfalls: shortfallsOf(terms, asked, done),
    }
  })
  const toSettle = attendance.participants.reduce((sum, line) => sum + line.toSettle, 0)
  const { status } = group
  return {
    group,
    against: reasonAgainstCompletion({ status, held: attendance.held, toSettle, toCome, offered: places.offered }),
    terms,
    counting: attendance.counting,
    lines,
    people: attendance.participants.flatMap(({ placeId, attended, part }) =>
      attended > 0 && part !== 'substitute' ? [placeId] : [],
    ),
    stage: stage && { name: stage.name, next: stage.next?.name ?? null },
    mark: markOfYear(year, places.held),
  }
}

const groupToComplete = async (context: Context, id: string | undefined): Promise<GroupSeen> => {
  const group = found(await groupWorkedOn(context, id ?? ''))
  if (!mayPlanGroup(context.actor, group)) throw new Forbidden('The lead hub and the leads complete a group')
  return group
}

export const showCompletion: Page = async ({ context, params, frame }) => {
  const group = await groupToComplete(context, params['id'])
  return page(completeView(frame, { preview: await previewOf(context, group), form: emptyForm }))
}

export const saveCompletion: Page = async ({ context, params, body, frame }) => {
  const preview = await previewOf(context, await groupToComplete(context, params['id']))
  const parsed = parseForm(completeForm(preview.lines), body)
  if (!parsed.ok) return invalid(completeView(frame, { preview, form: parsed }))
  try {
    await completeGroupYear(context, { groupId: preview.group.id, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    const message = `${problem.message} Nothing is completed yet: the list below is as it is now. Look at it, and complete the group again.`
    const now = await previewOf(context, await groupToComplete(context, params['id']))
    return overtaken(completeView(frame, { preview: now, form: { typed: body, errors: [{ field: '', message }] } }))
  }
  return redirect(`/groups/${preview.group.id}/statements?completed=1`)
}

export const showStatements: Page = async ({ context, params, query, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const notice = query.has('completed')
    ? 'The group is completed. Participants get their statements by mail; invitations to a next stage wait for the hub.'
    : query.has('withdrawn')
      ? 'The statement is withdrawn.'
      : frame.notice
  const statements = await statementsOfGroup(context.db, group.id)
  return page(
    statementsView({ ...frame, notice }, { group, statements, mayWithdraw: mayRunGroup(context.actor, group) }),
  )
}

const statementToWithdraw = async (context: Context, params: Readonly<Record<string, string>>) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub withdraw a statement')
  const statement = found(
    (await statementsOfGroup(context.db, group.id)).find(
      ({ id, withdrawn_at }) => id === params['statement'] && withdrawn_at === null,
    ),
  )
  return { group, statement }
}

export const askToWithdraw: Page = async ({ context, params, frame }) =>
  page(withdrawView(frame, { ...(await statementToWithdraw(context, params)), form: emptyForm }))

export const saveWithdrawal: Page = async ({ context, params, body, frame }) => {
  const { group, statement } = await statementToWithdraw(context, params)
  const parsed = parseForm(withdrawForm, body)
  if (!parsed.ok) return invalid(withdrawView(frame, { group, statement, form: parsed }))
  await withdrawStatement(context, { groupId: group.id, statementId: statement.id, reason: parsed.value.reason })
  return redirect(`/groups/${group.id}/statements?withdrawn=1`)
}
