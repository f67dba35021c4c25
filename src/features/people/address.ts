import { emailDomain } from '../../vocabulary/email-address.ts'

/** How long a new address can be confirmed, and how long the change can be stopped from the old one afterwards. */
export const daysToConfirm = 3
export const daysToStop = 7

const hoursOf = (days: number): number => days * 24

/** Until when a new address can be confirmed. */
export const confirmableUntil = (askedAt: Temporal.Instant): Temporal.Instant =>
  askedAt.add({ hours: hoursOf(daysToConfirm) })

/** Until when the holder of the old address can stop the change; after that the old address is let go. */
export const stoppableUntil = (confirmedAt: Temporal.Instant): Temporal.Instant =>
  confirmedAt.add({ hours: hoursOf(daysToStop) })

export const isPast = (until: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, until) > 0

/** Enough of an address to know it again, too little to write to it: a mail that was passed on tells nobody more. */
export const maskedAddress = (address: string): string => {
  const [local = '', domain = ''] = [address.split('@')[0], emailDomain(address)]
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••.${domain.split('.').at(-1)}`
}

/** The first letters of a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => `${part.slice(0, 1).toUpperCase()}.`)
    .join(' ')
