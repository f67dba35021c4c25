import type { Context } from '../../../platform/context.ts'
import { found, type Typed } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import type { SentWalkIn } from '../actions/note-walk-ins.ts'
import { settleConflict } from '../actions/settle-conflict.ts'
import { takeRegister } from '../actions/take-register.ts'
import { isConflict, isSameMarking, type SentMark } from '../mark.ts'
import { groupWorkedOn, marksOfSession, sessionOfGroup, takingPartAt } from '../queries.ts'
import { isClosedAt, reasonAgainstRegister } from '../register.ts'
import { marksAside, walkInsOf } from '../set-aside-queries.ts'
import { newcomerForm, registerForm, settleForm } from './register.form.ts'
import { type Expected, type RegisterSeen, registerView } from './register.view.ts'
import { settleView } from './settle.view.ts'

export const registerSeen = async (
  context: Context,
  params: Readonly<Record<string, string>>,
): Promise<RegisterSeen> => {
  const [groupId, sessionId] = [params['id'] ?? '', params['session'] ?? '']
  const group = found(await groupWorkedOn(context, groupId))
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const marks = await marksOfSession(context.db, sessionId)
  const onDate = session.onDate ?? context.today
  const all = (await takingPartAt(context.db, { id: sessionId, groupId, onDate })).map((one) => ({
    id: one.id,
    name: one.name,
    part: one.part,
    insteadOf: one.insteadOf,
    comes: one.comes || one.isMarked === true,
    organisation: one.organisation,
    accessNeeds: one.access_needs,
    gaveNotice: one.given_at,
    marks: marks.filter((mark) => mark.participant_id === one.id),
  }))
  return {
    group: { id: group.id, name: group.name },
    session,
    against: reasonAgainstRegister(session, group.status, context.now),
    isClosed: isClosedAt(session, context.now),
    aside: await marksAside(context.db, sessionId),
    walkIns: await walkInsOf(context.db, sessionId),
    expected: all.filter(({ comes }) => comes),
    others: all.filter(({ comes }) => !comes),
  }
}

const saved = (query: URLSearchParams): string | null => {
  if (query.has('differs'))
    return 'Saved. Somebody else had recorded another mark in the meantime: both are kept, please settle them below.'
  return query.has('saved') ? 'The register is saved.' : null
}

export const showRegister: Page = async ({ context, params, query, frame }) =>
  page(
    registerView(
      { ...frame, notice: saved(query) ?? frame.notice },
      { register: await registerSeen(context, params), form: emptyForm },
    ),
  )

// After it has closed, whoever changes what stands in a register says why.
const reasonMissing = (register: RegisterSeen, marks: readonly SentMark[]) => {
  if (!register.isClosed) return null
  const isChange = marks.some((sent) => {
    const standing = [...register.expected, ...register.others]
      .find(({ id }) => id === sent.participantId)
      ?.marks.filter((mark) => mark.standing)
    return standing && standing.length > 0 && !standing.some((mark) => isSameMarking(mark, sent)) && !sent.reason
  })
  return isChange ? { field: 'reason', message: 'Say why you change a register that has closed' } : null
}

export const saveRegister: Page = async ({ context, params, body, frame, path }) => {
  const register = await registerSeen(context, params)
  const [parsed, newcomer] = [
    parseForm(registerForm([...register.expected, ...register.others]), body),
    parseForm(newcomerForm, body),
  ]
  if (!parsed.ok || !newcomer.ok) {
    const errors = [...(parsed.ok ? [] : parsed.errors), ...(newcomer.ok ? [] : newcomer.errors)]
    return invalid(registerView(frame, { register, form: { typed: body, errors } }))
  }
  const change = reasonMissing(register, parsed.value)
  if (change) return invalid(registerView(frame, { register, form: { typed: body, errors: [change] } }))
  const walkIns: SentWalkIn[] = newcomer.value ? [{ ...newcomer.value, made: { origin: 'form', at: context.now } }] : []
  const taken = await takeRegister(context, {
    groupId: register.group.id,
    sessionId: register.session.id,
    marks: parsed.value,
    walkIns,
  })
  return redirect(`${path}?${taken.beside.length > 0 ? 'differs' : 'saved'}=1`)
}

const conflictOf = (register: RegisterSeen, participantId: string | undefined): Expected => {
  const one = found(register.expected.find(({ id }) => id === participantId))
  return found(isConflict(one.marks.filter((mark) => mark.standing)) ? one : null)
}

export const showConflict: Page = async ({ context, params, frame }) => {
  const register = await registerSeen(context, params)
  return page(settleView(frame, { register, one: conflictOf(register, params['participant']), form: emptyForm }))
}

export const saveSettlement: Page = async ({ context, params, body, frame }) => {
  const register = await registerSeen(context, params)
  const one = conflictOf(register, params['participant'])
  const parsed = parseForm(settleForm, body satisfies Typed)
  if (!parsed.ok) return invalid(settleView(frame, { register, one, form: parsed }))
  const { id: groupId } = register.group
  const { id: sessionId } = register.session
  await settleConflict(context, {
    groupId,
    sessionId,
    participantId: one.id,
    chosenMarkId: typedText(body, 'mark'),
    reason: parsed.value.reason,
  })
  return redirect(`/groups/${groupId}/sessions/${sessionId}/register?saved=1`)
}
