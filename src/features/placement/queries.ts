import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { weekdays } from '../../vocabulary/weekdays.ts'
import { roomLeftFor, roomOfGroups } from '../groups/index.ts'
import { type InterestToPlace, interestToPlace } from '../place-offers/index.ts'
import type { Applicant, GroupToFill, Instance } from '../placement-solving/index.ts'
import { minutesToVenues } from '../travel-times/index.ts'
import { type Asked, agreedLimit, agreedMinutes, type Pin, rulesOf } from './asked.ts'
import { clashesOf, continuedBy, daysOfGroups, phasesInGroups, phasesOfRequests } from './facts-queries.ts'
import { groupsThatMayOpen } from './opening-queries.ts'
import { phaseCounted } from './phase.ts'
import { standingsAmong } from './standing.ts'

type GroupThere = Omit<GroupToFill, 'phasesTaken' | 'days'>

const rowsOfGroups = (db: Reader, offerIds: readonly string[]) =>
  db
    .selectFrom('groups as g')
    .leftJoin('venues as v', 'v.id', 'g.venue_id')
    .select(['g.id', 'g.offer_id', 'g.name', 'g.theme_id', 'g.organisations_taken', 'g.organisations_minimum'])
    .select(['g.venue_id', 'v.easting', 'v.northing'])
    // Those of the offers, and those of the same project that other hubs hold and share with this one.
    .where(
      sql<boolean>`(g.offer_id = any(${offerIds}::uuid[]) or exists (select from group_partner_hubs s
        join offers o on o.hub_id = s.hub_id and o.project_id = g.project_id
        where s.group_id = g.id and o.id = any(${offerIds}::uuid[])))`,
    )
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .orderBy('g.name')
    .orderBy('g.id')
    .execute()

const groupsThere = async (db: Reader, offerIds: readonly string[]): Promise<readonly GroupThere[]> => {
  const [rows, [offer]] = await Promise.all([rowsOfGroups(db, offerIds), offersById(db, offerIds)])
  const rooms = await roomOfGroups(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const room = rooms.get(row.id)
    const left = room && offer ? roomLeftFor(room, offer.hubId) : { organisations: 0, people: 0 }
    return {
      id: row.id,
      offerId: row.offer_id ?? '',
      name: row.name,
      at: row.easting !== null && row.northing !== null ? { easting: row.easting, northing: row.northing } : null,
      venueId: row.venue_id,
      themeId: row.theme_id,
      organisationsTaken: row.organisations_taken,
      organisationsLeft: left.organisations,
      peopleLeft: left.people,
      minimum: row.organisations_minimum,
      isNew: false,
    }
  })
}

/** Groups of offers that take places, with the room they have left, where they meet and whom they hold. */
export const groupsToFill = async (
  db: Reader,
  offerIds: readonly string[],
  { keepMinimum }: Pick<Asked, 'keepMinimum'>,
): Promise<readonly GroupToFill[]> => {
  const there = offerIds.length > 0 ? await groupsThere(db, offerIds) : []
  const ids = there.map(({ id }) => id)
  const [days, taken] = await Promise.all([daysOfGroups(db, ids), phasesInGroups(db, ids)])
  return there.map((group) => {
    const phasesTaken: Record<string, number> = {}
    for (const { groupId, phase, organisations } of taken) {
      const counted = phaseCounted(phase)
      if (groupId === group.id && counted !== null) phasesTaken[counted] = (phasesTaken[counted] ?? 0) + organisations
    }
    return { ...group, minimum: keepMinimum ? group.minimum : 0, days: days.get(group.id) ?? [], phasesTaken }
  })
}

type Facts = {
  readonly asked: Asked
  readonly clashes: ReadonlyMap<string, readonly string[]>
  readonly continued: ReadonlyMap<string, readonly string[]>
  readonly phases: ReadonlyMap<string, string | null>
  readonly standing: (met: readonly number[]) => number
  /** Minutes of an organisation to each group of which the table tells. */
  readonly minutes: (organisationId: string) => Readonly<Record<string, number>>
}

const applicantOf = (interest: InterestToPlace & { offerId: string }, facts: Facts): Applicant => ({
  id: interest.id,
  unit: interest.personId ?? interest.organisationId,
  offerId: interest.offerId,
  people: interest.peopleCount,
  at:
    interest.easting !== null && interest.northing !== null
      ? { easting: interest.easting, northing: interest.northing }
      : null,
  phase: phaseCounted(facts.phases.get(interest.id) ?? null),
  priority: facts.standing(interest.prioritiesMetAt),
  askedAt: interest.receivedAt.toString({ smallestUnit: 'millisecond' }),
  travelLimitMiles: agreedLimit(interest.travelLimitMiles, interest.id, facts.asked),
  minutes: facts.minutes(interest.organisationId),
  agreedMinutes: agreedMinutes(interest.id, facts.asked),
  themeId: interest.themeId,
  wishes: interest.preferences.groups,
  days: interest.preferences.days.map((day) => weekdays.indexOf(day) + 1),
  places: interest.preferences.places,
  continues: facts.continued.get(interest.id) ?? [],
  clashes: facts.clashes.get(interest.id) ?? [],
})

