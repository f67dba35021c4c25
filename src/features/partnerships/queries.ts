import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Partnership, PartnershipKey, SchoolInTrust } from './partnership.ts'

export const partnershipAt = async (
  db: Reader,
  { providerId, partnerId, year }: PartnershipKey,
): Promise<Partnership | null> => {
  const row = await db
    .selectFrom('itt_partnerships as k')
    .innerJoin('organisations as p', 'p.id', 'k.provider_id')
    .innerJoin('organisations as o', 'o.id', 'k.partner_id')
    .select(['p.id as providerId', 'p.name as provider', 'o.id as partnerId', 'o.name as partner', 'k.ended_on'])
    .where('k.provider_id', '=', providerId)
    .where('k.partner_id', '=', partnerId)
    .where('k.year', '=', year)
    .executeTakeFirst()
  if (!row) return null
  return {
    provider: { id: row.providerId, name: row.provider },
    partner: { id: row.partnerId, name: row.partner },
    year,
    endedOn: row.ended_on,
  }
}

/** Whether a body was accredited on some day between two. */
export const isAccreditedWithin = async (
  db: Reader,
  id: string,
  [from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<boolean> =>
  (await db
    .selectFrom('itt_accreditations')
    .select('id')
    .where('organisation_id', '=', id)
    .where(sql<boolean>`coalesce(from_on, '-infinity') <= ${to} and coalesce(to_on, 'infinity') > ${from}`)
    .executeTakeFirst()) !== undefined

/** A school and its trust; nothing of a body that is no school. */
export const schoolInTrust = async (db: Reader, id: string): Promise<SchoolInTrust | null> => {
  const row = await db
    .selectFrom('organisations as o')
    .leftJoin('trust_memberships as m', (join) =>
      join.onRef('m.organisation_id', '=', 'o.id').on('m.to_on', 'is', null),
    )
    .leftJoin('organisations as t', 't.id', 'm.trust_id')
    .leftJoin('trusts_by_hand as h', 'h.organisation_id', 'o.id')
    .select(['o.id', 'o.name', 'o.status', 't.id as trustId', 't.name as trust', 't.trust_code', 'm.from_on'])
    .select('h.organisation_id as byHand')
    .where('o.id', '=', id)
    .where('o.kind', '=', 'school')
    .executeTakeFirst()
  if (!row) return null
  const { trustId, trust } = row
  return {
    school: { id: row.id, name: row.name, status: row.status },
    trust: trustId && trust ? { id: trustId, name: trust, code: row.trust_code, from: row.from_on } : null,
    isByHand: row.byHand !== null,
  }
}
