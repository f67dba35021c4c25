import { type RawBuilder, sql } from 'kysely'
import type { SuccessorAwaited } from './session.ts'

/** As the database gives it within an object: its day is still text. */
export type AwaitedRow = Omit<SuccessorAwaited, 'byOn'> & { readonly byOn: string }

/** Who has left a group, and by when their school names who follows. */
export const successorsAwaited = (groupId: string): RawBuilder<AwaitedRow> => sql<AwaitedRow>`
  select s.participant_id as "participantId", p.id as "placeId", n.name as person, o.name as organisation, s.by_on as "byOn", s.said_nobody_at is not null as "saysNobody", s.exception
  from successors_asked s join places p on p.id = s.place_id join organisations o on o.id = p.organisation_id
    join participants a on a.id = s.participant_id join people n on n.id = a.person_id
  where p.group_id = ${groupId} and s.status = 'open' order by s.by_on, o.name, s.participant_id`

export const awaitedOf = (row: AwaitedRow): SuccessorAwaited => ({ ...row, byOn: Temporal.PlainDate.from(row.byOn) })
