import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { actingOf } from '../../vocabulary/actor.ts'
import { isId } from '../../vocabulary/ids.ts'
import { mayReadNames, mayReadPart } from './policy.ts'

/** Everybody who took or takes part in a group, with whether they do today. */
export const partsOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id as participantId', 'a.person_id as personId', 'e.name', 'a.part', 'p.id as placeId'])
    .select(['p.organisation_id as organisationId', 'o.name as organisation'])
    .select(sql<boolean>`a.to_on is null and p.status in ('held', 'completed')`.as('isHere'))
    .where('p.group_id', '=', groupId)
    .where('p.status', 'in', ['held', 'completed', 'released', 'left'])
    .where('e.erased_at', 'is', null)
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

const groupOf = (db: Reader, groupId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('groups as g')
    .innerJoin('projects as r', 'r.id', 'g.project_id')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'g.hub_id').on('n.to_on', 'is', null))
    .select(['g.id', 'g.name', 'g.year', 'g.hub_id as hubId', 'r.title as project', 'n.name as hub'])
    .select(
      sql<
        string[]
      >`array(select l.name from roles o join people l on l.id = o.person_id where o.group_id = g.id and o.role = 'group_lead'
        and (o.to_on is null or o.to_on >= ${today}) order by l.name)`.as('leads'),
    )
    .where('g.id', '=', groupId)
    .executeTakeFirst()

/** A group as those read it who take part in it or lead a school that does: their own people, and for who takes part the names of all. Null for everybody else (domain rule 9). */
export const ownPartIn = async (context: Context, groupId: string) => {
  if (!isId(groupId)) return null
  const [group, parts] = await Promise.all([groupOf(context.db, groupId, context.today), partsOf(context.db, groupId)])
  const within = actingOf(context.actor)?.hubIds ?? null
  if (!group || (within !== null && !within.includes(group.hubId))) return null
  const own = parts.filter((part) => mayReadPart(context.actor, part))
  if (own.length === 0) return null
  const here = parts.filter(({ isHere, part }) => isHere && part !== 'substitute')
  return { group, own, everybody: mayReadNames(context.actor, here) ? here : null }
}

const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

/** The tasks that were set to some who take part, with whether each has returned a reflection. */
export const tasksOf = (db: Reader, participantIds: readonly string[]) =>
  db
    .selectFrom('task_requests as q')
    .innerJoin('tasks as t', 't.id', 'q.task_id')
    .innerJoin('participants as a', 'a.id', 'q.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .leftJoin('reflections as r', (join) =>
      join.onRef('r.task_id', '=', 'q.task_id').onRef('r.participant_id', '=', 'q.participant_id'),
    )
    .select(['q.id as requestId', 'e.id as personId', 'e.name', 't.title', 't.due_on as dueOn'])
    .select('r.returned_at as returnedAt')
    .where(among('q.participant_id', participantIds))
    .orderBy('t.due_on')
    .orderBy('e.name')
    .execute()

/** What is or was asked of some who take part by a policy they agreed to. */
export const chargesOf = (db: Reader, participantIds: readonly string[]) =>
  db
    .selectFrom('charges as c')
    .innerJoin('sessions as s', 's.id', 'c.session_id')
    .innerJoin('participants as a', 'a.id', 'c.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['c.id', 'c.cause', 'c.amount_pence as pence', 'c.status', 's.number as session', 's.on_date as onDate'])
    .select('e.name')
    .where(among('c.participant_id', participantIds))
    .orderBy('c.proposed_at', 'desc')
    .execute()
