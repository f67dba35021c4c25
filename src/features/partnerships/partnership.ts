import type { AcademicYear } from '../../vocabulary/academic-year.ts'

/** An accredited provider and one that it trains teachers with in a year. */
export type PartnershipKey = { readonly providerId: string; readonly partnerId: string; readonly year: AcademicYear }

type Named = { readonly id: string; readonly name: string }

export type Partnership = {
  readonly provider: Named
  readonly partner: Named
  readonly year: AcademicYear
  readonly endedOn: Temporal.PlainDate | null
}

/** A school with the trust that it belongs to, as far as one is known. */
export type SchoolInTrust = {
  readonly school: Named & { readonly status: string }
  readonly trust: (Named & { readonly code: string | null; readonly from: Temporal.PlainDate | null }) | null
  /** Stated here, and the register has said nothing new since. */
  readonly isByHand: boolean
}
