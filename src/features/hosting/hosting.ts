export type HostingStatus = 'asked' | 'accepted' | 'declined' | 'withdrawn'

export const hostingLabels: Readonly<Record<HostingStatus, string>> = {
  asked: 'Asked',
  accepted: 'Hosts',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

/** What people need to know of the place where they meet. */
export type PlaceDetails = {
  readonly room: string | null
  readonly parking: string | null
  readonly wayIn: string | null
  readonly lunch: string | null
}

/** How long a school has to answer whether it hosts; the link in the mail is good as long. */
export const daysToAnswer = 21

type Counted = { readonly words: string; readonly people: number }

/** What those who come to a session need, without names. */
export type NeedsAtSession = {
  readonly dietary: readonly Counted[]
  readonly access: readonly Counted[]
  /** How many have said something in their own words, which the lead passes on. */
  readonly inOwnWords: number
}
