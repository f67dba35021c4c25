import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { type GroupSeen, groupInSight } from '../groups/index.ts'
import { hubIdsOf, leadsGroup } from '../people/index.ts'
import type { PlaceStatus } from './place.ts'

export type PlaceSeen = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly town: string | null
  readonly urn: number | null
  readonly personId: string | null
  readonly peopleCount: number
  readonly status: PlaceStatus
  readonly respondBy: Temporal.Instant | null
  /** Whether whoever asks sees all of it: it is their hub's own, or they lead the group (domain rule 10). */
  readonly isOwn: boolean
}

// Whether a place `p` is all in the sight of whoever asks: a hub's own, and every one of the group to who leads it (domain rule 10).
const isOwn = ({ actor, today }: Context, group: GroupSeen) =>
  actor.kind === 'system' || leadsGroup(actor, group.id)
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from hubs_of_place(p.id, ${today}) w where w.hub_id = any(${[...hubIdsOf(actor)]}::uuid[]))`

/** The places of a group, those in force first. A place offered or ended is seen by the lead hub and the lead; a partner hub sees those that take part, and its own. */
export const placesOfGroup = async (context: Context, groupId: string): Promise<readonly PlaceSeen[]> => {
  const group = await groupInSight(context, groupId)
  return group ? placesInSight(context, group) : []
}

const placesSeen = (context: Context, group: GroupSeen) =>
  context.db
    .selectFrom('places as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(isOwn(context, group).as('isOwn'))
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      'o.name as organisation',
      'o.town',
      'o.urn',
      'p.person_id as personId',
      'p.people_count as peopleCount',
      'p.status',
      'p.respond_by as respondBy',
    ])
    .where('p.group_id', '=', group.id)
    .$if(group.sight === 'partner', (query) =>
      query.where((where) =>
        where.or([where('p.status', 'in', ['offered', 'held', 'completed']), isOwn(context, group)]),
      ),
    )
    .orderBy(sql`case p.status when 'held' then 1 when 'completed' then 1 when 'offered' then 2 else 3 end`)
    .orderBy('o.name')

/** The same of a group that is known already, in whose sight it was read. */
export const placesInSight = async (context: Context, group: GroupSeen): Promise<readonly PlaceSeen[]> => {
  if (group.sight === 'numbers') return []
  const rows = await placesSeen(context, group).execute()
  return rows.map((row) => ({ ...row, status: row.status as PlaceStatus }))
}

export type ParticipantSeen = {
  readonly id: string
  readonly placeId: string
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: string
  readonly part: 'lead' | 'other' | 'substitute'
  readonly post: string | null
  readonly status: string
  /** What the place tells in words of its own; what is needed altogether is `needs`. */
  readonly accessNeeds: string | null
  readonly needs: string | null
  /** Null where rule 10 keeps it from this hub, or when none is known. */
  readonly address: string | null
}

/** The people of a group today. A hub sees addresses only of its own organisations, a lead of the group all (domain rule 10). */
export const participantsOfGroup = async (context: Context, groupId: string): Promise<readonly ParticipantSeen[]> => {
  const group = await groupInSight(context, groupId)
  return group ? participantsInSight(context, group) : []
}

const peopleSeen = (context: Context, group: GroupSeen) =>
  context.db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'n.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select([
      'a.id',
      'a.place_id as placeId',
      'a.person_id as personId',
      'n.name',
      'o.id as organisationId',
      'o.name as organisation',
      'a.part',
      'a.post',
      'a.status',
      'a.access_needs as accessNeeds',
    ])
    .select(sql<string | null>`needs_in_words(a.needs, a.access_needs)`.as('needs'))
    .select(sql<string | null>`min(e.address::text)`.as('address'))
    .select(isOwn(context, group).as('isOwn'))
    .where('p.group_id', '=', group.id)
    .where('p.status', 'in', ['offered', 'held', 'completed'])
    .where('a.to_on', 'is', null)
    .groupBy(['a.id', 'n.id', 'o.id', 'p.id'])
    .orderBy('o.name')
    .orderBy(sql`case a.part when 'lead' then 1 when 'other' then 2 else 3 end`)
    .orderBy('n.name')

type Row = Omit<ParticipantSeen, 'part'> & { readonly part: string; readonly isOwn: boolean }

const withinSight = ({ isOwn, ...row }: Row): ParticipantSeen => ({
  ...row,
  part: row.part as ParticipantSeen['part'],
  address: isOwn ? row.address : null,
})

/** The same of a group that is known already, in whose sight it was read. */
export const participantsInSight = async (context: Context, group: GroupSeen): Promise<readonly ParticipantSeen[]> =>
  group.sight === 'numbers' ? [] : (await peopleSeen(context, group).execute()).map(withinSight)

type PlaceRow = Omit<PlaceSeen, 'respondBy'> & { readonly respondBy: string | null }

/** The places and the people of a group that is known already, asked for at once. */
export const placesAndPeopleInSight = async (
  context: Context,
  group: GroupSeen,
): Promise<{ readonly places: readonly PlaceSeen[]; readonly people: readonly ParticipantSeen[] }> => {
  if (group.sight === 'numbers') return { places: [], people: [] }
  const { rows } = await sql<{ places: readonly PlaceRow[]; people: readonly Row[] }>`
    select (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${placesSeen(context, group)}) x) as places,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${peopleSeen(context, group)}) x) as people`.execute(
    context.db,
  )
  const [found = { places: [], people: [] }] = rows
  return {
    places: found.places.map(({ respondBy, ...row }) => ({
      ...row,
      respondBy: respondBy === null ? null : Temporal.Instant.from(respondBy),
    })),
    people: found.people.map(withinSight),
  }
}
