import type { GrantPhase } from './grant-rule.ts'

/** How long whoever earned it was there or led, and how long a day of the project is. */
export type TimeEarned = { readonly minutes: number; readonly minutesInADay: number }

/** The days that time comes to, in whole and half days: what is less than half a day counts no further. */
export const daysByTime = ({ minutes, minutesInADay }: TimeEarned): number =>
  Math.floor((2 * minutes) / minutesInADay) / 2

/** What may have earned a grant: whom it would be paid to, for which place or lead, and what was attended or led. */
export type Earning = TimeEarned & {
  readonly groupId: string
  readonly organisationId: string
  readonly placeId: string | null
  readonly leadPersonId: string | null
  readonly deliveryModel: string
  readonly phases: readonly GrantPhase[]
  readonly isFirstYear: boolean
  readonly sessions: number
  readonly days: number
}
