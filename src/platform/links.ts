import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Config, derivedKey } from './config.ts'

/** What a link without an account is good for; its place in this list is in every link sent, so the list only grows. */
export const linkPurposes = [
  'confirm-interest',
  'headteacher',
  'status',
  'place',
  'cancel',
  'reflect',
  'evaluate',
  'calendar',
  'statement',
  'details',
  'confirm-address',
  'stop-address',
  'invitation',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

const signature = (config: Config, content: Buffer): Buffer =>
  createHmac('sha256', derivedKey(config, 'links')).update(content).digest().subarray(0, 16)

/** A signed link's token: one purpose, one record, until an end. `days` count from now by the machine's clock, as for sign-in. */
export const linkToken = (config: Config, purpose: LinkPurpose, subjectId: string, days: number): string => {
  const content = Buffer.alloc(21)
  content.writeUInt8(linkPurposes.indexOf(purpose), 0)
  Buffer.from(subjectId.replaceAll('-', ''), 'hex').copy(content, 1)
  // To the day, so that the same record's link stays the same address for a day and a mail sent again does not change.
  const lastDay = Math.floor(Date.now() / 86_400_000) + days + 1
  content.writeUInt32BE(lastDay * 86_400, 17)
  return Buffer.concat([content, signature(config, content)]).toString('base64url')
}

export type ReadLink = { readonly subjectId: string; readonly signature: Buffer; readonly expired: boolean }

/** What a token stands for, or null when it was not made here for this purpose. */
export const readLink = (config: Config, purpose: LinkPurpose, token: string): ReadLink | null => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 37) return null
  const content = bytes.subarray(0, 21)
  const given = bytes.subarray(21)
  if (!timingSafeEqual(given, signature(config, content))) return null
  if (linkPurposes[content.readUInt8(0)] !== purpose) return null
  const hex = content.subarray(1, 17).toString('hex')
  const subjectId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return { subjectId, signature: given, expired: content.readUInt32BE(17) * 1000 < Date.now() }
}
