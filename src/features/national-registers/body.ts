import type { OrganisationKind, OrganisationStatus } from '../organisations/index.ts'

export type BodyInShort = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly urn: number | null
  readonly ukprn: string | null
  readonly town: string | null
  readonly status: OrganisationStatus
}

/** An organisation with everything that the registers say of it. */
export type Body = BodyInShort & {
  readonly providerCode: string | null
  readonly trustCode: string | null
  readonly openedOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly phase: string | null
  readonly typeName: string | null
  readonly lowAge: number | null
  readonly highAge: number | null
  readonly ittKind: string | null
  readonly ittPhases: readonly string[]
  readonly street: string | null
  readonly locality: string | null
  readonly postcode: string | null
  readonly authorityCode: string | null
  readonly authority: string | null
  readonly region: string | null
  readonly urbanRural: string | null
  readonly gender: string | null
  readonly religiousCharacter: string | null
  readonly pupils: number | null
  readonly capacity: number | null
  readonly freeMealsPercent: number | null
  readonly website: string | null
  readonly telephone: string | null
  readonly invented: boolean
}

type Other = { readonly id: string; readonly name: string }
type Span = { readonly from: string | null; readonly to: string | null }

export type BodyInFull = {
  readonly body: Body
  readonly formerNames: readonly { readonly name: string; readonly to: string }[]
  readonly predecessors: readonly (Other & { readonly urn: number | null; readonly kind: string })[]
  readonly successors: readonly (Other & { readonly urn: number | null; readonly kind: string })[]
  readonly trusts: readonly (Other & Span)[]
  /** Stated by the national team, and the register has said nothing new since. */
  readonly isTrustByHand: boolean
  readonly members: readonly (Other & Span & { readonly urn: number | null })[]
  readonly accreditations: readonly Span[]
  readonly partnerships: readonly (Other & {
    readonly year: number
    readonly ended: string | null
    readonly part: 'partner' | 'provider'
  })[]
}

export const bodyKindLabels: Readonly<Record<OrganisationKind, string>> = {
  school: 'School or college',
  itt_provider: 'Provider of teacher training',
  trust: 'Trust',
  authority: 'Local authority',
  other: 'Other body',
}

/** What the national team states of a body that no register tells of: a school's facts are the register's. */
export type BodyStated = {
  readonly kind: 'itt_provider' | 'trust' | 'authority' | 'other'
  readonly name: string
  readonly ukprn: string | null
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly website: string | null
  readonly status: 'open' | 'closed'
  readonly ittKind: 'hei' | 'scitt' | 'lead_school' | null
  readonly ittPhases: readonly string[]
  readonly accredited: boolean
}

/** Of a school only its part in training teachers is stated here. */
export const isStatedHere = ({ kind }: Pick<Body, 'kind'>): boolean => kind !== 'school'
