import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Answer, invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { endOfDay } from '../../interest/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { acceptPlacement, changeProposal, discardPlacement } from '../actions/decide-placement.ts'
import { requestPlacement } from '../actions/request-placement.ts'
import { placementEvents } from '../events.ts'
import { milesBetween } from '../instance.ts'
import { groupsToFill, hubOfOffer, offersToPlace, whatToPlace } from '../queries.ts'
import { refusalOfChoice } from '../reason.ts'
import { proposalsOf, runAtHub, runsAtHub } from '../run-queries.ts'
import { acceptForm } from './accept.form.ts'
import { changeView } from './change.view.ts'
import { placementsView } from './placements.view.ts'
import { runView } from './run.view.ts'

type Request = Parameters<Page>[0]
const usualDaysToAnswer = 14

const hubOf = async ({ context, params }: Request) => found(await hubBySlug(context.db, params['hub'] ?? ''))

const runOf = async (request: Request) => {
  const hub = await hubOf(request)
  return { hub, run: found(await runAtHub(request.context.db, request.params['run'] ?? '', hub.id)) }
}

/** Offers for which a placement can be asked, and the placements there were. */
export const showPlacements: Page = async (request) => {
  const hub = await hubOf(request)
  const [offers, runs] = await Promise.all([
    offersToPlace(request.context.db, hub.id),
    runsAtHub(request.context.db, hub.id),
  ])
  return page(placementsView(request.frame, { hub, offers, runs, refusal: null }))
}

export const askForPlacement: Page = async (request) => {
  const { context, body, frame } = request
  const hub = await hubOf(request)
  const offerId = typedText(body, 'offer')
  if (!isId(offerId) || (await hubOfOffer(context.db, offerId))?.hubId !== hub.id) return found<Answer>(null)
  try {
    return redirect(`/hub/${hub.slug}/placement/${await requestPlacement(context, offerId)}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const [offers, runs] = await Promise.all([offersToPlace(context.db, hub.id), runsAtHub(context.db, hub.id)])
    return invalid(placementsView(frame, { hub, offers, runs, refusal: problem.message }))
  }
}

const sentences: Readonly<Record<string, string>> = placementEvents
const sentenceOf = (event: RecordedEvent) => ({ ...event, sentence: sentences[event.name] ?? event.name })

const drawn = async (request: Request, form: FormState | null) => {
  const { hub, run } = await runOf(request)
  const { db, today } = request.context
  const [proposals, groups, { instance }, history] = await Promise.all([
    proposalsOf(db, run.id),
    groupsToFill(db, run.offerId),
    whatToPlace(db, run.offerId),
    historyOf(db, { type: 'placement', id: run.id }),
  ])
  const changeable = new Set(run.status === 'proposed' ? instance.applicants.map((applicant) => applicant.id) : [])
  const until = today.add({ days: usualDaysToAnswer })
  const usual = formFrom({
    'respond_by-day': String(until.day),
    'respond_by-month': String(until.month),
    'respond_by-year': String(until.year),
  })
  return runView(request.frame, {
    hub,
    run,
    proposals,
    groups,
    changeable,
    history: history.map(sentenceOf),
    form: form ?? usual,
  })
}

export const showRun: Page = async (request) => page(await drawn(request, null))

export const acceptRun: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const form = parseForm(acceptForm(request.context.today), request.body)
  if (!form.ok) return invalid(await drawn(request, form))
  try {
    await acceptPlacement(request.context, { runId: run.id, respondBy: endOfDay(form.value) })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(
      await drawn(request, { typed: request.body, errors: [{ field: 'respond_by', message: problem.message }] }),
    )
  }
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}

export const discardRun: Page = async (request) => {
  const { hub, run } = await runOf(request)
  await discardPlacement(request.context, run.id)
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}

const choiceOf = async (request: Request) => {
  const { hub, run } = await runOf(request)
  const { db } = request.context
  const [{ instance }, proposals] = await Promise.all([whatToPlace(db, run.offerId), proposalsOf(db, run.id)])
  const proposal = found(proposals.find((each) => each.interestId === request.params['interest']))
  const at = instance.applicants.findIndex((applicant) => applicant.id === proposal.interestId)
  const applicant = found(instance.applicants[at])
  const assignment = instance.applicants.map(
    (each) => proposals.find((other) => other.interestId === each.id)?.groupId ?? null,
  )
  const groups = instance.groups.map((group) => ({
    id: group.id,
    name: group.name,
    miles: milesBetween(applicant, group),
    refusal: refusalOfChoice(instance, assignment, at, group.id),
  }))
  return { hub, run, proposal, groups }
}

export const showChange: Page = async (request) => {
  const choice = await choiceOf(request)
  return page(changeView(request.frame, { ...choice, form: formFrom({ group: choice.proposal.groupId ?? 'none' }) }))
}

export const saveChange: Page = async (request) => {
  const choice = await choiceOf(request)
  const typed = typedText(request.body, 'group')
  const again = (message: string) =>
    invalid(
      changeView(request.frame, { ...choice, form: { typed: request.body, errors: [{ field: 'group', message }] } }),
    )
  if (typed === '') return again('Choose a group, or leave it out')
  try {
    await changeProposal(request.context, {
      runId: choice.run.id,
      interestId: choice.proposal.interestId,
      groupId: typed === 'none' ? null : typed,
    })
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
  return redirect(`/hub/${choice.hub.slug}/placement/${choice.run.id}`)
}
