import type { LinkPurpose } from '../../vocabulary/link-purpose.ts'

/** Who links about a record were mailed to, with everything that stops and begins again together. */
export type MailedLinks = {
  readonly record: { readonly type: 'interest' | 'participant'; readonly id: string }
  /** "your request to join Secondary Subject Leadership" and the same as others say it. */
  readonly toThem: string
  readonly toOthers: string
  readonly to: { readonly name: string; readonly address: string | null; readonly personId: string | null }
  readonly hub: { readonly id: string; readonly slug: string; readonly name: string }
  /** Where the hub's staff see the record, and send new links. */
  readonly seenAt: string
  readonly links: readonly MailedLink[]
}

export type MailedLink = {
  readonly subjectId: string
  readonly purpose: LinkPurpose
  /** What a new one is called in a mail; none is sent where nothing is left to do by it. */
  readonly label: string | null
}

/** What is stopped, each record once with its purposes. */
export const purposesByRecord = (links: readonly MailedLink[]): ReadonlyMap<string, readonly LinkPurpose[]> =>
  new Map(
    [...Map.groupBy(links, ({ subjectId }) => subjectId)].map(([id, all]) => [id, all.map(({ purpose }) => purpose)]),
  )

/** How long a link lasts that is sent in place of another: until well after its year. */
export const daysANewLinkLasts = 400
