/** A hub as it is today. */
export type Hub = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly region: string | null
  readonly website: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly about: string | null
  /** The hub's own words for its area, where its authorities are not known one by one. */
  readonly areaDescribed: string | null
  readonly privacyNotice: string | null
  /** Whether the hub is still there: one that has merged into another is not. */
  readonly isOpen: boolean
}

export type HubArea = { readonly authorityCode: string | null; readonly describedAs: string; readonly part: boolean }
export type LeadOrganisation = {
  readonly name: string
  readonly organisationId: string | null
  readonly asOf: string | null
}

/** A hub with everything that its own page tells. */
export type HubInFull = Hub & {
  readonly formerNames: readonly string[]
  /** Hubs that merged into this one. */
  readonly merged: readonly { readonly name: string; readonly since: Temporal.PlainDate }[]
  readonly areas: readonly HubArea[]
  readonly leadOrganisations: readonly LeadOrganisation[]
}
