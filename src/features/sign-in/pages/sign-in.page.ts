import { invalidForm, parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { countTry } from '../../../platform/tries.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { signOut } from '../actions/begin-session.ts'
import { askToSignIn } from '../actions/request-sign-in.ts'
import { signInAsCast, signInWithCode, signInWithLink } from '../actions/sign-in.ts'
import { codesForAnAddress, mailsForAnAddress } from '../limits.ts'
import { placeOf } from '../protocols/passkeys.ts'
import { demonstrationCast } from '../queries.ts'
import { askedCookie, begin, countCaller, keptCookie } from './begin.ts'
import { codeView, linkView, usedLinkView } from './code.view.ts'
import { codeForm, ownPath, signInForm } from './sign-in.form.ts'
import { signInView } from './sign-in.view.ts'

const drawn = async ({ context, frame }: PageRequest, form: FormState, to: string) =>
  signInView(frame, {
    form,
    to,
    passkeys: placeOf(context.config) !== null,
    providers: context.config.providers.map(({ key, name }) => ({ key, name })),
    cast: context.config.demo ? await demonstrationCast(context.db) : [],
  })

export const showSignIn: Page = async (request) =>
  page(await drawn(request, emptyForm, ownPath(request.query.get('to'))))

const minutesToTypeACode = 30

export const askForLink: Page = async (request) => {
  await countCaller(request.context, request.from)
  const form = parseForm(signInForm, request.body)
  if (!form.ok) return invalid(await drawn(request, form, ownPath(typedText(request.body, 'to'))))
  await countTry(request.context, mailsForAnAddress, form.value.email)
  await askToSignIn(request.context, form.value)
  const asked = new URLSearchParams(form.value).toString()
  return { ...redirect('/sign-in/code'), cookies: [keptCookie(askedCookie, asked, minutesToTypeACode)] }
}

const askedIn = ({ cookies }: PageRequest) => new URLSearchParams(cookies[askedCookie] ?? '')

const around = (request: PageRequest) => ({
  asked: signInForm.safeParse({ email: askedIn(request).get('email') ?? '' }).data?.email ?? null,
  to: ownPath(typedText(request.body, 'to') || askedIn(request).get('to')),
  demonstration: request.context.config.demo,
})

export const showCode: Page = async (request) => page(codeView(request.frame, { form: emptyForm, ...around(request) }))

export const enterCode: Page = async (request) => {
  const { context, body, frame, device } = request
  await countCaller(context, request.from)
  const form = parseForm(codeForm, body)
  if (!form.ok) return invalid(codeView(frame, { form, ...around(request) }))
  await countTry(context, codesForAnAddress, form.value.email)
  const signedIn = await signInWithCode(context, { ...form.value, device })
  if (signedIn) return begin(signedIn, form.value.to)
  const wrong = invalidForm(body, {
    field: 'code',
    message: 'This code is not right, was used, or is over. Type it again, or ask for a new mail.',
  })
  return invalid(codeView(frame, { form: wrong as Extract<typeof wrong, { ok: false }>, ...around(request) }))
}

export const showLink: Page = async ({ params, query, frame }) =>
  page(linkView(frame, { token: params['token'] ?? '', to: ownPath(query.get('to')) }))

export const useLink: Page = async ({ context, params, body, frame, device, from }) => {
  await countCaller(context, from)
  const signedIn = await signInWithLink(context, { token: params['token'] ?? '', device })
  return signedIn ? begin(signedIn, ownPath(typedText(body, 'to'))) : invalid(usedLinkView(frame))
}

export const becomeCast: Page = async ({ context, body, device }) =>
  begin(await signInAsCast(context, { email: typedText(body, 'email'), device }), ownPath(typedText(body, 'to')))

export const leave: Page = async ({ context, sessionToken }) => {
  if (sessionToken) await signOut(context, sessionToken)
  return { ...redirect('/'), sessionCookie: null }
}
