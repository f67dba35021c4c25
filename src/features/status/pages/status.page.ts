import { NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { Interest } from '../../interest/index.ts'
import {
  askHeadteacherAnew,
  historyShown,
  namePeople,
  namesOfInterest,
  replacePerson,
  toNameInWords,
  withoutTakenBack,
} from '../../interest/index.ts'
import { askingState, offerById } from '../../offers/index.ts'
import { acceptPlaceOf, declinePlaceOf, withdrawInterest } from '../../place-offers/index.ts'
import { successorsOfPlace } from '../../replacing-people/index.ts'
import { datesOfGroup } from '../queries.ts'
import { interestOfLink, statusPath, successorPath } from './of-link.page.ts'
import { placeView } from './place.view.ts'
import { askAnewForm, nameForm, replaceForm, senderActForm } from './status.form.ts'
import { statusView } from './status.view.ts'

// What the hub keeps to itself (who was passed over and why, what was overruled) is not in the sender's history.
const shownToSender = (event: RecordedEvent): boolean =>
  event.name.startsWith('interest.') &&
  event.name !== 'interest.passed-over' &&
  event.name !== 'interest.verdict-overruled'

const drawStatus = async (request: PageRequest, form: FormState) => {
  const { context, frame, path } = request
  const interest = await interestOfLink(request)
  const [offer, dates, events, naming, successors] = await Promise.all([
    offerById(context.db, interest.offerId),
    interest.status === 'placed' && interest.place ? datesOfGroup(context.db, interest.place.groupId) : [],
    historyOf(context.db, { type: 'interest', id: interest.id }),
    interest.unnamed > 0 ? namesOfInterest(context.db, interest.id) : null,
    interest.place ? successorsOfPlace(context.db, interest.place.id, context.today) : [],
  ])
  return statusView(frame, {
    ...{ interest, path, dates, form },
    today: context.today,
    successors: successors.map((each) => ({ ...each, href: successorPath(request, each.participantId) })),
    samePeople: offer?.project.samePeopleAllYear ?? false,
    toName: naming ? toNameInWords(naming, context.today) : '',
    passedOnHref: interest.passedOnTo && statusPath(request, interest.passedOnTo),
    isOpen: offer !== null && askingState(offer, context.today) === 'open',
    history: withoutTakenBack(events).filter(shownToSender).map(historyShown),
  })
}

export const showStatus: Page = async (request) => page(await drawStatus(request, emptyForm))

export const actOnStatus: Page = async (request) => {
  const interest = await interestOfLink(request)
  if (typedText(request.body, 'act') === 'name') return nameLater(request, interest)
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

const nameLater = async (request: PageRequest, interest: Interest): Promise<Answer> => {
  const form = parseForm(nameForm, request.body)
  if (!form.ok) return invalid(await drawStatus(request, form))
  const { come_name: name, come_email: email, come_post: post, come_held: held } = form.value
  const part = interest.people.some((each) => each.part === 'lead') ? 'other' : 'lead'
  try {
    await namePeople(request.context, { interestId: interest.id, people: [{ name, email, post, held, part }] })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const errors = [{ field: 'come_email', message: problem.message }]
    return invalid(await drawStatus(request, { typed: request.body, errors }))
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
