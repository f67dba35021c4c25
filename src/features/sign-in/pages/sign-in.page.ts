import { invalidForm, parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { requestSignIn } from '../actions/request-sign-in.ts'
import { type SignedIn, signInAsCast, signInWithCode, signInWithLink, signOut } from '../actions/sign-in.ts'
import { demonstrationCast } from '../queries.ts'
import { codeForm, ownPath, signInForm } from './sign-in.form.ts'
import { codeView, linkView, signInView, usedLinkView } from './sign-in.view.ts'

const castOf = ({ context }: Parameters<Page>[0]) =>
  context.config.demo ? demonstrationCast(context.db) : Promise.resolve([])

export const showSignIn: Page = async (request) =>
  page(
    signInView(request.frame, { form: emptyForm, to: ownPath(request.query.get('to')), cast: await castOf(request) }),
  )

export const askForLink: Page = async (request) => {
  const form = parseForm(signInForm, request.body)
  if (!form.ok)
    return invalid(
      signInView(request.frame, { form, to: ownPath(typedText(request.body, 'to')), cast: await castOf(request) }),
    )
  await requestSignIn(request.context, form.value)
  return redirect(`/sign-in/code?${new URLSearchParams(form.value)}`)
}

export const showCode: Page = async ({ context, query, frame }) => {
  const email = query.get('email')
  return email
    ? page(
        codeView(frame, { form: emptyForm, email, to: ownPath(query.get('to')), demonstration: context.config.demo }),
      )
    : redirect('/sign-in')
}

const begin = (signedIn: SignedIn, to: string): Answer => ({
  ...redirect(to),
  sessionCookie: { token: signedIn.token, seconds: signedIn.seconds },
})

export const enterCode: Page = async ({ context, body, frame }) => {
  const around = {
    email: typedText(body, 'email'),
    to: ownPath(typedText(body, 'to')),
    demonstration: context.config.demo,
  }
  const form = parseForm(codeForm, body)
  if (!form.ok) return invalid(codeView(frame, { form, ...around }))
  const signedIn = await signInWithCode(context, { ...form.value, device: null })
  if (signedIn) return begin(signedIn, form.value.to)
  const wrong = invalidForm(body, {
    field: 'code',
    message: 'This code is not right, was used, or is over. Type it again, or ask for a new mail.',
  })
  return invalid(codeView(frame, { form: wrong as Extract<typeof wrong, { ok: false }>, ...around }))
}

export const showLink: Page = async ({ params, query, frame }) =>
  page(linkView(frame, { token: params['token'] ?? '', to: ownPath(query.get('to')) }))

export const useLink: Page = async ({ context, params, body, frame }) => {
  const signedIn = await signInWithLink(context, { token: params['token'] ?? '', device: null })
  return signedIn ? begin(signedIn, ownPath(typedText(body, 'to'))) : invalid(usedLinkView(frame))
}

export const becomeCast: Page = async ({ context, body }) =>
  begin(await signInAsCast(context, { email: typedText(body, 'email'), device: null }), ownPath(typedText(body, 'to')))

export const leave: Page = async ({ context, sessionToken }) => {
  if (sessionToken) await signOut(context, sessionToken)
  return { ...redirect('/'), sessionCookie: null }
}
