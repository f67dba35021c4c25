import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { BesideKind } from './queries.ts'

export type NewTime = {
  readonly groupId: string
  readonly personId: string
  readonly kind: BesideKind
  readonly on: Temporal.PlainDate
  readonly minutes: number
}

export const insertBeside = async (tx: Transaction, time: NewTime, now: Temporal.Instant): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('time_beside')
    .values({
      id,
      group_id: time.groupId,
      person_id: time.personId,
      kind: time.kind,
      on_date: time.on,
      minutes: time.minutes,
      recorded_at: now,
    })
    .execute()
  return id
}

export const deleteBeside = (tx: Transaction, id: string) =>
  tx.deleteFrom('time_beside').where('id', '=', id).returning(['person_id as personId', 'minutes']).executeTakeFirst()
