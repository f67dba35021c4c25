import { createHash } from 'node:crypto'
import type { Reader } from './database/index.ts'
import { historyOf, type RecordedEvent, type Subject } from './history.ts'

// Two that say the same are the same, in whatever order their members were written.
const inOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** A sign of what is written, as it stands: it changes with every word, and whoever opened a form before that is told so. */
export const markOf = (written: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(written ?? null, inOrder))
    .digest('base64url')
    .slice(0, 16)

/** Who made which version of a thing, by the numbers that its history tells. */
export const makersOfVersions = async (
  db: Reader,
  subject: Subject,
  isOfIt: (event: RecordedEvent) => boolean = () => true,
): Promise<ReadonlyMap<number, string | null>> =>
  new Map(
    (await historyOf(db, subject))
      .filter(isOfIt)
      .flatMap(({ particulars: { version }, actorName }) =>
        typeof version === 'number' ? [[version, actorName] as const] : [],
      ),
  )
