import { Conflict, found } from '../../../platform/errors.ts'
import { parseForm, typedList } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, formFrom } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { isAtHub } from '../../people/index.ts'
import { giveNotices } from '../actions/give-notice.ts'
import { giveUpPlace } from '../actions/give-up-place.ts'
import { takeBackNotice } from '../actions/take-back-notice.ts'
import { linesOf } from '../queries.ts'
import { participantOfLink, partsInSight } from '../sight-queries.ts'
import { proposalsAt } from '../terms.ts'
import { type Choice, chooseForm, comeForm, confirmForm } from './cancel.form.ts'
import { cancelNotices } from './cancel.page.ts'
import { consequenceView } from './consequence.view.ts'
import { giveUpView } from './give-up.view.ts'
import { type Several, severalView } from './several.view.ts'

// The same pages under a mailed link and for whoever is signed in: only the addresses differ.
const around = async (request: PageRequest) => {
  const { context, params } = request
  const token = params['token']
  const own = token === undefined ? null : found(await participantOfLink(context))
  const placeId = own?.placeId ?? params['place'] ?? ''
  const sight = found(await partsInSight(context, placeId))
  const [first] = sight.parts
  const place = found(first)
  const lines = sight.takesPart ? await linesOf(context.db, sight.parts, context.now) : []
  const [base, home] = token === undefined ? [`/places/${placeId}`, homeOf(request, place)] : [`/cancel/${token}`, null]
  const several: Several = {
    ...place,
    mayGiveUp: sight.mayGiveUp,
    takesPart: sight.takesPart,
    parts: sight.parts,
    lines: proposalsAt(place.policy, lines, context.now),
    address: {
      several: token === undefined ? `${base}/cancel` : `${base}/several`,
      place: token === undefined ? `${base}/give-up` : `${base}/place`,
      come: `${base}/come`,
      home: home ?? base,
    },
  }
  return { several, placeId, lines, place }
}

const homeOf = (
  { context }: PageRequest,
  place: { hubIds: readonly string[]; groupId: string; placeId: string },
): string =>
  place.hubIds.some((hubId) => isAtHub(context.actor, hubId))
    ? `/groups/${place.groupId}/places/${place.placeId}`
    : `/my/groups/${place.groupId}`

type Around = Awaited<ReturnType<typeof around>>

/** What a choice would mean now: each session still to come for each who was chosen, with what the policy proposes. */
const meant = (request: PageRequest, { lines, place }: Around, choice: Choice) =>
  proposalsAt(
    place.policy,
    lines.filter(
      ({ participantId, sessionId, cancelledAt }) =>
        cancelledAt === null &&
        choice.participants.includes(participantId) &&
        (choice.sessions === null || choice.sessions.includes(sessionId)),
    ),
    request.context.now,
    choice.excuse,
  )

export const askForSeveral: Page = async (request) => {
  const { several } = await around(request)
  const notice = wordedAs(cancelNotices, request.query.get('done')) ?? request.frame.notice
  const typed = { ...(several.parts.length === 1 ? { who: several.parts[0]?.id ?? '' } : {}) }
  return page(severalView({ ...request.frame, notice }, { several, form: formFrom(typed) }))
}

/** What was chosen is shown with its consequence; what was shown is carried out. */
export const saveSeveral: Page = async (request) =>
  typedList(request.body, 'shown').length > 0 ? confirmed(request) : shown(request)

const shown: Page = async (request) => {
  const there = await around(request)
  const { several } = there
  const parsed = parseForm(chooseForm, request.body)
  if (!parsed.ok) return invalid(severalView(request.frame, { several, form: parsed }))
  const notices = meant(request, there, parsed.value)
  if (notices.length === 0) {
    const errors = [{ field: 'sessions', message: 'Choose sessions that are still to come and not cancelled yet' }]
    return invalid(severalView(request.frame, { several, form: { typed: request.body, errors } }))
  }
  return page(consequenceView(request.frame, { several, notices, typed: request.body, errors: [] }))
}

const confirmed: Page = async (request) => {
  const there = await around(request)
  const { several, placeId } = there
  const parsed = parseForm(confirmForm, request.body)
  if (!parsed.ok) return invalid(severalView(request.frame, { several, form: parsed }))
  try {
    await giveNotices(request.context, { placeId, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    return shownAgain(request, there, problem)
  }
  return redirect(`${several.address.several}?done=cancelled`)
}

// A minute was crossed, or something changed, between showing and confirming: what it means now is shown, and nothing is done.
const shownAgain = (request: PageRequest, there: Around, problem: Conflict) => {
  const { several } = there
  const parsed = parseForm(chooseForm, request.body)
  const errors = [{ field: 'confirm', message: problem.message }]
  const notices = parsed.ok ? meant(request, there, parsed.value) : []
  return overtaken(
    notices.length > 0
      ? consequenceView(request.frame, { several, notices, typed: request.body, errors })
      : severalView(request.frame, { several, form: { typed: request.body, errors } }),
  )
}

export const saveComing: Page = async (request) => {
  const { several, placeId } = await around(request)
  const parsed = parseForm(comeForm, request.body)
  if (!parsed.ok) return redirect(several.address.several)
  const { participant, session } = parsed.value
  await takeBackNotice(request.context, { placeId, participantId: participant, sessionId: session })
  return redirect(`${several.address.several}?done=back`)
}

const givingUp = async (request: PageRequest) => {
  const { several, placeId } = await around(request)
  found(several.mayGiveUp && several.takesPart ? several : null)
  return { several, placeId }
}

export const askToGiveUp: Page = async (request) =>
  page(giveUpView(request.frame, { ...(await givingUp(request)), form: emptyForm }))

export const saveGivingUp: Page = async (request) => {
  const there = await givingUp(request)
  const parsed = parseForm(confirmForm, request.body)
  if (!parsed.ok) return invalid(giveUpView(request.frame, { ...there, form: parsed }))
  const { reason, shown, excuse } = parsed.value
  try {
    await giveUpPlace(request.context, {
      placeId: there.placeId,
      reason,
      shown,
      exemptReason: excuse.exemptReason,
    })
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    const form = { typed: request.body, errors: [{ field: 'confirm', message: problem.message }] }
    return overtaken(giveUpView(request.frame, { ...there, form }))
  }
  return redirect(`${there.several.address.home}?done=given-up`)
}
