import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { leadsOf } from '../due-queries.ts'
import { exceptionDecidedLetter, leadToldOfExceptionLetter } from '../emails/exception.email.ts'
import { mayDecideOnException, mayNameSuccessor } from '../policy.ts'
import { successorAsked } from '../queries.ts'
import { setExceptionAsked, setExceptionDecided } from '../store.ts'
import { dayToName, needsException, reasonGiven, type SuccessorAsked } from '../successor.ts'
import { aboutAsked, lockedAsked, requireOpen, tellHubOf, tellSchool } from './ask-for-successor.ts'

const requireNeeded = (asked: SuccessorAsked): void => {
  requireOpen(asked)
  if (asked.exception === 'not_needed') throw new Refused('This project lets somebody follow: no exception is needed.')
  if (!needsException(asked)) throw new Refused('The exception is made already: name who follows.')
}

/** A school asks its hub, with its reason, to let somebody follow although the project keeps the same people all year. */
export const askForException = (
  context: Context,
  input: { readonly participantId: string; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { participantId } = input
    const asked = await lockedAsked(tx, context, participantId)
    if (!mayNameSuccessor(context.actor, asked)) throw new Forbidden('Only the school asks for an exception')
    requireNeeded(asked)
    const reason = reasonGiven(input.reason)
    if (asked.exception === 'asked' && asked.exceptionReason === reason) return
    await setExceptionAsked(tx, participantId, reason, context.now)
    await tellHubOf(tx, context, asked, {
      says: `${asked.project} keeps the same people all year. ${asked.organisation} asks for an exception: “${reason}” You decide whether somebody may follow; until then nobody is named.`,
      what: `exception:${context.now}`,
    })
    await record(tx, context, {
      name: 'exception.asked',
      ...aboutAsked(asked),
      particulars: { participantId },
      personal: { reason },
    })
  })

const tellLeads = async (tx: Transaction, context: Context, asked: SuccessorAsked): Promise<void> => {
  const url = `${context.config.baseUrl}/groups/${asked.groupId}`
  for (const { name, address, personId } of await leadsOf(tx, asked.groupId, context.today))
    await post(
      tx,
      context,
      { address, personId },
      leadToldOfExceptionLetter(asked, { name, url }),
      `successor:${asked.participantId}:exception:${context.now}:lead:${personId}`,
    )
}

/** The hub decides, with its reason, whether somebody may follow in a project that keeps the same people all year; the school and the leads are told. */
export const decideOnException = (
  context: Context,
  input: { readonly participantId: string; readonly granted: boolean; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { participantId, granted } = input
    const before = await lockedAsked(tx, context, participantId)
    if (!mayDecideOnException(context.actor, before))
      throw new Forbidden('Only staff of the group’s hub decide on an exception')
    requireNeeded(before)
    const reason = reasonGiven(input.reason)
    const byOn = granted ? dayToName(context.today, before.nextOn) : before.byOn
    await setExceptionDecided(tx, participantId, { granted, answer: reason, byOn, now: context.now })
    const asked = found(await successorAsked(tx, participantId, context.today))
    await tellSchool(tx, context, asked, { draw: exceptionDecidedLetter, what: `exception:${context.now}` })
    await tellLeads(tx, context, asked)
    await record(tx, context, {
      name: granted ? 'exception.granted' : 'exception.refused',
      ...aboutAsked(asked),
      particulars: { participantId, by: asked.byOn.toString() },
      personal: { reason },
    })
  })
