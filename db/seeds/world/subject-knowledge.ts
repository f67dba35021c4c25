import { lookAtRegister } from '../../../src/features/absences/index.ts'
import { giveNotice } from '../../../src/features/charges/actions/give-notice.ts'
import { moveCharge } from '../../../src/features/charges/actions/move-charge.ts'
import { confirmGroup } from '../../../src/features/groups/index.ts'
import { holdPlaceFor } from '../../../src/features/place-offers/index.ts'
import { formGroup, sessionsOfGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import { addMaterial } from '../../../src/features/tasks/actions/keep-materials.ts'
import { returnReflection } from '../../../src/features/tasks/actions/return-reflection.ts'
import { setTask } from '../../../src/features/tasks/actions/set-task.ts'
import { tellOfTasks } from '../../../src/features/tasks/actions/tell-of-tasks.ts'
import { found } from '../../../src/platform/errors.ts'
import { playAccounts } from './accounts.ts'
import { actsFor } from './acting.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import { meet } from './playing.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'sktm-primary-teachers'
const administrator = 'rohan.petrescu@lcw-hub.example'
const hubLead = 'adaeze.lindqvist@lcw-hub.example'
const lead = 'kwabena.szymanski@larkholm.sch.example'

/** SKTM Primary Teachers at London Central and West: two workshops are over, with registers, a task and charges in every state. */
export const playSubjectKnowledge = async (scene: Scene): Promise<void> => {
  const schools = schoolsIn('primary', ['307', '207']).slice(0, 9)
  const groupId = await gathered(scene, schools)
  const [first, second] = await sessionsOfGroup(scene.tx, groupId)
  if (!first || !second) throw new Error('The offer of subject knowledge has lost its dates')
  const people = schools.map((urn) => scene.somebodyAt(urn).email)
  const [absent = '', late = '', early = '', cancelling = '', ill = '', paying = '', excused = ''] = people
  await meet(scene, {
    groupId,
    sessionId: first.id,
    lead,
    when: '2021-09-23T16:10',
    marks: {
      [absent]: { mark: 'absent' },
      [paying]: { mark: 'absent' },
      [excused]: { mark: 'absent' },
      [ill]: { mark: 'absent' },
      [late]: { mark: 'late', minutes: 20 },
    },
  })
  // The register is open for a week; what it comes to then is proposed by night.
  await lookAtRegister(scene.system('2021-10-01T00:05'), first.id)
  await decide(scene, {
    sessionId: first.id,
    email: absent,
    by: administrator,
    to: 'confirmed',
    when: '2021-10-01T11:20',
  })
  const reason = 'The teacher was taken ill on the way; the school telephoned the hub that morning.'
  await decide(scene, { sessionId: first.id, email: ill, by: hubLead, to: 'waived', when: '2021-10-04T09:30', reason })
  await playAccounts(scene, { sessionId: first.id, part: absent, whole: paying, excused })
  await playTask(scene, groupId, first.id)
  await giveLateNotice(scene, { groupId, sessionId: second.id, email: cancelling })
  await meet(scene, {
    groupId,
    sessionId: second.id,
    lead,
    when: '2021-10-12T16:05',
    marks: {
      [cancelling]: { mark: 'apologies' },
      [late]: { mark: 'absent' },
      [early]: { mark: 'left_early', minutes: 30 },
    },
  })
  // Its register is open until the 19th: whoever did not come is asked for nothing before.
  await lookAtRegister(scene.system('2021-10-12T16:15'), second.id)
  await playNextTask(scene, groupId, second.id)
}

const gathered = async (scene: Scene, schools: readonly number[]): Promise<string> => {
  const groupId = await formGroup(await scene.as(administrator, '2021-09-06T09:30'), {
    offerId: scene.ids.offer(hub, 2021, slug),
    name: 'Subject knowledge, Ealing and Kensington',
    organisationsRoom: 12,
    peopleRoom: 12,
    organisationsMinimum: 6,
    onlineLink: 'https://meet.lcw-hub.example/subject-knowledge',
    leadPersonIds: [scene.ids.person(lead)],
    partnerHubIds: [],
  })
  for (const [at, organisation] of schools.entries()) {
    const when = `2021-09-0${1 + (at % 6)}T1${at % 7}:${30 + at}`
    const interestId = await ask(scene, { hub, slug, organisation, posts: ['class_teacher'], when })
    await holdPlaceFor(await scene.as(administrator, `2021-09-09T10:${10 + at}`), { interestId, groupId })
  }
  const told = await scene.as(administrator, '2021-09-10T09:15')
  await confirmGroup(told, groupId)
  await tellEveryone(told, groupId)
  return groupId
}

const participantOf = async (scene: Scene, groupId: string, email: string): Promise<string> =>
  found(
    await scene.tx
      .selectFrom('participants as a')
      .innerJoin('places as p', 'p.id', 'a.place_id')
      .innerJoin('email_addresses as e', 'e.person_id', 'a.person_id')
      .select('a.id')
      .where('p.group_id', '=', groupId)
      .where('e.address', '=', email)
      .executeTakeFirst(),
  ).id

// Three days before the workshop, when it had been free until a week before.
const giveLateNotice = async (
  scene: Scene,
  { groupId, sessionId, email }: { groupId: string; sessionId: string; email: string },
): Promise<void> => {
  const participantId = await participantOf(scene, groupId, email)
  const reason = 'Our school has an inspection that day.'
  await giveNotice(scene.link('cancel', participantId, '2021-10-09T18:25'), { sessionId, reason, shownPence: 7500 })
}

type Decision = {
  readonly sessionId: string
  readonly email: string
  readonly by: string
  readonly to: 'confirmed' | 'waived'
  readonly when: string
  readonly reason?: string
}

const decide = async (scene: Scene, { sessionId, email, by, to, when, reason }: Decision): Promise<void> => {
  const charge = found(
    await scene.tx
      .selectFrom('charges as c')
      .innerJoin('participants as a', 'a.id', 'c.participant_id')
      .innerJoin('email_addresses as e', 'e.person_id', 'a.person_id')
      .select('c.id')
      .where('c.session_id', '=', sessionId)
      .where('e.address', '=', email)
      .executeTakeFirst(),
  )
  await moveCharge(await scene.as(by, when), { chargeId: charge.id, to, reason: reason ?? null })
}

const whatTheyWrote = {
  name: 'bar-models-of-the-week.txt',
  type: 'text/plain; charset=utf-8',
  content: new TextEncoder().encode(
    [
      'Monday: the whole bar first, then its two parts.',
      'Tuesday: one part unknown. “It must be less than the whole.”',
      'Thursday: two bars, to compare. “The bit that sticks out is the difference.”',
    ].join('\n'),
  ),
}

const sheet = {
  name: 'representations.txt',
  type: 'text/plain; charset=utf-8',
  content: new TextEncoder().encode(
    [
      'Bar model',
      'Ten frame and number line',
      'Array',
      'Part-whole model',
      'For each: what does it make visible?',
    ].join('\n'),
  ),
}

const reflections = [
  'I drew the bar model for every word problem of the week. My Year 4s began to ask for it themselves, and two of them used it to show why an answer could not be right.',
  'We put ten frames beside the number line. What surprised me was how many children counted from one again each time; we now say together what we can see without counting.',
  'I planned one small step for each lesson and kept to it. It felt slow on Monday. By Thursday the whole class could explain why 7 × 6 and 6 × 7 are the same.',
  'My partner teacher watched for one thing: who was speaking. It was mostly me. I have started to wait, and to ask for a whole sentence.',
  'The children sorted multiplication facts into those they know and those they can work out. The second pile was far larger than either of us had thought.',
]

const playTask = async (scene: Scene, groupId: string, sessionId: string): Promise<void> => {
  // The lead's laptop is being repaired: he telephones, and his hub's lead sets the task for him.
  const { id } = await actsFor(
    scene,
    {
      by: 'adaeze.lindqvist@lcw-hub.example',
      for: lead,
      reason: 'Asked by telephone to set the task for him while his laptop is repaired',
      begins: '2021-09-23T16:40',
      ends: '2021-09-23T16:52',
    },
    (context) =>
      setTask(context, {
        groupId,
        sessionId,
        title: 'One representation, used for a week',
        brief:
          'Choose one representation from the workshop and use it in every lesson of one week. Note what the children said about it, what it made visible, and what you would change.',
        dueOn: Temporal.PlainDate.from('2021-10-10'),
        followsNext: true,
        sharedWith: 'group',
      }),
  )
  const material = { title: 'The representations of the workshop, on one sheet', link: null, file: sheet }
  await addMaterial(await scene.as(lead, '2021-09-24T17:35'), { groupId, taskId: id, material })
  const requests = await scene.tx
    .selectFrom('task_requests')
    .select('id')
    .where('task_id', '=', id)
    .orderBy('id')
    .limit(reflections.length)
    .execute()
  for (const [at, request] of requests.entries()) {
    const reflection = reflections[at] ?? ''
    const link = scene.link('reflect', request.id, `2021-10-0${4 + at}T1${at + 3}:12`)
    await returnReflection(link, { reflection, file: at === 0 ? whatTheyWrote : null })
  }
  await tellOfTasks(scene.system('2021-10-11T08:00'))
}

/** The task before the third workshop: nobody has returned anything yet, so reminders of it and its digest are mail to come. */
const playNextTask = async (scene: Scene, groupId: string, sessionId: string): Promise<void> => {
  await setTask(await scene.as(lead, '2021-10-13T17:20'), {
    groupId,
    sessionId,
    title: 'Ten minutes in which only the children speak',
    brief:
      'Choose one lesson. Put a problem on the board and say nothing for ten minutes. Write down what you hear, in their words, and bring two sentences that surprised you.',
    dueOn: Temporal.PlainDate.from('2021-11-09'),
    followsNext: true,
    sharedWith: 'group',
  })
}
