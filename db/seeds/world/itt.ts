import { stateAttendanceTerms } from '../../../src/features/attendance/index.ts'
import { confirmGroup, holdBack, shareRoom } from '../../../src/features/groups/index.ts'
import { moveUp, offerFreedPlace, sayFewerIsFine, waitInterest } from '../../../src/features/place-offers/index.ts'
import { formGroup, moveSession, tellEveryone } from '../../../src/features/sessions/index.ts'
import { recordTimeBeside } from '../../../src/features/year-plans/index.ts'
import { takingPartOf } from '../../../src/features/year-plans/queries.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import { ask, offerAndAccept } from './asking.ts'
import { addMeetings, makeKnown } from './playing.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-nw'
const slug = 'strengthening-partnerships-with-itt-providers'
const administrator = 'siobhan.achterberg@lcnw-hub.example'

const placed: readonly (readonly [ukprn: string, posts: readonly PostKind[], asked: When, accepted: When])[] = [
  ['19000001', ['itt_tutor', 'itt_tutor'], '2021-09-09T11:20', '2021-09-29T14:03'],
  ['19000006', ['itt_tutor'], '2021-09-13T09:35', '2021-09-29T16:44'],
  ['19000007', ['itt_tutor'], '2021-09-14T14:58', '2021-09-30T10:27'],
  ['19000013', ['itt_tutor', 'mentor'], '2021-09-16T13:17', '2021-10-01T12:10'],
  // From the area of the partner hub.
  ['19000003', ['itt_tutor'], '2021-09-20T10:06', '2021-10-04T09:32'],
]

/** Work with providers of initial teacher training at London Central and NW, shared with its neighbouring hub. */
export const playIttProviders = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-09-27T09:30')
  const lead = await makeKnown(scene, hubWork, { organisation: '19000002', post: 'itt_tutor' })
  const groupId = await formGroup(hubWork, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'ITT partnerships, north and west London',
    organisationsRoom: 10,
    peopleRoom: 16,
    organisationsMinimum: 4,
    onlineLink: 'https://meet.lcnw-hub.example/itt',
    leadPersonIds: [lead],
    partnerHubIds: [scene.ids.hub('london-central-and-west')],
  })
  for (const [organisation, posts, when, answered] of placed) {
    const interestId = await ask(scene, { hub, slug, organisation, posts, when })
    await offerAndAccept(scene, { interestId, groupId, by: administrator, when: '2021-09-27T11:15', answered })
  }
  await shareAndHoldBack(scene, groupId)
  const onlineLink = 'https://meet.lcnw-hub.example/itt'
  const times = { from: '13:00', to: '16:00', onlineLink }
  const dated = await scene.as(administrator, '2021-10-06T10:20')
  const [, second = ''] = await addMeetings(dated, groupId, [
    { on: '2021-11-04', ...times },
    { on: '2022-01-27', ...times },
    { on: '2022-03-24', ...times },
  ])
  await addMeetings(dated, groupId, [{ on: '2022-06-16', ...times }], 'provisional')
  await confirmGroup(dated, groupId)
  await tellEveryone(await scene.as(administrator, '2021-10-06T10:40'), groupId)
  // Two of the providers examine in January: the second meeting moves, and everybody who knew its date hears of it.
  const details = { onDate: Temporal.PlainDate.from('2022-02-03') }
  await moveSession(await scene.as(administrator, '2021-10-13T14:30'), { sessionId: second, details })
  await waitInTurn(scene, groupId)
  await sayWhatCounts(scene, groupId)
  await ask(scene, { hub, slug, organisation: '19000008', posts: ['itt_tutor'], when: '2021-10-14T15:10' })
}

// Three to four days of direct work, with planning and evaluation additional to them.
const sayWhatCounts = async (scene: Scene, groupId: string): Promise<void> => {
  const national = await scene.as('farida.okonjo@coordinator.example', '2021-10-07T11:20')
  const projectId = scene.ids.project(2021, slug)
  await stateAttendanceTerms(national, { projectId, minutesInADay: 300, takesOffMissed: true, countsBeside: false })
  const context = await scene.as(administrator, '2021-10-14T16:20')
  const personIds = (await takingPartOf(scene.tx, groupId)).map(({ personId }) => personId)
  const time = { groupId, personIds, kind: 'planning', minutes: 90 } as const
  await recordTimeBeside(context, { ...time, on: Temporal.PlainDate.from('2021-11-18') })
}

// The neighbouring hub may bring three institutions until Friday; what it has not used then is everybody's.
const shareAndHoldBack = async (scene: Scene, groupId: string): Promise<void> => {
  const shares = [{ hubId: scene.ids.hub('london-central-and-west'), share: 3 }]
  const endOn = Temporal.PlainDate.from('2021-10-22')
  await shareRoom(await scene.as(administrator, '2021-10-04T11:00'), { groupId, shares, endOn })
  await holdBack(await scene.as(administrator, '2021-10-11T09:20'), {
    groupId,
    hubId: scene.ids.hub(hub),
    people: 2,
    reason:
      'A school-centred provider in Brent appoints its new lead for maths this month and has asked for two places',
  })
}

// Two institutions wait. The later one is moved up with a reason, and so the last place that the hub may give away is offered to it.
const waitInTurn = async (scene: Scene, groupId: string): Promise<void> => {
  const first = await ask(scene, {
    hub,
    slug,
    organisation: '19000012',
    posts: ['itt_tutor', 'itt_tutor'],
    when: '2021-10-05T10:12',
  })
  const second = await ask(scene, {
    hub,
    slug,
    organisation: '19000014',
    posts: ['itt_tutor'],
    when: '2021-10-06T15:41',
  })
  for (const [interestId, when] of [
    [first, '2021-10-08T09:30'],
    [second, '2021-10-08T09:31'],
  ] as const)
    await waitInterest(await scene.as(administrator, when), { interestId })
  const reason = 'Its mentors work with two schools of this group already'
  await moveUp(await scene.as(administrator, '2021-10-14T16:20'), { interestId: second, reason })
  await sayFewerIsFine(scene.link('status', first, '2021-10-15T08:50'), { interestId: first, fewerIsFine: true })
  await offerFreedPlace(scene.system('2021-10-15T10:05'), groupId)
}
