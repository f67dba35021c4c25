import type { Reader } from '../../platform/database/index.ts'
import type { Actor, Role, RoleName } from '../../vocabulary/actor.ts'

type RoleRow = {
  readonly role: string | null
  readonly hub_id: string | null
  readonly slug: string | null
  readonly group_id: string | null
  readonly organisation_id: string | null
}

const rolesIn = (rows: readonly RoleRow[]): readonly Role[] =>
  rows.flatMap(({ role, hub_id, slug, group_id, organisation_id }) =>
    role === null
      ? []
      : [{ name: role as RoleName, hubId: hub_id, hubSlug: slug, groupId: group_id, organisationId: organisation_id }],
  )

/** People with the roles they hold today, a row for each role: asked anew by every request. */
export const peopleWithRoles = (db: Reader, today: Temporal.PlainDate) =>
  db
    .selectFrom('people as p')
    .leftJoin('roles as r', (join) =>
      join
        .onRef('r.person_id', '=', 'p.id')
        .on('r.from_on', '<=', today)
        .on((on) => on.or([on('r.to_on', 'is', null), on('r.to_on', '>=', today)])),
    )
    .leftJoin('hubs as h', 'h.id', 'r.hub_id')
    .select(['p.id', 'p.name', 'r.role', 'r.hub_id', 'h.slug', 'r.group_id', 'r.organisation_id'])
    .where('p.erased_at', 'is', null)

/** The person whom these rows are of, with their roles; null without a row. */
export const actorIn = (rows: readonly (RoleRow & { readonly id: string; readonly name: string })[]): Actor | null => {
  const [first] = rows
  return first ? { kind: 'person', personId: first.id, name: first.name, roles: rolesIn(rows) } : null
}

/** A person as an actor, with the roles held on a day: for work that goes on in their name after they have left the page. */
export const actorOfPerson = async (db: Reader, personId: string, today: Temporal.PlainDate): Promise<Actor> =>
  actorIn(await peopleWithRoles(db, today).where('p.id', '=', personId).execute()) ?? { kind: 'visitor' }
