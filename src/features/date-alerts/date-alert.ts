import { endInWords, type Offer, type PlannedDate } from '../offers/index.ts'

/** How long somebody has to confirm their address. */
export const daysToConfirm = 7
/** How long the link in a mail stays good: until well after the year of the offer. */
export const daysALinkLasts = 500
/** A hub enters its dates one by one: whoever waits is told once it has left the offer alone for so long. */
export const minutesOfQuiet = 15

/** Whether some day of an offer is known. */
export const isDated = (dates: readonly Pick<PlannedDate, 'on'>[]): boolean => dates.some(({ on }) => on !== null)

/** Whether an offer has dates still to come to wait for: it is public, it has not ended, and no day is known. */
export const canBeWaitedFor = (
  offer: Pick<Offer, 'status' | 'project'>,
  dates: readonly Pick<PlannedDate, 'on'>[],
): boolean => offer.status === 'published' && endInWords(offer) === null && !isDated(dates)
