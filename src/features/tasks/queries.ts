import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type DatedSession, daysOfReminder, type SharedWith } from './task.ts'

/** The sessions of a group, as far as tasks need them. */
export const datedSessions = async (db: Reader, groupId: string): Promise<readonly DatedSession[]> =>
  db
    .selectFrom('sessions')
    .select(['id', 'number', 'status', 'on_date as onDate', 'starts_at as startsAt'])
    .where('group_id', '=', groupId)
    .orderBy('number')
    .execute()

/** The tasks of a group, the latest first, with how many were asked and how many have answered. */
export const tasksOfGroup = (db: Reader, groupId: string) =>
  db
    .selectFrom('tasks as t')
    .leftJoin('sessions as s', 's.id', 't.session_id')
    .select(['t.id', 't.title', 't.due_on', 't.shared_with', 's.number as session'])
    .select(sql<number>`(select count(*) from task_requests r where r.task_id = t.id)`.as('asked'))
    .select(sql<number>`(select count(*) from reflections r where r.task_id = t.id)`.as('returned'))
    .where('t.group_id', '=', groupId)
    .orderBy('t.set_at', 'desc')
    .execute()

/** One task of a group. */
export const taskOfGroup = async (db: Reader, groupId: string, taskId: string) => {
  const row = await db
    .selectFrom('tasks as t')
    .leftJoin('sessions as s', 's.id', 't.session_id')
    .select(['t.id', 't.title', 't.brief', 't.due_on', 't.shared_with', 't.session_id', 's.number as session'])
    .select('t.follows_next as followsNext')
    .where('t.group_id', '=', groupId)
    .where('t.id', '=', taskId)
    .executeTakeFirst()
  return row ? { ...row, shared_with: row.shared_with as SharedWith } : null
}

/** Tasks that are due before the session after their own, and follow it, of which nobody has been told yet what came. */
export const tasksThatFollow = (db: Reader) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('groups as g', 'g.id', 't.group_id')
    .select(['t.id', 't.group_id as groupId', 't.session_id as sessionId', 't.due_on as dueOn'])
    .where('t.follows_next', '=', true)
    .where('t.digest_told_at', 'is', null)
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('t.id')
    .execute()

/** Who was asked for a reflection, with what they returned. */
export const answersTo = (db: Reader, taskId: string) =>
  db
    .selectFrom('task_requests as q')
    .innerJoin('participants as a', 'a.id', 'q.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('reflections as r', (join) =>
      join.onRef('r.task_id', '=', 'q.task_id').onRef('r.participant_id', '=', 'q.participant_id'),
    )
    .leftJoin('reflection_files as f', (join) =>
      join.onRef('f.task_id', '=', 'q.task_id').onRef('f.participant_id', '=', 'q.participant_id'),
    )
    .select(['q.participant_id', 'e.name', 'o.name as organisation', 'r.reflection', 'r.returned_at', 'r.changed_at'])
    .select(['f.id as file_id', 'f.name as file_name', 'f.bytes as file_bytes'])
    .where('q.task_id', '=', taskId)
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

