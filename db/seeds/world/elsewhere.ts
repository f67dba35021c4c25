import { createGroup } from '../../../src/features/groups/index.ts'
import { holdPlaceFor } from '../../../src/features/place-offers/index.ts'
import { hubs } from '../facts/hubs.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { after, type Scene } from './scene.ts'

// Projects that a school can join without having come some way before.
const open = [
  'mastery-readiness',
  'primary-teaching-for-mastery-development',
  'secondary-teaching-for-mastery-development',
  'years-5-to-8-continuity',
  'years-7-11-coherence',
]
const playedElsewhere = ['london-central-and-west', 'london-central-and-nw', 'east-midlands-east', 'venn-essex']

/** What the other hubs have received: a little everywhere, and here and there a group that is forming. */
export const playElsewhere = async (scene: Scene): Promise<void> => {
  for (const [at, offer] of (await firstOffers(scene)).entries()) {
    const asked = `2021-09-${String(8 + (at % 20)).padStart(2, '0')}T1${at % 8}:${10 + at}`
    const gathers = at % 3 === 0
    const interests = await askSome(scene, offer, asked, gathers ? 2 : 1)
    if (gathers) await gather(scene, offer, interests)
  }
}

type FirstOffer = Awaited<ReturnType<typeof firstOffers>>[number]

// One offer of each hub whose area is known.
const firstOffers = async ({ tx }: Scene) => {
  const rows = await tx
    .selectFrom('offers as o')
    .innerJoin('hubs as h', 'h.id', 'o.hub_id')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select(['o.id', 'h.slug as hub', 'o.slug', 'p.title', 'p.phases', 'p.headteacher_confirms', 'p.people_min'])
    .where('o.year', '=', 2021)
    .where('o.slug', 'in', open)
    .where('h.slug', 'not in', playedElsewhere)
    .orderBy('h.slug')
    .orderBy('o.slug')
    .execute()
  return rows.filter(({ hub }, at) => rows.findIndex((other) => other.hub === hub) === at)
}

const askSome = async (scene: Scene, offer: FirstOffer, when: string, most: number): Promise<readonly string[]> => {
  const areas = hubs.find(({ slug }) => slug === offer.hub)?.areas ?? []
  const phase = offer.phases.includes('primary') ? ('primary' as const) : ('secondary' as const)
  const schools = schoolsIn(
    phase,
    areas.map(({ authorityCode }) => authorityCode),
  ).slice(0, most)
  const interests = []
  for (const [at, organisation] of schools.entries())
    interests.push(
      await ask(scene, {
        hub: offer.hub,
        slug: offer.slug,
        organisation,
        posts: offer.people_min > 1 ? ['head_of_department', 'class_teacher'] : ['maths_subject_lead'],
        headteacher: offer.headteacher_confirms,
        when: after(when, at * 60 * 27),
      }),
    )
  return interests
}

const gather = async (scene: Scene, offer: FirstOffer, interests: readonly string[]): Promise<void> => {
  const groupId = await createGroup(scene.system('2021-10-11T09:30'), {
    offerId: offer.id,
    name: `${offer.title}, group 1`,
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 4,
    leadPersonIds: [],
    partnerHubIds: [],
  })
  for (const interestId of interests) await holdPlaceFor(scene.system('2021-10-12T10:15'), { interestId, groupId })
}
