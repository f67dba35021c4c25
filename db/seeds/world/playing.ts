import { findOrCreatePerson, statePost } from '../../../src/features/people/index.ts'
import { holdPlace } from '../../../src/features/places/index.ts'
import { takeRegister } from '../../../src/features/registers/actions/take-register.ts'
import { type MarkName, takingPartIn } from '../../../src/features/registers/index.ts'
import { addSession, holdSession, type SessionDetails } from '../../../src/features/sessions/index.ts'
import type { Context } from '../../../src/platform/context.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import { type OrganisationKey, organisationIdOf } from './organisations.ts'
import type { Scene, When } from './scene.ts'

/** Has somebody of an organisation known to the hub, with the post they hold; the same person each time. */
export const makeKnown = async (
  scene: Scene,
  context: Context,
  { organisation, which, post }: { organisation: OrganisationKey; which?: string; post: PostKind },
): Promise<string> => {
  const { id } = await findOrCreatePerson(context, { ...scene.somebodyAt(organisation, which), confirmed: true })
  const organisationId = organisationIdOf(scene.ids, organisation)
  await statePost(context, { personId: id, organisationId, post, held: true, statedBy: 'hub' })
  return id
}

/** The hub gives a school a place that it has settled with it; the first of the posts is the lead participant's. */
export const settlePlace = async (
  scene: Scene,
  context: Context,
  { groupId, urn, posts }: { groupId: string; urn: number; posts: readonly PostKind[] },
): Promise<string> => {
  const people = []
  for (const [at, post] of posts.entries()) {
    const personId = await makeKnown(scene, context, {
      organisation: urn,
      which: at === 0 ? 'lead' : `other ${at}`,
      post,
    })
    people.push({ personId, post, part: at === 0 ? ('lead' as const) : ('other' as const) })
  }
  const organisationId = scene.ids.school(urn)
  return holdPlace(context, { groupId, organisationId, people, peopleCount: people.length })
}

type Meeting = {
  readonly on: string
  readonly from: string
  readonly to: string
  readonly title?: string
  readonly venueId?: string | null
  readonly hostOrganisationId?: string
  readonly onlineLink?: string
}

const detailsOf = ({ on, from, to, title, venueId, hostOrganisationId, onlineLink }: Meeting): SessionDetails => ({
  onDate: Temporal.PlainDate.from(on),
  startsAt: Temporal.PlainTime.from(from),
  endsAt: Temporal.PlainTime.from(to),
  title: title ?? null,
  kind: 'workshop',
  mode: onlineLink ? 'online' : 'venue',
  venueId: venueId ?? null,
  hostOrganisationId: hostOrganisationId ?? null,
  onlineLink: onlineLink ?? null,
  practicalNotes: null,
})

/** Adds dated sessions to a group, confirmed unless said otherwise, and gives their ids in order. */
export const addMeetings = async (
  context: Context,
  groupId: string,
  meetings: readonly Meeting[],
  status: 'confirmed' | 'provisional' = 'confirmed',
): Promise<readonly string[]> => {
  const ids = []
  for (const meeting of meetings) ids.push(await addSession(context, { groupId, status, details: detailsOf(meeting) }))
  return ids
}

/** The lead holds a session and takes its register. `marks` says who was not simply present, by e-mail address. */
export const meet = async (
  scene: Scene,
  held: {
    readonly groupId: string
    readonly sessionId: string
    readonly lead: string
    readonly when: When
    readonly usual?: MarkName
    readonly marks?: Readonly<Record<string, { readonly mark: MarkName; readonly minutes?: number }>>
  },
): Promise<void> => {
  const context = await scene.as(held.lead, held.when)
  await holdSession(context, held.sessionId)
  const people = await takingPartIn(scene.tx, held.groupId)
  const marks = people.map(({ participantId, address }) => {
    const own = held.marks?.[address ?? '']
    return {
      id: newId(),
      participantId,
      mark: own?.mark ?? held.usual ?? 'present',
      minutes: own?.minutes ?? null,
      seen: [],
    }
  })
  await takeRegister(context, { groupId: held.groupId, sessionId: held.sessionId, marks })
}
