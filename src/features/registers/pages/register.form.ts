import { z } from 'zod'
import type { Typed } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { hasMinutes, type MarkName, markNames, type SentMark } from '../mark.ts'
import { isMatched, isWalkInOutcome, type WalkInOutcome } from '../set-aside.ts'

type OneExpected = {
  readonly id: string
  readonly name: string
  readonly gaveNotice: Temporal.Instant | null
  readonly comes?: boolean
}

// Whoever was not expected is marked by name alone.
const markOf = (body: Typed, { id, gaveNotice, comes }: OneExpected): MarkName | undefined => {
  const chosen = markNames.find((name) => name === typedText(body, `mark-${id}`))
  if (chosen || comes === false || typedText(body, 'rest') !== 'present') return chosen
  return gaveNotice === null ? 'present' : 'apologies'
}

const isMinutes = (typed: string): boolean => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 600

const sentMark = (body: Typed, participantId: string, mark: MarkName): SentMark & { typedMinutes: string } => {
  const typedMinutes = hasMinutes(mark) ? typedText(body, `minutes-${participantId}`) : ''
  const given = typedText(body, `id-${participantId}`)
  const seen = typedText(body, `seen-${participantId}`).split(' ').filter(isId)
  const minutes = typedMinutes === '' ? null : Number(typedMinutes)
  const substitute = mark === 'substitute' ? typedText(body, `substitute-${participantId}`).slice(0, 100) || null : null
  const reason = typedText(body, 'reason').slice(0, 500) || null
  return { id: isId(given) ? given : newId(), participantId, mark, minutes, substitute, seen, reason, typedMinutes }
}

/**
 * The marks of a register as sent: participants without a choice are left out, unless everyone else was present;
 * whoever gave notice of not coming has then sent apologies.
 */
export const registerForm = (participants: readonly OneExpected[]): z.ZodType<readonly SentMark[]> =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check) =>
    participants.flatMap((one) => {
      const { id, name } = one
      const mark = markOf(body, one)
      if (mark === undefined) return []
      const { typedMinutes, ...sent } = sentMark(body, id, mark)
      if (typedMinutes !== '' && !isMinutes(typedMinutes)) {
        const message = `Enter the minutes ${name} missed as a number from 1 to 600`
        check.addIssue({ code: 'custom', path: [`minutes-${id}`], message })
      }
      return [sent]
    }),
  )

/** Settling marks that differ: which one holds, and why. */
export const settleForm = z.object({
  mark: z.string('Choose the mark that holds').refine(isId, 'Choose the mark that holds'),
  reason: z.string('Say how you know').trim().min(1, 'Say how you know').max(500, 'Use 500 characters or fewer'),
})

const words = (sentence: string, most: number) =>
  z.string(sentence).trim().min(1, sentence).max(most, `Use ${most} characters or fewer`)

/** Settling a mark that was set aside: for whom it is taken up, or that it is left out, and why. */
export const setAsideForm = z.object({
  whom: z
    .string('Choose what becomes of the mark')
    .refine((value) => value === 'nobody' || isId(value), 'Choose what becomes of the mark')
    .transform((value) => (value === 'nobody' ? null : value)),
  reason: words('Say why', 500),
})

/** Settling who came without standing in the register. */
export const walkInForm = z
  .object({
    outcome: z.string('Choose who it was').refine(isWalkInOutcome, 'Choose who it was'),
    participant: z.string().optional(),
  })
  .superRefine(({ outcome, participant }, check) => {
    if (isMatched(outcome as WalkInOutcome) && !isId(participant ?? ''))
      check.addIssue({ code: 'custom', path: ['participant'], message: 'Choose who of the register is meant' })
  })
  .transform(({ outcome, participant }) => ({
    outcome: outcome as WalkInOutcome,
    participantId: participant && isId(participant) ? participant : null,
  }))

/** Somebody who came and is not on the register; null where nothing was typed. */
export const newcomerForm = z
  .object({
    newcomer_name: z.string().optional(),
    newcomer_school: z.string().optional(),
    newcomer_id: z.string().optional(),
  })
  .transform((typed) => ({
    id: isId(typed.newcomer_id ?? '') ? (typed.newcomer_id ?? '') : newId(),
    name: (typed.newcomer_name ?? '').trim(),
    school: (typed.newcomer_school ?? '').trim(),
  }))
  .superRefine(({ name, school }, check) => {
    if (name === '' && school !== '')
      check.addIssue({ code: 'custom', path: ['newcomer_name'], message: 'Enter the name of who came' })
    if (name.length > 100 || school.length > 150)
      check.addIssue({ code: 'custom', path: ['newcomer_name'], message: 'Use 100 characters or fewer for a name' })
  })
  .transform((walkIn) => (walkIn.name === '' ? null : walkIn))
