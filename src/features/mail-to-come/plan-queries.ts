import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import {
  type KindStopped,
  kindsStopped,
  type MailCalendar,
  type MailingDecision,
  type Moment,
  mailCalendar,
  mailingDecisions,
  momentFor,
  stopOf,
} from '../mail-times/index.ts'
import { type Session, type SessionToCome, sessionComing, sessionsToCome } from '../sessions/index.ts'
import type { Mailing, Reader } from './mailing.ts'
import { comingTo, mailSettingsOfHubs } from './queries.ts'
import {
  type Coming,
  daysAheadOf,
  dueTo,
  type MailSettings,
  mostDaysBefore,
  type SessionMailKind,
  sessionMailKinds,
  wishFor,
} from './session-mail.ts'

/** The mark of what joining instructions say that matters: when and where, how to get in, lunch, the link, what to bring. */
export const markOf = (session: Session): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        session.onDate?.toString(),
        session.startsAt?.toString(),
        session.endsAt?.toString(),
        session.mode,
        session.location,
        session.onlineLink,
        session.venueNotes,
        session.practicalNotes,
      ]),
    )
    .digest('hex')
    .slice(0, 24)

type Known = {
  readonly now: Temporal.Instant
  readonly calendar: MailCalendar
  readonly settingsOf: (hubId: string) => MailSettings
  readonly decisions: readonly MailingDecision[]
  readonly kinds: readonly KindStopped[]
}

// Mail goes at most that much earlier than a hub has set.
const daysAhead = mostDaysBefore + 8

/** The mail to come before the confirmed sessions of a hub. */
export const mailToCome = async (context: Context, hubId: string): Promise<readonly Mailing[]> => {
  const { db, today } = context
  const sessions = await sessionsToCome(db, hubId, { from: today, to: today.add({ days: daysAhead }) })
  return mailingsOf(context, sessions, await mailSettingsOfHubs(db))
}

/** The mail of all hubs that may go on this very day: before sessions so near that the settings of their hub allow it. */
export const mailOfToday = async (context: Context): Promise<readonly Mailing[]> => {
  const { db, today } = context
  const settingsOf = await mailSettingsOfHubs(db)
  const coming = await sessionsToCome(db, null, { from: today, to: today.add({ days: daysAhead }) })
  const isNear = ({ onDate, hubId }: SessionToCome) =>
    onDate !== null && today.until(onDate).days <= daysAheadOf(settingsOf(hubId))
  return mailingsOf(context, coming.filter(isNear), settingsOf)
}

/** One mail before one session of a hub, or of any, however far ahead; null where there is no such session to come. */
export const mailBefore = async (
  context: Context,
  of: { readonly hubId: string | null; readonly sessionId: string; readonly kind: SessionMailKind },
): Promise<Mailing | null> => {
  const session = await sessionComing(context.db, of.hubId, of.sessionId)
  const mailings = session ? await mailingsOf(context, [session], await mailSettingsOfHubs(context.db)) : []
  return mailings.find(({ kind }) => kind === of.kind) ?? null
}

const mailingsOf = async (
  { db, now, today }: Context,
  sessions: readonly SessionToCome[],
  settingsOf: (hubId: string) => MailSettings,
): Promise<readonly Mailing[]> => {
  const ids = sessions.map(({ id }) => id)
  const [coming, decisions, kinds] = [
    await comingTo(db, ids),
    await mailingDecisions(db, ids),
    await kindsStopped(db, [...new Set(sessions.map(({ hubId }) => hubId))]),
  ]
  const last = sessions.at(-1)?.onDate ?? today
  const calendar = await mailCalendar(
    db,
    coming.map(({ authority }) => authority),
    { from: today, to: last },
  )
  const bySession = Map.groupBy(coming, ({ sessionId }) => sessionId)
  const known = { now, calendar, settingsOf, decisions, kinds }
  return sessions.flatMap((session) =>
    sessionMailKinds.map((kind) => mailingOf(kind, session, bySession.get(session.id) ?? [], known)),
  )
}

const mailingOf = (
  kind: SessionMailKind,
  session: SessionToCome,
  coming: readonly Coming[],
  { now, calendar, settingsOf, ...said }: Known,
): Mailing => {
  const settings = settingsOf(session.hubId)
  const dueFor = dueOf(kind, session, { now, calendar, settings })
  const readers = coming.map((person): Reader => ({ ...person, ...dueFor(person) }))
  const forDate = session.onDate ?? localDate(now)
  const stop = stopOf({ kind, hubId: session.hubId, subjectId: session.id, forDate }, said)
  const moments = readers.flatMap(({ moment, due }) => (moment && due !== 'told-otherwise' ? [moment] : []))
  const first = moments.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))[0] ?? null
  return { kind, session, settings, stop, readers, first }
}

type Timing = {
  readonly now: Temporal.Instant
  readonly calendar: MailCalendar
  readonly settings: MailSettings
}

const notDue: Pick<Reader, 'due' | 'moment'> = { due: null, moment: null }

/** What those who come to a session have still to be sent of a kind, and when: all of one authority at the same moment. */
const dueOf = (
  kind: SessionMailKind,
  session: SessionToCome,
  { now, calendar, settings }: Timing,
): ((person: Coming) => Pick<Reader, 'due' | 'moment'>) => {
  const { onDate: date, startsAt: time } = session
  if (!date || !time || session.status !== 'confirmed') return () => notDue
  const wish = wishFor(kind, { date, startsAt: localInstant(date, time), settings }, now)
  if (!wish) return () => notDue
  const looked = { ...session, mark: markOf(session) }
  const moments = new Map<string | null, Moment>()
  const momentOf = (authority: string | null): Moment => {
    const known = moments.get(authority)
    if (known) return known
    const asked = { now, wish, times: calendar.timesOf(session.hubId), terms: calendar.termsOf(authority) }
    const moment = momentFor(asked)
    moments.set(authority, moment)
    return moment
  }
  return (person) => {
    if (person.address === null) return notDue
    const sent = kind === 'instructions' ? person.instructions : person.reminder
    const due = dueTo(kind, { ...person, session: looked, sent, wanted: wish.wanted })
    return due === null ? notDue : { due, moment: momentOf(person.authority) }
  }
}
