import { Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { usualLastDay } from '../../answer-times/index.ts'
import { endOfDay } from '../../interest/index.ts'
import { acceptPlacement, discardPlacement } from '../actions/decide-placement.ts'
import { placementEvents } from '../events.ts'
import { inputsOf, pinsOf } from '../kept-queries.ts'
import { asMade, openedBy } from '../opening-queries.ts'
import { groupsToFill, whatToPlace } from '../queries.ts'
import { otherRuns, proposalsOf } from '../run-queries.ts'
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

/** The page of a placement, with an error of the form that accepts it or of the form that keeps two together. */
export const drawnRun = async (request: Request, form: FormState | null = null) => {
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
  return runView(request.frame, {
    hub,
    run,
    proposals,
    groups: asMade(now?.instance.groups ?? kept?.groups ?? (await groupsToFill(db, offerIds, asked)), opened),
    untold: kept === null ? null : untoldWays(kept),
    changeable: new Set(now?.instance.applicants.map(({ id }) => id) ?? []),
    pins,
    others,
    history: history.map(sentenceOf),
    form: form ?? usualForm(await usualLastDay(db, hub.id, context.now)),
    find: (request.query.get('find') ?? '').trim(),
    pinPage: pageFrom(request.query),
  })
}

export const showRun: Page = async (request) => page(await drawnRun(request))

export const acceptRun: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const form = parseForm(acceptForm(request.context.today), request.body)
  if (!form.ok) return invalid(await drawnRun(request, form))
  try {
    await acceptPlacement(request.context, { runId: run.id, respondBy: endOfDay(form.value) })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(
      await drawnRun(request, { typed: request.body, errors: [{ field: 'respond_by', message: problem.message }] }),
    )
  }
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}

export const discardRun: Page = async (request) => {
  const { hub, run } = await runOf(request)
  await discardPlacement(request.context, run.id)
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}