/** What a personal link of a task stands for: the task, who was asked, and their reflection so far. */
export const requestById = async (db: Reader, requestId: string) => {
  const row = await db
    .selectFrom('task_requests as q')
    .innerJoin('tasks as t', 't.id', 'q.task_id')
    .innerJoin('groups as g', 'g.id', 't.group_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .innerJoin('participants as a', 'a.id', 'q.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .leftJoin('reflections as r', (join) =>
      join.onRef('r.task_id', '=', 'q.task_id').onRef('r.participant_id', '=', 'q.participant_id'),
    )
    .leftJoin('reflection_files as f', (join) =>
      join.onRef('f.task_id', '=', 'q.task_id').onRef('f.participant_id', '=', 'q.participant_id'),
    )
    .select(['f.id as file_id', 'f.name as file_name', 'f.bytes as file_bytes'])
    .select(['q.id', 'q.participant_id', 't.id as task_id', 't.title', 't.brief', 't.due_on', 't.shared_with'])
    .select(['t.session_id', 'g.id as group_id', 'g.name as group', 'g.status as group_status', 'j.title as project'])
    .select(['e.name', 'a.to_on as left_on', 'r.reflection', 'r.returned_at', 'r.changed_at'])
    .where('q.id', '=', requestId)
    .where('e.erased_at', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, shared_with: row.shared_with as SharedWith } : null
}
export type RequestSeen = NonNullable<Awaited<ReturnType<typeof requestById>>>

/** Requests without an answer whose task is due in three days or less, not yet reminded of. */
export const requestsToRemindOf = (db: Reader, today: Temporal.PlainDate) =>
  db
    .selectFrom('task_requests as q')
    .innerJoin('tasks as t', 't.id', 'q.task_id')
    .innerJoin('groups as g', 'g.id', 't.group_id')
    .innerJoin('participants as a', 'a.id', 'q.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select([
      'q.id',
      't.id as task_id',
      't.title',
      't.due_on',
      'g.id as group_id',
      'g.name as group',
      'g.hub_id as hubId',
      'o.authority_code as authority',
      'e.id as person_id',
      'e.name',
    ])
    .select(
      sql<
        string | null
      >`(select m.address::text from email_addresses m where m.person_id = e.id and m.to_at is null and m.is_primary
        order by m.confirmed_at is null, m.from_at desc limit 1)`.as('address'),
    )
    .where('q.reminded_at', 'is', null)
    .where('t.due_on', '>=', today)
    .where('t.due_on', '<=', today.add({ days: daysOfReminder }))
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .where('a.to_on', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('reflections as r')
            .select('r.id')
            .whereRef('r.task_id', '=', 'q.task_id')
            .whereRef('r.participant_id', '=', 'q.participant_id'),
        ),
      ),
    )
    .execute()

/** A file that came with a reflection on a task, with what is in it. */
export const fileOfTask = (db: Reader, which: { id: string; taskId: string }) =>
  db
    .selectFrom('reflection_files')
    .select(['id', 'participant_id', 'name', 'type', 'content'])
    .where('id', '=', which.id)
    .where('task_id', '=', which.taskId)
    .executeTakeFirst()

export type TaskToTell = {
  readonly id: string
  readonly hubId: string
  readonly title: string
  readonly groupId: string
  readonly group: string
  readonly asked: number
  readonly returned: number
  readonly missing: readonly { readonly name: string; readonly organisation: string }[]
  readonly leads: readonly { readonly id: string; readonly name: string; readonly address: string | null }[]
}

/** Tasks whose day has passed, or that everybody has returned, of which the leads of the group have not been told what came. */
export const tasksToTell = async (db: Reader, today: Temporal.PlainDate): Promise<readonly TaskToTell[]> => {
  const { rows } = await sql<TaskToTell>`
    with answered as (
      select q.task_id, e.name, o.name as organisation, r.id is not null as is_returned
      from task_requests q join tasks t on t.id = q.task_id join participants a on a.id = q.participant_id
        join people e on e.id = a.person_id join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id
        left join reflections r on r.task_id = q.task_id and r.participant_id = q.participant_id
      where t.digest_told_at is null and (r.id is not null or (a.to_on is null and e.erased_at is null))
    )
    select t.id, t.title, g.id as "groupId", g.hub_id as "hubId", g.name as "group", count(*)::int as asked, (count(*) filter (where w.is_returned))::int as returned,
      coalesce(json_agg(json_build_object('name', w.name, 'organisation', w.organisation) order by w.organisation, w.name)
        filter (where not w.is_returned), '[]') as missing,
      coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'address',
          (select m.address::text from email_addresses m where m.person_id = l.id and m.to_at is null and m.is_primary
            order by m.confirmed_at is null, m.from_at desc limit 1)) order by l.name)
        from roles x join people l on l.id = x.person_id
        where x.role = 'group_lead' and x.group_id = g.id and x.from_on <= ${today} and (x.to_on is null or x.to_on >= ${today})
          and l.erased_at is null), '[]') as leads
    from tasks t join groups g on g.id = t.group_id join answered w on w.task_id = t.id
    where t.digest_told_at is null and g.status in ('forming', 'confirmed', 'running')
    group by t.id, g.id having t.due_on < ${today} or bool_and(w.is_returned)
    order by t.id`.execute(db)
  return rows
}
