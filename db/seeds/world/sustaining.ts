import { waitInterest } from '../../../src/features/place-offers/index.ts'
import { formGroup, hostSession, sessionsOfGroup } from '../../../src/features/sessions/index.ts'
import { ask, offerAndAccept } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { makeKnown } from './playing.ts'
import type { Scene, When } from './scene.ts'

const hub = 'east-midlands-east'
const slug = 'primary-teaching-for-mastery-sustaining'
const administrator = 'tunde.hallworthy@eme-hub.example'
const commitments = ['full_year', 'leadership_commitment', 'most_teachers_started']

const placed: readonly (readonly [urn: number, asked: When, accepted: When])[] = [
  [900011, '2021-09-08T15:40', '2021-09-24T10:12'],
  [900013, '2021-09-09T12:25', '2021-09-24T15:48'],
  [900016, '2021-09-14T16:14', '2021-09-27T08:36'],
  [900019, '2021-09-15T13:50', '2021-09-28T17:21'],
]

/** Primary Teaching for Mastery (Sustaining) at East Midlands East: a group whose dates are still to come. */
export const playSustaining = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-09-20T10:00')
  const lead = await makeKnown(scene, hubWork, { organisation: 900012, which: 'specialist', post: 'class_teacher' })
  const groupId = await formGroup(hubWork, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Sustaining, Lincolnshire and Newark',
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 5,
    leadPersonIds: [lead],
    partnerHubIds: [],
  })
  const [first] = await sessionsOfGroup(scene.tx, groupId)
  if (first) await hostSession(hubWork, { sessionId: first.id, organisationId: scene.ids.school(900012) })
  for (const [urn, when, answered] of placed) {
    const interestId = await asks(scene, urn, when)
    await offerAndAccept(scene, { interestId, groupId, by: administrator, when: '2021-09-22T11:00', answered })
  }
  await asks(scene, 900014, '2021-10-06T15:15')
  const [newcomer = 0, late = 0] = schoolsIn('primary', ['925'])
  const waiting = await asks(scene, newcomer, '2021-10-08T12:30')
  await waitInterest(await scene.as(administrator, '2021-10-13T10:45'), { interestId: waiting })
  await asks(scene, late, '2021-10-15T16:05', 'received')
}

const asks = (scene: Scene, organisation: number, when: When, until: 'received' | 'confirmed' = 'confirmed') =>
  ask(scene, {
    hub,
    slug,
    organisation,
    posts: ['maths_subject_lead', 'class_teacher'],
    commitments,
    headteacher: true,
    when,
    until,
  })
