import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** The hubs that know a person: they work there, lead one of its groups, take part for a place of its own, or asked it for something. */
export const hubsKnowing = async (db: Reader, personId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select hub_id as id from roles where person_id = ${personId} and hub_id is not null
    union select g.hub_id from roles r join groups g on g.id = r.group_id where r.person_id = ${personId}
    union select w.hub_id from participants a cross join lateral hubs_of_place(a.place_id) w where a.person_id = ${personId}
    union select o.hub_id from expressions_of_interest i join offers o on o.id = i.offer_id
      where i.sender_person_id = ${personId} or i.person_id = ${personId}
    union select o.hub_id from interest_people n join expressions_of_interest i on i.id = n.interest_id join offers o on o.id = i.offer_id
      where n.person_id = ${personId}`.execute(db)
  return rows.map(({ id }) => id)
}
