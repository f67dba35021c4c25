import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Answer, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { commitmentsAskedBy } from '../../criteria/index.ts'
import { byWhenInWords, groupNamesOfOffer, isNamedLater } from '../../interest/index.ts'
import { namesOfOffer } from '../../naming/index.ts'
import { askingState, endInWords, type Offer, offerById, offerPath, windowInWords } from '../../offers/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { questionsOfProject } from '../../projects/index.ts'
import type { Begun } from '../actions/begin-form.ts'
import { daysAFormIsKept } from '../interest-form.ts'
import { venuesToPrefer } from '../known-queries.ts'
import type { AskTerms } from './ask.form.ts'
import { type AskedFor, closedView } from './ask.view.ts'
import type { DetailsAsked } from './details.view.ts'

/** Who fills the form in: the school itself, or its hub on its behalf. */
export type Asking = { readonly offer: Offer; readonly about: AskedFor; readonly onBehalf: boolean }

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
    isForProviders: offer.project.audiences.includes('itt'),
    kinds: offer.project.audiences.includes('itt') ? ['itt_provider'] : ['school', 'trust'],
    contact: offer.contactEmail,
  },
})

/** The offer of the address, as everybody asks to join it. */
export const publicAsking = async ({ context, params }: PageRequest): Promise<Asking> => {
  const offer = isId(params['id'] ?? '') ? await offerById(context.db, params['id'] ?? '') : null
  if (!offer || offer.status === 'draft') throw found(null)
  return askingFor(offer, `/offers/${offer.id}/interest/new`, false)
}

/** Why one cannot ask now; null while one can. */
export const closedSentence = ({ today }: Context, { offer, onBehalf }: Asking): string | null => {
  if (askingState(offer, today) === 'open' || (onBehalf && endInWords(offer) === null)) return null
  return windowInWords(offer, today) ?? 'You cannot ask to join any more.'
}

/** What is answered instead of a form where nobody can ask by form now. */
export const closedAnswer = ({ context, frame }: PageRequest, asking: Asking): Answer | null => {
  const { offer, about, onBehalf } = asking
  if (!onBehalf && offer.registering.how !== 'form') return redirect(`${offerPath(offer)}#joining`)
  const closed = closedSentence(context, asking)
  return closed === null ? null : page(closedView(frame, about, closed))
}

/** Where a form is filled in: behind its link, or among the pages of the hub. */
export const formPath = ({ context }: PageRequest, { offer, onBehalf }: Asking, { formId, linkId }: Begun): string =>
  onBehalf
    ? `/hub/${offer.hub.slug}/interest-forms/${formId}`
    : `/interest-form/${ownLinkToken(context, 'interest-form', linkId, daysAFormIsKept)}`

/** What a form offers to choose from, as its offer and organisation want it. */
export const detailsOf = async (
  { db, today }: Context,
  { offer, onBehalf }: Asking,
  organisation: Organisation,
): Promise<DetailsAsked> => {
  const { project } = offer
  const [commitments, groups, places, questions, names] = await Promise.all([
    commitmentsAskedBy(db, project.id, offer.id),
    groupNamesOfOffer(db, offer.id),
    venuesToPrefer(db, offer.hub.id),
    questionsOfProject(db, project.id),
    namesOfOffer(db, { id: offer.id, projectId: project.id }),
  ])
  const min = project.unit === 'person' ? 1 : project.peopleMin
  const most = Math.min(Math.max(min, project.peopleMax ?? mostPeople), Math.max(min, mostPeople))
  return {
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    people: {
      min,
      most: project.unit === 'person' ? 1 : most,
      samePeople: project.samePeopleAllYear,
      isForOne: project.unit === 'person',
    },
    namesLater:
      project.unit === 'organisation' && isNamedLater(names.rule, names.by, today)
        ? byWhenInWords(names.rule, names.by)
        : null,
    asksHeadteacher: project.headteacherConfirms,
    themes: offer.themeChoice.map(({ id, title, focus }) => ({ id, title, focus })),
    groups: groups.length > 1 ? groups : [],
    places: places.length > 1 ? places : [],
    commitments: commitments
      .filter(({ themeId }) => themeId === null || offer.theme === null || themeId === offer.theme.id)
      .map(({ key, sentence }) => ({ key, words: sentence })),
    policy: offer.policy ? { id: offer.policy.id, wording: offer.policy.wording } : null,
    questions,
    onBehalf,
  }
}

/** By what a form is read. */
export const termsOf = (offer: Offer, details: DetailsAsked, form: Pick<AskTerms, 'files' | 'formKey'>): AskTerms => ({
  ...form,
  offerId: offer.id,
  organisationId: details.organisation.id,
  peopleMin: details.people.min,
  peopleMost: details.people.most,
  isForOne: details.people.isForOne,
  namesLater: details.namesLater !== null,
  asksHeadteacher: details.asksHeadteacher,
  kind: details.organisation.kind,
  themeIds: details.themes.map(({ id }) => id),
  groupIds: details.groups.map(({ id }) => id),
  placeIds: details.places.map(({ id }) => id),
  questions: details.questions,
  commitmentKeys: details.commitments.map(({ key }) => key),
  policyId: details.policy?.id ?? null,
})
