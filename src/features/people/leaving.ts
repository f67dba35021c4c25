export type Leaves = {
  readonly personId: string
  readonly fromOrganisationId: string
  /** The day from which it holds: the last day there was the one before. */
  readonly on: Temporal.PlainDate
  /** Where they work now and what they do there, if they went to another organisation. */
  readonly to?: { readonly organisationId: string; readonly post: string } | null
}

export type Said = Leaves & {
  readonly saidBy: 'person' | 'school' | 'hub'
  /** Who said so, where it was said before its day; else it is whoever acts. */
  readonly saidByPersonId?: string | null
}
