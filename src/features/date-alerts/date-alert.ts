import { askingState, endInWords, hasConfirmedDate, type Offer, type PlannedDate } from '../offers/index.ts'

/** How long somebody has to confirm their address. */
export const daysToConfirm = 7
/** How long the link in a mail stays good: until well after the year of the offer. */
export const daysALinkLasts = 500
/** A hub enters its dates one by one: whoever waits is told once it has left the offer alone for so long. */
export const minutesOfQuiet = 15

/** What somebody waits for: the dates of an offer, or the day on which one can ask to join it. */
export const waitedFor = ['dates', 'opening'] as const
export type WaitedFor = (typeof waitedFor)[number]

export const isWaitedFor = (text: string): text is WaitedFor => waitedFor.some((each) => each === text)

type Standing = {
  readonly offer: Pick<Offer, 'status' | 'project' | 'opensOn' | 'closesOn'>
  readonly dates: readonly Pick<PlannedDate, 'on' | 'certainty'>[]
  readonly today: Temporal.PlainDate
}

/** Whether there is something to wait for: a public offer that has not ended has no confirmed date yet, or is still to open. */
export const canBeWaitedFor = (what: WaitedFor, { offer, dates, today }: Standing): boolean => {
  if (offer.status !== 'published' || endInWords(offer) !== null) return false
  return what === 'dates' ? !hasConfirmedDate(dates) : askingState(offer, today) === 'not_yet'
}
