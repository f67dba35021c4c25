import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { askColleague, mailOwnLink, renewOwnLink, stopColleague } from '../actions/share-form.ts'
import { type OpenForm, openForm } from './open-form.page.ts'
import { colleagueForm, ownLinkForm } from './share.form.ts'
import { shareView } from './share.view.ts'

// Only who began the form shares it; the hub's own forms are shared by being the hub's.
const opened = async (request: PageRequest): Promise<OpenForm> => {
  const open = await openForm(request)
  return found(open.link?.part === 'sender' ? open : null)
}

export const showShare: Page = async (request) => {
  const open = await opened(request)
  const typed = { own_email: typedText(open.form.typed, 'email'), from: typedText(open.form.typed, 'name') }
  return page(shareView(request.frame, { ...open, state: formFrom(typed) }))
}

export const share: Page = async (request) => {
  const open = await opened(request)
  const again = (state: FormState): Answer => invalid(shareView(request.frame, { ...open, state }))
  const { base } = open.asking.about
  const formId = open.form.id
  const { context, body } = request
  switch (typedText(body, 'act')) {
    case 'own': {
      const read = parseForm(ownLinkForm, body)
      if (!read.ok) return again(read)
      await mailOwnLink(context, { formId, address: read.value.own_email })
      return redirect(base)
    }
    case 'renew': {
      const { url } = await renewOwnLink(context, { formId })
      return redirect(`${url.slice(context.config.baseUrl.length)}/share`)
    }
    case 'stop': {
      const linkId = typedText(body, 'link')
      await stopColleague(context, { formId, linkId: found(isId(linkId) ? linkId : null) })
      return redirect(`${base}/share`)
    }
    default:
      return ask(request, open, again)
  }
}

const ask = async (
  { context, body }: PageRequest,
  open: OpenForm,
  again: (state: FormState) => Answer,
): Promise<Answer> => {
  const read = parseForm(colleagueForm, body)
  if (!read.ok) return again(read)
  const { name, email, from } = read.value
  try {
    await askColleague(context, { formId: open.form.id, name, address: email, from })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: body, errors: [{ field: 'email', message: problem.message }] })
  }
  return redirect(`${open.asking.about.base}/share`)
}
