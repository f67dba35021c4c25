import { confirmGroup } from '../../../src/features/groups/index.ts'
import { answerHosting, askHosts, hostingsOfGroup } from '../../../src/features/hosting/index.ts'
import { formGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import { writeStageRecord } from '../../../src/features/stages/index.ts'
import { recordTimeBeside } from '../../../src/features/year-plans/index.ts'
import { takingPartOf } from '../../../src/features/year-plans/queries.ts'
import { found } from '../../../src/platform/errors.ts'
import { ask, offerAndAccept } from './asking.ts'
import { addMeetings, meet } from './playing.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'secondary-teaching-for-mastery-embedding'
const administrator = 'rohan.petrescu@lcw-hub.example'
const lead = 'kwabena.szymanski@larkholm.sch.example'

// The schools that completed Development together last year, and when each asked to go on.
const schools: readonly (readonly [urn: number, asked: When])[] = [
  [900002, '2021-07-12T12:15'],
  [900003, '2021-07-13T16:24'],
  [900005, '2021-07-14T09:50'],
  [900009, '2021-07-16T13:37'],
]

// They meet at each other's schools, first at the lead's.
const meetings = [
  { on: '2021-10-05', host: 900007 },
  { on: '2021-12-08', host: 900002 },
  { on: '2022-03-02', host: 900003 },
]

/** Secondary mastery goes on with Embedding: the group of last year under way again, at a different school each time. */
export const playEmbedding = async (scene: Scene): Promise<void> => {
  const hubWork = await scene.as(administrator, '2021-07-19T10:05')
  const groupId = await formGroup(hubWork, {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Secondary mastery, west London, second year',
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 4,
    leadPersonIds: [scene.ids.person(lead)],
    partnerHubIds: [],
    continuesGroupId: await groupOfLastYear(scene),
  })
  for (const [organisation, when] of schools) {
    const posts = ['head_of_department', 'class_teacher'] as const
    const interestId = await ask(scene, { hub, slug, organisation, posts, headteacher: true, when })
    const offered = { when: '2021-07-19T10:40', answered: `2021-07-2${organisation % 4}T11:30` }
    await offerAndAccept(scene, { interestId, groupId, by: administrator, ...offered })
  }
  const planned = await scene.as(administrator, '2021-09-08T14:20')
  const [first = ''] = await addMeetings(
    planned,
    groupId,
    meetings.map(({ on, host }) => ({ on, from: '13:00', to: '16:30', hostOrganisationId: scene.ids.school(host) })),
  )
  const [last = ''] = await addMeetings(
    planned,
    groupId,
    [{ on: '2022-05-04', from: '13:00', to: '16:30' }],
    'provisional',
  )
  await confirmGroup(planned, groupId)
  await tellEveryone(planned, groupId)
  await meet(scene, { groupId, sessionId: first, lead, when: '2021-10-05T16:35' })
  await beginStage(scene, groupId)
  await findHost(scene, groupId, last)
  await recordTime(scene, groupId)
}

// The school whose turn it is cannot; the next has been asked, and has not answered yet.
const findHost = async (scene: Scene, groupId: string, sessionId: string): Promise<void> => {
  const asking = await scene.as(lead, '2021-10-11T17:40')
  await askHosts(asking, { groupId, asks: [{ sessionId, organisationId: scene.ids.school(900009) }] })
  const hostingId = found((await hostingsOfGroup(scene.tx, groupId)).find(({ id }) => id === sessionId)?.live).id
  const answer = { hostingId, hosts: false, reason: 'Examinations take the hall that week.' } as const
  await answerHosting(scene.link('host', hostingId, '2021-10-13T08:25'), answer)
}

const recordTime = async (scene: Scene, groupId: string): Promise<void> => {
  const context = await scene.as(lead, '2021-10-06T20:10')
  const leading = [scene.ids.person(lead)]
  for (const [kind, on, minutes] of [
    ['planning', '2021-09-29', 150],
    ['planning', '2021-10-04', 90],
    ['evaluation', '2021-10-06', 60],
    ['planning', '2021-12-06', 120],
  ] as const)
    await recordTimeBeside(context, { groupId, personIds: leading, kind, on: Temporal.PlainDate.from(on), minutes })
  // All schools plan a lesson together before they meet again.
  const takingPart = await takingPartOf(scene.tx, groupId)
  await recordTimeBeside(context, {
    groupId,
    personIds: takingPart.map(({ personId }) => personId),
    kind: 'planning',
    on: Temporal.PlainDate.from('2021-11-24'),
    minutes: 90,
  })
}

const groupOfLastYear = async ({ tx, ids }: Scene): Promise<string> =>
  found(
    await tx
      .selectFrom('groups')
      .select('id')
      .where('offer_id', '=', ids.offer(hub, 2020, 'secondary-teaching-for-mastery-development'))
      .executeTakeFirst(),
  ).id

const beginStage = async (scene: Scene, groupId: string): Promise<void> => {
  const context = await scene.as(administrator, '2021-10-06T09:10')
  for (const [urn] of schools)
    await writeStageRecord(context, {
      organisationId: scene.ids.school(urn),
      stageId: scene.ids.stage('secondary_embedding'),
      year: 2021,
      status: 'in_progress',
      groupId,
      evidence: 'Came to the first session of the group on 5 October 2021.',
    })
}
