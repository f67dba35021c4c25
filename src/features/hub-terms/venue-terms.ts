/** What a hub says of a place where its groups meet. */
export type VenueTerms = {
  readonly name: string
  /** The few words it is called by in lists and calendars. */
  readonly shortName: string
  readonly address: string
  readonly postcode: string | null
  readonly practicalNotes: string | null
  readonly room?: string | null
  readonly parking?: string | null
  /** The way in, also without steps. */
  readonly wayIn?: string | null
  readonly lunch?: string | null
}