type Meeting = readonly Pick<GroupToFill, 'id' | 'venueId'>[]

/** Minutes to groups by the table that counts at the hub in the year of its offers; none where miles are measured. */
const minutesTo = async (
  db: Reader,
  { offerIds, asked }: Pick<Question, 'offerIds' | 'asked'>,
  { organisationIds, groups }: { organisationIds: readonly string[]; groups: Meeting },
): Promise<Facts['minutes']> => {
  const [offer] = asked.measure === 'minutes' ? await offersById(db, offerIds) : []
  if (!offer) return () => ({})
  const venueIds = [...new Set(groups.flatMap(({ venueId }) => venueId ?? []))]
  const told = await minutesToVenues(db, { hubId: offer.hubId, year: offer.year, venueIds, organisationIds })
  return (organisationId) => {
    const own = told.get(organisationId)
    return Object.fromEntries(
      groups.flatMap(({ id, venueId }) => {
        const minutes = venueId === null ? undefined : own?.get(venueId)
        return minutes === undefined ? [] : [[id, minutes]]
      }),
    )
  }
}

export type ToPlace = {
  readonly instance: Instance
  /** Interest that a required rule stands against: not placed, and said so. */
  readonly against: readonly InterestToPlace[]
}

/** What is to be placed, and how. */
export type Question = {
  readonly offerIds: readonly string[]
  readonly asked: Asked
  readonly pins: readonly Pin[]
  readonly before: Readonly<Record<string, string>> | null
}

/** Everyone to be placed in the groups of offers, with all that the limits and the wishes need to know. */
export const whatToPlace = async (db: Reader, { offerIds, asked, pins, before }: Question): Promise<ToPlace> => {
  const [byOffer, groups] = await Promise.all([
    Promise.all(
      offerIds.map(async (offerId) => (await interestToPlace(db, offerId)).map((each) => ({ ...each, offerId }))),
    ),
    groupsToFill(db, offerIds, asked),
  ])
  const interest = byOffer.flat()
  const toPlace = interest.filter((each) => each.requiredNotMet === 0)
  const ids = toPlace.map(({ id }) => id)
  const groupIds = groups.map(({ id }) => id)
  const [clashes, continued, phases, mayOpen] = await Promise.all([
    clashesOf(db, ids, groupIds),
    continuedBy(db, ids, groupIds),
    phasesOfRequests(db, ids),
    groupsThatMayOpen(db, { offerIds, opening: asked.opening, asking: ids.length }),
  ])
  const minutes = await minutesTo(
    db,
    { offerIds, asked },
    { organisationIds: toPlace.map(({ organisationId }) => organisationId), groups: [...groups, ...mayOpen] },
  )
  const facts = {
    asked,
    minutes,
    clashes,
    continued,
    phases,
    standing: standingsAmong(toPlace.map((each) => each.prioritiesMetAt)),
  }
  return {
    instance: {
      applicants: toPlace.map((each) => applicantOf(each, facts)),
      groups: [...groups, ...mayOpen],
      rules: rulesOf(asked, pins, { asking: new Set(ids), before }),
    },
    against: interest.filter((each) => each.requiredNotMet > 0),
  }
}

export type OfferToPlace = {
  readonly id: string
  readonly projectId: string
  readonly title: string
  readonly theme: string | null
  readonly interest: number
  readonly groups: number
  readonly room: number
}

/** Offers of a hub for which somebody waits to be placed or groups have room. */
export const offersToPlace = async (db: Reader, hubId: string): Promise<readonly OfferToPlace[]> => {
  const result = await sql<OfferToPlace>`
    select * from (
      select o.id, p.id as "projectId", p.title, t.title as theme,
        (select count(*) from expressions_of_interest i where i.offer_id = o.id and i.status in ('confirmed', 'waiting')) as interest,
        (select count(*) from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running')) as groups,
        (select coalesce(sum(g.organisations_room - g.organisations_taken), 0) from groups g where g.offer_id = o.id and g.status in ('forming', 'confirmed', 'running')) as room
      from offers o join projects p on p.id = o.project_id left join project_themes t on t.id = o.theme_id where o.hub_id = ${hubId}
    ) x where interest > 0 order by title, theme, id`.execute(db)
  return result.rows
}

export type OfferOfHub = {
  readonly id: string
  readonly hubId: string
  readonly projectId: string
  readonly title: string
  readonly year: number
}

/** The hub, year and project of offers; those that are not there are left out. */
export const offersById = (db: Reader, ids: readonly string[]): Promise<readonly OfferOfHub[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('offers as o')
        .innerJoin('projects as p', 'p.id', 'o.project_id')
        .select(['o.id', 'o.hub_id as hubId', 'o.project_id as projectId', 'p.title', 'o.year'])
        .where('o.id', 'in', [...ids])
        .orderBy('o.id')
        .execute()
