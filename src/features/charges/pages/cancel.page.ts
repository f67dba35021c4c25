import type { Context } from '../../../platform/context.ts'
import { Conflict, found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { agreeToMovedSession } from '../actions/agree-to-session.ts'
import { giveNotice } from '../actions/give-notice.ts'
import { comingSessions, isTakingPart } from '../queries.ts'
import { participantOfLink } from '../sight-queries.ts'
import { proposalAt } from '../terms.ts'
import { agreeForm, cancelForm } from './cancel.form.ts'
import { type Coming, cancelView, type OwnDates, ownDatesView } from './cancel.view.ts'

const ownDates = async (context: Context, token: string): Promise<OwnDates> => {
  const who = found(await participantOfLink(context))
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

export const cancelNotices: Readonly<Record<string, string>> = {
  cancelled: 'It is noted, and whoever will not come has a mail that says so.',
  agreed: 'Thank you. We have noted that you will come on the new date.',
  back: 'Notice is taken back: they are expected again.',
  'given-up': 'The place has been given up. Thank you for telling us.',
}

export const showOwnDates: Page = async ({ context, params, query, frame }) => {
  const notice = wordedAs(cancelNotices, query.get('done')) ?? frame.notice
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
  try {
    await giveNotice(context, { sessionId: session.id, reason, excuse, shownPence: shown })
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    const form = { typed: body, errors: [{ field: 'confirm', message: problem.message }] }
    return overtaken(cancelView(frame, { own, session, form }))
  }
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
