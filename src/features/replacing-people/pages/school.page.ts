import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { askForException } from '../actions/decide-exception.ts'
import { nameSuccessor } from '../actions/name-successor.ts'
import { sayNobodyFollows } from '../actions/settle-successor.ts'
import { mayNameSuccessor } from '../policy.ts'
import { successorAsked } from '../queries.ts'
import type { SuccessorAsked } from '../successor.ts'
import { schoolView } from './school.view.ts'
import { personIn, reasonIn } from './successor.form.ts'

type Door = {
  readonly participantId: (request: PageRequest) => string
  readonly path: (request: PageRequest) => string
  readonly back: (asked: SuccessorAsked) => string | null
}

const byLink: Door = {
  participantId: ({ context: { actor } }) => (actor.kind === 'link' ? actor.subjectId : ''),
  path: ({ params }) => `/successor/${params['token']}`,
  back: () => null,
}
const signed: Door = {
  participantId: ({ params }) => params['left'] ?? '',
  path: ({ params }) => `/my/successors/${params['left']}`,
  back: ({ groupId }) => `/my/groups/${groupId}`,
}

const said = {
  named: 'Thank you. They take part from now on, and are sent the dates.',
  nobody: 'Thank you. The hub has been told, and decides how it goes on.',
  exception: 'Thank you. The hub has been asked, and you hear what it decides.',
} as const

const askedOf = async (door: Door, request: PageRequest): Promise<SuccessorAsked> => {
  const { context } = request
  const asked = found(await successorAsked(context.db, door.participantId(request), context.today))
  if (!mayNameSuccessor(context.actor, asked)) throw new NotFound('Not a place that they answer for')
  return asked
}

const draw = async (door: Door, request: PageRequest, form: FormState) => {
  const { context, frame, query } = request
  const asked = await askedOf(door, request)
  const notice = wordedAs(said, query.get('said')) ?? frame.notice
  return schoolView(
    { ...frame, notice },
    { asked, today: context.today, path: door.path(request), back: door.back(asked), form },
  )
}

const show =
  (door: Door): Page =>
  async (request) =>
    page(await draw(door, request, emptyForm))

const orAgain = async (
  door: Door,
  request: PageRequest,
  { work, says, field }: { work: () => Promise<void>; says: string; field: string },
): Promise<Answer> => {
  try {
    await work()
    return redirect(`${door.path(request)}?said=${says}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(door, request, { typed: request.body, errors: [{ field, message: problem.message }] }))
  }
}

const answer =
  (door: Door): Page =>
  async (request) => {
    const { context, body } = request
    const { participantId } = await askedOf(door, request)
    if (typedText(body, 'act') === 'nobody') {
      const reason = reasonIn(body, 'reason', null)
      if (!reason.ok) return invalid(await draw(door, request, reason))
      const work = () => sayNobodyFollows(context, { participantId, reason: reason.value || null })
      return orAgain(door, request, { work, says: 'nobody', field: 'reason' })
    }
    if (typedText(body, 'act') === 'exception') {
      const reason = reasonIn(body, 'why', 'Say why somebody else should come')
      if (!reason.ok) return invalid(await draw(door, request, reason))
      const work = () => askForException(context, { participantId, reason: reason.value })
      return orAgain(door, request, { work, says: 'exception', field: 'why' })
    }
    const person = personIn(body)
    if (!person.ok) return invalid(await draw(door, request, person))
    const work = () => nameSuccessor(context, { participantId, ...person.value })
    return orAgain(door, request, { work, says: 'named', field: 'email' })
  }

export const showByLink = show(byLink)
export const answerByLink = answer(byLink)
export const showSignedIn = show(signed)
export const answerSignedIn = answer(signed)
