import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { machineClock } from './clock.ts'
import { type Config, derivedKey } from './config.ts'
import { atOnce, type Context } from './context.ts'
import type { Reader, Transaction } from './database/index.ts'
import { TooMany } from './errors.ts'

/** So many tries in so many minutes; `sentence` tells whoever has had them what to do. */
export type Limit = {
  readonly kind: string
  readonly most: number
  readonly minutes: number
  readonly sentence?: string
}

const marked = (config: Config, who: string): Buffer =>
  createHmac('sha256', derivedKey(config, 'tries')).update(who).digest()

const secondsLeft = (from: Temporal.Instant, minutes: number, now: Temporal.Instant): number =>
  Math.min(minutes * 60, Math.max(1, Math.ceil(from.add({ minutes }).since(now).total('seconds'))))

/**
 * Counts a try before it is looked at, for all processes together, and throws when there were too many.
 * Who tries is kept only as a keyed hash, and for no longer than a day.
 */
export const countTry = async (context: Context, limit: Limit, who: string): Promise<void> => {
  const now = machineClock.now()
  const over = now.subtract({ minutes: limit.minutes })
  const { count, counted_from } = await atOnce(context, (db) =>
    db
      .insertInto('tries')
      .values({ kind: limit.kind, who: marked(context.config, who), counted_from: now, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'who']).doUpdateSet({
          count: sql<number>`case when tries.counted_from <= ${over} then 1 else tries.count + 1 end`,
          counted_from: sql<Temporal.Instant>`case when tries.counted_from <= ${over} then excluded.counted_from else tries.counted_from end`,
        }),
      )
      .returning(['count', 'counted_from'])
      .executeTakeFirstOrThrow(),
  )
  if (count > limit.most) throw new TooMany(secondsLeft(counted_from, limit.minutes, now), limit.sentence)
}

/** Throws when there were too many already, without counting: where only what goes wrong is counted. */
export const refuseAfterTooMany = async (
  { config, db }: { config: Config; db: Reader },
  limit: Limit,
  who: string,
): Promise<void> => {
  const now = machineClock.now()
  const tried = await db
    .selectFrom('tries')
    .select(['count', 'counted_from'])
    .where('kind', '=', limit.kind)
    .where('who', '=', marked(config, who))
    .where('counted_from', '>', now.subtract({ minutes: limit.minutes }))
    .executeTakeFirst()
  if (tried && tried.count >= limit.most)
    throw new TooMany(secondsLeft(tried.counted_from, limit.minutes, now), limit.sentence)
}

/** Lets go of what was counted before a moment. */
export const forgetTries = async (tx: Transaction, before: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('tries').where('counted_from', '<', before).execute()
}

/** Whom an address of the network stands for: of the newer kind, everybody has a whole block of them. */
export const callerOf = (ip: string): string => {
  if (!isIPv6(ip)) return ip
  const old = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (old) return old
  const [head = '', tail = ''] = ip.split('%')[0]?.split('::') ?? []
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const gap = ip.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return `${[...first, ...gap, ...last].slice(0, 4).join(':').toLowerCase()}::/64`
}
