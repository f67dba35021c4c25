import type { Hub } from './hub.ts'

/** What held from a day to a last day; without a beginning nobody knows since when, without an end it still holds. */
export type Dated = { readonly from: Temporal.PlainDate | null; readonly to: Temporal.PlainDate | null }

export type NameInTime = Dated & { readonly id: string; readonly name: string }
export type LeadInTime = Dated & {
  readonly id: string
  readonly name: string
  readonly organisationId: string | null
  readonly urn: number | null
}
export type AreaInTime = Dated & {
  readonly id: string
  readonly authorityCode: string | null
  readonly describedAs: string
  readonly part: boolean
}
export type DetailsInTime = Dated & {
  readonly website: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly about: string | null
  readonly areaDescribed: string | null
}
export type NoticeInTime = Dated & { readonly notice: string }
export type Kinship = {
  readonly kind: 'merged' | 'split'
  readonly since: Temporal.PlainDate
  readonly slug: string
  readonly name: string
}

/** A hub with everything that ever held of it; latest first. */
export type HubThroughTime = {
  readonly hub: Hub
  readonly openedOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly closedReason: string | null
  readonly names: readonly NameInTime[]
  readonly leads: readonly LeadInTime[]
  readonly areas: readonly AreaInTime[]
  readonly details: readonly DetailsInTime[]
  readonly notices: readonly NoticeInTime[]
  readonly predecessors: readonly Kinship[]
  readonly successors: readonly Kinship[]
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0

/** Whether a fact held on a day. */
export const isHeldOn = ({ from, to }: Dated, day: Temporal.PlainDate): boolean =>
  !(from && isBefore(day, from)) && !(to && isBefore(to, day))

/** The one that held on a day: where the beginnings are not known, the one that ended first. */
export const heldOn = <Fact extends Dated>(facts: readonly Fact[], day: Temporal.PlainDate): Fact | null =>
  facts
    .filter((fact) => isHeldOn(fact, day))
    .toSorted((one, other) => {
      if (one.to === null || other.to === null) return Number(one.to === null) - Number(other.to === null)
      return Temporal.PlainDate.compare(one.to, other.to)
    })[0] ?? null

/** What a hub was on a day. */
export type HubOnADay = {
  readonly isOpen: boolean
  readonly name: string | null
  readonly leads: readonly LeadInTime[]
  readonly areas: readonly AreaInTime[]
  readonly details: DetailsInTime | null
  readonly notice: string | null
}

/** "What was this hub in 2021/22": everything that held of it on a day. */
export const hubOn = (hub: HubThroughTime, day: Temporal.PlainDate): HubOnADay => ({
  isOpen: isHeldOn({ from: hub.openedOn, to: hub.closedOn }, day),
  name: heldOn(hub.names, day)?.name ?? null,
  leads: hub.leads.filter((lead) => isHeldOn(lead, day)),
  areas: hub.areas.filter((area) => isHeldOn(area, day)),
  details: heldOn(hub.details, day),
  notice: heldOn(hub.notices, day)?.notice ?? null,
})
