import { confirmGroup } from '../../../src/features/groups/index.ts'
import {
  declineInterest,
  declinePlaceOf,
  offerPlaceTo,
  waitInterest,
  withdrawInterest,
} from '../../../src/features/place-offers/index.ts'
import { formGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import { ask, offerAndAccept } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { after, instantOf, type Scene, type When } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'secondary-subject-leadership'
const administrator = 'rohan.petrescu@lcw-hub.example'
const lead = 'marisol.featherby@plovergate.sch.example'

// Who has a place by now, when they asked and when they said yes to it.
const placed: readonly (readonly [urn: number, asked: When, accepted: When])[] = [
  [900002, '2021-09-09T16:42', '2021-09-28T12:05'],
  [900003, '2021-09-10T12:51', '2021-09-28T16:20'],
  [900004, '2021-09-13T08:12', '2021-09-29T08:47'],
  [900005, '2021-09-14T17:30', '2021-09-30T15:31'],
  [900007, '2021-09-15T13:04', '2021-10-01T09:16'],
  [900008, '2021-09-20T15:55', '2021-10-01T17:02'],
  [900009, '2021-09-21T19:22', '2021-10-04T13:39'],
]

/** Secondary Subject Leadership (NCP21-15): one group that is full, with interest in every state around it. */
export const playSubjectLeaders = async (scene: Scene): Promise<void> => {
  const [declining = 0, waitingForHead = 0, prospective = 0, unconfirmed = 0, withdrawing = 0] = schoolsIn(
    'secondary',
    ['304', '310', '312', '313'],
  )
  const requests = new Map<number, string>()
  for (const [urn, when] of placed) requests.set(urn, await asks(scene, urn, when))
  const request = (urn: number): string => requests.get(urn) ?? ''
  await declineVetchmoor(scene)
  requests.set(declining, await asks(scene, declining, '2021-09-22T10:35'))
  const groupId = await formed(scene)
  for (const [urn, , answered] of placed) {
    const when = '2021-09-27T14:10'
    await offerAndAccept(scene, { interestId: request(urn), groupId, by: administrator, when, answered })
  }
  await declineOffer(scene, request(declining), groupId)
  requests.set(
    900001,
    await asks(
      scene,
      900001,
      '2021-10-05T16:08',
      'You lead maths at a neighbouring school? Then we may know each other.',
    ),
  )
  requests.set(900010, await asks(scene, 900010, '2021-10-06T12:40'))
  requests.set(900023, await asks(scene, 900023, '2021-10-07T15:26'))
  await settle(scene, groupId, request)
  const gone = await asks(scene, withdrawing, '2021-10-08T11:11')
  await withdrawInterest(scene.link('status', gone, '2021-10-13T16:50'), { interestId: gone })
  await asks(scene, prospective, '2021-10-12T20:15', null, { posts: ['prospective_subject_lead'] })
  await asks(scene, waitingForHead, '2021-10-14T16:33', null, { until: 'received' })
  await ask(scene, {
    hub,
    slug: 'secondary-teaching-for-mastery-sustaining',
    organisation: 900001,
    posts: ['head_of_department', 'class_teacher'],
    headteacher: true,
    when: '2021-10-15T15:48',
    until: 'received',
  })
  await asks(scene, unconfirmed, '2021-10-17T21:10', null, { until: 'sent' })
}

const asks = (
  scene: Scene,
  urn: number,
  when: When,
  comments: string | null = null,
  other: { posts?: readonly PostKind[]; until?: 'sent' | 'received' } = {},
): Promise<string> =>
  ask(scene, {
    hub,
    slug,
    organisation: urn,
    posts: ['head_of_department', 'class_teacher'],
    headteacher: true,
    when,
    ...(comments ? { comments } : {}),
    ...other,
  })

const formed = async (scene: Scene): Promise<string> =>
  formGroup(await scene.as(administrator, '2021-09-27T10:00'), {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Secondary subject leaders, Acton',
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 6,
    onlineLink: 'https://meet.lcw-hub.example/subject-leaders',
    leadPersonIds: [scene.ids.person(lead)],
    partnerHubIds: [],
  })

const declineVetchmoor = async (scene: Scene): Promise<void> => {
  const interestId = await asks(scene, 900024, '2021-09-16T09:45')
  const reason = 'The project is open to state-funded schools only.'
  await declineInterest(await scene.as(administrator, '2021-09-20T09:30'), { interestId, reason })
}

const declineOffer = async (scene: Scene, interestId: string, groupId: string): Promise<void> => {
  const respondBy = instantOf('2021-10-08T23:59')
  await offerPlaceTo(await scene.as(administrator, '2021-09-27T14:25'), { interestId, groupId, respondBy })
  await declinePlaceOf(scene.link('place', interestId, '2021-10-04T08:20'), { interestId, staysInLine: false })
}

// The eighth place is offered to Tamsel Park School; two schools wait behind it.
const settle = async (scene: Scene, groupId: string, request: (urn: number) => string): Promise<void> => {
  const when = '2021-10-11T09:40'
  const hubWork = await scene.as(administrator, when)
  await confirmGroup(hubWork, groupId)
  await tellEveryone(await scene.as(administrator, after(when, 15)), groupId)
  const respondBy = instantOf('2021-10-25T23:59')
  await offerPlaceTo(await scene.as(administrator, after(when, 25)), {
    interestId: request(900001),
    groupId,
    respondBy,
  })
  await waitInterest(await scene.as(administrator, after(when, 30)), { interestId: request(900010) })
  await waitInterest(await scene.as(administrator, after(when, 31)), { interestId: request(900023) })
}
