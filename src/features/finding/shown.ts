import type { Project } from '../projects/index.ts'

/** An offer as a result shows it. */
export type OfferShown = {
  readonly path: string
  readonly hubName: string
  readonly theme: string | null
  /** Whether its hub serves the place asked for. */
  readonly serves: boolean
  readonly away: number | null
  readonly isVenueKnown: boolean
  readonly isOpen: boolean
  /** When one can ask to join, in a sentence. */
  readonly window: string | null
  readonly next: Temporal.PlainDate | null
  readonly first: Temporal.PlainDate | null
  readonly modes: readonly string[]
}

export type Shown = {
  readonly project: Project
  readonly offers: readonly OfferShown[]
  /** How many more offers fit. */
  readonly more: number
}
