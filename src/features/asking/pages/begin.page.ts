import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, formFrom } from '../../../ui/fields.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { isHeldPost, isPostKind } from '../../../vocabulary/posts.ts'
import { parseUrn } from '../../../vocabulary/urn.ts'
import { admitsSchools, inSum, saidIn, saidSoFar, toldAlong, verdictsAndQuestion } from '../../criteria/index.ts'
import { offerById } from '../../offers/index.ts'
import {
  addressOf,
  formerlyOf,
  hubBySlug,
  type Organisation,
  organisationById,
  searchOrganisations,
  successorsOf,
} from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import { beginForm } from '../actions/begin-form.ts'
import { ownDetails } from '../known-queries.ts'
import { type AskedFor, canJoinView, type Found, findView, sentView } from './ask.view.ts'
import { type Asking, askingFor, closedAnswer, formPath, publicAsking } from './asking-for.page.ts'
import { sendWhole } from './check.page.ts'

/** Find my school, see whether it can join and why, then begin the form. */
export const showAsk: Page = async (request) => showSteps(request, await publicAsking(request))

const showSteps = async (request: PageRequest, asking: Asking): Promise<Answer> => {
  const closed = closedAnswer(request, asking)
  if (closed) return closed
  const organisationId = request.query.get('organisation')
  if (organisationId === null) return find(request, asking)
  const organisation = found(isId(organisationId) ? await organisationById(request.context.db, organisationId) : null)
  return canJoin(request, asking, organisation)
}

// Providers alone, unless a rule lets schools in too: a theme for their mentors.
const withKinds = async ({ context }: PageRequest, { offer, about }: Asking): Promise<AskedFor> => {
  if (!about.isForProviders) return about
  const themeIds = (offer.theme ? [offer.theme] : offer.themeChoice).map(({ id }) => id)
  const schools = await admitsSchools(context.db, { projectId: offer.project.id, offerId: offer.id, themeIds })
  return schools ? { ...about, kinds: ['itt_provider', 'school'] } : about
}

const find = async (request: PageRequest, asking: Asking): Promise<Answer> => {
  const { context, query, frame } = request
  const about = await withKinds(request, asking)
  const typed = query.get('q')
  if (typed === null) return page(findView(frame, about, { form: emptyForm, results: null }))
  const asked = typed.trim()
  const form = formFrom({ q: asked })
  const wrong = (message: string) =>
    invalid(findView(frame, about, { form: { ...form, errors: [{ field: 'q', message }] }, results: null }))
  if (asked === '') return wrong('Enter a name, a town, a postcode or a URN')
  const organisations = await searchOrganisations(context.db, asked, { kinds: about.kinds, most: 10 })
  if (organisations.length === 0 && parseUrn(asked) !== null)
    return wrong(`No school has the URN ${asked}. Check the number, or search by name`)
  const results = await Promise.all(
    organisations.map((organisation) => foundOf(context.db, organisation, formerlyOf(organisation))),
  )
  return page(findView(frame, about, { form, results }))
}

const foundOf = async (db: PageRequest['context']['db'], organisation: Organisation, formerly = ''): Promise<Found> => {
  const closed = organisation.status === 'closed'
  return {
    id: organisation.id,
    name: organisation.name,
    where: [formerly, addressOf(organisation), organisation.urn ? `URN ${organisation.urn}` : '']
      .filter(Boolean)
      .join(' · '),
    closed,
    successors: closed ? await successorsOf(db, organisation.id) : [],
  }
}

type Reached = Awaited<ReturnType<typeof verdictsAndQuestion>>

/** Where whoever asks chooses the theme, and without one it would be a no: the first theme whose rules let them in. */
const withBestTheme = async (
  offer: Asking['offer'],
  reach: (themeId: string | null) => Promise<Reached>,
): Promise<Reached & { readonly theme: string | null }> => {
  const usual = { ...(await reach(offer.theme?.id ?? null)), theme: null }
  if (offer.theme || inSum(usual.verdicts).answer !== 'no') return usual
  for (const { id, title } of offer.themeChoice) {
    const reached = await reach(id)
    if (inSum(reached.verdicts).answer !== 'no') return { ...reached, theme: title }
  }
  return usual
}

