import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** Of which hubs' records somebody's part is shown: all, or those at which another acts for them. */
export type Within = readonly string[] | null

const ofHubs = (column: string, within: Within) =>
  within === null ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...within]}::uuid[])`

const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

/** The latest mail of the demonstration, which has no mail server. */
export const outbox = (db: Reader, { words, limit, offset }: { words: string; limit: number; offset: number }) =>
  db
    .selectFrom('messages')
    .select(['id', 'to_address', 'subject', 'created_at', 'sent_at', 'invitations', 'held', 'hold_until'])
    .$if(words !== '', (query) =>
      query.where((where) =>
        where.or([where('to_address', 'ilike', containing(words)), where('subject', 'ilike', containing(words))]),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export const outboxCount = async (db: Reader, words: string): Promise<number> =>
  (
    await db
      .selectFrom('messages')
      .select((select) => select.fn.countAll<number>().as('count'))
      .$if(words !== '', (query) =>
        query.where((where) =>
          where.or([where('to_address', 'ilike', containing(words)), where('subject', 'ilike', containing(words))]),
        ),
      )
      .executeTakeFirstOrThrow()
  ).count

/** One mail as it would arrive. */
export const message = (db: Reader, id: string) =>
  db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()

/** The groups a person takes part in, latest year first. */
export const ownPlaces = (db: Reader, personId: string, within: Within) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('projects as r', 'r.id', 'p.project_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select([
      'a.id as participant_id',
      'a.to_on',
      'g.id as groupId',
      'g.name as group',
      'r.title as project',
      'r.year',
      'o.name as organisation',
      'p.status',
    ])
    .where('a.person_id', '=', personId)
    .where(ofHubs('g.hub_id', within))
    .where('a.part', '!=', 'substitute')
    .orderBy('r.year', 'desc')
    .execute()

/** The sessions still to come of the groups a person takes part in. */
export const ownSessions = (
  db: Reader,
  { personId, within, today }: { personId: string; within: Within; today: Temporal.PlainDate },
) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', (join) => join.onRef('p.id', '=', 'a.place_id').on('p.status', '=', 'held'))
    .innerJoin('who_comes_to_sessions as w', (join) =>
      join.onRef('w.participant_id', '=', 'a.id').on('w.comes', '=', true),
    )
    .innerJoin('sessions as s', 's.id', 'w.session_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .leftJoin('venues as v', 'v.id', 's.venue_id')
    .leftJoin('organisations as h', 'h.id', 's.host_organisation_id')
    .select([
      's.on_date',
      's.starts_at',
      's.ends_at',
      's.mode',
      'g.name as group',
      'v.name as venue',
      'h.name as host',
      's.status',
    ])
    .where('a.person_id', '=', personId)
    .where(ofHubs('g.hub_id', within))
    .where((where) => where.or([where('a.to_on', 'is', null), where('a.part', '=', 'substitute')]))
    .where('s.status', 'in', ['provisional', 'confirmed'])
    .where('s.on_date', '>=', today)
    .orderBy('s.on_date')
    .execute()

/** The statements of participation a person was given. */
export const ownStatements = (db: Reader, personId: string, within: Within) =>
  db
    .selectFrom('statements as t')
    .innerJoin('participants as a', 'a.id', 't.participant_id')
    .innerJoin('groups as g', 'g.id', 't.group_id')
    .innerJoin('projects as r', 'r.id', 'g.project_id')
    .select(['t.code', 'r.title as project', 'r.year', 't.issued_at'])
    .where('a.person_id', '=', personId)
    .where(ofHubs('g.hub_id', within))
    .where('t.withdrawn_at', 'is', null)
    .orderBy('t.issued_at', 'desc')
    .execute()

/** What a person asked for, and what anybody asked for at the schools they lead, with where it stands. */
export const ownInterest = (
  db: Reader,
  { personId, organisationIds, within }: { personId: string; organisationIds: readonly string[]; within: Within },
) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('projects as r', 'r.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.status', 'i.sender_name', 'r.title as project', 'o.name as organisation'])
    .where((where) =>
      where.or([
        where('i.sender_person_id', '=', personId),
        ...(organisationIds.length > 0 ? [where('i.organisation_id', 'in', [...organisationIds])] : []),
      ]),
    )
    .where(ofHubs('f.hub_id', within))
    .where('i.received_at', 'is not', null)
    .orderBy('i.received_at', 'desc')
    .execute()

/** Requests that wait for the word of a headteacher who was asked at one of this person's addresses. */
export const interestToConfirm = (db: Reader, personId: string) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('projects as r', 'r.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.sender_name', 'r.title as project', 'o.name as organisation'])
    .where('i.status', '=', 'received')
    .where('i.headteacher_asked_at', 'is not', null)
    .where('i.headteacher_email', 'in', (addresses) =>
      addresses
        .selectFrom('email_addresses as e')
        .select('e.address')
        .where('e.person_id', '=', personId)
        .where('e.confirmed_at', 'is not', null)
        .where('e.to_at', 'is', null),
    )
    .orderBy('i.received_at')
    .execute()

/** The schools and institutions a person leads. */
export const ownOrganisations = async (db: Reader, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? []
    : db
        .selectFrom('organisations')
        .select(['id', 'name', 'urn', 'ukprn'])
        .where('id', 'in', [...organisationIds])
        .orderBy('name')
        .execute()

/** The groups in which schools and institutions that a person leads take part, this year's first. */
export const groupsOfOrganisations = async (db: Reader, organisationIds: readonly string[], within: Within) =>
  organisationIds.length === 0
    ? []
    : db
        .selectFrom('places as p')
        .innerJoin('groups as g', 'g.id', 'p.group_id')
        .innerJoin('projects as r', 'r.id', 'p.project_id')
        .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
        .select(['g.id', 'g.name', 'g.year', 'r.title as project', 'o.name as organisation'])
        .distinct()
        .where('p.organisation_id', 'in', [...organisationIds])
        .where('p.status', 'in', ['held', 'completed', 'left'])
        .where(ofHubs('g.hub_id', within))
        .orderBy('g.year', 'desc')
        .orderBy('g.name')
        .execute()

/** The groups a person leads today. */
export const ownGroups = (
  db: Reader,
  { personId, within, today }: { personId: string; within: Within; today: Temporal.PlainDate },
) =>
  db
    .selectFrom('roles as r')
    .innerJoin('groups as g', 'g.id', 'r.group_id')
    .select(['g.id', 'g.name', 'g.status'])
    .where('r.person_id', '=', personId)
    .where(ofHubs('g.hub_id', within))
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .execute()
