import type { SectionFact } from './shapes.ts'

export type VenueFact = {
  readonly name: string
  readonly shortName: string
  readonly address: string
  readonly postcode: string
}

export type PolicyFact = {
  readonly name: string
  readonly amountPence: number
  readonly noticeDays: number
  readonly noticeKind: 'calendar' | 'working'
  readonly chargesLateCancellation: boolean
  readonly chargesNonAttendance: boolean
  readonly wording: string
}

export type PlannedDateFact = {
  readonly onDate: string | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly mode: 'venue' | 'online' | 'blended' | 'unknown'
  readonly certainty: 'confirmed' | 'provisional' | 'unknown'
  readonly note: string | null
}

export type OfferFact = {
  readonly hub: string
  readonly project: { readonly year: number; readonly slug: string }
  readonly theme: string | null
  readonly requestWord: 'expression of interest' | 'application'
  readonly contactEmail: string | null
  readonly contactTelephone: string | null
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly practicalNotes: string | null
  readonly joiningNote: string
  readonly crossBoundaryNote: string | null
  readonly venue: VenueFact | null
  readonly policy: PolicyFact | null
  readonly plannedDates: readonly PlannedDateFact[]
  /** Sections in which the hub adds to the national text or says it in its own way. */
  readonly sections: readonly SectionFact[]
}
