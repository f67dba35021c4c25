import nodemailer from 'nodemailer'
import type { Context, Installation } from '../context.ts'
import { transaction } from '../context.ts'
import type { Transaction } from '../database/index.ts'
import { enqueueOnce, type Jobs, type Sweeps } from '../jobs.ts'
import { faultOf, statusOf } from './failing-address.ts'
import { releaseHeld } from './held.ts'
import type { Invitation } from './letter.ts'
import { isFailing, markFailing } from './undelivered.ts'

/** Carries one message to the mail server. */
export type Carrier = (message: Outgoing) => Promise<void>

export type Outgoing = {
  readonly id: string
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly invitations: readonly Invitation[]
}

/** The installation's mail server; without one, mail is kept and shown at /outbox. */
export const createCarrier = ({
  config,
}: Pick<Installation, 'config'>): { carry: Carrier | null; close: () => void } => {
  if (!config.mailUrl) return { carry: null, close: () => {} }
  const transport = nodemailer.createTransport(
    `${config.mailUrl}${config.mailUrl.includes('?') ? '&' : '?'}pool=true&connectionTimeout=10000`,
  )
  const carry: Carrier = async (message) => {
    await transport.sendMail({
      from: config.mailFrom,
      to: message.to,
      messageId: message.messageId,
      // A server that can tells of a failure under this name (RFC 3461).
      dsn: { id: message.id, return: 'headers', notify: ['failure'], recipient: message.to },
      subject: message.subject,
      text: message.text,
      html: message.html,
      ...calendarParts(message.invitations),
    })
  }
  return { carry, close: () => transport.close() }
}

// One invitation is what the mail is: Outlook and Gmail offer to accept it. Several are files beside the text.
const calendarParts = (invitations: readonly Invitation[]) => {
  const [only, ...others] = invitations
  if (only && others.length === 0)
    return { icalEvent: { method: only.method, content: only.text, filename: 'invite.ics' } }
  return {
    attachments: invitations.map(({ method, text }, at) => ({
      filename: `invite-${at + 1}.ics`,
      content: text,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  }
}

/** Why the mail server cannot be used; null when it answers, or when there is none. */
export const mailServerFault = async (mailUrl: string | null): Promise<string | null> => {
  if (!mailUrl) return null
  const transport = nodemailer.createTransport(mailUrl)
  try {
    await transport.verify()
    return null
  } catch (problem) {
    return (problem as Error).message
  } finally {
    transport.close()
  }
}

/** Sends what is waiting: refused for good (5xx) is kept as failed, anything else is tried again. */
export const mailJobs = (carry: Carrier | null): Jobs => ({
  'send-message': async (context, payload) => {
    if (carry) await sendOnce(context, (payload as { id: string }).id, carry)
  },
})

const minutesUntilLookedFor = 10

/** Looks for mail that waits with no job to send it, as after a restore or when a job gave up: it goes once, still. */
export const mailSweeps = (carry: Carrier | null): Sweeps => ({
  'release-held-mail': async (context) => {
    await transaction(context, (tx, context) => releaseHeld(tx, context.now))
  },
  'send-waiting-mail': async (context) => {
    if (!carry) return
    await transaction(context, async (tx, context) => {
      const waiting = await tx
        .selectFrom('messages')
        .select('id')
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('held', '=', false)
        .where('held_back_at', 'is', null)
        .where('created_at', '<', context.now.subtract({ minutes: minutesUntilLookedFor }))
        .limit(500)
        .execute()
      for (const { id } of waiting) await enqueueOnce(tx, 'send-message', { id }, `message:${id}`)
    })
  },
})

// Noted before and apart from the sending, so that a kill between the server's acceptance and our record can be reported.
const noteSending = (context: Context, id: string): Promise<unknown> =>
  transaction(context, (tx) =>
    tx
      .updateTable('messages')
      .set({ sending_since: context.now })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute(),
  )

const sendOnce = async (context: Context, id: string, carry: Carrier): Promise<void> => {
  await noteSending(context, id)
  const problem = await transaction(context, async (tx) => {
    const waiting = await lockWaiting(tx, id)
    if (!waiting || (await isHeldBack(tx, waiting, context.now))) return null
    const outcome = await tried(carry, waiting)
    await tx
      .updateTable('messages')
      .set({ attempts: waiting.attempts + 1, ...noted(outcome, context.now) })
      .where('id', '=', id)
      .execute()
    if (outcome.kind === 'refused' && outcome.status)
      await markFailing(
        tx,
        { address: waiting.to_address, status: outcome.status, said: outcome.problem.message },
        context.now,
      )
    return outcome.kind === 'later' ? outcome.problem : null
  })
  if (problem) throw problem
}

const lockWaiting = (tx: Transaction, id: string) =>
  tx
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('held', '=', false)
    .where('held_back_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** Nothing more goes to an address at which mail does not arrive, until it is put right; what somebody waits for there does. */
const isHeldBack = async (tx: Transaction, waiting: Waiting, now: Temporal.Instant): Promise<boolean> => {
  if (waiting.goes_anyway || !(await isFailing(tx, waiting.to_address))) return false
  await tx
    .updateTable('messages')
    .set({ held_back_at: now, sending_since: null })
    .where('id', '=', waiting.id)
    .execute()
  return true
}

type Waiting = NonNullable<Awaited<ReturnType<typeof lockWaiting>>>
type Outcome =
  | { kind: 'sent' }
  /** `status` where the address itself is at fault, and not this mail or this server. */
  | { kind: 'refused'; problem: Error; status: string | null }
  | { kind: 'later'; problem: Error }

const mostTries = 12

const refusal = (problem: unknown, attempts: number): Outcome => {
  const { code, command, responseCode = 0, response = '', message } = problem as SmtpProblem
  const given = problem as Error
  if (responseCode < 500) return { kind: 'later', problem: given }
  if (code !== 'EENVELOPE' || command !== 'RCPT TO') return { kind: 'refused', problem: given, status: null }
  const status = statusOf(responseCode, response || message)
  const fault = faultOf(status)
  if (fault === 'passing' && attempts < mostTries) return { kind: 'later', problem: given }
  return { kind: 'refused', problem: given, status: fault === 'other' ? null : status }
}
type SmtpProblem = Error & {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

const tried = async (carry: Carrier, row: Waiting): Promise<Outcome> => {
  try {
    await carry({
      id: row.id,
      messageId: row.message_id,
      to: row.to_address,
      subject: row.subject,
      text: row.body_text,
      html: row.body_html,
      invitations: row.invitations as readonly Invitation[],
    })
    return { kind: 'sent' }
  } catch (problem) {
    return refusal(problem, row.attempts)
  }
}

const noted = (outcome: Outcome, now: Temporal.Instant) =>
  outcome.kind === 'sent'
    ? { sent_at: now, failure: null }
    : {
        failure: outcome.problem.message,
        failed_at: outcome.kind === 'refused' ? now : null,
        sending_since: null,
      }
