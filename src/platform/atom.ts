import { Feed } from 'feed'

export type Instants = { readonly published: Temporal.Instant; readonly updated: Temporal.Instant }

export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly summary: string
  readonly categories: readonly string[]
  readonly author: string
  readonly at: Instants
}

type Said = {
  readonly title: string
  readonly address: string
  readonly feed: string
  readonly entries: readonly FeedEntry[]
  /** When nothing has ever been published, the feed is as old as this. */
  readonly otherwise: Temporal.Instant
}

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

// A feed is XML, which has no place for control characters.
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')

// Readers take the title and the summary of an entry for HTML.
const asHtml = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Atom (RFC 4287), the latest changed first; an entry keeps its id for ever. */
export const atomOf = ({ title, address, feed, entries, otherwise }: Said): string => {
  const latestFirst = entries.toSorted((one, other) => Temporal.Instant.compare(other.at.updated, one.at.updated))
  const made = new Feed({
    id: feed,
    title: printable(title),
    link: address,
    feedLinks: { atom: feed },
    language: 'en-GB',
    generator: 'Tessellate',
    updated: dateOf(latestFirst[0]?.at.updated ?? otherwise),
    author: { name: printable(title) },
  })
  for (const entry of latestFirst)
    made.addItem({
      id: `urn:uuid:${entry.id}`,
      title: asHtml(entry.title),
      link: entry.address,
      description: asHtml(entry.summary),
      published: dateOf(entry.at.published),
      date: dateOf(entry.at.updated),
      author: [{ name: printable(entry.author) }],
      category: entry.categories.map((name) => ({ name, term: name })),
    })
  return made.atom1()
}
