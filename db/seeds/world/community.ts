import { confirmGroup } from '../../../src/features/groups/index.ts'
import { holdPlaceFor } from '../../../src/features/place-offers/index.ts'
import { formGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { addMeetings, meet } from './playing.ts'
import type { Scene } from './scene.ts'

const hub = 'venn-essex'
const slug = 'llme-networks'
const administrator = 'perpetua.vance-iqbal@venn-hub.example'
const lead = 'ottoline.bhattacharya@saltings.example'

/** A community of local leaders at Venn Essex: it has met once this year. */
export const playCommunity = async (scene: Scene): Promise<void> => {
  const made = await scene.as(administrator, '2021-09-08T09:40')
  const groupId = await formGroup(made, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Local leaders of Essex',
    organisationsRoom: 12,
    peopleRoom: 12,
    organisationsMinimum: 4,
    onlineLink: 'https://meet.venn-hub.example/local-leaders',
    leadPersonIds: [scene.ids.person(lead)],
    partnerHubIds: [],
  })
  const schools = [900020, ...schoolsIn('secondary', ['881']).slice(0, 2), ...schoolsIn('primary', ['881']).slice(0, 3)]
  for (const [at, organisation] of schools.entries()) {
    const when = `2021-09-1${3 + (at % 3)}T1${at}:${15 + at}`
    const interestId = await ask(scene, { hub, slug, organisation, posts: ['class_teacher'], commitments: [], when })
    await holdPlaceFor(await scene.as(administrator, `2021-09-20T10:${10 + at}`), { interestId, groupId })
  }
  const planned = await scene.as(administrator, '2021-09-20T11:30')
  const times = { from: '15:30', to: '17:00', onlineLink: 'https://meet.venn-hub.example/local-leaders' }
  const [first] = await addMeetings(planned, groupId, [
    { on: '2021-10-07', ...times },
    { on: '2022-01-13', ...times },
    { on: '2022-04-28', ...times },
  ])
  await confirmGroup(planned, groupId)
  await tellEveryone(planned, groupId)
  const sessionId = first ?? ''
  await meet(scene, { groupId, sessionId, lead, when: '2021-10-07T17:05', usual: 'online' })
}
