import { completeGroupYear, stateTerms } from '../../../src/features/completion/index.ts'
import { confirmGroup } from '../../../src/features/groups/index.ts'
import { invitationsOfHub, sendInvitations } from '../../../src/features/next-stages/index.ts'
import { leavePlace } from '../../../src/features/places/index.ts'
import { formGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import { writeStageRecord } from '../../../src/features/stages/index.ts'
import type { Context } from '../../../src/platform/context.ts'
import { type EarlierGroup, earlierGroups } from './earlier-group.ts'
import { playEvaluation } from './evaluations.ts'
import { addMeetings, makeKnown, meet, settlePlace } from './playing.ts'
import { after, type Scene } from './scene.ts'

/** The groups of 2020/21: their registers, what those who took part said, and what their year came to. */
export const playEarlierGroups = async (scene: Scene): Promise<void> => {
  for (const group of earlierGroups()) await playEarlier(scene, group)
}

const playEarlier = async (scene: Scene, group: EarlierGroup): Promise<void> => {
  const hubWork = await scene.as(group.administrator, '2020-09-14T10:00')
  const lead = await leadOf(scene, hubWork, group)
  const groupId = await formed(scene, hubWork, group, lead.id)
  const projectId = scene.ids.project(2020, group.slug)
  if (group.share !== null)
    await stateTerms(hubWork, { projectId, terms: { leastShare: group.share, leastTasks: null } })
  const places = new Map<number, string>()
  for (const urn of group.schools)
    places.set(urn, await settlePlace(scene, hubWork, { groupId, urn, posts: [postOf(group), 'class_teacher'] }))
  const times = { from: '13:30', to: '16:00', onlineLink: roomOf(group) }
  const meetings = group.dates.map((on) => ({ on, ...times }))
  const sessions = await addMeetings(hubWork, groupId, meetings)
  await confirmGroup(hubWork, groupId)
  await tellEveryone(await scene.as(group.administrator, '2020-09-16T09:00'), groupId)
  for (const [at, sessionId] of sessions.entries()) {
    const when = `${group.dates[at]}T16:20`
    await meet(scene, { groupId, sessionId, lead: lead.email, when, usual: 'online', marks: missing(scene, group, at) })
    if (at === 1 && group.leaves !== null)
      await leaves(await scene.as(group.administrator, after(when, 60 * 24)), scene, { group, groupId, places })
  }
  await playEvaluation(scene, { groupId, leadEmail: lead.email, when: `${group.dates.at(-1)}T18:30` })
  await completeGroupYear(await scene.as(lead.email, '2021-07-08T15:10'), { groupId, leaving: [] })
  await invites(await scene.as(group.administrator, '2021-07-12T09:20'), scene, group)
}

// One school of each hub is not invited yet: who is to be written to there was not known in the summer.
const invites = async (context: Context, { tx, ids }: Scene, { hub }: EarlierGroup): Promise<void> => {
  const hubId = ids.hub(hub)
  const sentSince = context.now.subtract({ hours: 1 })
  const [, ...others] = await invitationsOfHub(tx, hubId, { today: context.today, sentSince })
  const open = others.filter(({ sentAt, recipient }) => sentAt === null && recipient !== null)
  if (open.length > 0) await sendInvitations(context, { hubId, ids: open.map(({ id }) => id) })
}

const leadOf = async (
  scene: Scene,
  hubWork: Context,
  { lead }: EarlierGroup,
): Promise<{ id: string; email: string }> => {
  if ('email' in lead) return { id: scene.ids.person(lead.email), email: lead.email }
  const id = await makeKnown(scene, hubWork, { ...lead, post: 'class_teacher' })
  return { id, email: scene.somebodyAt(lead.organisation, lead.which).email }
}

const roomOf = ({ administrator, slug }: EarlierGroup): string => `https://meet.${administrator.split('@')[1]}/${slug}`

const formed = (scene: Scene, hubWork: Context, group: EarlierGroup, leadId: string): Promise<string> =>
  formGroup(hubWork, {
    offerId: scene.ids.offer(group.hub, 2020, group.slug),
    name: group.name,
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 4,
    venueId: null,
    onlineLink: roomOf(group),
    leadPersonIds: [leadId],
    partnerHubIds: [],
  })

const postOf = ({ slug }: EarlierGroup) =>
  slug.startsWith('primary') ? ('maths_subject_lead' as const) : ('head_of_department' as const)

type Leaving = {
  readonly group: EarlierGroup
  readonly groupId: string
  readonly places: ReadonlyMap<number, string>
}

// A school leaves during the year: its place ends, and so does the stage it was taking.
const leaves = async (context: Context, { ids }: Scene, { group, groupId, places }: Leaving): Promise<void> => {
  const urn = group.leaves ?? 0
  await leavePlace(context, places.get(urn) ?? '', 'The school could not release its teachers any more.')
  if (group.stage === null) return
  await writeStageRecord(context, {
    organisationId: ids.school(urn),
    stageId: ids.stage(group.stage),
    year: 2020,
    status: 'withdrew',
    groupId,
    evidence: `${group.name}, 2020/21: the school left after two sessions.`,
  })
}

// At each session somebody else could not come or lost the connection for a while.
const missing = (scene: Scene, { schools }: EarlierGroup, at: number) => {
  const away = scene.somebodyAt(schools[at % schools.length] ?? 0, 'other 1').email
  const late = scene.somebodyAt(schools[(at + 2) % schools.length] ?? 0).email
  return { [away]: { mark: 'apologies' as const }, [late]: { mark: 'late' as const, minutes: 15 } }
}
