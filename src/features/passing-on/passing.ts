import type { InterestStatus } from '../interest/index.ts'

export type PassingStatus = 'asked' | 'agreed' | 'refused' | 'accepted' | 'sent_back' | 'withdrawn' | 'lapsed'

/** How long a school has to answer. */
export const daysToAgree = 14

/** A request that one hub would pass on to an offer of another. */
export type Passing = {
  readonly id: string
  readonly interestId: string
  readonly status: PassingStatus
  readonly word: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string | null
  readonly answeredAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
  readonly settledWord: string | null
  readonly newInterestId: string | null
  readonly policyId: string | null
  readonly offer: {
    readonly id: string
    readonly hubId: string
    readonly hubSlug: string
    readonly hub: string
    readonly title: string
  }
}

/** Only what has neither a place nor an end, and what the school itself has finished asking, can go elsewhere. */
export const isPassableNow = ({ status }: { readonly status: InterestStatus }): boolean =>
  status === 'confirmed' || status === 'waiting'

export const isOpenPassing = ({ status }: Pick<Passing, 'status'>): boolean => status === 'asked' || status === 'agreed'

/** Where it stands, in a sentence for the hub that asked. */
export const passingInWords = ({ status, offer, settledWord }: Passing): string => {
  switch (status) {
    case 'asked':
      return `The school has been asked whether its request may go to ${offer.hub}. It stays here until it has agreed and they have taken it.`
    case 'agreed':
      return `The school has agreed. ${offer.hub} has the request before it and takes it, or sends it back with a reason.`
    case 'refused':
      return `The school did not agree to its request going to ${offer.hub}.${settledWord ? ` It said: ${settledWord}` : ''}`
    case 'accepted':
      return `${offer.hub} has taken the request.`
    case 'sent_back':
      return `${offer.hub} sent the request back: ${settledWord ?? ''}`
    case 'withdrawn':
      return `You took back that it might go to ${offer.hub}.`
    case 'lapsed':
      return `The school did not answer whether its request might go to ${offer.hub}.`
  }
}