const canJoin = async (
  { context, frame, query }: PageRequest,
  { offer, about }: Asking,
  organisation: Organisation,
): Promise<Answer> => {
  const said = saidIn(query, context.today)
  const subject = {
    offerId: offer.id,
    projectId: offer.project.id,
    hubId: offer.hub.id,
    organisationId: organisation.id,
  }
  const [{ theme, verdicts, question }, shown] = await Promise.all([
    withBestTheme(offer, (themeId) => verdictsAndQuestion(context, { ...subject, themeId, ...said })),
    foundOf(context.db, organisation),
  ])
  return page(
    canJoinView(frame, about, {
      organisation: shown,
      theme,
      closed: shown.closed,
      successors: shown.successors,
      sum: inSum(verdicts),
      verdicts,
      question: question && { question, said: [['organisation', organisation.id], ...saidSoFar(query)] },
      said: saidSoFar(query),
    }),
  )
}

/** Begins a form for the organisation that was chosen; a form that comes whole, with all its fields, is sent at once. */
export const begin: Page = async (request) => beginAsking(request, await publicAsking(request))

const beginAsking = async (request: PageRequest, asking: Asking): Promise<Answer> => {
  const { context, body } = request
  const closed = closedAnswer(request, asking)
  if (closed) return closed
  const organisationId = typedText(body, 'organisation')
  const organisation = found(isId(organisationId) ? await organisationById(context.db, organisationId) : null)
  if (organisation.status === 'closed')
    throw new Refused(`${organisation.name} has closed: its successor can ask instead.`)
  if (typedText(body, 'step') === 'send') return sendWhole(request, asking, organisation)
  const known = asking.onBehalf ? {} : await knownOfSender(request, organisation.id)
  const typed = { ...toldInForm(body), ...known }
  const { onBehalf, offer } = asking
  const begun = await beginForm(context, { offerId: offer.id, organisationId: organisation.id, onBehalf, typed })
  return redirect(`${formPath(request, asking, begun)}/you`)
}

// What was answered on the way to the form is not asked again: it stands in its fields, and the rest goes along.
const toldInForm = (body: Typed): Typed => {
  const typed = Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const said = saidSoFar(new URLSearchParams(typed))
  const agreed = said.flatMap(([name, text]) => (text === 'yes' ? (/^commitment\.(.+)$/.exec(name)?.[1] ?? []) : []))
  const post = said.find(([name]) => name === 'person.post')?.[1] ?? ''
  return {
    ...toldAlong(said),
    ...(agreed.length > 0 ? { commitments: agreed } : {}),
    ...(isPostKind(post) ? { post, person_1_post: post, person_1_held: isHeldPost(post) ? 'now' : 'later' } : {}),
  }
}

// Who is signed in need not type what their account says.
const knownOfSender = async ({ context }: PageRequest, organisationId: string): Promise<Typed> => {
  const personId = personIdOf(context.actor)
  const known = personId ? await ownDetails(context.db, personId, organisationId) : null
  if (!known) return {}
  const { name, email, telephone, post } = known
  return { name, email, ...(telephone ? { telephone } : {}), ...(post ? { post } : {}) }
}

/** What happens after sending. */
export const showSent: Page = async (request) => {
  const { about } = await publicAsking(request)
  return page(sentView(request.frame, about, request.context.config.demo))
}

// The same steps as a school takes, filled in by the hub for somebody who telephoned or wrote.
const hubAsking = async ({ context, params }: PageRequest): Promise<Asking> => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['offer'] ?? ''
  const offer = isId(id) ? await offerById(context.db, id) : null
  if (!offer || offer.hub.id !== hub.id) throw found(null)
  return askingFor(offer, `/hub/${hub.slug}/offers/${offer.id}/interest/new`, true)
}

export const showEnter: Page = async (request) => showSteps(request, await hubAsking(request))
export const enter: Page = async (request) => beginAsking(request, await hubAsking(request))
