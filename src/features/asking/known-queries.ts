import type { Reader } from '../../platform/database/index.ts'
import { isPostKind, type PostKind } from '../../vocabulary/posts.ts'
import { interestById, isOfItsSchool } from '../interest/index.ts'
import { organisationById } from '../organisations/index.ts'
import type { InterestForm } from './interest-form.ts'

/** Somebody whom the network knows at an organisation, and from where. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly post: PostKind | null
  /** "Ratio in Year 8, 2020/21". */
  readonly from: string
}

const postOf = (post: string | null): PostKind | null => (post !== null && isPostKind(post) ? post : null)

const addressed = (db: Reader) =>
  db
    .selectFrom('people as p')
    .innerJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )

/** Who took part for an organisation in this year or the one before, the latest first; at one hub's groups, or anywhere. */
export const tookPartFor = async (
  db: Reader,
  input: { readonly organisationId: string; readonly year: number; readonly hubId: string | null },
): Promise<readonly KnownPerson[]> => {
  const rows = await addressed(db)
    .innerJoin('participants as a', 'a.person_id', 'p.id')
    .innerJoin('places as l', 'l.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .select(['p.id', 'p.name', 'e.address as email', 'a.post', 'g.name as group', 'g.year'])
    .distinctOn('p.id')
    .where('l.organisation_id', '=', input.organisationId)
    .where('a.part', '<>', 'substitute')
    .where('g.year', 'in', [input.year, input.year - 1])
    .$if(input.hubId !== null, (query) => query.where('g.hub_id', '=', input.hubId ?? ''))
    .where((is) =>
      is.exists(
        is
          .selectFrom('posts as t')
          .select('t.id')
          .whereRef('t.person_id', '=', 'p.id')
          .where('t.organisation_id', '=', input.organisationId)
          .where('t.to_on', 'is', null),
      ),
    )
    .orderBy('p.id')
    .orderBy('g.year', 'desc')
    .limit(12)
    .execute()
  return rows.map(({ id, name, email, post, group, year }) => ({
    ...{ id, name, email, post: postOf(post) },
    from: `${group}, ${year}/${String(year + 1).slice(2)}`,
  }))
}

/** Who is known as the headteacher of an organisation today. */
export const headteacherOf = async (
  db: Reader,
  organisationId: string,
): Promise<{ readonly name: string; readonly email: string } | null> =>
  (await addressed(db)
    .innerJoin('posts as t', 't.person_id', 'p.id')
    .select(['p.name', 'e.address as email'])
    .where('t.organisation_id', '=', organisationId)
    .where('t.post', '=', 'headteacher')
    .where('t.held', '=', true)
    .where('t.to_on', 'is', null)
    .orderBy('t.stated_at', 'desc')
    .executeTakeFirst()) ?? null

/** What is known of whoever is signed in, so that they need not type it. */
export const ownDetails = async (db: Reader, personId: string, organisationId: string) => {
  const row = await addressed(db)
    .leftJoin('posts as t', (join) =>
      join.onRef('t.person_id', '=', 'p.id').on('t.organisation_id', '=', organisationId).on('t.to_on', 'is', null),
    )
    .select(['p.name', 'e.address as email', 'p.telephone', 't.post'])
    .where('p.id', '=', personId)
    .executeTakeFirst()
  return row ? { ...row, post: postOf(row.post) } : null
}

/** Whether somebody leads an organisation, and so may see whom the network knows there. */
const leadsOrganisation = async (db: Reader, personId: string, organisationId: string): Promise<boolean> =>
  (await db
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'school_lead')
    .where('to_on', 'is', null)
    .executeTakeFirst()) !== undefined

// Whoever holds the link to a request may have sent it in the name of a school that is not theirs.
const isSentByItsSchool = async (db: Reader, interestId: string, organisationId: string): Promise<boolean> => {
  const [interest, school] = await Promise.all([interestById(db, interestId), organisationById(db, organisationId)])
  return interest !== null && school !== null && isOfItsSchool(interest, school.emailDomains)
}

/** Whether a form is filled in by somebody of its organisation, or by the hub for it: they see what the network knows of it. */
export const isOfOrganisation = async (
  db: Reader,
  {
    organisationId,
    begunByPersonId,
    onBehalf,
    changes,
  }: Pick<InterestForm, 'organisationId' | 'begunByPersonId' | 'onBehalf' | 'changes'>,
): Promise<boolean> =>
  onBehalf ||
  (changes !== null && (await isSentByItsSchool(db, changes, organisationId))) ||
  (begunByPersonId !== null && (await leadsOrganisation(db, begunByPersonId, organisationId)))

/** Venues where groups of an offer's hub can meet, in the order of their names. */
export const venuesToPrefer = (db: Reader, hubId: string): Promise<readonly { id: string; name: string }[]> =>
  db
    .selectFrom('venues')
    .select(['id', 'name'])
    .where('hub_id', '=', hubId)
    .where('retired_on', 'is', null)
    .orderBy('name')
    .limit(30)
    .execute()
