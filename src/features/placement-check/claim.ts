/** One that asks, as the facts say, and where it is said to go. */
export type ClaimedSchool = {
  readonly id: string
  /** Who would hold the place: the organisation, or the person of it. */
  readonly holder: string
  readonly people: number
  readonly easting: number | null
  readonly northing: number | null
  readonly phase: string | null
  readonly mostMiles: number | null
  /** Minutes to groups as far as a table tells them, and how many it has agreed to beyond the limit. */
  readonly minutes: Readonly<Record<string, number>>
  readonly agreedMinutes: number | null
  readonly meetsElsewhereDuring: readonly string[]
  readonly group: string | null
}

/** A group as it stands before the placement. */
export type ClaimedGroup = {
  readonly id: string
  readonly name: string
  readonly easting: number | null
  readonly northing: number | null
  readonly organisations: number
  readonly organisationsRoom: number
  readonly peopleRoom: number
  readonly minimum: number
  readonly phases: Readonly<Record<string, number>>
  readonly wouldOpen: boolean
}

/** Who goes where, and the limits that this is held to. */
export type Claim = {
  readonly schools: readonly ClaimedSchool[]
  readonly groups: readonly ClaimedGroup[]
  readonly mostMiles: number | null
  readonly mostMinutes: number | null
  readonly noClashes: boolean
  readonly onePhase: boolean
  readonly mostOfAPhase: number | null
  readonly mostOpened: number
  readonly together: readonly (readonly string[])[]
  readonly apart: readonly (readonly string[])[]
  readonly put: readonly { readonly school: string; readonly group: string | null }[]
  readonly never: readonly { readonly school: string; readonly group: string }[]
}

export type FaultKind =
  | 'unknown'
  | 'twice'
  | 'organisations'
  | 'people'
  | 'minimum'
  | 'miles'
  | 'minutes'
  | 'dates'
  | 'phase'
  | 'together'
  | 'apart'
  | 'put'
  | 'never'
  | 'opened'

/** A limit that is broken: which, where, by whom, and the sentence that says so. */
export type Fault = {
  readonly kind: FaultKind
  readonly group: string | null
  readonly schools: readonly string[]
  readonly sentence: string
}
