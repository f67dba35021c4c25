import { formatDate, formatInstant, localDate } from '../../vocabulary/local-time.ts'

/** What an organisation has asked for and still counts, or the place that it has. */
export type Own = {
  readonly projectId: string
  readonly title: string
  readonly offerId: string | null
  readonly hub: { readonly id: string; readonly name: string }
  readonly group: string | null
  readonly status: string
  readonly since: Temporal.Instant | null
  readonly respondBy: Temporal.Instant | null
}

const since = (own: Own): string => (own.since ? ` on ${formatDate(localDate(own.since))}` : '')

const words: Readonly<Record<string, (own: Own) => string>> = {
  received: (own) => `Asked for at ${own.hub.name}${since(own)}. Whoever speaks for it has still to agree.`,
  confirmed: (own) => `Asked for at ${own.hub.name}${since(own)}. The hub has not decided yet.`,
  waiting: (own) => `On the waiting list of ${own.hub.name}, asked for${since(own)}.`,
  offered: (own) =>
    `A place in ${own.group ?? own.hub.name} is offered${own.respondBy ? ` until ${formatInstant(own.respondBy)}` : ''}: the mail about it has the link to answer by.`,
  placed: (own) => `A place in ${own.group ?? own.hub.name}.`,
  held: (own) => `A place in ${own.group ?? own.hub.name}.`,
}

/** Where it stands, in a sentence. */
export const ownInWords = (own: Own): string => words[own.status]?.(own) ?? `Asked for at ${own.hub.name}${since(own)}.`
