/** What becomes of an offer of a hub when it is taken along. */
export type OfferFate = 'ready' | 'carried' | 'made_already' | 'waits' | 'ends'

export type Successor = {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly status: string
}

export type OfferToCarry = {
  readonly offerId: string
  readonly title: string
  readonly slug: string
  readonly projectSlug: string
  readonly theme: string | null
  /** The project of the new year that follows its own; null where none does. */
  readonly successor: Successor | null
  /** The draft that was made of it. */
  readonly carriedId: string | null
  /** The addresses of the hub's offers of the new year. */
  readonly made: readonly { readonly id: string; readonly slug: string }[]
  /** What belongs to the old year, or is not there any more. */
  readonly dates: number
  readonly hasWindow: boolean
  readonly hasDatesNote: boolean
  readonly hasLeadNote: boolean
  readonly partnerHubs: readonly string[]
  readonly retiredVenue: string | null
  readonly lostThemes: readonly string[]
}

/** What tells an offer apart from the first of its project: the rest of its address. */
export const suffixOf = ({ slug, projectSlug }: Pick<OfferToCarry, 'slug' | 'projectSlug'>): string => {
  if (slug === projectSlug) return ''
  return slug.startsWith(`${projectSlug}-`) ? slug.slice(projectSlug.length + 1) : slug
}

/** The offer of the new year that stands at the address it would have. */
export const madeAlready = (offer: OfferToCarry): string | null => {
  const { successor, made } = offer
  if (successor === null) return null
  const suffix = suffixOf(offer)
  const slug = suffix === '' ? successor.slug : `${successor.slug}-${suffix}`
  return made.find((each) => each.slug === slug)?.id ?? null
}

export const offerFateOf = (offer: OfferToCarry): OfferFate => {
  const { successor, carriedId } = offer
  if (carriedId !== null) return 'carried'
  if (successor === null || successor.status === 'withdrawn' || successor.status === 'closed') return 'ends'
  if (successor.status !== 'published') return 'waits'
  return madeAlready(offer) === null ? 'ready' : 'made_already'
}

/** What names an offer with the project that it would follow into. */
export const carryKey = ({ offerId, successor }: Pick<OfferToCarry, 'offerId' | 'successor'>): string =>
  `${offerId}/${successor?.id ?? ''}`

/** How an offer is called among a hub's own: with its theme, and with what tells it apart. */
export const offerNamed = (offer: OfferToCarry): string =>
  [offer.title, offer.theme, suffixOf(offer)].filter(Boolean).join(', ')

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** What stays behind with the old year, in words. */
export const leftOfOffer = (offer: OfferToCarry): readonly string[] => [
  ...(offer.dates > 0 ? [counted(offer.dates, 'planned date')] : []),
  ...(offer.hasWindow ? ['the window for asking'] : []),
  ...(offer.hasDatesNote ? ['the note about dates'] : []),
  ...(offer.hasLeadNote ? ['who leads it'] : []),
  ...(offer.partnerHubs.length > 0
    ? [`the partner ${offer.partnerHubs.length === 1 ? 'hub' : 'hubs'} ${offer.partnerHubs.join(', ')}: ask anew`]
    : []),
  ...(offer.retiredVenue ? [`the venue ${offer.retiredVenue}, which is retired`] : []),
  ...offer.lostThemes.map((theme) => `the theme ${theme}, which the new project does not have`),
]

/** Where a rule of the hub’s own stands that was taken along and waits to be put in force. */
export const ownRulePlace = 'A rule of your own, not in force yet'
