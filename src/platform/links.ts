import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Actor, actingOf } from '../vocabulary/actor.ts'
import { type LinkPurpose, linkPurposes } from '../vocabulary/link-purpose.ts'
import { type Config, derivedKey } from './config.ts'

/** A link for whoever acts for somebody else opens only while they do: it is signed for that one episode. */
type Bound = { readonly episode: string | null }
const unbound: Bound = { episode: null }

const signature = (config: Config, content: Buffer, { episode }: Bound): Buffer =>
  createHmac('sha256', derivedKey(config, 'links'))
    .update(content)
    .update(episode ?? '')
    .digest()
    .subarray(0, signatureBytes)

/** A signed link's token: one purpose, one record, until an end. `days` count from now by the machine's clock, as for sign-in. */
export const linkToken = (config: Config, purpose: LinkPurpose, subjectId: string, days: number): string =>
  signed(config, { purpose, subjectId, days }, unbound)

/** A link on somebody's own page: for whoever acts for them, one that opens only while they do. */
export const ownLinkToken = (
  { config, actor }: { readonly config: Config; readonly actor: Actor },
  purpose: LinkPurpose,
  subjectId: string,
  days: number,
): string => signed(config, { purpose, subjectId, days }, { episode: actingOf(actor)?.id ?? null })

// What the link is good for, the record, until when and since when; the signature follows.
const contentBytes = 1 + 16 + 4 + 4
const signatureBytes = 16

type Signed = { readonly purpose: LinkPurpose; readonly subjectId: string; readonly days: number }

const signed = (config: Config, { purpose, subjectId, days }: Signed, bound: Bound): string => {
  const content = Buffer.alloc(contentBytes)
  content.writeUInt8(linkPurposes.indexOf(purpose), 0)
  Buffer.from(subjectId.replaceAll('-', ''), 'hex').copy(content, 1)
  const made = Math.floor(Date.now() / 1000)
  content.writeUInt32BE((Math.floor(made / 86_400) + days + 1) * 86_400, 17)
  // Links made until a moment can be stopped, and those made after it stay good.
  content.writeUInt32BE(made, 21)
  return Buffer.concat([content, signature(config, content, bound)]).toString('base64url')
}

export type ReadLink = {
  readonly subjectId: string
  readonly madeAt: Temporal.Instant
  readonly expired: boolean
}

/** What a token stands for, or null when it was not made here for this purpose and whoever acts. */
export const readLink = (
  config: Config,
  purpose: LinkPurpose,
  token: string,
  bound: Bound = unbound,
): ReadLink | null => {
  const bytes = Buffer.from(token, 'base64url')
  // One way of writing a token only: what decodes to the same is still another text.
  if (bytes.length !== contentBytes + signatureBytes || bytes.toString('base64url') !== token) return null
  const content = bytes.subarray(0, contentBytes)
  const given = bytes.subarray(contentBytes)
  if (!timingSafeEqual(given, signature(config, content, bound))) return null
  if (linkPurposes[content.readUInt8(0)] !== purpose) return null
  const hex = content.subarray(1, 17).toString('hex')
  const subjectId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return {
    subjectId,
    madeAt: Temporal.Instant.fromEpochMilliseconds(content.readUInt32BE(21) * 1000),
    expired: content.readUInt32BE(17) * 1000 < Date.now(),
  }
}
