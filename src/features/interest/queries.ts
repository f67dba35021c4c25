import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { storedWords } from '../../platform/database/stored.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import type { Interest, InterestPerson } from './expression-of-interest.ts'
import { type InterestStatus, liveStatuses } from './life.ts'
import { answersIn, answersOf, preferencesIn, wishesOf } from './said-queries.ts'

const interests = (db: Reader) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('hubs as h', 'h.id', 'f.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('project_themes as t', 't.id', 'i.theme_id')
    .leftJoin('cancellation_policies as y', 'y.id', 'i.policy_id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .leftJoin('groups as g', 'g.id', 'l.group_id')
    .selectAll('i')
    .select(sql<number>`people_not_named(i)`.as('not_named'))
    .select((select) => [answersIn(select).as('answers'), preferencesIn(select).as('wishes')])
    .select([
      'f.hub_id',
      'f.request_word',
      'h.slug as hub_slug',
      'p.title',
      'p.unit',
      'p.year',
      't.title as theme_title',
    ])
    .select([
      'o.name as organisation_name',
      'o.urn',
      'o.town',
      'o.kind',
      'y.wording',
      'y.name as policy_name',
      'y.version as policy_version',
    ])
    .select([
      'l.status as place_status',
      'l.respond_by',
      'l.people_count as place_people',
      'l.group_id',
      'g.name as group_name',
    ])
    .select((select) =>
      select
        .selectFrom('expressions_of_interest as k')
        .innerJoin('offers as kf', 'kf.id', 'k.offer_id')
        .innerJoin('hubs as kh', 'kh.id', 'kf.hub_id')
        .leftJoin('hub_names as kn', (join) => join.onRef('kn.hub_id', '=', 'kh.id').on('kn.to_on', 'is', null))
        .whereRef('k.id', '=', 'i.passed_on_to_id')
        .select(sql<string>`coalesce(kn.name, kh.slug)`.as('name'))
        .as('passed_on_to_hub'),
    )
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub_name'))
    .select(sql<string | null>`coalesce(f.contact_email, h.email)`.as('contact_email'))

type Row = Awaited<ReturnType<ReturnType<typeof interests>['execute']>>[number]

const peopleOf = async (
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly InterestPerson[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('interest_people')
    .selectAll()
    .where('interest_id', 'in', ids)
    .orderBy('position')
    .execute()
  const people = rows.map((row) => ({
    interestId: row.interest_id,
    position: row.position,
    name: row.name,
    email: row.email,
    post: row.post as PostKind,
    held: row.post_held,
    part: row.part as InterestPerson['part'],
    personId: row.person_id,
  }))
  return Map.groupBy(people, (person) => person.interestId)
}

const placeOf = (row: Row): Interest['place'] =>
  row.place_id && row.group_id
    ? {
        id: row.place_id,
        groupId: row.group_id,
        groupName: row.group_name ?? '',
        status: row.place_status ?? '',
        respondBy: row.respond_by,
        people: row.place_people ?? 1,
      }
    : null

const interestOf = (row: Row, people: readonly InterestPerson[]): Interest => ({
  id: row.id,
  status: row.status as InterestStatus,
  statusReason: row.status_reason,
  offerId: row.offer_id,
  requestWord: row.request_word,
  projectId: row.project_id,
  projectTitle: row.title,
  unit: row.unit as Interest['unit'],
  year: row.year,
  hub: { id: row.hub_id, slug: row.hub_slug, name: row.hub_name },
  contactEmail: row.contact_email,
  organisation: {
    id: row.organisation_id,
    name: row.organisation_name,
    urn: row.urn,
    town: row.town,
    kind: row.kind,
  },
  personId: row.person_id,
  sender: {
    name: row.sender_name,
    email: row.sender_email,
    telephone: row.sender_telephone,
    post: row.sender_post as PostKind,
    personId: row.sender_person_id,
  },
  people,
  unnamed: row.not_named,
  themeId: row.theme_id,
  themeTitle: row.theme_title,
  ...wishesOf(row.wishes),
  travelLimitMiles: row.travel_limit_miles,
  accessNeeds: row.access_needs,
  comments: row.comments,
  commitments: storedWords(row.commitments, 'the commitments of a request'),
  answers: answersOf(row.answers),
  policyId: row.policy_id,
  policyWording: row.wording,
  policyVersion: row.policy_name === null ? null : `${row.policy_name}, version ${row.policy_version}`,
  headteacher: {
    name: row.headteacher_name,
    email: row.headteacher_email,
    askedAt: row.headteacher_asked_at,
    confirmedAt: row.headteacher_confirmed_at,
    answerBy: row.headteacher_answer_by,
    remindedAt: row.headteacher_reminded_at,
    ended: row.headteacher_ended_how as Interest['headteacher']['ended'],
    agreedWithId: row.agreed_with_id,
  },
  place: placeOf(row),
  passedOnTo: row.passed_on_to_id ? { id: row.passed_on_to_id, hub: row.passed_on_to_hub ?? '' } : null,
  enteredByHub: row.entered_by_person_id !== null || row.entered_at !== null,
  createdAt: row.created_at,
  receivedAt: row.received_at,
  waitingSince: row.waiting_since,
  fewerIsFine: row.fewer_is_fine,
})

const complete = async (db: Reader, rows: readonly Row[]): Promise<readonly Interest[]> => {
  const people = await peopleOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => interestOf(row, people.get(row.id) ?? []))
}

/** One expression of interest with its people; who may see it is for the caller to ask. */
export const interestById = async (db: Reader, id: string): Promise<Interest | null> =>
  (await complete(db, await interests(db).where('i.id', '=', id).execute()))[0] ?? null

/** Everything that was asked for an offer and counts or counted, the earliest first. */
export const interestOfOffer = async (db: Reader, offerId: string): Promise<readonly Interest[]> =>
  complete(
    db,
    await interests(db)
      .where('i.offer_id', '=', offerId)
      .where('i.received_at', 'is not', null)
      .orderBy('i.received_at')
      .orderBy('i.id')
      .execute(),
  )

/** What organisations have asked to join, the latest first: for their leads. */
export const interestOfOrganisations = async (db: Reader, ids: readonly string[]): Promise<readonly Interest[]> =>
  ids.length === 0
    ? []
    : complete(
        db,
        await interests(db)
          .where('i.organisation_id', 'in', ids)
          .where('i.received_at', 'is not', null)
          .orderBy('i.received_at', 'desc')
          .execute(),
      )

/** The live request of an organisation or person for an offer. */
export const liveInterest = async (
  db: Reader,
  unit: { offerId: string; organisationId: string; personId: string | null },
): Promise<Interest | null> => {
  const rows = await interests(db)
    .where('i.offer_id', '=', unit.offerId)
    .where('i.status', 'in', [...liveStatuses])
    .$if(unit.personId === null, (query) =>
      query.where('i.organisation_id', '=', unit.organisationId).where('i.person_id', 'is', null),
    )
    .$if(unit.personId !== null, (query) => query.where('i.person_id', '=', unit.personId ?? ''))
    .execute()
  return (await complete(db, rows))[0] ?? null
}

/** The request that was sent by one form, however often its button was pressed. */
export const interestOfForm = async (db: Reader, formKey: string): Promise<string | null> =>
  (await db.selectFrom('expressions_of_interest').select('id').where('form_key', '=', formKey).executeTakeFirst())
    ?.id ?? null

/** What there is already when a form comes: what it has sent itself, and whether its organisation has a live request. */
export const requestsBefore = async (
  db: Reader,
  { formKey, offerId, organisationId }: { formKey: string; offerId: string; organisationId: string },
): Promise<{ readonly ofForm: string | null; readonly hasLive: boolean }> => {
  const rows = await db
    .selectFrom('expressions_of_interest')
    .select(['id', 'form_key'])
    .where((is) =>
      is.or([
        is('form_key', '=', formKey),
        is.and([
          is('offer_id', '=', offerId),
          is('organisation_id', '=', organisationId),
          is('person_id', 'is', null),
          is('status', 'in', [...liveStatuses]),
        ]),
      ]),
    )
    .execute()
  const ofForm = rows.find((row) => row.form_key === formKey)
  return { ofForm: ofForm?.id ?? null, hasLive: rows.some((row) => row !== ofForm) }
}
