import type { Transaction } from '../../../src/platform/database/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Directory } from '../directory.ts'
import { type Chance, chanceFrom } from '../facts/chance.ts'
import { hubs } from '../facts/hubs.ts'
import { offers } from '../facts/offers.ts'
import type { HubFact } from '../facts/shapes.ts'

// What nearly every hub offers, and what some do. The known offers are not made a second time.
const usual = [
  'mastery-readiness',
  'primary-teaching-for-mastery-development',
  'primary-teaching-for-mastery-embedding',
  'secondary-teaching-for-mastery-development',
]
const some = [
  'primary-teaching-for-mastery-sustaining',
  'sktm-primary-teachers',
  'sktm-primary-teaching-assistants',
  'sktm-early-years',
  'sktm-secondary-non-specialist-teachers',
  'years-5-to-8-continuity',
  'years-7-11-coherence',
  'mathematical-thinking-for-gcse',
  'secondary-teaching-for-mastery-embedding',
  'new-to-teaching-core-maths',
]

// The hubs of the cast offer what their groups need, whatever chance says.
const always: Readonly<Record<string, readonly string[]>> = {
  'london-central-and-west': [
    'sktm-primary-teachers',
    'years-5-to-8-continuity',
    'primary-teaching-for-mastery-development',
    'primary-teaching-for-mastery-embedding',
    'secondary-teaching-for-mastery-development',
    'secondary-teaching-for-mastery-embedding',
    'secondary-teaching-for-mastery-sustaining',
  ],
  'london-central-and-nw': ['sktm-primary-teachers', 'primary-teaching-for-mastery-sustaining', 'mastery-readiness'],
  'east-midlands-east': ['mastery-readiness', 'primary-teaching-for-mastery-embedding', 'sktm-primary-teachers'],
  'venn-essex': [
    'llme-networks',
    'mastery-readiness',
    'primary-teaching-for-mastery-sustaining',
    'years-5-to-8-continuity',
  ],
}

const publishedAt = Temporal.Instant.from('2021-07-05T08:00:00Z')

type Made = { readonly hub: HubFact; readonly slug: string; readonly id: string; readonly dated: boolean }

// The workshops on subject knowledge that the demonstration has half behind it.
const subjectKnowledge = { hub: 'london-central-and-west', slug: 'sktm-primary-teachers', venue: 'Teaselmere' }
const subjectKnowledgeDates = ['2021-09-23', '2021-10-12', '2021-11-11', '2022-01-20', '2022-03-17']

// What the groups of 2020/21 were offers of.
const earlier = [
  { hub: 'east-midlands-east', slug: 'primary-teaching-for-mastery-development' },
  { hub: 'london-central-and-west', slug: 'secondary-teaching-for-mastery-development' },
  { hub: 'london-central-and-west', slug: 'reasoning-aloud-in-key-stage-3' },
]

/** Offers of 2020/21, closed since, that the demonstration's groups of that year were made of. */
export const loadEarlierOffers = async (tx: Transaction, ids: Directory): Promise<void> => {
  const publishedAt = Temporal.Instant.from('2020-07-06T08:00:00Z')
  await tx
    .insertInto('offers')
    .values(
      earlier.map(({ hub, slug }) => ({
        id: ids.offer(hub, 2020, slug),
        hub_id: ids.hub(hub),
        project_id: ids.project(2020, slug),
        year: 2020,
        slug,
        status: 'closed',
        published_at: publishedAt,
        updated_at: publishedAt,
        closes_on: Temporal.PlainDate.from('2020-09-30'),
      })),
    )
    .execute()
}

/** Offers of 2021/22 by the hubs whose area is known: some with dates, most to be dated later. */
export const loadMoreOffers = async (tx: Transaction, ids: Directory): Promise<void> => {
  const chance = chanceFrom(2_021_221)
  const made = hubs.flatMap((hub) => slugsOf(hub, chance).map((slug) => offerOf(hub, slug, ids, chance)))
  await tx
    .insertInto('offers')
    .values(
      made.map(({ hub, slug, id, dated }) => ({
        id,
        hub_id: ids.hub(hub.slug),
        project_id: ids.project(2021, slug),
        year: 2021,
        slug,
        status: 'published',
        published_at: publishedAt,
        updated_at: publishedAt,
        contact_email: hub.email,
        contact_telephone: hub.telephone,
        dates_note: dated ? null : 'The hub will confirm dates and places with those who have asked to join.',
        policy_id: hub.slug === 'london-central-and-west' ? ids.policy(hub.slug) : null,
      })),
    )
    .execute()
  const dates = made.filter(({ dated }) => dated).flatMap((offer) => datesOf(offer, chance))
  await tx
    .insertInto('planned_dates')
    .values([...dates, ...datesOfSubjectKnowledge(ids)])
    .execute()
}

const datesOfSubjectKnowledge = (ids: Directory) =>
  subjectKnowledgeDates.map((date, at) => ({
    id: newId(),
    offer_id: ids.offer(subjectKnowledge.hub, 2021, subjectKnowledge.slug),
    position: at + 1,
    on_date: Temporal.PlainDate.from(date),
    starts_at: Temporal.PlainTime.from('13:30'),
    ends_at: Temporal.PlainTime.from('16:00'),
    mode: at === 3 ? 'online' : 'venue',
    venue_id: at === 3 ? null : ids.venue(subjectKnowledge.hub, subjectKnowledge.venue),
    certainty: 'confirmed',
    note: null,
  }))

const slugsOf = (hub: HubFact, chance: Chance): readonly string[] => {
  const own = always[hub.slug]
  if (own) return own
  if (!hub.areas) return []
  const drawn = [
    ...chance.shuffled(usual).slice(0, 2 + chance.below(2)),
    ...chance.shuffled(some).slice(0, 1 + chance.below(3)),
  ]
  const known = offers.filter((offer) => offer.hub === hub.slug && offer.project.year === 2021)
  return drawn.filter((slug) => !known.some(({ project }) => project.slug === slug))
}

const offerOf = (hub: HubFact, slug: string, ids: Directory, chance: Chance): Made => ({
  hub,
  slug,
  id: ids.offer(hub.slug, 2021, slug),
  dated: !always[hub.slug] && chance.below(3) === 0,
})

// Weeks of term of 2021/22 in which hubs usually meet, all of them after the demonstration begins.
const weeks = ['2021-11-08', '2021-11-29', '2022-01-17', '2022-02-07', '2022-03-14', '2022-05-09', '2022-06-13']

const datesOf = ({ id }: Made, chance: Chance) => {
  const weekday = chance.below(5)
  const first = chance.below(3)
  const whole = chance.below(2) === 0
  return weeks.slice(first, first + 4).map((monday, at) => {
    const online = chance.below(2) === 0
    return {
      id: newId(),
      offer_id: id,
      position: at + 1,
      on_date: Temporal.PlainDate.from(monday).add({ days: weekday }),
      starts_at: Temporal.PlainTime.from(whole ? '09:30' : '13:30'),
      ends_at: Temporal.PlainTime.from(whole ? '14:30' : '16:00'),
      mode: online ? 'online' : 'unknown',
      certainty: at === 0 ? 'confirmed' : 'provisional',
      note: online ? null : 'The hub will say where.',
    }
  })
}
