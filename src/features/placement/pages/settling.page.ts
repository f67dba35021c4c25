import { found, Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { changeProposal, keepCompany, takeOffPin } from '../actions/change-proposal.ts'
import { pinsOf } from '../kept-queries.ts'
import { whatToPlace } from '../queries.ts'
import { awayInWords, refusalOfChoice } from '../reason.ts'
import { placedIn, proposalsOf } from '../run-queries.ts'
import { runOf } from './asking.page.ts'
import { changeView } from './change.view.ts'
import { drawnRun } from './placement.page.ts'

type Request = Parameters<Page>[0]

const choiceOf = async (request: Request) => {
  const { hub, run } = await runOf(request)
  const { db } = request.context
  const pins = await pinsOf(db, run.id)
  const { offerIds, asked } = run
  const [{ instance }, proposals, placed] = await Promise.all([
    whatToPlace(db, { offerIds, asked, pins, before: null }),
    proposalsOf(db, run.id),
    placedIn(db, run.id),
  ])
  const proposal = found(proposals.find((each) => each.interestId === request.params['interest']))
  const applicant = found(instance.applicants.find(({ id }) => id === proposal.interestId))
  const own = pins.filter(({ interestId }) => interestId === applicant.id)
  const assignment = new Map(Object.entries(placed))
  // What was ruled out by hand is offered again: here is where that is changed.
  const free = { ...instance, rules: { ...instance.rules, forbidden: [] } }
  const opened = new Set(Object.values(placed))
  const open = instance.groups.filter((group) => !group.isNew || opened.has(group.id))
  const groups = open.map((group) => ({
    id: group.id,
    name: group.name,
    isNew: group.isNew,
    way: awayInWords(instance, applicant, group),
    refusal: refusalOfChoice(free, assignment, applicant, group.id),
  }))
  const put = own.find(({ kind }) => kind === 'put')
  return {
    hub,
    run,
    proposal,
    groups,
    chosen: put ? (put.groupId ?? 'none') : 'free',
    never: own.flatMap((pin) => (pin.kind === 'never' && pin.groupId ? [pin.groupId] : [])),
  }
}

export const showChange: Page = async (request) => {
  const choice = await choiceOf(request)
  return page(changeView(request.frame, { ...choice, form: formFrom({ group: choice.chosen, never: choice.never }) }))
}

export const saveChange: Page = async (request) => {
  const choice = await choiceOf(request)
  const typed = typedText(request.body, 'group')
  const again = (message: string) =>
    invalid(
      changeView(request.frame, { ...choice, form: { typed: request.body, errors: [{ field: 'group', message }] } }),
    )
  if (typed === '') return again('Choose a group, or leave it out')
  const never = typedList(request.body, 'never')
  const choices = new Set(['none', 'free', ...choice.groups.map(({ id }) => id)])
  const there = new Set(choice.groups.flatMap((group) => (group.isNew ? [] : [group.id])))
  if (!choices.has(typed) || !never.every((id) => there.has(id))) return again('Choose a group of the list')
  try {
    await changeProposal(request.context, {
      runId: choice.run.id,
      interestId: choice.proposal.interestId,
      groupId: typed === 'free' ? undefined : typed === 'none' ? null : typed,
      never,
    })
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
  return redirect(`/hub/${choice.hub.slug}/placement/${choice.run.id}#settled`)
}

/** Keeps two together, or apart, from the next time on. */
export const saveCompany: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const [first, second] = [typedText(request.body, 'first'), typedText(request.body, 'second')]
  const kind = typedText(request.body, 'kept') === 'apart' ? 'apart' : 'together'
  const again = async (message: string) =>
    invalid(await drawnRun(request, { form: { typed: request.body, errors: [{ field: 'first', message }] } }))
  if (!isId(first) || !isId(second)) return again('Choose two that are in this placement')
  try {
    await keepCompany(request.context, { runId: run.id, kind, interestIds: [first, second] })
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
  return redirect(`/hub/${hub.slug}/placement/${run.id}#settled`)
}

export const removePin: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const pinId = request.params['pin'] ?? ''
  found((await pinsOf(request.context.db, run.id)).find(({ id }) => id === pinId))
  await takeOffPin(request.context, { runId: run.id, pinId })
  return redirect(`/hub/${hub.slug}/placement/${run.id}#settled`)
}
