import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { type OfferStatus, offerPath, windowInWords } from '../offers/index.ts'
import { type Project, projectOf, projectOfColumn } from '../projects/index.ts'
import { type Fitting, type FittingOffer, offersInOrder, type SearchedHub } from './search.ts'
import type { OfferShown, Shown } from './shown.ts'

type OfferRow = {
  readonly id: string
  readonly year: number
  readonly slug: string
  readonly status: OfferStatus
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly theme: string | null
}

const dateOf = (text: string | null): Temporal.PlainDate | null => (text ? Temporal.PlainDate.from(text) : null)

type About = {
  readonly row: OfferRow
  readonly found: FittingOffer
  readonly hub: SearchedHub
  readonly project: Project
  readonly today: Temporal.PlainDate
}

const offerShown = ({ row, found, hub, project, today }: About): OfferShown => {
  const { status } = row
  const window = { status, project, opensOn: dateOf(row.opensOn), closesOn: dateOf(row.closesOn) }
  return {
    path: offerPath({ hub, year: academicYear(row.year), slug: row.slug }),
    hubName: hub.name,
    theme: row.theme,
    serves: hub.serves === true,
    away: found.away,
    isVenueKnown: found.isVenueKnown,
    isOpen: found.isOpen,
    window: windowInWords(window, today),
    next: dateOf(found.next),
    first: dateOf(found.first),
    modes: found.modes,
  }
}

type ToShow = {
  readonly fitting: readonly Fitting[]
  readonly hubs: readonly SearchedHub[]
  readonly today: Temporal.PlainDate
  /** How many offers of each project are shown. */
  readonly most: number
}

/** The projects in full, each with its first offers: one question. */
export const shownOf = async (db: Reader, { fitting, hubs, today, most }: ToShow): Promise<readonly Shown[]> => {
  if (fitting.length === 0) return []
  const first = fitting.map(({ project, offers }) => ({
    id: project.id,
    offers: offersInOrder(offers),
    all: offers.length,
  }))
  const offerIds = first.flatMap(({ offers }) => offers.slice(0, most).map(({ id }) => id))
  const rows = await db
    .selectFrom(sql<{ id: string }>`unnest(${first.map(({ id }) => id)}::uuid[])`.as<'x'>(sql`x(id)`))
    .select(['x.id', projectOfColumn(db, 'x.id').as('project')])
    .select(
      sql<
        readonly OfferRow[]
      >`(select coalesce(json_agg(json_build_object('id', o.id, 'year', o.year, 'slug', o.slug, 'status', o.status,
        'opensOn', o.opens_on, 'closesOn', o.closes_on, 'theme', t.title)), '[]')
        from offers o left join project_themes t on t.id = o.theme_id where o.id = any (${offerIds}::uuid[]) and o.project_id = x.id)`.as(
        'offers',
      ),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return first.flatMap(({ id, offers, all }): readonly Shown[] => {
    const row = byId.get(id)
    if (!row?.project) return []
    const project = projectOf(row.project)
    const shown = offers.flatMap((found) => {
      const own = row.offers.find((each) => each.id === found.id)
      const hub = hubs[found.hub]
      return own && hub ? [offerShown({ row: own, found, hub, project, today })] : []
    })
    return [{ project, offers: shown, more: all - shown.length }]
  })
}
