import { createGroup } from '../../../src/features/groups/index.ts'
import { proposalsOf, requestPlacement, runPlacement, usuallyAsked } from '../../../src/features/placement/index.ts'
import { askForExplanations, explainOne } from '../../../src/features/what-if/index.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene } from './scene.ts'
import { playPlacementInMinutes, playTravelTimes } from './travel-times.ts'

const hub = 'london-central-and-west'
const slug = 'primary-teaching-for-mastery-development'
const administrator = 'rohan.petrescu@lcw-hub.example'

// Miles that a school would travel at most; where there is none, it has not said.
const limits = [5, null, 6, 3, null, 8, 5, 5, null, 6, 3, 7]

/** More schools than two groups have room for, all confirmed and none decided: what placement is for. */
export const playToBePlaced = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-10-04T09:15')
  const group = (name: string, venue: string) =>
    createGroup(hubWork, {
      offerId: scene.ids.offer(hub, 2021, slug),
      name,
      organisationsRoom: 5,
      peopleRoom: 10,
      organisationsMinimum: 4,
      venueId: scene.ids.venue(hub, venue),
      leadPersonIds: [],
      partnerHubIds: [],
    })
  const north = await group('Development, Harrow', 'Juniperridge')
  await group('Development, Hounslow and Feltham', 'Vetchridge')
  const asking = schoolsIn('primary', ['304', '310', '312', '313']).filter((_urn, at) => at % 2 === 1)
  for (const [at, limit] of limits.entries()) {
    const organisation = asking[at]
    if (!organisation) continue
    await ask(scene, {
      hub,
      slug,
      organisation,
      posts: ['maths_subject_lead', 'class_teacher'],
      headteacher: true,
      when: `2021-10-${String(5 + (at % 8)).padStart(2, '0')}T1${at % 7}:${20 + at}`,
      ...(limit ? { travelLimitMiles: limit } : {}),
      ...(at === 2 ? { groupPreferenceId: north } : {}),
    })
  }
  await playFirstPlacement(scene)
  await playWithNewGroup(scene)
  await playTravelTimes(scene, asking.slice(0, limits.length))
  await playPlacementInMinutes(scene, scene.ids.offer(hub, 2021, slug))
}

/** A placement was worked out on the Friday, with what would place those it leaves out: nobody has decided on it yet. */
const playFirstPlacement = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-10-15T15:40')
  const runId = await requestPlacement(hubWork, { offerIds: [scene.ids.offer(hub, 2021, slug)] })
  await runPlacement(hubWork, runId)
  await askForExplanations(hubWork, { runId })
  for (const { interestId, groupId } of await proposalsOf(scene.tx, runId))
    if (groupId === null) await explainOne(hubWork, { runId, interestId })
}

/** On the Monday morning it was tried what one more group would do: beside the first, to compare. */
const playWithNewGroup = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-10-18T08:20')
  const venueIds = [scene.ids.venue(hub, 'Teaselmere')]
  const runId = await requestPlacement(hubWork, {
    offerIds: [scene.ids.offer(hub, 2021, slug)],
    asked: { ...usuallyAsked, opening: { most: 1, from: 4, to: 6, peopleEach: 2, venueIds } },
  })
  await runPlacement(hubWork, runId)
}
