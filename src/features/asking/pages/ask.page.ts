import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { parseUrn } from '../../../vocabulary/urn.ts'
import {
  commitmentsAskedBy,
  inSum,
  saidIn,
  saidSoFar,
  verdictsAndQuestion,
  verdictsFor,
  verdictsForVisitor,
} from '../../criteria/index.ts'
import type { Asked } from '../../interest/index.ts'
import { enterInterest, groupNamesOfOffer, sendInterest } from '../../interest/index.ts'
import { askingState, endInWords, type Offer, offerById, offerPath, windowInWords } from '../../offers/index.ts'
import {
  addressOf,
  formerlyOf,
  type Organisation,
  organisationById,
  searchOrganisations,
  successorsOf,
} from '../../organisations/index.ts'
import { type AskTerms, readAsk } from './ask.form.ts'
import { type AskedFor, canJoinView, closedView, type Found, findView, sentView } from './ask.view.ts'
import { checkView } from './check.view.ts'
import { type DetailsAsked, detailsView } from './details.view.ts'

/** Who fills the form in: the school itself, or its hub on its behalf. */
type Asking = { readonly offer: Offer; readonly about: AskedFor; readonly onBehalf: boolean }

const mostPeople = 6

export const askingFor = (offer: Offer, base: string, onBehalf: boolean): Asking => ({
  offer,
  onBehalf,
  about: {
    title: offer.project.title,
    hub: offer.hub.name,
    offerHref: onBehalf ? `/hub/${offer.hub.slug}/interest` : offerPath(offer),
    base,
    isApplication: offer.requestWord === 'application',
    isForProviders: isForProviders(offer),
    contact: offer.contactEmail,
  },
})

const isForProviders = ({ project }: Offer): boolean => project.audiences.includes('itt')

const publicAsking = async ({ context, params }: PageRequest): Promise<Asking> => {
  const offer = isId(params['id'] ?? '') ? await offerById(context.db, params['id'] ?? '') : null
  if (!offer || offer.status === 'draft') throw found(null)
  return askingFor(offer, `/offers/${offer.id}/interest/new`, false)
}

/** Find my school, see whether it can join and why, then say who takes part. */
export const showAsk: Page = async (request) => showSteps(request, await publicAsking(request))

const closedAnswer = ({ context, frame }: PageRequest, { offer, about, onBehalf }: Asking): Answer | null => {
  if (!onBehalf && offer.registering.how !== 'form') return redirect(`${offerPath(offer)}#joining`)
  if (askingState(offer, context.today) === 'open' || (onBehalf && endInWords(offer) === null)) return null
  return page(closedView(frame, about, windowInWords(offer, context.today) ?? 'You cannot ask to join any more.'))
}

export const showSteps = async (request: PageRequest, asking: Asking): Promise<Answer> => {
  const closed = closedAnswer(request, asking)
  if (closed) return closed
  const organisationId = request.query.get('organisation')
  if (organisationId === null) return find(request, asking)
  const organisation = found(isId(organisationId) ? await organisationById(request.context.db, organisationId) : null)
  if (request.query.get('details') !== 'yes' || organisation.status === 'closed')
    return canJoin(request, asking, organisation)
  const details = await detailsOf(request, asking, organisation, newId())
  return page(detailsView(request.frame, asking.about, details, emptyForm))
}

