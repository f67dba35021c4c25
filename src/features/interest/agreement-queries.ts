import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'
import { lineOf } from '../organisations/index.ts'
import { daysToReminder } from './status-sentence.ts'

/** An agreement that the headteacher of an organisation has given with another request, and that counts for this one. */
export type AgreementStanding = {
  readonly interestId: string
  readonly by: string
  readonly projectTitle: string
  readonly at: Temporal.Instant
}

/**
 * The agreement that an organisation has for a project already: given for the same project through another offer, or for
 * another project of its year where both accept one agreement for the year. It follows the organisation (domain rule 13).
 */
export const agreementStanding = async (
  db: Reader,
  input: { readonly organisationId: string; readonly projectId: string },
): Promise<AgreementStanding | null> => {
  const row = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('projects as own', (join) => join.on('own.id', '=', input.projectId))
    .select(['i.id', 'i.headteacher_name', 'i.headteacher_confirmed_at', 'p.title'])
    .where('i.organisation_id', '=', lineOf(input.organisationId))
    .where('i.headteacher_confirmed_at', 'is not', null)
    .whereRef('p.year', '=', 'own.year')
    .where((is) =>
      is.or([
        is('p.id', '=', input.projectId),
        is.and([is('p.agreement_for_year', '=', true), is('own.agreement_for_year', '=', true)]),
      ]),
    )
    .orderBy('i.headteacher_confirmed_at', 'desc')
    .executeTakeFirst()
  return row?.headteacher_confirmed_at
    ? {
        interestId: row.id,
        by: row.headteacher_name ?? 'Whoever speaks for it',
        projectTitle: row.title,
        at: row.headteacher_confirmed_at,
      }
    : null
}

const awaited = (db: Reader) =>
  db
    .selectFrom('expressions_of_interest')
    .select('id')
    .where('status', '=', 'received')
    .where('headteacher_answer_by', 'is not', null)
    .where('headteacher_ended_at', 'is', null)
    .orderBy('id')
    .limit(200)

const mostReminders = 1000

/** Reminders of headteachers who have had half of their time, wanted by the end of a day, where none has been sent. */
export const headteacherReminders = async (
  { db, now }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly PlannedMail[]> => {
  const endOfDay = localInstant(until.add({ days: 1 }), Temporal.PlainTime.from('00:00'))
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('projects as j', 'j.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'f.hub_id as hubId', 'j.title as of', 'o.name as about', 'o.authority_code as authority'])
    .select(['i.headteacher_name as name', 'i.headteacher_email as email'])
    .select(['i.headteacher_asked_at as askedAt', 'i.headteacher_answer_by as answerBy'])
    .where('i.status', '=', 'received')
    .where('i.headteacher_ended_at', 'is', null)
    .where('i.headteacher_reminded_at', 'is', null)
    .where('i.headteacher_asked_at', '<', endOfDay.subtract({ hours: 24 * daysToReminder }))
    .where('i.headteacher_answer_by', '>', now)
    .$if(hubId !== null, (query) => query.where('f.hub_id', '=', hubId ?? ''))
    .$if(subjectId !== null, (query) => query.where('i.id', '=', subjectId ?? ''))
    .orderBy('i.id')
    .limit(mostReminders)
    .execute()
  return rows.map(({ name, email, askedAt, answerBy, ...row }) => {
    const lastDay = (answerBy ?? now).subtract({ hours: 24 })
    const wanted = (askedAt ?? now).add({ hours: 24 * daysToReminder })
    return {
      ...row,
      kind: 'headteacher-reminder',
      subjectId: row.id,
      forDate: localDate(answerBy ?? now),
      wanted,
      notAfter: lastDay,
      reader: { name: name ?? email ?? 'The headteacher', organisation: row.about },
    }
  })
}

/** Requests whose headteacher has not answered in time. */
export const headteachersSilent = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> =>
  (await awaited(db).where('headteacher_answer_by', '<=', now).execute()).map(({ id }) => id)
