import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { noticeKinds } from '../../vocabulary/notice.ts'
import { owedFor } from '../ledger/index.ts'
import type { ChargeCause, ChargeFilter, ChargeStatus, Evidence } from './charge.ts'
import { addressOf } from './queries.ts'

const evidence: z.ZodType<Evidence> = z.object({
  policyName: z.string(),
  policyVersion: z.number(),
  wording: z.string(),
  noticeDays: z.number(),
  noticeKind: z.enum(noticeKinds),
  amountPence: z.number(),
  sessionStartsAt: z.string(),
  sessionSequence: z.number(),
  freeUntil: z.string().nullable(),
  noticeGivenAt: z.string().nullable(),
  markId: z.string().nullable(),
  mark: z.enum(['absent', 'substitute']).optional(),
  claimed: z.string().optional(),
})

/** What a charge rests on, as it was kept. */
export const storedEvidence = (value: unknown): Evidence => stored(evidence, value, 'the evidence of a charge')

const chargesSeen = (db: Reader) =>
  db
    .selectFrom('charges as c')
    .innerJoin('sessions as s', 's.id', 'c.session_id')
    .innerJoin('places as p', 'p.id', 'c.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('participants as a', 'a.id', 'c.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select([
      'c.id',
      'c.hub_id',
      'c.participant_id',
      'c.session_id',
      'c.place_id',
      'c.cause',
      'c.amount_pence',
      'c.status',
      'c.status_reason',
      'c.evidence',
      'c.proposed_at',
      'c.decided_at',
    ])
    .select([
      's.number as session',
      's.on_date',
      'o.name as organisation',
      'g.id as group_id',
      'g.name as group',
      'e.name as participant',
    ])

const filteredCharges = (db: Reader, hubId: string, { status, cause, claimed, words }: ChargeFilter) =>
  chargesSeen(db)
    .where('c.hub_id', '=', hubId)
    .$if(status !== null, (query) => query.where('c.status', '=', status ?? ''))
    .$if(cause !== null, (query) => query.where('c.cause', '=', cause ?? ''))
    .$if(claimed, (query) => query.where(sql<boolean>`c.evidence ? 'claimed'`))
    .$if(words !== '', (query) =>
      query.where(
        sql<boolean>`searchable(o.name || ' ' || e.name || ' ' || g.name) like '%' || nullif(searchable(${words}), ' ') || '%'`,
      ),
    )

/** The charges of a hub that are asked for, the latest first, with what of each is owed. */
export const chargesOfHub = async (
  db: Reader,
  hubId: string,
  filter: ChargeFilter,
  { offset, limit }: { offset: number; limit: number },
) => {
  const rows = await filteredCharges(db, hubId, filter)
    .select(sql<string | null>`c.evidence ->> 'claimed'`.as('claimed'))
    .orderBy('c.proposed_at', 'desc')
    .orderBy('c.id')
    .offset(offset)
    .limit(limit)
    .execute()
  const owed = await owedFor(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    cause: row.cause as ChargeCause,
    status: row.status as ChargeStatus,
    owed: owed.get(row.id) ?? 0,
  }))
}

/** How many charges that is, and what they ask for. */
export const chargesCounted = async (db: Reader, hubId: string, filter: ChargeFilter) => {
  const row = await db
    .selectFrom(filteredCharges(db, hubId, filter).as('f'))
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.sum<number>('f.amount_pence').as('pence')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), pence: Number(row.pence ?? 0) }
}

/** How many charges of a hub stand in each state, and what they come to. */
export const chargeTotals = async (db: Reader, hubId: string) => {
  const rows = await db
    .selectFrom('charges')
    .select((select) => [
      'status',
      select.fn.countAll<number>().as('count'),
      select.fn.sum<number>('amount_pence').as('pence'),
    ])
    .where('hub_id', '=', hubId)
    .groupBy('status')
    .execute()
  return rows.map((row) => ({ status: row.status as ChargeStatus, count: row.count, pence: row.pence }))
}

/** One charge with what it rests on, and the marks that stand today. */
export const chargeOfHub = async (context: Pick<Context, 'db'>, hubId: string, chargeId: string) => {
  const { db } = context
  const row = await chargesSeen(db)
    .leftJoin('people as d', 'd.id', 'c.decided_by_person_id')
    .select('d.name as decided_by')
    .where('c.hub_id', '=', hubId)
    .where('c.id', '=', chargeId)
    .executeTakeFirst()
  if (!row) return null
  const standing = await standingMarks(db, row.session_id, row.participant_id)
  return {
    ...row,
    cause: row.cause as ChargeCause,
    status: row.status as ChargeStatus,
    evidence: storedEvidence(row.evidence),
    standing,
  }
}
export type ChargeSeen = NonNullable<Awaited<ReturnType<typeof chargeOfHub>>>

/** The marks of one participant at one session that nobody has replaced. */
export const standingMarks = async (
  db: Reader,
  sessionId: string,
  participantId: string,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('standing_marks')
    .select('mark')
    .where('session_id', '=', sessionId)
    .where('participant_id', '=', participantId)
    .execute()
  return rows.map((row) => row.mark ?? '')
}

/** Whom a hub writes to about a place's charges: its lead participant, else the person concerned. */
export const payerOfPlace = (db: Reader, placeId: string, participantId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['e.id as personId', 'e.name', addressOf('e.id').as('address')])
    .where('a.place_id', '=', placeId)
    .where('e.erased_at', 'is', null)
    .where((where) => where.or([where('a.part', '=', 'lead'), where('a.id', '=', participantId)]))
    .orderBy(sql`a.part = 'lead' and a.to_on is null`, 'desc')
    .orderBy(sql`a.part = 'lead'`, 'desc')
    .limit(1)
    .executeTakeFirst()

export const chargeById = (db: Reader, chargeId: string) =>
  db.selectFrom('charges').select(['id', 'hub_id']).where('id', '=', chargeId).executeTakeFirst()
