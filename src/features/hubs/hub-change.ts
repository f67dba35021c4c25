import type { Json } from '../../vocabulary/json.ts'

/** A lead organisation as it is to be: an organisation that is known here, or a name alone. */
export type NewLead = { readonly name: string; readonly organisationId: string | null }

/** A part of an area as it is to be: an authority, or a district in it; without a code where only its name is known. */
export type NewArea = { readonly authorityCode: string | null; readonly describedAs: string; readonly part: boolean }

/** What becomes of somebody's part at a hub that is handed over. */
export const staffAfterHandOver = ['keeps', 'ends'] as const
/** What becomes of somebody's part at a hub that merges or is divided: work at the other hub, here, at both or at neither. */
export const staffAfterMove = ['both', 'goes', 'stays', 'ends'] as const
export type StaffFate = (typeof staffAfterHandOver)[number] | (typeof staffAfterMove)[number]
/** Chosen role by role. */
export type StaffChoices = Readonly<Record<string, StaffFate>>

export type NameChange = { readonly kind: 'name'; readonly name: string }
export type LeadChange = {
  readonly kind: 'lead'
  readonly ends: readonly string[]
  readonly begins: readonly NewLead[]
}
export type AreaChange = {
  readonly kind: 'area'
  readonly ends: readonly string[]
  readonly begins: readonly NewArea[]
}
export type HandOver = {
  readonly kind: 'hand_over'
  readonly ends: readonly string[]
  readonly lead: NewLead
  readonly staff: StaffChoices
  /** Somebody who leads the hub from that day. */
  readonly newLeadPersonId: string | null
}
export type Merge = { readonly kind: 'merge'; readonly intoHubId: string; readonly staff: StaffChoices }
export type Split = {
  readonly kind: 'split'
  readonly name: string
  readonly slug: string
  readonly region: string | null
  readonly email: string | null
  readonly lead: NewLead | null
  readonly areaIds: readonly string[]
  readonly offerIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly staff: StaffChoices
}

/** What can change about a hub from a day on. */
export type HubChange = NameChange | LeadChange | AreaChange | HandOver | Merge | Split
export type ChangeKind = HubChange['kind']

export const changeLabels: Readonly<Record<ChangeKind, string>> = {
  name: 'Another name',
  lead: 'Other lead organisations',
  area: 'Another area',
  hand_over: 'Hand-over to a new lead organisation',
  merge: 'Merging into another hub',
  split: 'Dividing it into two hubs',
}

/** A change with the day from which it holds, and what of the hub whoever decides it has seen. */
export type ChangeAsked = {
  readonly hubId: string
  readonly from: Temporal.PlainDate
  readonly change: HubChange
  /** The fingerprint of what was shown; left out where nothing was. */
  readonly seen?: string
}

/** What of a change is kept until its day. */
export const particularsOf = (change: HubChange): { readonly [key: string]: Json } => {
  const { kind: _kind, ...rest } = change
  return rest as { readonly [key: string]: Json }
}

/** Why a new fact cannot begin on a day where another holds since a later one; null when it can. */
export const beginRefusal = (
  what: string,
  since: Temporal.PlainDate | null,
  from: Temporal.PlainDate,
): string | null =>
  since && Temporal.PlainDate.compare(from, since) <= 0
    ? `${what} holds since ${since.toString()}: choose a later day, or correct it.`
    : null
