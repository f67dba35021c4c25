import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type DatedSession, isReadBy, type SharedWith, type TaskReader } from './task.ts'

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

/** Who was asked for a reflection, with what they returned as far as it is for whoever reads. */
export const answersSeen = async (
  db: Reader,
  task: { readonly id: string; readonly shared_with: SharedWith },
  reader: TaskReader,
) => {
  const { rows } = await sql<{ id: string }>`
    select a.id from task_requests q join participants a on a.id = q.participant_id
    where q.task_id = ${task.id} and exists (select from hubs_of_place(a.place_id, ${reader.today}) w where w.hub_id = any(${[...reader.hubIds]}::uuid[]))`.execute(
    db,
  )
  const own = new Set(rows.map(({ id }) => id))
  return (await answersTo(db, task.id)).map((answer) => {
    const isOwn = own.has(answer.participant_id)
    const isHidden = answer.reflection !== null && !isReadBy(reader.sight, { sharedWith: task.shared_with, isOwn })
    return isHidden ? { ...answer, isHidden, reflection: '', file_id: null } : { ...answer, isHidden }
  })
}

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

/** A file that came with a reflection on a task, with what is in it. */
export const fileOfTask = (db: Reader, which: { id: string; taskId: string }) =>
  db
    .selectFrom('reflection_files')
    .select(['id', 'participant_id', 'name', 'type', 'content'])
    .where('id', '=', which.id)
    .where('task_id', '=', which.taskId)
    .executeTakeFirst()
