import { found, Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { leaveOut, sendInvitations, takeBackInvitations } from '../actions/send-invitations.ts'
import { nextStageLetter } from '../emails/next-stage.email.ts'
import { reasonAgainstSending, standingOf } from '../invitation.ts'
import { invitationsOfHub } from '../queries.ts'
import { invitationsView, lookView } from './invitations.view.ts'

const daysShown = 365

const opened = async ({ context, params }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const sentSince = context.now.subtract({ hours: 24 * daysShown })
  return { hub, invitations: await invitationsOfHub(context.db, hub.id, { today: context.today, sentSince }) }
}

const said = (query: URLSearchParams): string | null => {
  const sent = /^\d{1,4}$/.exec(query.get('sent') ?? '')?.[0]
  if (sent)
    return sent === '1'
      ? 'The letter is written. It goes in ten minutes.'
      : `${sent} letters are written. They go in ten minutes.`
  return query.has('back') ? 'The letters are taken back. Nobody has got one.' : null
}

const draw = async (request: PageRequest, form: FormState = emptyForm) => {
  const { hub, invitations } = await opened(request)
  const { frame, query, context } = request
  return invitationsView(
    { ...frame, notice: said(query) ?? frame.notice },
    { hub, invitations, now: context.now, form },
  )
}

export const showInvitations: Page = async (request) => page(await draw(request))

/** What would be sent, to whom, before anything is. */
const look = async (request: PageRequest, ids: readonly string[]): Promise<Answer> => {
  const { hub, invitations } = await opened(request)
  const chosen = invitations.filter((each) => ids.includes(each.id) && standingOf(each) !== 'sent')
  const against = chosen.flatMap((each) => reasonAgainstSending(each) ?? [])
  if (chosen.length === 0 || against.length > 0)
    throw new Refused(against.join(' ') || 'These invitations were sent, or taken back, meanwhile: choose again.')
  const from = { name: hub.name, email: hub.email, baseUrl: request.context.config.baseUrl }
  const letters = chosen.map((each) => ({ ...each, letter: nextStageLetter(each, each.recipient?.name ?? '', from) }))
  return page(lookView(request.frame, { hub, letters }))
}

const act = async (request: PageRequest): Promise<Answer> => {
  const { context, body, path } = request
  const { id: hubId } = found(await hubBySlug(context.db, request.params['hub'] ?? ''))
  const ids = typedList(body, 'invitation').filter(isId)
  const pressed = typedText(body, 'act')
  if (pressed === 'take-back') {
    const sentIn = typedText(body, 'sending')
    if (!isId(sentIn)) throw new Refused('Choose which letters to take back.')
    await takeBackInvitations(context, { hubId, sentIn })
    return redirect(`${path}?back`)
  }
  if (ids.length === 0) throw new Refused('Choose at least one school.')
  if (pressed === 'look') return look(request, ids)
  if (pressed === 'leave-out' || pressed === 'take-in') {
    await leaveOut(context, { hubId, ids, isLeftOut: pressed === 'leave-out' })
    return redirect(path)
  }
  if (pressed !== 'send') throw new Refused('Choose what to do with the schools that are ticked.')
  const { sent } = await sendInvitations(context, { hubId, ids })
  return redirect(`${path}?sent=${sent}`)
}

export const actOnInvitations: Page = async (request) => {
  try {
    return await act(request)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const form = { typed: request.body, errors: [{ field: 'invitation', message: problem.message }] }
    return invalid(await draw(request, form))
  }
}
