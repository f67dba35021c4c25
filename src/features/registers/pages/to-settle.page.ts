import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { settleSetAside } from '../actions/settle-set-aside.ts'
import { settleWalkIn } from '../actions/settle-walk-in.ts'
import { setAsideForm, walkInForm } from './register.form.ts'
import { registerSeen } from './register.page.ts'
import type { RegisterSeen } from './register.view.ts'
import { setAsideView, walkInView } from './to-settle.view.ts'

const asideOf = (register: RegisterSeen, id: string | undefined) => found(register.aside.find((one) => one.id === id))
const walkInOf = (register: RegisterSeen, id: string | undefined) =>
  found(register.walkIns.find((one) => one.id === id && one.outcome === null))
const idsOf = ({ group, session }: RegisterSeen) => ({ groupId: group.id, sessionId: session.id })
const backTo = ({ group, session }: RegisterSeen): string =>
  `/groups/${group.id}/sessions/${session.id}/register?saved=1`

export const showSetAside: Page = async ({ context, params, frame }) => {
  const register = await registerSeen(context, params)
  return page(setAsideView(frame, { register, one: asideOf(register, params['mark']), form: emptyForm }))
}

export const saveSetAside: Page = async ({ context, params, body, frame }) => {
  const register = await registerSeen(context, params)
  const one = asideOf(register, params['mark'])
  const parsed = parseForm(setAsideForm, body)
  if (!parsed.ok) return invalid(setAsideView(frame, { register, one, form: parsed }))
  const { whom: participantId, reason } = parsed.value
  await settleSetAside(context, { ...idsOf(register), id: one.id, participantId, reason })
  return redirect(backTo(register))
}

export const showWalkIn: Page = async ({ context, params, frame }) => {
  const register = await registerSeen(context, params)
  return page(walkInView(frame, { register, one: walkInOf(register, params['walkin']), form: emptyForm }))
}

export const saveWalkIn: Page = async ({ context, params, body, frame }) => {
  const register = await registerSeen(context, params)
  const one = walkInOf(register, params['walkin'])
  const parsed = parseForm(walkInForm, body)
  if (!parsed.ok) return invalid(walkInView(frame, { register, one, form: parsed }))
  await settleWalkIn(context, { ...idsOf(register), id: one.id, ...parsed.value })
  return redirect(backTo(register))
}
