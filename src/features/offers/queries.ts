import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { noticeKindOf } from '../../vocabulary/notice.ts'
import { type Hub, hubOf, hubOfColumn } from '../organisations/index.ts'
import { projectOf, projectOfColumn, type Theme, themeOf, themesOfColumn } from '../projects/index.ts'
import {
  type CancellationPolicy,
  endInWords,
  type Offer,
  type OfferStatus,
  type Registering,
  type RequestWord,
} from './offer.ts'

// What stands round an offer comes with its row, in one statement.
export const offers = (db: Reader) =>
  db
    .selectFrom('offers as o')
    .selectAll('o')
    .select([
      hubOfColumn(db, 'o.hub_id').as('hub'),
      projectOfColumn(db, 'o.project_id').as('project'),
      themesOfColumn(db, 'o.project_id').as('themes'),
      themesToChoose('o.id').as('theme_ids'),
      jsonObjectFrom(policies(db).where('id', '=', sql.ref<string>('o.policy_id'))).as('policy'),
    ])

// Without any, all themes of the project are there to choose from.
const themesToChoose = (offer: string) =>
  sql<readonly string[]>`array(select x.theme_id::text from offer_themes x where x.offer_id = ${sql.ref(offer)})`

type Row = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]

const policies = (db: Reader) =>
  db
    .selectFrom('cancellation_policies')
    .select(['id', 'name', 'version', 'amount_pence as amountPence', 'notice_days as noticeDays', 'wording'])
    .select(['notice_kind as noticeKind', 'charges_late_cancellation as chargesLateCancellation'])
    .select(['charges_non_attendance as chargesNonAttendance', 'per_session as perSession'])
    .select(['online_notice_days as onlineDays', 'online_notice_kind as onlineKind'])
    .select(['exempt_reasons as exemptReasons', 'substitute_allowed as substituteAllowed'])
    .select(['cap_pence as capPence', 'cap_of as capOf'])

type PolicyRow = Omit<CancellationPolicy, 'noticeKind' | 'onlineNotice' | 'cap'> & {
  readonly capPence: number | null
  readonly capOf: string | null
  readonly noticeKind: string
  readonly onlineDays: number | null
  readonly onlineKind: string | null
}

const policyOf = ({ onlineDays, onlineKind, capPence, capOf, ...row }: PolicyRow): CancellationPolicy => ({
  ...row,
  noticeKind: noticeKindOf(row.noticeKind),
  onlineNotice:
    onlineDays === null || onlineKind === null ? null : { days: onlineDays, kind: noticeKindOf(onlineKind) },
  cap: capPence === null ? null : { pence: capPence, of: capOf === 'organisation' ? 'organisation' : 'place' },
})

/** One version of a hub's policy, whoever agreed to it. */
export const policyById = async (db: Reader, id: string): Promise<CancellationPolicy | null> => {
  const row = await policies(db).where('id', '=', id).executeTakeFirst()
  return row ? policyOf(row) : null
}

export const complete = (rows: readonly Row[]): readonly Offer[] =>
  rows.flatMap((row) => {
    if (row.hub === null || row.project === null) return []
    const hub = hubOf(row.hub)
    return [
      {
        ...termsOf(row),
        hub,
        project: projectOf(row.project),
        policy: row.policy && policyOf(row.policy),
        ...choiceOf(row, row.themes.map(themeOf)),
        ...contactOf(row, hub),
      },
    ]
  })

const termsOf = (row: Row) => ({
  id: row.id,
  year: academicYear(row.year),
  slug: row.slug,
  status: row.status as OfferStatus,
  statusReason: row.status_reason,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  requestWord: row.request_word as RequestWord,
  registering: registeringOf(row),
  room: {
    mostOrganisations: row.most_organisations,
    mostPeople: row.most_people,
    fewestOrganisations: row.fewest_organisations,
  },
})

const registeringOf = ({ registering, registering_address: address }: Row): Registering => {
  if (registering === 'outside' && address !== null) return { how: 'outside', address }
  return { how: registering === 'email' ? 'email' : 'form' }
}

const contactOf = (row: Row, hub: Hub) => ({
  contactEmail: row.contact_email ?? hub.email,
  contactTelephone: row.contact_telephone ?? hub.telephone,
})

const choiceOf = (row: Row, themes: readonly Theme[]): Pick<Offer, 'theme' | 'themeChoice'> => {
  const theme = themes.find(({ id }) => id === row.theme_id) ?? null
  const chosen = themes.filter(({ id }) => row.theme_ids.includes(id))
  return { theme, themeChoice: theme ? [] : chosen.length > 0 ? chosen : themes }
}

/** An offer, whatever its state. */
export const offerById = async (db: Reader, id: string): Promise<Offer | null> =>
  complete(await offers(db).where('o.id', '=', id).execute())[0] ?? null

/** An offer that is published. */
export const publishedOfferById = async (db: Reader, id: string): Promise<Offer | null> => {
  const offer = await offerById(db, id)
  return offer?.status === 'published' ? offer : null
}

/** The offer whose id ends so; null when there is none or more than one. */
export const offerByShortAddress = async (db: Reader, ending: string): Promise<Offer | null> => {
  const rows = await offers(db)
    .where(sql`right(o.id::text, 10)`, '=', ending)
    .where('o.status', '<>', 'draft')
    .execute()
  return rows.length === 1 ? (complete(rows)[0] ?? null) : null
}

/** The offer that stood at an address before its hub merged or was divided. */
export const formerAddressOf = async (
  db: Reader,
  hubSlug: string,
  year: AcademicYear,
  slug: string,
): Promise<string | null> =>
  (
    await db
      .selectFrom('former_offer_addresses as f')
      .innerJoin('hubs as h', 'h.id', 'f.hub_id')
      .select('f.offer_id')
      .where('h.slug', '=', hubSlug)
      .where('f.year', '=', year)
      .where('f.slug', '=', slug)
      .executeTakeFirst()
  )?.offer_id ?? null

/** Published offers of hubs in a year, by hub and title; those of a project that has ended are left out. */
export const publishedOffersOfHubs = async (
  db: Reader,
  hubIds: readonly string[],
  year: AcademicYear,
): Promise<readonly Offer[]> => {
  if (hubIds.length === 0) return []
  const all = complete(
    await offers(db)
      .where('o.hub_id', 'in', hubIds)
      .where('o.year', '=', year)
      .where('o.status', '=', 'published')
      .execute(),
  )
  return byHubAndTitle(all.filter((offer) => endInWords(offer) === null))
}

/** Published offers of a project, by hub. */
export const publishedOffersOfProject = async (db: Reader, projectId: string): Promise<readonly Offer[]> =>
  byHubAndTitle(
    complete(await offers(db).where('o.project_id', '=', projectId).where('o.status', '=', 'published').execute()),
  )

/** Every offer of a hub, in whatever state, latest year first: for its staff. */
export const offersOfHub = async (db: Reader, hubId: string): Promise<readonly Offer[]> =>
  complete(await offers(db).where('o.hub_id', '=', hubId).orderBy('o.year', 'desc').orderBy('o.slug').execute())

const byHubAndTitle = (all: readonly Offer[]): readonly Offer[] =>
  all.toSorted(
    (one, other) =>
      one.hub.name.localeCompare(other.hub.name, 'en-GB') ||
      one.project.title.localeCompare(other.project.title, 'en-GB') ||
      one.slug.localeCompare(other.slug),
  )
