import type { SchoolPhase } from '../../vocabulary/school-phases.ts'

export type OrganisationKind = 'school' | 'itt_provider' | 'trust' | 'authority' | 'other'
export type OrganisationStatus = 'open' | 'closed' | 'proposed_to_close' | 'proposed_to_open'

/** A school or college, a provider of teacher training, a trust or another body, as the registers know it. */
export type Organisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly urn: number | null
  readonly ukprn: string | null
  readonly status: OrganisationStatus
  readonly openedOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly phase: SchoolPhase | null
  readonly typeName: string | null
  readonly stateFunded: boolean | null
  readonly lowAge: number | null
  readonly highAge: number | null
  readonly ittKind: string | null
  readonly ittPhases: readonly string[]
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly authorityCode: string | null
  readonly authorityName: string | null
  readonly easting: number | null
  readonly northing: number | null
  readonly emailDomains: readonly string[]
  readonly invented: boolean
}

/** One that was looked for, with the name of before by which it was found, where that is what was meant. */
export type FoundOrganisation = Organisation & { readonly formerly: string | null }

/** "Formerly Acton Vale School", and nothing of one that was found by its name of today. */
export const formerlyOf = ({ formerly }: Pick<FoundOrganisation, 'formerly'>): string =>
  formerly === null ? '' : `Formerly ${formerly}`

export type Authority = { readonly code: string; readonly name: string; readonly region: string | null }

/** Where it stands, in one line: "Twyford Crescent, Acton, W3 9PP". */
export const addressOf = ({ street, town, postcode }: Pick<Organisation, 'street' | 'town' | 'postcode'>): string =>
  [street, town, postcode].filter(Boolean).join(', ')

const statusWords: Readonly<Record<OrganisationStatus, string>> = {
  open: 'Open',
  closed: 'Closed',
  proposed_to_close: 'Open, proposed to close',
  proposed_to_open: 'Proposed to open',
}

export const statusOf = ({ status }: Pick<Organisation, 'status'>): string => statusWords[status]
