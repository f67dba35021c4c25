import { calendarText } from '../../../platform/calendar.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { type Invitation, post } from '../../../platform/mail/index.ts'
import { lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { calendarEntry } from '../emails/calendar.ts'
import { datesLetter } from '../emails/dates.email.ts'
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

const daysAFeedLasts = 400
type Item = {
  readonly session: Session
  readonly news: News | null
  readonly toldAt: Temporal.Instant | null
  /** What their calendar is given, where something is news; else what it has. */
  readonly sequence: number
}
type Sender = Awaited<ReturnType<typeof senderOfGroup>>

/** Tells everyone placed in a group, and its leads, every date they have not been told as it stands: one mail each (domain rule 8). */
export const tellEveryone = (context: Context, groupId: string): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads tell the dates')
    const told = await tellAll(tx, context, groupId)
    if (told === 0) throw new Refused('Everyone has been told every confirmed date already.')
    return { told }
  })

/** The same for a locked group and somebody who may; nobody is told where nothing is news. */
export const tellAll = async (tx: Transaction, context: Context, groupId: string): Promise<number> => {
  const told = await tellNews(tx, context, groupId, () => true)
  if (told > 0)
    await record(tx, context, {
      name: 'sessions.told',
      subject: { type: 'group', id: groupId },
      particulars: { people: told },
    })
  return told
}

/** Sends the dates to the people of one place: they have just been placed. Nothing is sent while no date is confirmed. */
export const tellPeopleOfPlace = (
  context: Context,
  input: { groupId: string; placeId: string },
): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    await lockGroup(tx, input.groupId)
    const told = await tellNews(tx, context, input.groupId, (recipient) => recipient.placeId === input.placeId)
    if (told > 0)
      await record(tx, context, {
        name: 'sessions.told',
        subject: { type: 'group', id: input.groupId },
        also: [{ type: 'place', id: input.placeId }],
        particulars: { people: told },
      })
    return { told }
  })

/** After a change: those who had been told hear of it, once each, in the same transaction as the change. */
export const tellOfChange = async (tx: Transaction, context: Context, groupId: string): Promise<number> => {
  const told = await tellNews(tx, context, groupId, () => true, { onlyToldBefore: true })
  if (told > 0)
    await record(tx, context, {
      name: 'sessions.updated',
      subject: { type: 'group', id: groupId },
      particulars: { people: told },
    })
  return told
}

const tellNews = async (
  tx: Transaction,
  context: Context,
  groupId: string,
  concerns: (recipient: Recipient) => boolean,
  how: { onlyToldBefore?: boolean } = {},
): Promise<number> => {
  const [sessions, recipients, invitations, sender] = [
    await sessionsOfGroup(tx, groupId),
    await recipientsOfGroup(tx, groupId, context.today),
    await invitationsOfGroup(tx, groupId),
    await senderOfGroup(tx, groupId),
  ]
  const coming = await comingTo(tx, groupId)
  let told = 0
  for (const recipient of recipients.filter(concerns)) {
    const items = itemsFor(recipient, sessions, invitations, how).filter(({ session, news }) =>
      isConcerned(recipient, coming, session.id, news),
    )
    if (recipient.address === null || !items.some((item) => item.news)) continue
    await tellOne(tx, context, { recipient: { ...recipient, address: recipient.address }, items, sender, groupId })
    told += 1
  }
  return told
}

// Whoever does not come to a session, or does not lead it, hears of it only to have it taken out of their calendar.
const isConcerned = (
  recipient: Recipient,
  coming: ReadonlySet<string>,
  sessionId: string,
  news: News | null,
): boolean => news?.method === 'CANCEL' || coming.has(`${sessionId}:${recipient.personId}`)

const itemsFor = (
  recipient: Recipient,
  sessions: readonly Session[],
  invitations: readonly InvitationTold[],
  how: { onlyToldBefore?: boolean },
): readonly Item[] => {
  const own = new Map(
    invitations
      .filter((invitation) => invitation.personId === recipient.personId)
      .map((invitation) => [invitation.sessionId, invitation]),
  )
  return sessions.flatMap((session): Item[] => {
    const told = own.get(session.id) ?? null
    if (how.onlyToldBefore && !told) return []
    const news = newsOf(session, told)
    // A mail about a change is about the change; the mail with the dates lists them all.
    const isListed = !how.onlyToldBefore && session.status === 'confirmed'
    const sequence = news ? sequenceFor(session, told) : (told?.sentSequence ?? session.sequence)
    return news || isListed ? [{ session, news, toldAt: told?.sentAt ?? null, sequence }] : []
  })
}

type One = { recipient: Recipient & { address: string }; items: readonly Item[]; sender: Sender; groupId: string }

const tellOne = async (
  tx: Transaction,
  context: Context,
  { recipient, items, sender, groupId }: One,
): Promise<void> => {
  const { config } = context
  const invitations = invitationsFor(context, recipient, items, sender)
  const feedUrl = `${config.baseUrl}/calendar/${linkToken(config, 'calendar', recipient.personId, daysAFeedLasts)}.ics`
  const cancelUrl = recipient.participantId
    ? `${config.baseUrl}/cancel/${linkToken(config, 'cancel', recipient.participantId, daysAFeedLasts)}`
    : null
  const { name, as } = recipient
  const letter = datesLetter({ ...sender, name, as, sessions: items, feedUrl, cancelUrl, invitations })
  const version = items
    .filter((item) => item.news)
    // Who comes again after they were released is told again.
    .map(({ session, sequence, news, toldAt }) => `${session.id}:${sequence}:${news?.method}:${toldAt ?? ''}`)
    .join(',')
  await post(
    tx,
    context,
    { address: recipient.address, personId: recipient.personId },
    letter,
    `dates:${groupId}:${recipient.personId}:${version}`,
  )
  const told = items.map(({ session, news, sequence }) => ({
    sessionId: session.id,
    personId: recipient.personId,
    sequence: session.sequence,
    method: news?.method ?? ('REQUEST' as const),
    sentSequence: sequence,
  }))
  await keepTold(tx, told, context.now)
}

const invitationsFor = (
  { now }: Context,
  recipient: Recipient & { address: string },
  items: readonly Item[],
  sender: Sender,
): readonly Invitation[] =>
  items.flatMap(({ session, news, sequence }) => {
    const calledOff = news?.method === 'CANCEL'
    const entry = news && calendarEntry({ ...sender, session, calledOff, sequence })
    if (!news || !entry) return []
    const organiser = sender.hubEmail ? { name: sender.hubName, address: sender.hubEmail } : null
    const attendee = { name: recipient.name, address: recipient.address }
    const file = { method: news.method, name: sender.groupName, madeAt: now, entries: [entry], organiser, attendee }
    return [{ method: news.method, text: calendarText(file) }]
  })
