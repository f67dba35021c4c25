import type { Context } from '../../platform/context.ts'
import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'

const hoursToAnswer = 24

/** Reminders of offered places without an answer, wanted by the end of a day. */
export const placeReminders = async (
  { db, now }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly PlannedMail[]> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['i.id', 'f.hub_id as hubId', 'g.name as of', 'o.name as about', 'o.authority_code as authority'])
    .select(['i.sender_name as name', 'i.remind_at as remindAt', 'p.respond_by as respondBy'])
    .where('i.status', '=', 'offered')
    .where('i.remind_at', '<', localInstant(until.add({ days: 1 }), Temporal.PlainTime.from('00:00')))
    .where('p.respond_by', '>', now)
    .$if(hubId !== null, (query) => query.where('f.hub_id', '=', hubId ?? ''))
    .$if(subjectId !== null, (query) => query.where('i.id', '=', subjectId ?? ''))
    .orderBy('i.remind_at')
    .orderBy('i.id')
    .execute()
  return rows.map(({ name, remindAt, respondBy, ...row }) => {
    const [wanted, end] = [remindAt ?? now, respondBy ?? now]
    const lastMoment = end.subtract({ hours: hoursToAnswer })
    return {
      ...row,
      kind: 'place-reminder',
      subjectId: row.id,
      forDate: localDate(end),
      wanted,
      notAfter: Temporal.Instant.compare(lastMoment, wanted) > 0 ? lastMoment : wanted,
      reader: { name, organisation: row.about },
    }
  })
}
