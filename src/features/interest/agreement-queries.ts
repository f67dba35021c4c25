import type { Reader } from '../../platform/database/index.ts'
import { goingNowOf } from '../mail-times/index.ts'
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

/** Requests whose headteacher has had half of the time, and no reminder: those whose reminder goes now, by day and outside their holidays. */
export const headteachersToRemind = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> => {
  const due = await awaited(db)
    .select((of) => [
      'headteacher_answer_by as answerBy',
      of
        .selectFrom('offers as f')
        .select('f.hub_id')
        .whereRef('f.id', '=', 'expressions_of_interest.offer_id')
        .as('hubId'),
      of
        .selectFrom('organisations as o')
        .select('o.authority_code')
        .whereRef('o.id', '=', 'expressions_of_interest.organisation_id')
        .as('authority'),
    ])
    .where('headteacher_reminded_at', 'is', null)
    .where('headteacher_asked_at', '<=', now.subtract({ hours: 24 * daysToReminder }))
    .where('headteacher_answer_by', '>', now)
    .execute()
  const waiting = due.map(({ id, hubId, authority, answerBy }) => {
    const lastDay = (answerBy ?? now).subtract({ hours: 24 })
    return { id, hubId: hubId ?? '', authority, wanted: now, notAfter: lastDay }
  })
  return (await goingNowOf(db, waiting, now)).map(({ id }) => id)
}

/** Requests whose headteacher has not answered in time. */
export const headteachersSilent = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> =>
  (await awaited(db).where('headteacher_answer_by', '<=', now).execute()).map(({ id }) => id)
