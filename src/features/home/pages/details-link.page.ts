import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { countTry } from '../../../platform/tries.ts'
import { initialsOf, maskedAddress, personById } from '../../people/index.ts'
import { askToSignIn, mailsForAnAddress } from '../../sign-in/index.ts'
import { detailsLinkView, detailsSentView, ways } from './details-link.view.ts'

const personOf = async ({ context }: PageRequest) => {
  const { actor } = context
  return found(actor.kind === 'link' ? await personById(context.db, actor.subjectId) : null)
}

export const showDetailsLink: Page = async (request) => {
  const { name, address } = await personOf(request)
  const token = request.params['token'] ?? ''
  const shown = { token, initials: initialsOf(name), address: address && maskedAddress(address) }
  return page(detailsLinkView(request.frame, shown))
}

/** Sends a fresh sign-in link to the person, whoever holds the mail: the holder learns and changes nothing. */
export const sendDetailsLink: Page = async (request) => {
  const { address } = await personOf(request)
  if (!address) return redirect('/account/details')
  const chosen = typedText(request.body, 'way')
  const to = chosen === 'moved' || chosen === 'leave' ? ways[chosen] : ways.details
  await countTry(request.context, mailsForAnAddress, address)
  await askToSignIn(request.context, { email: address, to })
  return page(detailsSentView(request.frame, { address: maskedAddress(address) }))
}
