import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { endRole } from '../../people/index.ts'
import { acceptInvitation, declineInvitation } from '../actions/answer-invitation.ts'
import { resendInvitation, revokeInvitation } from '../actions/settle-invitation.ts'
import { partInWords, settledSentence } from '../invitation.ts'
import { invitationById } from '../queries.ts'
import { acceptedNext, answeredView, invitationView } from './invitation.view.ts'
import { acceptForm } from './invite.form.ts'

const invitationOf = async ({ context }: PageRequest) => {
  const { actor } = context
  return found(actor.kind === 'link' ? await invitationById(context.db, actor.subjectId) : null)
}

const over = ({ frame }: PageRequest, text: string): Answer =>
  page(answeredView(frame, { title: 'This invitation is settled', text, next: null }))

export const showInvitation: Page = async (request) => {
  const invitation = await invitationOf(request)
  const settled = settledSentence(invitation, request.context.now)
  if (settled) return over(request, settled)
  const token = request.params['token'] ?? ''
  return page(invitationView(request.frame, { invitation, token, form: formFrom({ name: invitation.name }) }))
}

export const answerInvitation: Page = async (request) => {
  const invitation = await invitationOf(request)
  try {
    return typedText(request.body, 'answer') === 'decline'
      ? await decline(request, invitation.id)
      : await accept(request, invitation)
  } catch (problem) {
    if (problem instanceof Refused) return over(request, problem.message)
    throw problem
  }
}

const decline = async ({ context, frame }: PageRequest, id: string): Promise<Answer> => {
  await declineInvitation(context, id)
  const text = 'Nothing has changed, and whoever invited you has been told.'
  return page(answeredView(frame, { title: 'You have declined', text, next: null }))
}

const accept = async (
  request: PageRequest,
  invitation: NonNullable<Awaited<ReturnType<typeof invitationById>>>,
): Promise<Answer> => {
  const form = parseForm(acceptForm, request.body)
  const token = request.params['token'] ?? ''
  if (!form.ok) return invalid(invitationView(request.frame, { invitation, token, form }))
  await acceptInvitation(request.context, { id: invitation.id, name: form.value.name })
  return page(
    answeredView(request.frame, {
      title: 'Thank you',
      text: `You are now ${partInWords(invitation.role, invitation.at)}. Sign in with ${invitation.address} to begin.`,
      next: acceptedNext(invitation.organisationId),
    }),
  )
}

/** Only a path of our own, to go back to. */
const backTo = (typed: string, said: string): string => {
  const path = /^\/(?!\/|\\)[\w/-]*$/.test(typed) ? typed : '/account'
  return `${path}?said=${said}`
}

const settling =
  (work: (context: PageRequest['context'], id: string, request: PageRequest) => Promise<void>, said: string): Page =>
  async (request) => {
    const id = typedText(request.body, 'id')
    if (!isId(id)) throw new NotFound('No such record')
    await work(request.context, id, request)
    return redirect(backTo(typedText(request.body, 'back'), said))
  }

export const resend: Page = settling(resendInvitation, 'sent')
export const revoke: Page = settling(revokeInvitation, 'revoked')
export const end: Page = settling(
  (context, roleId, { body }) => endRole(context, { roleId, reason: typedText(body, 'reason').slice(0, 300) || null }),
  'ended',
)

/** What has just been done, in a sentence for the page one comes back to. */
export const saidOn: Readonly<Record<string, string>> = {
  sent: 'The invitation has been sent.',
  revoked: 'The invitation has been taken back. Its link no longer works.',
  ended: 'The part has been ended. Whoever held it has been told.',
  given: 'The part has been given.',
  left: 'What they did there has been ended. Everybody concerned has been told.',
  coming: 'We have noted it. Nothing changes before that day, and everybody concerned has been told.',
  'taken-back': 'You have taken it back. Everybody who was told of it knows.',
  'handed-over': 'You have handed over. Your colleague leads from now on.',
}
