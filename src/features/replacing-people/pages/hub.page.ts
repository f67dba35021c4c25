import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { Parsed } from '../../../vocabulary/form.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { remindOfSuccessor, setSuccessorDay } from '../actions/ask-for-successor.ts'
import { decideOnException } from '../actions/decide-exception.ts'
import { nameSuccessor } from '../actions/name-successor.ts'
import { settleWithoutSuccessor } from '../actions/settle-successor.ts'
import { contactsFor } from '../due-queries.ts'
import { successorAsked, successorsOfHub } from '../queries.ts'
import type { SuccessorAsked } from '../successor.ts'
import { successorsView, successorView } from './hub.view.ts'
import { dayIn, exceptionIn, personIn, reasonIn } from './successor.form.ts'

const said = {
  reminded: 'The school has been reminded.',
  day: 'The day is changed, and the school has been told.',
  named: 'They take part from now on. They are sent the dates, and the leads of the group are told.',
  exception: 'Decided. The school and the leads of the group have been told.',
  settled: 'Settled. The place goes on for those who are named.',
} as const

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showListOfHub: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const asked = await successorsOfHub(context.db, hub.id, context.today)
  const notice = wordedAs(said, query.get('said')) ?? frame.notice
  return page(successorsView({ ...frame, notice }, { hub, asked, today: context.today }))
}

const askedHere = async (request: PageRequest): Promise<SuccessorAsked> => {
  const { context, params } = request
  const hub = await hubOf(request)
  const asked = found(await successorAsked(context.db, params['left'] ?? '', context.today))
  if (asked.hubId !== hub.id) throw new NotFound('A place in a group of another hub')
  return asked
}

const draw = async (request: PageRequest, form: FormState) => {
  const { context, frame, query } = request
  const [hub, asked] = [await hubOf(request), await askedHere(request)]
  const contacts = await contactsFor(context.db, { ...asked, today: context.today })
  const notice = wordedAs(said, query.get('said')) ?? frame.notice
  return successorView(
    { ...frame, notice },
    { hub, asked, today: context.today, contacts: contacts.map(({ name }) => name), form },
  )
}

export const showForHub: Page = async (request) => page(await draw(request, emptyForm))

type Act = {
  readonly field: string
  readonly says: string
  readonly read: (request: PageRequest) => Parsed<() => Promise<void>>
}

const after = <T>(parsed: Parsed<T>, work: (value: T) => Promise<void>): Parsed<() => Promise<void>> =>
  parsed.ok ? { ok: true, value: () => work(parsed.value) } : parsed

const participantId = ({ params }: PageRequest): string => params['left'] ?? ''

const acts: Readonly<Record<string, Act>> = {
  remind: {
    field: '',
    says: 'reminded',
    read: (request) => ({ ok: true, value: () => remindOfSuccessor(request.context, participantId(request)) }),
  },
  day: {
    field: 'by-day',
    says: 'day',
    read: (request) =>
      after(dayIn(request.body, request.context.today), (by) =>
        setSuccessorDay(request.context, { participantId: participantId(request), by }),
      ),
  },
  exception: {
    field: 'answer',
    says: 'exception',
    read: (request) =>
      after(exceptionIn(request.body), (decided) =>
        decideOnException(request.context, { participantId: participantId(request), ...decided }),
      ),
  },
  name: {
    field: 'email',
    says: 'named',
    read: (request) =>
      after(personIn(request.body), (person) =>
        nameSuccessor(request.context, { participantId: participantId(request), ...person }),
      ),
  },
  settle: {
    field: 'reason',
    says: 'settled',
    read: (request) =>
      after(reasonIn(request.body, 'reason', 'Say why nobody follows'), (reason) =>
        settleWithoutSuccessor(request.context, { participantId: participantId(request), reason }),
      ),
  },
}

/** What a hub does about somebody who has left: remind, another day, name somebody, or settle that nobody follows. */
export const decideForHub: Page = async (request): Promise<Answer> => {
  const asked = await askedHere(request)
  const typed = typedText(request.body, 'act')
  const act = Object.hasOwn(acts, typed) ? acts[typed] : undefined
  const again = async (form: FormState) => invalid(await draw(request, form))
  if (!act) return again({ typed: request.body, errors: [{ field: '', message: 'Choose what becomes of the room' }] })
  const read = act.read(request)
  if (!read.ok) return again(read)
  try {
    await read.value()
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: request.body, errors: [{ field: act.field, message: problem.message }] })
  }
  const list = `/hub/${asked.hubSlug}/successors`
  return redirect(`${act.says === 'settled' ? list : `${list}/${asked.participantId}`}?said=${act.says}`)
}
