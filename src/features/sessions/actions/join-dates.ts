import { calendarText } from '../../../platform/calendar.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { type Invitation, post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { calendarEntry } from '../emails/calendar.ts'
import { joinedLetter } from '../emails/joined.email.ts'
import { sessionsOfGroup } from '../queries.ts'
import type { Session } from '../session.ts'
import { keepTold } from '../store.ts'
import { type News, newsOf, type Recipient, sequenceFor } from '../telling.ts'
import {
  comingTo,
  type InvitationTold,
  invitationsOfGroup,
  recipientsOfGroup,
  senderOfGroup,
} from '../telling-queries.ts'
import { occupyTime } from './change-session.ts'
import { cancelDates } from './form-group.ts'

const daysAFeedLasts = 400

/** Whom the dates of a group that becomes part of another concern; its coming dates are cancelled, and nobody is told yet. */
export const leaveDates = (
  context: Context,
  input: { groupId: string; reason: string },
): Promise<readonly Recipient[]> =>
  transaction(context, async (tx, context) => {
    await lockGroup(tx, input.groupId)
    const recipients = await recipientsOfGroup(tx, input.groupId, context.today)
    await cancelDates(tx, context, input)
    return recipients
  })

type Dated = {
  readonly id: string
  readonly sender: Awaited<ReturnType<typeof senderOfGroup>>
  readonly sessions: readonly Session[]
  readonly told: readonly InvitationTold[]
}
type Item = { readonly session: Session; readonly news: News | null; readonly sequence: number }

const isToCome = ({ status, onDate }: Session, today: Temporal.PlainDate): boolean =>
  (status === 'provisional' || status === 'confirmed') &&
  (onDate === null || Temporal.PlainDate.compare(onDate, today) >= 0)

export const datedOf = async (tx: Transaction, id: string): Promise<Dated> => ({
  id,
  sender: await senderOfGroup(tx, id),
  sessions: await sessionsOfGroup(tx, id),
  told: await invitationsOfGroup(tx, id),
})

const itemsOf = ({ sessions, told }: Dated, personId: string): readonly Item[] =>
  sessions.map((session) => {
    const before = told.find((each) => each.sessionId === session.id && each.personId === personId) ?? null
    return { session, news: newsOf(session, before), sequence: sequenceFor(session, before) }
  })

export const invitationsOf = (
  { now }: Context,
  { sender }: Dated,
  of: { attendee: { name: string; address: string }; items: readonly Item[] },
): readonly Invitation[] =>
  of.items.flatMap(({ session, news, sequence }) => {
    const entry = news && calendarEntry({ ...sender, session, calledOff: news.method === 'CANCEL', sequence })
    if (!news || !entry) return []
    const organiser = sender.hubEmail ? { name: sender.hubName, address: sender.hubEmail } : null
    const file = { method: news.method, name: sender.groupName, madeAt: now, entries: [entry], organiser }
    return [{ method: news.method, text: calendarText({ ...file, attendee: of.attendee }) }]
  })

export const toldOf = (items: readonly Item[], personId: string) =>
  items.flatMap(({ session, news, sequence }) =>
    news
      ? [
          {
            sessionId: session.id,
            personId,
            sequence: session.sequence,
            method: news.method,
            sentSequence: sequence,
          },
        ]
      : [],
  )

type Joining = {
  readonly from: Dated
  readonly into: Dated
  /** The sessions of the other group that are to come, and whom they concern. */
  readonly toCome: readonly Session[]
  readonly now: ReadonlyMap<string, Recipient>
  /** Who of the other group comes to which of its sessions, as `session:person`. */
  readonly coming: ReadonlySet<string>
  readonly reason: string
}
type Addressed = Recipient & { readonly address: string }

const linksOf = ({ config }: Context, personId: string, participantId: string | null) => ({
  feedUrl: `${config.baseUrl}/calendar/${linkToken(config, 'calendar', personId, daysAFeedLasts)}.ics`,
  cancelUrl: participantId && `${config.baseUrl}/cancel/${linkToken(config, 'cancel', participantId, daysAFeedLasts)}`,
})

const tellOne = async (
  tx: Transaction,
  context: Context,
  { from, into, toCome, now, coming, reason }: Joining,
  { personId, name, address }: Addressed,
): Promise<void> => {
  const goesOn = now.get(personId) ?? null
  const left = itemsOf(from, personId).filter(({ news }) => news)
  const ahead = goesOn
    ? itemsOf(into, personId).filter(
        ({ session }) =>
          session.status === 'confirmed' && toCome.includes(session) && coming.has(`${session.id}:${personId}`),
      )
    : []
  const attendee = { name, address }
  const letter = joinedLetter({
    name,
    as: goesOn?.as ?? null,
    from: from.sender,
    into: into.sender,
    reason,
    left: left.map(({ session }) => session),
    ahead: ahead.map(({ session }) => session),
    ...linksOf(context, personId, goesOn?.participantId ?? null),
    invitations: [
      ...invitationsOf(context, from, { attendee, items: left }),
      ...invitationsOf(context, into, { attendee, items: ahead }),
    ],
  })
  await post(tx, context, { address, personId }, letter, `joined:${from.id}:${into.id}:${personId}`)
  await keepTold(tx, [...toldOf(left, personId), ...toldOf(ahead, personId)], context.now)
}

/**
 * Tells each of those who were of one group that it is part of another, in one mail: the old dates leave their calendar, and whoever
 * goes along has the new ones (domain rule 8). Leads who join take the time of its sessions. Gives whom it was written to.
 */
export const tellOfJoining = (
  context: Context,
  input: { fromId: string; intoId: string; recipients: readonly Recipient[]; reason: string },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    const [from, into] = [await datedOf(tx, input.fromId), await datedOf(tx, input.intoId)]
    const toCome = into.sessions.filter((session) => isToCome(session, context.today))
    for (const session of toCome) await occupyTime(tx, context, into.id, session)
    const recipients = await recipientsOfGroup(tx, into.id, context.today)
    const now = new Map(recipients.map((each) => [each.personId, each]))
    const reached = input.recipients.flatMap((each) =>
      each.address === null ? [] : [{ ...each, address: each.address }],
    )
    const joining = { from, into, toCome, now, coming: await comingTo(tx, into.id), reason: input.reason }
    for (const each of reached) await tellOne(tx, context, joining, each)
    await record(tx, context, {
      name: 'sessions.joined',
      subject: { type: 'group', id: into.id },
      also: [{ type: 'group', id: from.id }],
      particulars: { people: reached.length },
    })
    return reached.map(({ address }) => address)
  })
