import { record } from '../../../src/platform/history.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import { localInstant } from '../../../src/vocabulary/local-time.ts'
import { hubs } from '../facts/hubs.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene } from './scene.ts'

type Phase = 'primary' | 'secondary'
type Past = { readonly hub: string; readonly phase: Phase; readonly days: readonly number[] }

const slugOf = (phase: Phase): string => `${phase}-teaching-for-mastery-development`
const opened = Temporal.PlainDate.from('2020-09-07')
const closed = Temporal.PlainDate.from('2020-11-06')

// On which day of the sixty each request came, in the autumn in which these Work Groups could not meet in the end.
const pasts: readonly Past[] = [
  { hub: 'london-central-and-nw', phase: 'primary', days: [1, 3, 10, 24, 33, 45, 58] },
  { hub: 'venn-essex', phase: 'primary', days: [0, 2, 2, 16, 30, 44, 51, 57, 59] },
  { hub: 'east-midlands-west', phase: 'primary', days: [4, 9, 12, 29, 36, 52] },
  { hub: 'east-midlands-south', phase: 'primary', days: [2, 8, 21, 40] },
  { hub: 'london-central-and-nw', phase: 'secondary', days: [3, 11, 27, 47, 55] },
  { hub: 'venn-essex', phase: 'secondary', days: [1, 6, 14, 31, 42, 43, 56] },
  { hub: 'east-midlands-west', phase: 'secondary', days: [2, 5, 19, 38, 50, 59] },
]

type Request = {
  readonly offerId: string
  readonly urn: number
  readonly on: Temporal.PlainDate
  readonly placeId?: string
  readonly declined?: string
}

const nine = Temporal.PlainTime.from('09:20')

/** A request as the hub's own records had it: who asked, on which day, and what became of it. */
const write = async (scene: Scene, { offerId, urn, on, placeId, declined }: Request): Promise<void> => {
  const { tx, ids } = scene
  const at = localInstant(on, nine)
  const { project_id } = await tx
    .selectFrom('offers')
    .select('project_id')
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow()
  const sender = scene.somebodyAt(urn)
  const id = newId()
  await tx
    .insertInto('expressions_of_interest')
    .values({
      id,
      offer_id: offerId,
      project_id,
      organisation_id: ids.school(urn),
      status: placeId ? 'placed' : declined ? 'declined' : 'confirmed',
      status_reason: declined ?? null,
      sender_name: sender.name,
      sender_email: sender.email,
      sender_post: 'head_of_department',
      created_at: at,
      confirmed_email_at: at,
      received_at: at,
      verdicts_reached_at: at,
      place_id: placeId ?? null,
    })
    .execute()
  await tx
    .insertInto('interest_people')
    .values({
      id: newId(),
      interest_id: id,
      position: 1,
      name: sender.name,
      email: sender.email,
      post: 'head_of_department',
      post_held: true,
      part: 'lead',
    })
    .execute()
  await record(tx, scene.system(`${on}T09:20`), {
    name: 'interest.received',
    subject: { type: 'interest', id },
    also: [
      { type: 'offer', id: offerId },
      { type: 'organisation', id: ids.school(urn) },
    ],
  })
}

const authoritiesOf = (slug: string): readonly string[] =>
  hubs.find((hub) => hub.slug === slug)?.areas?.flatMap(({ authorityCode }) => authorityCode ?? []) ?? []

const playPast = async (scene: Scene, { hub, phase, days }: Past): Promise<void> => {
  const offerId = scene.ids.offer(hub, 2020, slugOf(phase))
  const publishedAt = localInstant(opened.subtract({ days: 20 }), nine)
  await scene.tx
    .insertInto('offers')
    .values({
      id: offerId,
      hub_id: scene.ids.hub(hub),
      project_id: scene.ids.project(2020, slugOf(phase)),
      year: 2020,
      slug: slugOf(phase),
      status: 'closed',
      published_at: publishedAt,
      updated_at: publishedAt,
      opens_on: opened,
      closes_on: closed,
    })
    .execute()
  const schools = schoolsIn(phase, authoritiesOf(hub))
  for (const [at, day] of days.entries()) {
    const urn = schools[at % schools.length] ?? 0
    await write(scene, {
      offerId,
      urn,
      on: opened.add({ days: day }),
      declined: 'The Work Group could not meet in 2020/21.',
    })
  }
}

// The schools of the groups of that year asked in the summer before.
const playPlaced = async (scene: Scene): Promise<void> => {
  const places = await scene.tx
    .selectFrom('places as p')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'g.offer_id as offerId', 'o.urn'])
    .where('g.year', '=', 2020)
    .where('p.status', '=', 'completed')
    .where('p.person_id', 'is', null)
    .orderBy('g.offer_id')
    .orderBy('o.urn')
    .execute()
  const first = Temporal.PlainDate.from('2020-07-07')
  for (const [at, { id, offerId, urn }] of places.entries())
    if (offerId && urn) await write(scene, { offerId, urn, on: first.add({ days: (at * 23) % 66 }), placeId: id })
}

type Now = {
  readonly hub: string
  readonly slug: string
  readonly needs: number
  readonly asked: readonly (readonly [urn: number, on: string])[]
}

/** Secondary schools of a hub’s area, in the order of their numbers. */
export const secondaries = (hub: string, from: number, count: number): readonly number[] =>
  schoolsIn('secondary', authoritiesOf(hub)).slice(from, from + count)

const now = (): readonly Now[] => {
  const [a = 0, b = 0, c = 0, f = 0] = secondaries('london-central-and-nw', 2, 4)
  return [
    {
      hub: 'london-central-and-nw',
      slug: slugOf('secondary'),
      needs: 6,
      asked: [
        [a, '2021-09-14'],
        [b, '2021-09-22'],
        [c, '2021-10-11'],
        [f, '2021-10-13'],
      ],
    },
    {
      hub: 'london-central-and-west',
      slug: slugOf('secondary'),
      needs: 6,
      asked: [],
    },
    { hub: 'london-central-and-west', slug: slugOf('primary'), needs: 6, asked: [] },
  ]
}

/** What came in a year ago, week by week, and offers of this year that need a number by a day. */
export const playRecruiting = async (scene: Scene): Promise<void> => {
  for (const past of pasts) await playPast(scene, past)
  await playPlaced(scene)
  for (const { hub, slug, needs, asked } of now()) {
    const offerId = scene.ids.offer(hub, 2021, slug)
    const window = { opens_on: Temporal.PlainDate.from('2021-09-06'), closes_on: Temporal.PlainDate.from('2021-11-12') }
    await scene.tx
      .updateTable('offers')
      .set({ ...window, fewest_organisations: needs })
      .where('id', '=', offerId)
      .execute()
    for (const [urn, on] of asked) await write(scene, { offerId, urn, on: Temporal.PlainDate.from(on) })
  }
}
