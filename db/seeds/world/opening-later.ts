import type { Transaction } from '../../../src/platform/database/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Directory } from '../directory.ts'

type Later = {
  readonly hub: string
  readonly slug: string
  readonly opens: string | null
  readonly closes: string
  readonly most: number
  readonly venue: string | null
  readonly dates: readonly string[]
}

// What two neighbouring hubs offer from the spring on: one can ask to join from a day that is still to come, or for some of them
// already.
const later: readonly Later[] = [
  {
    hub: 'london-central-and-nw',
    slug: 'secondary-teaching-for-mastery-development',
    opens: null,
    closes: '2021-11-12',
    most: 12,
    venue: null,
    dates: ['2021-11-24', '2022-01-26', '2022-03-16'],
  },
  {
    hub: 'london-central-and-west',
    slug: 'sktm-secondary-non-specialist-teachers',
    opens: '2021-11-08',
    closes: '2021-12-10',
    most: 12,
    venue: 'Juniperridge',
    dates: ['2022-01-18', '2022-02-08', '2022-03-01', '2022-03-22'],
  },
  {
    hub: 'london-central-and-nw',
    slug: 'new-to-teaching-core-maths',
    opens: '2021-11-15',
    closes: '2022-01-14',
    most: 10,
    venue: null,
    dates: [],
  },
  {
    hub: 'london-central-and-west',
    slug: 'departments-that-coach-each-other',
    opens: null,
    closes: '2021-12-17',
    most: 6,
    venue: 'Vetchridge',
    dates: ['2022-01-27', '2022-05-19'],
  },
  {
    hub: 'london-central-and-nw',
    slug: 'mentors-who-plan-together',
    opens: null,
    closes: '2021-12-10',
    most: 8,
    venue: null,
    dates: ['2022-01-20', '2022-03-10', '2022-05-12'],
  },
]

const publishedAt = Temporal.Instant.from('2021-10-04T08:00:00Z')

/** Offers of 2021/22 that begin in the spring. */
export const loadOffersOpeningLater = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('offers')
    .values(
      later.map(({ hub, slug, opens, closes, most }) => ({
        id: ids.offer(hub, 2021, slug),
        hub_id: ids.hub(hub),
        project_id: ids.project(2021, slug),
        year: 2021,
        slug,
        status: 'published',
        published_at: publishedAt,
        updated_at: publishedAt,
        opens_on: opens === null ? null : Temporal.PlainDate.from(opens),
        closes_on: Temporal.PlainDate.from(closes),
        most_organisations: most,
        policy_id: hub === 'london-central-and-west' ? ids.policy(hub) : null,
      })),
    )
    .execute()
  await tx
    .insertInto('planned_dates')
    .values(
      later.flatMap(({ hub, slug, venue, dates }) =>
        dates.map((date, at) => ({
          id: newId(),
          offer_id: ids.offer(hub, 2021, slug),
          position: at + 1,
          on_date: Temporal.PlainDate.from(date),
          starts_at: Temporal.PlainTime.from('13:30'),
          ends_at: Temporal.PlainTime.from('16:00'),
          mode: venue === null ? 'unknown' : 'venue',
          venue_id: venue === null ? null : ids.venue(hub, venue),
          certainty: at === 0 ? 'confirmed' : 'provisional',
          note: null,
        })),
      ),
    )
    .execute()
}
