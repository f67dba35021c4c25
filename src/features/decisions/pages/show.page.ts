import { NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { inSum } from '../../criteria/index.ts'
import {
  answerAsHeadteacher,
  daysToAnswer,
  deadlineIn,
  declineInterest,
  endOfDay,
  historyShown,
  holdPlaceFor,
  type Interest,
  interestById,
  offerPlaceTo,
  overruleVerdict,
  verdictsOfInterest,
  waitInterest,
} from '../../interest/index.ts'
import { groupsToChoose } from '../queries.ts'
import { actForm, declineForm, holdForm, offerForm, overruleForm } from './decide.form.ts'
import { hubOf } from './hub-home.page.ts'
import { interestView } from './show.view.ts'

/** A request of this hub that counts or counted; those of other hubs are not there. */
const interestHere = async (request: PageRequest): Promise<Interest> => {
  const hub = await hubOf(request)
  const id = request.params['id'] ?? ''
  const interest = isId(id) ? await interestById(request.context.db, id) : null
  if (!interest || interest.hub.id !== hub.id || interest.receivedAt === null) throw new NotFound('Not of this hub')
  return interest
}

const who = (event: RecordedEvent): string => {
  if (event.actorKind === 'person') return event.actorName ?? 'somebody'
  if (event.actorKind === 'system') return 'Tessellate'
  return event.actingBy === 'headteacher' ? 'the headteacher' : 'the sender'
}

const entry = (event: RecordedEvent) => {
  const why = event.particulars['why']
  return { ...historyShown(event), by: who(event), ...(typeof why === 'string' ? { text: why } : {}) }
}

const draw = async (request: PageRequest, interest: Interest, { form, act }: { form: FormState; act: string }) => {
  const { context, frame } = request
  const [verdicts, groups, events] = await Promise.all([
    verdictsOfInterest(context.db, interest.id),
    groupsToChoose(context.db, interest.hub.id, interest.projectId),
    historyOf(context.db, { type: 'interest', id: interest.id }),
  ])
  return interestView(frame, {
    interest,
    verdicts,
    sum: inSum(verdicts.map((verdict) => ({ ...verdict, answer: verdict.overruled?.answer ?? verdict.answer }))),
    groups,
    history: events.filter(({ name }) => name.startsWith('interest.')).map(entry),
    usualDeadline: localDate(deadlineIn(daysToAnswer, context.now)),
    form,
    act,
  })
}

const noticed = (request: PageRequest): PageRequest =>
  request.query.get('said') === 'links'
    ? {
        ...request,
        frame: { ...request.frame, notice: 'The links were stopped, and a new one is on its way to the sender.' },
      }
    : request

export const showInterest: Page = async (request) =>
  page(await draw(noticed(request), await interestHere(request), { form: emptyForm, act: '' }))

type Wrong = Extract<Parsed<unknown>, { ok: false }>

const attempt = async <T>(parsed: Parsed<T>, work: (value: T) => Promise<unknown>): Promise<Wrong | null> => {
  if (!parsed.ok) return parsed
  await work(parsed.value)
  return null
}

// No room, or a place elsewhere: said beside the choice of the group, so that another can be chosen.
const placing = (field: string, body: Typed, trying: Promise<Wrong | null>): Promise<Wrong | null> =>
  trying.catch((problem: unknown) => {
    if (problem instanceof Refused) return { ok: false, errors: [{ field, message: problem.message }], typed: body }
    throw problem
  })

const offer = ({ context, body }: PageRequest, interestId: string): Promise<Wrong | null> =>
  attempt(parseForm(offerForm(context.today), body), ({ group, respondBy }) =>
    offerPlaceTo(context, { interestId, groupId: idOf(group), respondBy: endOfDay(respondBy) }),
  )

const hold = ({ context, body }: PageRequest, interestId: string): Promise<Wrong | null> =>
  attempt(parseForm(holdForm, body), (form) => holdPlaceFor(context, { interestId, groupId: idOf(form.hold_group) }))

const settled = async (work: Promise<unknown>): Promise<null> => {
  await work
  return null
}

const decide = (request: PageRequest, interestId: string, act: string): Promise<Wrong | null> => {
  const { context, body } = request
  switch (act) {
    case 'wait':
      return settled(waitInterest(context, { interestId }))
    case 'headteacher':
      return settled(answerAsHeadteacher(context, { interestId, answer: 'confirmed', word: null }))
    case 'offer':
      return placing('offer_group', body, offer(request, interestId))
    case 'hold':
      return placing('hold_group', body, hold(request, interestId))
    case 'decline':
      return attempt(parseForm(declineForm, body), ({ reason }) => declineInterest(context, { interestId, reason }))
    default:
      return attempt(parseForm(overruleForm, body), ({ verdict, answer, overrule_reason }) =>
        overruleVerdict(context, { interestId, verdictId: idOf(verdict), answer, reason: overrule_reason }),
      )
  }
}

const idOf = (typed: string): string => {
  if (!isId(typed)) throw new NotFound('Not an id')
  return typed
}

export const decideInterest: Page = async (request) => {
  const interest = await interestHere(request)
  const asked = parseForm(actForm, request.body)
  if (!asked.ok) throw new NotFound('No such act')
  const { act } = asked.value
  const wrong = await decide(request, interest.id, act)
  if (wrong) return invalid(await draw(request, interest, { form: wrong, act }))
  return redirect(request.path)
}
