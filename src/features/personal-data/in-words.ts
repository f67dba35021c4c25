import { type RoleName, roleLabels } from '../../vocabulary/actor.ts'
import { formatDate, formatInstant } from '../../vocabulary/local-time.ts'
import { isPostKind, postLabels } from '../../vocabulary/posts.ts'
import type { Shown } from '../personal-fields/index.ts'

/** What an id stands for, by kind: found beforehand for everything that a report shows. */
export type Named = ReadonlyMap<string, string>

const looksLikeId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isCode = /^[a-z]+(_[a-z]+)+$/

const spaced = (key: string): string =>
  key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

const partsOf = (value: object): string =>
  Object.entries(value)
    .map(([key, part]) => [spaced(key), plainly(part)] as const)
    .filter(([, part]) => part !== '')
    .map(([key, part]) => `${key}: ${part}`)
    .join('; ')

/** Words of standards (RFC 5546) that are kept as they are sent. */
const spoken: Readonly<Record<string, string>> = { REQUEST: 'invitation', CANCEL: 'cancellation' }

const textually = (text: string): string =>
  looksLikeId.test(text) ? '' : isCode.test(text) ? spaced(text) : (spoken[text] ?? text)

const ofObject = (value: object): string => {
  if (value instanceof Temporal.Instant) return formatInstant(value)
  if (value instanceof Temporal.PlainDate) return formatDate(value)
  return Array.isArray(value) ? value.map(plainly).filter(Boolean).join(', ') : partsOf(value)
}

const plainly = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textually(value)
  return typeof value === 'object' && value !== null ? ofObject(value) : ''
}

/** A value of the database in words people read; empty where there is nothing to read, as for an id that only machines need. */
export const inWords = (
  value: unknown,
  shown: Shown,
  { named, own }: { named: Named; own: readonly string[] },
): string => {
  if (typeof value === 'string' && own.includes(value)) return 'you'
  if (shown === 'post' && typeof value === 'string' && isPostKind(value)) return postLabels[value]
  if (shown === 'role' && typeof value === 'string') return roleLabels[value as RoleName] ?? value
  if (shown !== 'as-it-is' && typeof value === 'string') return named.get(value) ?? ''
  return plainly(value)
}
