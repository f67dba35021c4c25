import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { actingOf } from '../../../vocabulary/actor.ts'
import { partsOf, tasksOf } from '../../own-part/index.ts'
import { type Session, sessionsOfGroup } from '../../sessions/index.ts'
import { attached } from '../../tasks/index.ts'
import { fileOfGroup, type MemberSeen, materialsOf, memberIn, messagesOf, sessionsComeTo } from '../queries.ts'
import { type MemberPage, memberView } from './member.view.ts'

const daysALinkLasts = 400

// Where exactly a school is visited, and how to join, is for those who come.
const seenBy = (session: Session, comes: boolean) =>
  session.kind === 'visit' && !comes
    ? { ...session, comes, location: session.host, onlineLink: null }
    : { ...session, comes }

const pageOf = async (context: Context, member: MemberSeen, path: string): Promise<MemberPage> => {
  const { db, now } = context
  const [sessions, comesTo, parts, materials, tasks, messages] = await Promise.all([
    sessionsOfGroup(db, member.groupId),
    sessionsComeTo(db, member.participantId),
    partsOf(db, member.groupId),
    materialsOf(db, member.groupId),
    tasksOf(db, [member.participantId]),
    messagesOf(db, member.groupId),
  ])
  const own = (purpose: 'reflect' | 'cancel' | 'calendar', id: string) =>
    ownLinkToken(context, purpose, id, daysALinkLasts)
  return {
    member,
    path,
    sessions: sessions
      .filter(({ status }) => status !== 'cancelled')
      .map((session) => seenBy(session, comesTo.has(session.id))),
    people: parts.filter(({ isHere, part }) => isHere && part !== 'substitute'),
    materials,
    tasks: tasks.map((task) => ({ ...task, href: `/reflect/${own('reflect', task.requestId)}` })),
    // What a lead has just written can still be taken back.
    messages: messages.filter(({ sentAt }) => Temporal.Instant.compare(sentAt, now) <= 0),
    // Whoever acts for somebody does not take their feed along.
    feed: actingOf(context.actor) ? null : `/calendar/${own('calendar', member.personId)}.ics`,
    whoComes: path.startsWith('/my/') ? `/my/groups/${member.groupId}/who-comes` : `${path}/who-comes`,
    needs: path.startsWith('/my/') ? '/account/details/needs' : `${path}/needs`,
    cancel: `/cancel/${own('cancel', member.participantId)}`,
    today: context.today,
  }
}

const memberSigned = async ({ context, params }: PageRequest): Promise<MemberSeen> =>
  found(await memberIn(context, params['group'] ?? ''))

const memberOfLink = async ({ context }: PageRequest): Promise<MemberSeen> => found(await memberIn(context, null))

/** The page of a group for somebody who takes part in it and has signed in. */
export const showForMember: Page = async (request) => {
  const member = await memberSigned(request)
  const path = `/my/groups/${member.groupId}/page`
  return page(memberView(request.frame, await pageOf(request.context, member, path)))
}

/** The same by the personal link of who takes part. */
export const showByLink: Page = async (request) => {
  const member = await memberOfLink(request)
  const path = `/taking-part/${request.params['token']}`
  return page(memberView(request.frame, await pageOf(request.context, member, path)))
}

export const fileForMember: Page = async (request) => {
  const { groupId } = await memberSigned(request)
  return attached(found(await fileOfGroup(request.context.db, groupId, request.params['material'] ?? '')))
}

export const fileByLink: Page = async (request) => {
  const { groupId } = await memberOfLink(request)
  return attached(found(await fileOfGroup(request.context.db, groupId, request.params['material'] ?? '')))
}
