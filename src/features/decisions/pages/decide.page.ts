import type { Context } from '../../../platform/context.ts'
import { Conflict, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  redirect,
} from '../../../platform/http/routes.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { answerAsHeadteacher, endOfDay, overruleVerdict, stateFact } from '../../interest/index.ts'
import { declineInterest, holdPlaceFor, offerPlaceTo, waitInterest } from '../../place-offers/index.ts'
import { decideAsSeen } from '../actions/decide-as-seen.ts'
import { removeNote } from '../actions/remove-note.ts'
import { writeNote } from '../actions/write-note.ts'
import { missingOf } from '../missing-queries.ts'
import { actForm, declineForm, holdForm, noteForm, offerForm, overruleForm, seenOf, stateForm } from './decide.form.ts'
import { drawInterest, type InterestSeen, interestHere } from './show.page.ts'

type Wrong = Extract<Parsed<unknown>, { ok: false }>

const attempt = async <T>(parsed: Parsed<T>, work: (value: T) => Promise<unknown>): Promise<Wrong | null> => {
  if (!parsed.ok) return parsed
  await work(parsed.value)
  return null
}

const settled = async (work: Promise<unknown>): Promise<null> => {
  await work
  return null
}

const idOf = (typed: string): string => {
  if (!isId(typed)) throw new NotFound('Not an id')
  return typed
}

type Deciding = { readonly context: Context; readonly body: Typed; readonly interestId: string }

const offer = ({ context, body, interestId }: Deciding): Promise<Wrong | null> =>
  attempt(parseForm(offerForm(context.today), body), ({ group, respondBy }) =>
    offerPlaceTo(context, { interestId, groupId: idOf(group), respondBy: endOfDay(respondBy) }),
  )

const hold = ({ context, body, interestId }: Deciding): Promise<Wrong | null> =>
  attempt(parseForm(holdForm, body), (form) => holdPlaceFor(context, { interestId, groupId: idOf(form.hold_group) }))

// What is asked for is what the rules leave open now; what is known by then is not stated again.
const state = async ({ context, body, interestId }: Deciding): Promise<Wrong | null> => {
  const name = typedText(body, 'fact')
  const question = (await missingOf(context, interestId)).find((each) => each.name === name)
  if (!question) throw new Conflict('This is known by now.')
  return attempt(parseForm(stateForm(question, context.today), body), (fact) =>
    stateFact(context, { interestId, name, ...fact }),
  )
}

const decide = (deciding: Deciding, act: string): Promise<Wrong | null> => {
  const { context, body, interestId } = deciding
  switch (act) {
    case 'wait':
      return settled(waitInterest(context, { interestId }))
    case 'headteacher':
      return settled(answerAsHeadteacher(context, { interestId, answer: 'confirmed', word: null }))
    case 'offer':
      return offer(deciding)
    case 'hold':
      return hold(deciding)
    case 'state':
      return state(deciding)
    case 'decline':
      return attempt(parseForm(declineForm, body), ({ reason }) => declineInterest(context, { interestId, reason }))
    default:
      return attempt(parseForm(overruleForm, body), ({ verdict, answer, overrule_reason }) =>
        overruleVerdict(context, { interestId, verdictId: idOf(verdict), answer, reason: overrule_reason }),
      )
  }
}

// No room, or a place elsewhere: said beside the choice of the group, so that another can be chosen.
const besideGroup: Readonly<Record<string, string>> = { offer: 'offer_group', hold: 'hold_group' }

const failed = async (
  request: PageRequest,
  { interest, act, problem }: { interest: InterestSeen; act: string; problem: unknown },
): Promise<Answer> => {
  const { body } = request
  const seen = seenOf(body)
  if (problem instanceof Conflict && seen !== null) {
    const now = await interestHere(request)
    const errors = [{ field: 'decide', message: 'Somebody else has changed this request: see what, then decide again' }]
    return overtaken(
      await drawInterest(request, now, { form: { typed: body, errors }, act, overtaken: { seen, act, typed: body } }),
    )
  }
  const field = wordedAs(besideGroup, act)
  if (!(problem instanceof Refused) || field === null) throw problem
  const form = { typed: body, errors: [{ field, message: problem.message }] }
  return invalid(await drawInterest(request, interest, { form, act }))
}

/** Decides on a request as it was seen: 409 with both decisions when somebody else has decided in between. */
export const decideInterest: Page = async (request) => {
  const interest = await interestHere(request)
  const { body } = request
  const asked = parseForm(actForm, body)
  if (!asked.ok) throw new NotFound('No such act')
  const { act } = asked.value
  try {
    const wrong = await decideAsSeen(request.context, { interestId: interest.id, seen: seenOf(body) }, (context) =>
      decide({ context, body, interestId: interest.id }, act),
    )
    return wrong ? invalid(await drawInterest(request, interest, { form: wrong, act })) : redirect(request.path)
  } catch (problem) {
    return failed(request, { interest, act, problem })
  }
}

/** Notes something beside a request, or removes a note. */
export const changeNotes: Page = async (request) => {
  const interest = await interestHere(request)
  const { context, body } = request
  const back = redirect(`${request.path.replace(/\/notes$/, '')}#notes`)
  const noteId = typedText(body, 'remove')
  if (noteId !== '') {
    await removeNote(context, { interestId: interest.id, noteId: idOf(noteId) })
    return back
  }
  const form = parseForm(noteForm, body)
  if (!form.ok) return invalid(await drawInterest(request, interest, { form, act: 'note' }))
  await writeNote(context, { interestId: interest.id, body: form.value.note })
  return back
}
