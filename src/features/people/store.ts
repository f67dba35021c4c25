import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

export const insertPerson = async (
  tx: Transaction,
  {
    name,
    address,
    confirmedAt,
    now,
  }: { name: string; address: string; confirmedAt: Temporal.Instant | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx.insertInto('people').values({ id, name, created_at: now }).execute()
  await tx
    .insertInto('email_addresses')
    .values({ id: newId(), person_id: id, address, confirmed_at: confirmedAt, from_at: now })
    .execute()
  return id
}

/** Two who name the same address at once make one person: the second waits here for the first. */
export const lockAddress = (tx: Transaction, address: string) =>
  tx
    .selectNoFrom((select) =>
      select
        .fn('pg_advisory_xact_lock', [select.fn('hashtextextended', [select.val(`address:${address}`), select.val(3)])])
        .as('locked'),
    )
    .execute()

export const confirmAddress = (tx: Transaction, address: string, now: Temporal.Instant) =>
  tx
    .updateTable('email_addresses')
    .set({ confirmed_at: now })
    .where('address', '=', address)
    .where('to_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()

/** Another name from today; the one before it is kept with the day on which it ended. */
export const setName = async (
  tx: Transaction,
  { personId, name, former, today }: { personId: string; name: string; former: string; today: Temporal.PlainDate },
): Promise<void> => {
  const last = await tx
    .selectFrom('person_names')
    .select((select) => select.fn.max('to_on').as('to_on'))
    .where('person_id', '=', personId)
    .executeTakeFirst()
  await tx
    .insertInto('person_names')
    .values({ id: newId(), person_id: personId, name: former, from_on: last?.to_on ?? null, to_on: today })
    .execute()
  await tx.updateTable('people').set({ name }).where('id', '=', personId).execute()
}

export const setTelephone = (tx: Transaction, personId: string, telephone: string | null) =>
  tx.updateTable('people').set({ telephone }).where('id', '=', personId).execute()

export const setReferenceNumber = (tx: Transaction, personId: string, number: string | null) =>
  tx.updateTable('people').set({ teacher_reference_number: number }).where('id', '=', personId).execute()

export type NewPost = {
  personId: string
  organisationId: string
  post: string
  held: boolean
  statedBy: string
  statedByPersonId: string | null
  now: Temporal.Instant
  from: Temporal.PlainDate | null
}

export const insertPost = (tx: Transaction, post: NewPost) =>
  tx
    .insertInto('posts')
    .values({
      id: newId(),
      person_id: post.personId,
      organisation_id: post.organisationId,
      post: post.post,
      held: post.held,
      from_on: post.from,
      stated_by: post.statedBy,
      stated_by_person_id: post.statedByPersonId,
      stated_at: post.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'organisation_id', 'post']).where('to_on', 'is', null).doUpdateSet({
        held: post.held,
        stated_at: post.now,
        stated_by: post.statedBy,
        stated_by_person_id: post.statedByPersonId,
      }),
    )
    .execute()

export type PostEnd = {
  readonly personId: string
  readonly organisationId: string
  readonly postId?: string
  readonly lastDay: Temporal.PlainDate
  readonly by: string
  readonly byPersonId: string | null
  readonly now: Temporal.Instant
}

/** Ends the posts somebody holds at an organisation, or one of them; gives what ended. */
export const endPosts = (tx: Transaction, end: PostEnd) =>
  tx
    .updateTable('posts')
    // A post that began later than it ended was held for no day at all.
    .set((set) => ({
      to_on: set.fn<Temporal.PlainDate>('greatest', ['from_on', set.val(end.lastDay)]),
      ended_by: end.by,
      ended_by_person_id: end.byPersonId,
      ended_at: end.now,
    }))
    .where('person_id', '=', end.personId)
    .where('organisation_id', '=', end.organisationId)
    .where('to_on', 'is', null)
    .$if(end.postId !== undefined, (query) => query.where('id', '=', end.postId ?? ''))
    .returning(['id', 'post'])
    .execute()

export type NewMove = {
  readonly personId: string
  readonly fromOrganisationId: string
  readonly toOrganisationId: string | null
  readonly movedOn: Temporal.PlainDate
  readonly saidBy: 'person' | 'school' | 'hub'
  readonly saidByPersonId: string | null
  readonly now: Temporal.Instant
}

/** Notes that somebody left an organisation on a day; null when that was said already. */
export const insertMove = async (tx: Transaction, move: NewMove): Promise<string | null> =>
  (
    await tx
      .insertInto('person_moves')
      .values({
        id: newId(),
        person_id: move.personId,
        from_organisation_id: move.fromOrganisationId,
        to_organisation_id: move.toOrganisationId,
        moved_on: move.movedOn,
        said_by: move.saidBy,
        said_by_person_id: move.saidByPersonId,
        said_at: move.now,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'from_organisation_id', 'moved_on']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null
