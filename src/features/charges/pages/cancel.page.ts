import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { agreeToMovedSession } from '../actions/agree-to-session.ts'
import { giveNotice, giveUpPlace } from '../actions/give-notice.ts'
import { comingSessions, isTakingPart, participationById } from '../queries.ts'
import { proposalAt } from '../terms.ts'
import { agreeForm, cancelForm } from './cancel.form.ts'
import { type Coming, cancelView, giveUpView, type OwnDates, ownDatesView } from './cancel.view.ts'

const ownDates = async (context: Context, token: string): Promise<OwnDates> => {
  const who = found(context.actor.kind === 'link' ? await participationById(context.db, context.actor.subjectId) : null)
  const takesPart = isTakingPart(who)
  const sessions = takesPart ? await comingSessions(context.db, who, context.now) : []
  return {
    ...who,
    address: `/cancel/${token}`,
    isLead: who.part === 'lead',
    takesPart,
    sessions: sessions.map((session) => ({ ...session, proposal: proposalAt(who.policy, session, context.now) })),
  }
}

const chosen = (own: OwnDates, sessionId: string | undefined): Coming =>
  found(own.sessions.find((session) => session.id === sessionId && session.cancelledAt === null))

const notices: Readonly<Record<string, string>> = {
  cancelled: 'We have noted that you will not come, and sent you a mail.',
  agreed: 'Thank you. We have noted that you will come on the new date.',
  'given-up': 'Your school has given up its place. Thank you for telling us.',
}

export const showOwnDates: Page = async ({ context, params, query, frame }) => {
  const notice = wordedAs(notices, query.get('done')) ?? frame.notice
  return page(ownDatesView({ ...frame, notice }, await ownDates(context, params['token'] ?? '')))
}

export const askToCancel: Page = async ({ context, params, frame }) => {
  const own = await ownDates(context, params['token'] ?? '')
  return page(cancelView(frame, { own, session: chosen(own, params['session']), form: emptyForm }))
}

export const saveCancellation: Page = async ({ context, params, body, frame }) => {
  const own = await ownDates(context, params['token'] ?? '')
  const session = chosen(own, params['session'])
  const parsed = parseForm(cancelForm, body)
  if (!parsed.ok) return invalid(cancelView(frame, { own, session, form: parsed }))
  const { reason, shown, excuse } = parsed.value
  await giveNotice(context, { sessionId: session.id, reason, excuse, shownPence: shown })
  return redirect(`${own.address}?done=cancelled`)
}

export const saveAgreement: Page = async ({ context, params, body }) => {
  const own = await ownDates(context, params['token'] ?? '')
  const session = chosen(own, params['session'])
  const parsed = parseForm(agreeForm, body)
  // Without the date that was shown there is nothing to agree to: the page as it is now comes again.
  if (!parsed.ok) return redirect(own.address)
  await agreeToMovedSession(context, { sessionId: session.id, sequence: parsed.value.sequence })
  return redirect(`${own.address}?done=agreed`)
}

export const askToGiveUp: Page = async ({ context, params, frame }) => {
  const own = await ownDates(context, params['token'] ?? '')
  return page(giveUpView(frame, { own: found(own.isLead && own.takesPart ? own : null), form: emptyForm }))
}

export const saveGivingUp: Page = async ({ context, params, body, frame }) => {
  const own = await ownDates(context, params['token'] ?? '')
  const parsed = parseForm(cancelForm, body)
  if (!parsed.ok) return invalid(giveUpView(frame, { own, form: parsed }))
  const { reason, shown, excuse } = parsed.value
  await giveUpPlace(context, { reason, shownPence: shown, exemptReason: excuse.exemptReason })
  return redirect(`${own.address}?done=given-up`)
}
