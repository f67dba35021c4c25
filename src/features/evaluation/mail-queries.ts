import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'

export type AskingToCome = PlannedMail & {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly group: string
  readonly groupId: string
  readonly project: string
  readonly questions: number
  readonly closesOn: Temporal.PlainDate
}

// Whoever is asked needs a week to answer in.
const daysToAnswer = 7
const midday = Temporal.PlainTime.from('12:00')

/** Those who take part in a group whose evaluation is open, and have not been asked yet. */
export const askingsToCome = async (
  { db, today }: Context,
  { hubId, subjectId }: MailAsked,
): Promise<readonly AskingToCome[]> => {
  const rows = await db
    .selectFrom('evaluations as v')
    .innerJoin('groups as g', 'g.id', 'v.group_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .innerJoin('places as p', 'p.group_id', 'g.id')
    .innerJoin('participants as a', 'a.place_id', 'p.id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('email_addresses as m', (join) =>
      join.onRef('m.person_id', '=', 'e.id').on('m.to_at', 'is', null).on('m.is_primary', '=', true),
    )
    .select(['v.id as evaluationId', 'v.opened_at as openedAt', 'v.closes_on as closesOn', 'a.id as participantId'])
    .select(['g.id as groupId', 'g.name as group', 'g.hub_id as hubId', 'j.title as project'])
    .select(['e.id as personId', 'e.name', 'm.address', 'o.name as organisation', 'o.authority_code as authority'])
    .select(
      sql<number>`(select count(*)::int from evaluation_questions q where q.evaluation_id = v.id)`.as('questions'),
    )
    .where('v.closes_on', '>=', today)
    .where('g.status', 'not in', ['cancelled', 'merged'])
    .where('p.status', 'in', ['held', 'completed'])
    .where('a.part', '<>', 'substitute')
    .where('a.to_on', 'is', null)
    .where('e.erased_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('evaluation_requests as r')
            .select('r.participant_id')
            .whereRef('r.evaluation_id', '=', 'v.id')
            .whereRef('r.participant_id', '=', 'a.id'),
        ),
      ),
    )
    .$if(hubId !== null, (query) => query.where('g.hub_id', '=', hubId ?? ''))
    .$if(subjectId !== null, (query) => query.where('v.id', '=', subjectId ?? ''))
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()
  return rows.map(({ evaluationId, openedAt, organisation, ...row }) => ({
    ...row,
    kind: 'evaluation',
    id: row.participantId,
    subjectId: evaluationId,
    forDate: row.closesOn,
    about: row.project,
    of: row.group,
    wanted: openedAt,
    notAfter: localInstant(row.closesOn.subtract({ days: daysToAnswer }), midday),
    reader: { name: row.name, organisation },
  }))
}
