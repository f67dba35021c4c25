import type { Typed } from '../../vocabulary/form.ts'

/** Whether every text of what was sent can be kept: a database has no NUL byte in its texts, and nobody types one. */
export const isReadable = (sent: unknown): boolean => {
  if (typeof sent === 'string') return !sent.includes('\0')
  if (typeof sent !== 'object' || sent === null) return true
  return Object.entries(sent).every(([name, value]) => isReadable(name) && isReadable(value))
}

// Marks that turn the reading order round, and spaces without width: two texts that look the same would differ.
const unseen = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** What was typed without marks that nobody sees; they come along when something is pasted. */
export const withoutUnseen = (body: Typed): Typed =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(unseen, '') : value.map((each) => each.replaceAll(unseen, '')),
    ]),
  )
