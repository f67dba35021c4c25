import { mergeGroups } from '../../../src/features/merging-groups/index.ts'
import { holdPlaceFor } from '../../../src/features/place-offers/index.ts'
import { formGroup } from '../../../src/features/sessions/index.ts'
import { ask } from './asking.ts'
import { secondaries } from './recruiting.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'secondary-teaching-for-mastery-development'
const administrator = 'rohan.petrescu@lcw-hub.example'

/** Two groups were begun where one will do: on the Friday one became part of the other, and its school went along. */
export const playMergedGroups = async (scene: Scene): Promise<void> => {
  const asking: string[] = []
  for (const [at, organisation] of secondaries(hub, 8, 2).entries())
    asking.push(
      await ask(scene, {
        hub,
        slug,
        organisation,
        posts: ['head_of_department', 'class_teacher'],
        headteacher: true,
        when: at === 0 ? '2021-09-20T09:20' : '2021-10-05T09:20',
      }),
    )
  const hubWork = await scene.as(administrator, '2021-10-13T11:00')
  const [east, west] = [
    await form(scene, hubWork, 'Mastery Advocates, Teaselmere', 'Teaselmere'),
    await form(scene, hubWork, 'Mastery Advocates, Vetchridge', 'Vetchridge'),
  ]
  for (const [at, interestId] of asking.entries())
    await holdPlaceFor(hubWork, { interestId, groupId: at === 0 ? east : west })
  await mergeGroups(await scene.as(administrator, '2021-10-15T15:10'), {
    fromId: west,
    intoId: east,
    reason: 'One school alone is no Work Group: together we can go on asking until the middle of November.',
    leadsJoin: false,
    addsRoom: false,
  })
}

const form = (scene: Scene, context: Awaited<ReturnType<Scene['as']>>, name: string, venue: string): Promise<string> =>
  formGroup(context, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name,
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 6,
    venueId: scene.ids.venue(hub, venue),
    leadPersonIds: [],
    partnerHubIds: [],
  })
