import { z } from 'zod'
import type { Typed } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { hasMinutes, type MarkName, markNames, type SentMark } from '../mark.ts'

type OneExpected = { readonly id: string; readonly name: string; readonly gaveNotice: Temporal.Instant | null }

const markOf = (body: Typed, { id, gaveNotice }: OneExpected): MarkName | undefined => {
  const chosen = markNames.find((name) => name === typedText(body, `mark-${id}`))
  if (chosen || typedText(body, 'rest') !== 'present') return chosen
  return gaveNotice === null ? 'present' : 'apologies'
}

const isMinutes = (typed: string): boolean => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 600

const sentMark = (body: Typed, participantId: string, mark: MarkName): SentMark & { typedMinutes: string } => {
  const typedMinutes = hasMinutes(mark) ? typedText(body, `minutes-${participantId}`) : ''
  const given = typedText(body, `id-${participantId}`)
  const seen = typedText(body, `seen-${participantId}`).split(' ').filter(isId)
  const minutes = typedMinutes === '' ? null : Number(typedMinutes)
  return { id: isId(given) ? given : newId(), participantId, mark, minutes, seen, typedMinutes }
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
