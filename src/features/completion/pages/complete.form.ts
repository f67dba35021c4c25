import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import type { Outcome } from '../terms.ts'

type Line = { readonly placeId: string; readonly organisation: string; readonly outcome: Outcome }

const mostLetters = 500

/**
 * Which places are completed. Whoever decides otherwise than what is asked would have it says why: one left out though it has done
 * everything, or one completed though it falls short.
 */
export const completeForm = (lines: readonly Line[]) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check) => {
    const chosen = typedList(body, 'complete')
    const otherwise = lines.filter(
      ({ placeId, outcome }) => outcome !== 'never' && chosen.includes(placeId) !== (outcome === 'meets'),
    )
    const told = otherwise.map(({ placeId, organisation, outcome }) => {
      const reason = typedText(body, `reason-${placeId}`)
      const path = [`reason-${placeId}`]
      const words = outcome === 'meets' ? 'does not complete' : 'completes all the same'
      if (reason === '') check.addIssue({ code: 'custom', path, message: `Say why ${organisation} ${words}` })
      if (reason.length > mostLetters)
        check.addIssue({ code: 'custom', path, message: `Use ${mostLetters} characters or fewer for ${organisation}` })
      return { placeId, reason, outcome }
    })
    return {
      leaving: told.filter(({ outcome }) => outcome === 'meets'),
      despite: told.filter(({ outcome }) => outcome === 'short'),
      seen: typedText(body, 'seen'),
    }
  })

export const withdrawForm = z.object({
  reason: z
    .string('Say why the statement is withdrawn')
    .trim()
    .min(1, 'Say why the statement is withdrawn')
    .max(500, 'Use 500 characters or fewer'),
})
