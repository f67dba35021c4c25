import { machineClock } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import type { Provider } from '../../../platform/providers-setting.ts'
import { hashOf, newToken } from '../../../platform/secrets.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { keepToLink, linkAccount, unlinkAccount } from '../actions/link-provider.ts'
import { beginVisit, endVisit, minutesAVisitLasts, signInWithProvider } from '../actions/visit-provider.ts'
import { addressAtProvider, type Claims, claimsOnReturn, ProviderAway } from '../protocols/open-id.ts'
import { visitToLink } from '../ways-queries.ts'
import { begin, countCaller, keptCookie, letGo, visitCookie } from './begin.ts'
import { linkView, notKnownView, providerAwayView, tryAgainView } from './providers.view.ts'
import { ownPath } from './sign-in.form.ts'

const providerIn = ({ config }: Context, key: string | undefined): Provider =>
  found(config.providers.find((provider) => provider.key === key))

const away = ({ context, frame }: PageRequest, problem: unknown): Answer => {
  if (!(problem instanceof ProviderAway)) throw problem
  context.log.warn({ err: problem.cause, provider: problem.message }, 'a provider of sign-in cannot be reached')
  return { ...page(providerAwayView(frame, problem.message)), status: 503, headers: { 'retry-after': '60' } }
}

type Going = { readonly provider: Provider; readonly personId: string | null; readonly to: string }

/** The provider is asked first: nothing is begun that cannot go on. */
const goTo = async (request: PageRequest, { provider, personId, to }: Going): Promise<Answer> => {
  const { context } = request
  await countCaller(context, request.from)
  const secret = newToken()
  try {
    const address = await addressAtProvider(context.config, provider, secret)
    await beginVisit(context, { secret, provider: provider.key, personId, to })
    return { ...redirect(address), cookies: [keptCookie(visitCookie, secret, minutesAVisitLasts)] }
  } catch (problem) {
    return away(request, problem)
  }
}

export const goToProvider: Page = (request) =>
  goTo(request, {
    provider: providerIn(request.context, request.params['provider']),
    personId: null,
    to: ownPath(request.query.get('to')),
  })

export const goToProviderToLink: Page = (request) =>
  goTo(request, {
    provider: providerIn(request.context, request.params['provider']),
    personId: found(personIdOf(request.context.actor)),
    to: '/account/sign-in',
  })

const refused = (answer: Answer, status: number): Answer => ({ ...answer, status, cookies: [letGo(visitCookie)] })

type Back = { readonly provider: Provider; readonly secret: string; readonly claims: Claims }

const toLink = async (request: PageRequest, personId: string, { provider, secret, claims }: Back): Promise<Answer> => {
  const { context, frame } = request
  if (personIdOf(context.actor) !== personId) return refused(page(tryAgainView(frame, provider.name)), 403)
  const { issuer, subject, address } = claims
  await keepToLink(context, { secret, provider: provider.key, personId }, { issuer, subject, address })
  return redirect('/account/sign-in/link')
}

const toSignIn = async (request: PageRequest, to: string, { provider, claims }: Back): Promise<Answer> => {
  const { context, frame, device } = request
  const { isVerified, ...account } = claims
  const signedIn = await signInWithProvider(context, { provider, account, isVerified, device })
  return signedIn ? begin(signedIn, to) : refused(page(notKnownView(frame, provider.name)), 403)
}

/** Back from a provider: the way is ended first, so that the same answer counts once, then the code is exchanged. */
export const backFromProvider: Page = async (request) => {
  const { context, frame, params, query, cookies } = request
  const provider = providerIn(context, params['provider'])
  await countCaller(context, request.from)
  const secret = cookies[visitCookie]
  const visit = secret ? await endVisit(context, { secret, provider: provider.key }) : null
  if (!secret || !visit) return refused(page(tryAgainView(frame, provider.name)), 403)
  try {
    const claims = await claimsOnReturn(context.config, provider, { secret, query })
    if (!claims) return refused(page(tryAgainView(frame, provider.name)), 403)
    const back = { provider, secret, claims }
    return visit.personId ? await toLink(request, visit.personId, back) : await toSignIn(request, visit.to, back)
  } catch (problem) {
    return away(request, problem)
  }
}

export const showLinkAccount: Page = async ({ context, frame, cookies }) => {
  const waiting = await visitToLink(context.db, {
    browserHash: hashOf(cookies[visitCookie] ?? ''),
    personId: found(personIdOf(context.actor)),
    machineNow: machineClock.now(),
  })
  if (!waiting) return redirect('/account/sign-in?said=over')
  const provider = providerIn(context, waiting.provider)
  return page(linkView(frame, { name: provider.name, address: waiting.address }))
}

export const keepLinkAccount: Page = async ({ context, cookies }) => {
  const secret = cookies[visitCookie]
  const nameOfProvider = (key: string) => context.config.providers.find((each) => each.key === key)?.name ?? null
  const said = secret ? await linkAccount(context, { secret, nameOfProvider }) : 'over'
  return { ...redirect(`/account/sign-in?said=${said}`), cookies: [letGo(visitCookie)] }
}

export const dropAccount: Page = async ({ context, body }) => {
  const id = typedText(body, 'id')
  if (isId(id)) await unlinkAccount(context, id)
  return redirect('/account/sign-in?said=unlinked')
}
