import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'
import { daysOfReminder, type Missing, morning, reminderFor } from './task.ts'

export type ReminderToCome = PlannedMail & {
  readonly taskId: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly group: string
  readonly personId: string
  readonly name: string
  readonly address: string | null
}

/** Reminders of requests without an answer: those wanted until a day, of which nobody has been reminded. */
export const remindersToCome = async (
  { db, today }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly ReminderToCome[]> => {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('task_requests as q', 'q.task_id', 't.id')
    .innerJoin('groups as g', 'g.id', 't.group_id')
    .innerJoin('participants as a', 'a.id', 'q.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select(['q.id', 't.id as taskId', 't.title', 't.due_on as dueOn', 'g.name as group', 'g.hub_id as hubId'])
    .select(['o.name as organisation', 'o.authority_code as authority', 'e.id as personId', 'e.name'])
    .select(
      sql<
        string | null
      >`(select m.address::text from email_addresses m where m.person_id = e.id and m.to_at is null and m.is_primary
        order by m.confirmed_at is null, m.from_at desc limit 1)`.as('address'),
    )
    .where('q.reminded_at', 'is', null)
    .where('t.due_on', '>=', today)
    .where('t.due_on', '<=', until.add({ days: daysOfReminder }))
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .where('a.to_on', 'is', null)
    .where('e.erased_at', 'is', null)
    .$if(hubId !== null, (query) => query.where('g.hub_id', '=', hubId))
    .$if(subjectId !== null, (query) => query.where('t.id', '=', subjectId))
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
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()
  return rows.map(({ organisation, ...row }) => ({
    ...row,
    ...reminderFor(row.dueOn),
    kind: 'task-reminder',
    subjectId: row.taskId,
    forDate: row.dueOn,
    about: row.title,
    of: row.group,
    reader: { name: row.name, organisation },
  }))
}

type Lead = { readonly id: string; readonly name: string; readonly address: string | null }

type Came = {
  readonly id: string
  readonly hubId: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly groupId: string
  readonly group: string
  readonly asked: number
  readonly returned: number
  readonly missing: readonly Missing[]
  readonly leads: readonly Lead[]
}

// Nobody waits for it, but over Christmas it is not put off for ever.
const hoursADigestServes = 24 * 14

const digestOf = (came: Came, now: Temporal.Instant) => {
  const dayAfter = localInstant(came.dueOn.add({ days: 1 }), morning)
  const isLater = came.missing.length > 0 && Temporal.Instant.compare(dayAfter, now) > 0
  const wanted = isLater ? dayAfter : now
  return {
    kind: 'task-digest' as const,
    subjectId: came.id,
    forDate: came.dueOn,
    about: came.title,
    of: came.group,
    authority: null,
    wanted,
    notAfter: wanted.add({ hours: hoursADigestServes }),
  }
}
export type DigestToCome = Came & ReturnType<typeof digestOf>

/** Tasks of which the leads of the group have still to be told what came: when everybody has answered, or from the day after they were due. */
export const digestsToCome = async (
  { db, today, now }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly DigestToCome[]> => {
  const { rows } = await sql<Omit<Came, 'dueOn'> & { readonly dueOn: Temporal.PlainDate }>`
    with answered as (
      select q.task_id, e.name, o.name as organisation, r.id is not null as is_returned
      from tasks t join groups g on g.id = t.group_id join task_requests q on q.task_id = t.id join participants a on a.id = q.participant_id
        join people e on e.id = a.person_id join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id
        left join reflections r on r.task_id = q.task_id and r.participant_id = q.participant_id
      where t.digest_told_at is null and g.status in ('forming', 'confirmed', 'running')
        and (${hubId}::uuid is null or g.hub_id = ${hubId}) and (${subjectId}::uuid is null or t.id = ${subjectId})
        and (r.id is not null or (a.to_on is null and e.erased_at is null))
    )
    select t.id, t.title, t.due_on as "dueOn", g.id as "groupId", g.hub_id as "hubId", g.name as "group", count(*)::int as asked, (count(*) filter (where w.is_returned))::int as returned,
      coalesce(json_agg(json_build_object('name', w.name, 'organisation', w.organisation) order by w.organisation, w.name)
        filter (where not w.is_returned), '[]') as missing,
      coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'address',
          (select m.address::text from email_addresses m where m.person_id = l.id and m.to_at is null and m.is_primary
            order by m.confirmed_at is null, m.from_at desc limit 1)) order by l.name)
        from roles x join people l on l.id = x.person_id
        where x.role = 'group_lead' and x.group_id = g.id and x.from_on <= ${today} and (x.to_on is null or x.to_on >= ${today})
          and l.erased_at is null), '[]') as leads
    from answered w join tasks t on t.id = w.task_id join groups g on g.id = t.group_id
    group by t.id, g.id having t.due_on < ${until} or bool_and(w.is_returned)
    order by t.id`.execute(db)
  return rows.map((row) => ({ ...row, ...digestOf(row, now) }))
}
