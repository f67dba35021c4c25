import { confirmGroup } from '../../../src/features/groups/index.ts'
import { leavePlace } from '../../../src/features/places/index.ts'
import { formGroup, tellEveryone } from '../../../src/features/sessions/index.ts'
import { type EarlierGroup, earlierGroups } from './earlier-group.ts'
import { playEvaluation } from './evaluations.ts'
import { addMeetings, makeKnown, meet, settlePlace } from './playing.ts'
import { after, type Scene } from './scene.ts'

/** A group that has met for the last time and waits to be completed. */
export type Finished = { readonly groupId: string; readonly leadEmail: string; readonly administrator: string }

/** Two groups of 2020/21 with their registers, up to the last session. */
export const playEarlierGroups = async (scene: Scene): Promise<readonly Finished[]> => {
  const finished = []
  for (const group of earlierGroups()) finished.push(await playEarlier(scene, group))
  return finished
}

const playEarlier = async (scene: Scene, group: EarlierGroup): Promise<Finished> => {
  const formed = await scene.as(group.administrator, '2020-09-14T10:00')
  const leadEmail =
    'email' in group.lead ? group.lead.email : scene.somebodyAt(group.lead.organisation, group.lead.which).email
  const leadId =
    'email' in group.lead
      ? scene.ids.person(group.lead.email)
      : await makeKnown(scene, formed, { ...group.lead, post: 'class_teacher' })
  const groupId = await formGroup(formed, {
    offerId: scene.ids.offer(group.hub, 2020, group.slug),
    name: group.name,
    organisationsRoom: 8,
    peopleRoom: 16,
    organisationsMinimum: 4,
    venueId: null,
    onlineLink: `https://meet.${group.administrator.split('@')[1]}/${group.slug}`,
    leadPersonIds: [leadId],
    partnerHubIds: [],
  })
  const places = new Map<number, string>()
  for (const urn of group.schools)
    places.set(urn, await settlePlace(scene, formed, { groupId, urn, posts: [postOf(group), 'class_teacher'] }))
  const onlineLink = `https://meet.${group.administrator.split('@')[1]}/${group.slug}`
  const sessions = await addMeetings(
    formed,
    groupId,
    group.dates.map((on) => ({ on, from: '13:30', to: '16:00', onlineLink })),
  )
  await confirmGroup(formed, groupId)
  await tellEveryone(await scene.as(group.administrator, '2020-09-16T09:00'), groupId)
  for (const [at, sessionId] of sessions.entries()) {
    const when = `${group.dates[at]}T16:20`
    await meet(scene, { groupId, sessionId, lead: leadEmail, when, usual: 'online', marks: missing(scene, group, at) })
    if (at !== 1) continue
    const place = group.leaves === null ? null : places.get(group.leaves)
    const reason = 'The school could not release its teachers any more.'
    if (place) await leavePlace(await scene.as(group.administrator, after(when, 60 * 24)), place, reason)
  }
  const last = `${group.dates.at(-1)}T18:30`
  await playEvaluation(scene, { groupId, leadEmail, when: last })
  return { groupId, leadEmail, administrator: group.administrator }
}

const postOf = ({ slug }: EarlierGroup) =>
  slug.startsWith('primary') ? ('maths_subject_lead' as const) : ('head_of_department' as const)

// At each session somebody else could not come or lost the connection for a while.
const missing = (scene: Scene, { schools }: EarlierGroup, at: number) => {
  const away = scene.somebodyAt(schools[at % schools.length] ?? 0, 'other 1').email
  const late = scene.somebodyAt(schools[(at + 2) % schools.length] ?? 0).email
  return { [away]: { mark: 'apologies' as const }, [late]: { mark: 'late' as const, minutes: 15 } }
}
