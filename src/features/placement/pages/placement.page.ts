import { Conflict, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Answer, invalid, overtaken, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { usualLastDay } from '../../answer-times/index.ts'
import { endOfDay } from '../../interest/index.ts'
import { acceptPlacement, discardPlacement } from '../actions/decide-placement.ts'
import { placementEvents } from '../events.ts'
import { type FallingShort, fallingShort, fieldOfShort, TooFew } from '../falling-short.ts'
import { inputsOf, pinsOf } from '../kept-queries.ts'
import { asMade, openedBy } from '../opening-queries.ts'
import { groupsToFill, whatToPlace } from '../queries.ts'
import { otherRuns, type ProposalSeen, proposalsOf } from '../run-queries.ts'
import { changesSince, markOf } from '../seen-queries.ts'
import { acceptForm } from './accept.form.ts'
import { runOf } from './asking.page.ts'
import { untoldWays } from './measure.view.ts'
import { runView } from './run.view.ts'

type Request = Parameters<Page>[0]

const sentences: Readonly<Record<string, string>> = placementEvents
const sentenceOf = (event: RecordedEvent) => ({ ...event, sentence: sentences[event.name] ?? event.name })

const usualForm = (until: Temporal.PlainDate): FormState =>
  formFrom({
    'respond_by-day': String(until.day),
    'respond_by-month': String(until.month),
    'respond_by-year': String(until.year),
  })

type Drawn = {
  /** An error of the form that accepts it, or of the form that keeps two together. */
  readonly form?: FormState
  /** What was seen of it when it was accepted: what has changed since is told. */
  readonly seen?: string
  /** Groups that turned out to have too few when it was accepted. */
  readonly short?: readonly FallingShort[]
}

const isPlaced = ({ interestId, groupId }: ProposalSeen) => (groupId === null ? [] : [{ interestId, groupId }])

/** The page of a placement. */
export const drawnRun = async (request: Request, { form, seen, short }: Drawn = {}) => {
  const { hub, run } = await runOf(request)
  const { context } = request
  const { db } = context
  const { offerIds, asked } = run
  const [proposals, kept, history, pins, others, opened] = await Promise.all([
    proposalsOf(db, run.id),
    inputsOf(db, run.id),
    historyOf(db, { type: 'placement', id: run.id }),
    pinsOf(db, run.id),
    otherRuns(db, run),
    openedBy(db, run.id),
  ])
  const now = run.status === 'proposed' ? await whatToPlace(db, { offerIds, asked, pins, before: null }) : null
  const changeable = new Set(now?.instance.applicants.map(({ id }) => id) ?? [])
  const placed = proposals.flatMap(isPlaced)
  const accept = now && {
    mark: markOf({ placed, pins, instance: now.instance }),
    short: short ?? fallingShort(now.instance.groups, placed, (id) => changeable.has(id)),
    changes:
      seen === undefined ? [] : await changesSince(db, { seen, placed, pins, proposals, instance: now.instance }),
  }
  return runView(request.frame, {
    hub,
    run,
    proposals,
    groups: asMade(now?.instance.groups ?? kept?.groups ?? (await groupsToFill(db, offerIds, asked)), opened),
    untold: kept === null ? null : untoldWays(kept),
    changeable,
    pins,
    others,
    history: history.map(sentenceOf),
    form: form ?? usualForm(await usualLastDay(db, hub.id, context.now)),
    accept,
    find: (request.query.get('find') ?? '').trim(),
    pinPage: pageFrom(request.query),
  })
}

export const showRun: Page = async (request) => page(await drawnRun(request))

/** Accepts what was seen: where something else stands by now, or a group would have too few, that is told first and nothing is lost. */
export const acceptRun: Page = async (request): Promise<Answer> => {
  const { hub, run } = await runOf(request)
  const { context, body } = request
  const form = parseForm(acceptForm(context.today), body)
  if (!form.ok) return invalid(await drawnRun(request, { form }))
  const { lastDay, choices } = form.value
  const seen = typedText(body, 'seen')
  const said = (field: string, message: string) => ({ typed: body, errors: [{ field, message }] })
  try {
    const asSeen = seen === '' ? {} : { seen }
    await acceptPlacement(context, { runId: run.id, respondBy: endOfDay(lastDay), choices, ...asSeen })
  } catch (problem) {
    if (problem instanceof TooFew) {
      const [first] = problem.short
      const form = said(first ? fieldOfShort(first.groupId) : 'accept', problem.message)
      return overtaken(await drawnRun(request, { form, short: problem.short }))
    }
    if (problem instanceof Conflict)
      return overtaken(await drawnRun(request, { form: said('accept', problem.message), seen }))
    if (!(problem instanceof Refused)) throw problem
    return invalid(await drawnRun(request, { form: said('respond_by', problem.message) }))
  }
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}

export const discardRun: Page = async (request) => {
  const { hub, run } = await runOf(request)
  await discardPlacement(request.context, run.id)
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}