const find = async ({ context, query, frame }: PageRequest, { about }: Asking): Promise<Answer> => {
  const typed = query.get('q')
  if (typed === null) return page(findView(frame, about, { form: emptyForm, results: null }))
  const asked = typed.trim()
  const form = formFrom({ q: asked })
  const wrong = (message: string) =>
    invalid(findView(frame, about, { form: { ...form, errors: [{ field: 'q', message }] }, results: null }))
  if (asked === '') return wrong('Enter a name, a town, a postcode or a URN')
  const kinds = about.isForProviders ? (['itt_provider'] as const) : (['school', 'trust'] as const)
  const organisations = await searchOrganisations(context.db, asked, { kinds, most: 10 })
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

const canJoin = async (
  { context, frame, query }: PageRequest,
  { offer, about }: Asking,
  organisation: Organisation,
): Promise<Answer> => {
  const said = saidIn(query, context.today)
  const [{ verdicts, question }, shown] = await Promise.all([
    verdictsAndQuestion(context, { ...subjectOf(offer, null), organisationId: organisation.id, ...said }),
    foundOf(context.db, organisation),
  ])
  return page(
    canJoinView(frame, about, {
      organisation: shown,
      closed: shown.closed,
      successors: shown.successors,
      sum: inSum(verdicts),
      verdicts,
      question: question && { question, said: [['organisation', organisation.id], ...saidSoFar(query)] },
    }),
  )
}

const subjectOf = (offer: Offer, themeId: string | null) => ({
  projectId: offer.project.id,
  themeId: offer.theme?.id ?? themeId,
  hubId: offer.hub.id,
})

const detailsOf = async (
  { context }: PageRequest,
  { offer, onBehalf }: Asking,
  organisation: Organisation,
  formKey: string,
): Promise<DetailsAsked> => {
  const { project } = offer
  const [commitments, groups] = await Promise.all([
    commitmentsAskedBy(context.db, project.id),
    groupNamesOfOffer(context.db, offer.id),
  ])
  const min = project.unit === 'person' ? 1 : project.peopleMin
  return {
    organisation: { id: organisation.id, name: organisation.name },
    formKey,
    people: {
      min,
      most:
        project.unit === 'person'
          ? 1
          : Math.min(Math.max(min, project.peopleMax ?? min + 1), Math.max(min, mostPeople)),
      samePeople: project.samePeopleAllYear,
    },
    asksHeadteacher: project.headteacherConfirms && organisation.kind === 'school',
    themes: offer.themeChoice.map(({ id, title, focus }) => ({ id, title, focus })),
    groups: groups.length > 1 ? groups : [],
    commitments: commitments
      .filter(({ themeId }) => themeId === null || offer.theme === null || themeId === offer.theme.id)
      .map(({ key, sentence }) => ({ key, words: sentence })),
    policy: offer.policy ? { id: offer.policy.id, wording: offer.policy.wording } : null,
    onBehalf,
  }
}

const termsOf = (offer: Offer, details: DetailsAsked): AskTerms => ({
  offerId: offer.id,
  organisationId: details.organisation.id,
  peopleMin: details.people.min,
  peopleMost: details.people.most,
  asksHeadteacher: details.asksHeadteacher,
  themeIds: details.themes.map(({ id }) => id),
  groupIds: details.groups.map(({ id }) => id),
  commitmentKeys: details.commitments.map(({ key }) => key),
  policyId: details.policy?.id ?? null,
})

/** Reads what was filled in, shows it once more, and sends it. */
export const answerAsk: Page = async (request) => answerSteps(request, await publicAsking(request))

export const answerSteps = async (request: PageRequest, asking: Asking): Promise<Answer> => {
  const { context, body, frame } = request
  const { offer, about } = asking
  const closed = closedAnswer(request, asking)
  if (closed) return closed
  const organisationId = typedText(body, 'organisation')
  const organisation = found(isId(organisationId) ? await organisationById(context.db, organisationId) : null)
  if (organisation.status === 'closed')
    throw new Refused(`${organisation.name} has closed: its successor can ask instead.`)
  const details = await detailsOf(request, asking, organisation, typedText(body, 'form_key') || newId())
  const form = readAsk(termsOf(offer, details), body)
  if (!form.ok) return invalid(detailsView(frame, about, details, form))
  const typed: FormState = formFrom(body)
  if (typedText(body, 'step') === 'change') return page(detailsView(frame, about, details, typed))
  const asked = { ...form.value, themeId: offer.theme?.id ?? form.value.themeId }
  if (typedText(body, 'step') === 'send') return send(request, asking, asked)
  const said = { people: asked.people.map(({ post, held }) => ({ post, held })), commitments: asked.commitments }
  const subject = { ...subjectOf(offer, asked.themeId), organisationId: organisation.id, ...said }
  const verdicts = asking.onBehalf ? await verdictsFor(context, subject) : await verdictsForVisitor(context, subject)
  const open = verdicts.filter(({ answer }) => answer !== 'yes')
  return page(checkView(frame, about, details, { asked, typed: body, sum: inSum(verdicts), open }))
}

const send = async ({ context }: PageRequest, { offer, onBehalf }: Asking, asked: Asked): Promise<Answer> => {
  if (onBehalf) return redirect(`/hub/${offer.hub.slug}/interest/${(await enterInterest(context, asked)).id}`)
  await sendInterest(context, asked)
  return redirect(`/offers/${offer.id}/interest/sent`)
}

/** What happens after sending. */
export const showSent: Page = async (request) => {
  const { about } = await publicAsking(request)
  return page(sentView(request.frame, about, request.context.config.demo))
}
