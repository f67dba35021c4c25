import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { commitmentWords } from '../../criteria/index.ts'
import type { Interest } from '../../interest/index.ts'
import {
  answerAsHeadteacher,
  askHeadteacherAnew,
  confirmInterest,
  daysALinkLasts,
  historyShown,
  interestById,
  replacePerson,
  withoutTakenBack,
} from '../../interest/index.ts'
import { askingState, offerById } from '../../offers/index.ts'
import { acceptPlaceOf, declinePlaceOf, withdrawInterest } from '../../place-offers/index.ts'
import { datesOfGroup } from '../queries.ts'
import { headteacherView } from './headteacher.view.ts'
import { askAnewForm, headteacherForm, replaceForm, senderActForm } from './link.form.ts'
import { confirmView, placeView, statusView } from './status.view.ts'

/** The request whose link somebody holds. */
const interestOfLink = async ({ context }: PageRequest): Promise<Interest> => {
  if (context.actor.kind !== 'link') throw new NotFound('Not by a link')
  const interest = found(await interestById(context.db, context.actor.subjectId))
  // Before its address is confirmed a request is nothing to anybody but who confirms it.
  return found(interest.receivedAt !== null || context.actor.purpose === 'confirm-interest' ? interest : null)
}

const statusPath = ({ context }: PageRequest, interest: Interest): string =>
  `/status/${ownLinkToken(context, 'status', interest.id, daysALinkLasts)}`

export const showConfirm: Page = async (request) => {
  const interest = await interestOfLink(request)
  if (interest.status !== 'draft' && interest.receivedAt !== null) return redirect(statusPath(request, interest))
  return page(confirmView(request.frame, { interest, path: request.path }))
}

export const confirm: Page = async (request) => {
  const interest = await interestOfLink(request)
  await confirmInterest(request.context, interest.id)
  return redirect(statusPath(request, interest))
}

const drawHeadteacher = async (request: PageRequest, form: FormState) => {
  const interest = await interestOfLink(request)
  return headteacherView(request.frame, {
    interest,
    path: request.path,
    form,
    commitments: interest.commitments.map(commitmentWords),
  })
}

export const showHeadteacher: Page = async (request) => page(await drawHeadteacher(request, emptyForm))

export const answerHeadteacher: Page = async (request) => {
  const form = parseForm(headteacherForm, request.body)
  if (!form.ok) return invalid(await drawHeadteacher(request, form))
  const interest = await interestOfLink(request)
  await answerAsHeadteacher(request.context, { interestId: interest.id, ...form.value })
  return redirect(request.path)
}

// What the hub keeps to itself (who was passed over and why, what was overruled) is not in the sender's history.
const shownToSender = (event: RecordedEvent): boolean =>
  event.name.startsWith('interest.') &&
  event.name !== 'interest.passed-over' &&
  event.name !== 'interest.verdict-overruled'

const drawStatus = async (request: PageRequest, form: FormState) => {
  const { context, frame, path } = request
  const interest = await interestOfLink(request)
  const [offer, dates, events] = await Promise.all([
    offerById(context.db, interest.offerId),
    interest.status === 'placed' && interest.place ? datesOfGroup(context.db, interest.place.groupId) : [],
    historyOf(context.db, { type: 'interest', id: interest.id }),
  ])
  return statusView(frame, {
    ...{ interest, path, dates, form },
    isOpen: offer !== null && askingState(offer, context.today) === 'open',
    history: withoutTakenBack(events).filter(shownToSender).map(historyShown),
  })
}

export const showStatus: Page = async (request) => page(await drawStatus(request, emptyForm))

export const actOnStatus: Page = async (request) => {
  const interest = await interestOfLink(request)
  if (typedText(request.body, 'act') === 'replace') return replace(request, interest)
  if (typedText(request.body, 'act') === 'ask-anew') return askAnew(request, interest)
  await act(request, interest.id)
  return redirect(statusPath(request, interest))
}

const replace = async (request: PageRequest, interest: Interest): Promise<Answer> => {
  const form = parseForm(replaceForm, request.body)
  if (!form.ok) return invalid(await drawStatus(request, form))
  const { position, ...person } = form.value
  try {
    await replacePerson(request.context, { interestId: interest.id, position, person })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(
      await drawStatus(request, { typed: request.body, errors: [{ field: 'email', message: problem.message }] }),
    )
  }
  return redirect(statusPath(request, interest))
}

const askAnew = async (request: PageRequest, interest: Interest): Promise<Answer> => {
  const form = parseForm(askAnewForm, request.body)
  if (!form.ok) return invalid(await drawStatus(request, form))
  const { headteacher_name: name, headteacher_email: email } = form.value
  await askHeadteacherAnew(request.context, { interestId: interest.id, head: { name, email } })
  return redirect(statusPath(request, interest))
}

const act = async ({ context, body }: PageRequest, interestId: string): Promise<void> => {
  const form = parseForm(senderActForm, body)
  if (!form.ok) throw new NotFound('No such act')
  switch (form.value.act) {
    case 'accept':
      return acceptPlaceOf(context, { interestId })
    case 'decline':
      return declinePlaceOf(context, { interestId, staysInLine: false })
    case 'decline-stay':
      return declinePlaceOf(context, { interestId, staysInLine: true })
    case 'withdraw':
      return withdrawInterest(context, { interestId })
  }
}

export const showPlace: Page = async (request): Promise<Answer> => {
  const interest = await interestOfLink(request)
  return page(placeView(request.frame, { interest, path: request.path, statusHref: statusPath(request, interest) }))
}
