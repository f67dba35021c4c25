import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Excuse } from '../cancellation.ts'
import type { Shown } from '../consequence.ts'

type Check = z.RefinementCtx
const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)

const issue = (check: Check, field: string, message: string): void => {
  check.addIssue({ code: 'custom', path: [field], message })
}

/** Agreeing to a moved session: which of its dates was shown. */
export const agreeForm = z.object({
  sequence: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** Coming after all: whose notice of which session is taken back. */
export const comeForm = z.object({ participant: z.uuid(), session: z.uuid() })

const longestName = 120
const longestReason = 500

// What is said beside: one of the policy's reasons, or which colleague comes. A colleague has a name, so that they are expected.
const excuseOf = (typed: Typed, check: Check): Excuse => {
  const said = typedText(typed, 'excuse')
  const name = typedText(typed, 'colleague').replaceAll(/\s+/g, ' ')
  if (said === 'substitute' && name === '') issue(check, 'colleague', 'Enter the name of the colleague who comes')
  if (name.length > longestName) issue(check, 'colleague', `Use ${longestName} characters or fewer`)
  return {
    exemptReason: said.startsWith('reason ') ? said.slice('reason '.length, 300) : null,
    substitute: said === 'substitute' ? name : null,
  }
}

const reasonOf = (typed: Typed, check: Check): string | null => {
  const reason = typedText(typed, 'reason')
  if (reason.length > longestReason) issue(check, 'reason', `Use ${longestReason} characters or fewer`)
  return reason || null
}

const said = (typed: Typed, check: Check) => ({ reason: reasonOf(typed, check), excuse: excuseOf(typed, check) })

/** Confirming the cancellation of one session: what was shown, and a reason if there is one to give. */
export const cancelForm = formOf((typed, check) => {
  const shown = typedText(typed, 'shown')
  return { ...said(typed, check), shown: /^\d{1,9}$/.test(shown) ? Number(shown) : 0 }
})

export type Choice = {
  readonly participants: readonly string[]
  /** Which sessions; null for all that remain. */
  readonly sessions: readonly string[] | null
  readonly reason: string | null
  readonly excuse: Excuse
}

/** Whom and which sessions a cancellation is about, before it is shown what it means. */
export const chooseForm = formOf((typed, check): Choice => {
  const participants = typedList(typed, 'who')
  const which = typedText(typed, 'which')
  const sessions = typedList(typed, 'sessions')
  if (participants.length === 0) issue(check, 'who', 'Choose who will not come')
  if (which !== 'all' && which !== 'some') issue(check, 'which', 'Choose whether it is about all sessions or some')
  if (which === 'some' && sessions.length === 0) issue(check, 'sessions', 'Choose the sessions')
  return { participants, sessions: which === 'all' ? null : sessions, ...said(typed, check) }
})

const shownOf = (typed: Typed): readonly Shown[] =>
  typedList(typed, 'shown').flatMap((text) => {
    const [, participantId, sessionId, pence] = /^([0-9a-f-]{36}) ([0-9a-f-]{36}) (\d{1,9})$/.exec(text) ?? []
    return participantId && sessionId ? [{ participantId, sessionId, pence: Number(pence) }] : []
  })

/** Confirming what was shown, line by line. */
export const confirmForm = formOf((typed, check) => ({ ...said(typed, check), shown: shownOf(typed) }))
