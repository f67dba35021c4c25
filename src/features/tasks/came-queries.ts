import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { TaskReader } from './task.ts'

export type CameOfTask = {
  readonly id: string
  readonly title: string
  readonly session: number | null
  readonly asked: number
  readonly returned: number
  readonly reflections: readonly {
    readonly name: string
    readonly organisation: string
    readonly reflection: string
    readonly hasFile: boolean
  }[]
}

/** What came of each task of a group, in the order they were set: how many returned it, and what they wrote. As far as it is for whoever reads, of those who work on the group. */
export const whatCameOfTasks = async (
  db: Reader,
  groupId: string,
  reader: TaskReader,
): Promise<readonly CameOfTask[]> =>
  (
    await sql<CameOfTask>`
    select t.id, t.title, s.number as session,
      (select count(*)::int from task_requests q where q.task_id = t.id) as asked,
      (select count(*)::int from reflections r where r.task_id = t.id) as returned,
      coalesce((select jsonb_agg(jsonb_build_object('name', e.name, 'organisation', o.name, 'reflection', r.reflection,
          'hasFile', exists (select from reflection_files f where f.task_id = r.task_id and f.participant_id = r.participant_id)) order by o.name, e.name)
        from reflections r join participants a on a.id = r.participant_id join people e on e.id = a.person_id
          join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id where r.task_id = t.id
          and (${reader.sight === 'all'} or t.shared_with = 'group' or exists (select from hubs_of_place(p.id, ${reader.today}) w where w.hub_id = any(${[...reader.hubIds]}::uuid[])))), '[]') as reflections
    from tasks t left join sessions s on s.id = t.session_id where t.group_id = ${groupId} order by t.set_at, t.id`.execute(
      db,
    )
  ).rows

/** The tasks of all groups of a project, in numbers alone. */
export const tasksInNumbers = async (db: Reader, projectId: string) => {
  const { rows } = await sql<{ tasks: number; groups: number; asked: number; returned: number; files: number }>`
    select count(*)::int as tasks, count(distinct t.group_id)::int as groups, coalesce(sum(x.asked), 0)::int as asked,
      coalesce(sum(x.returned), 0)::int as returned, coalesce(sum(x.files), 0)::int as files
    from tasks t join groups g on g.id = t.group_id cross join lateral (
      select (select count(*) from task_requests q where q.task_id = t.id) as asked, (select count(*) from reflections r where r.task_id = t.id) as returned,
        (select count(*) from reflection_files f where f.task_id = t.id) as files) x
    where g.project_id = ${projectId}`.execute(db)
  return rows[0] ?? { tasks: 0, groups: 0, asked: 0, returned: 0, files: 0 }
}
