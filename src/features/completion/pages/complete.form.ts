import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'

type Line = { readonly placeId: string; readonly organisation: string; readonly willComplete: boolean }

/** Which places are completed; one that is left out though somebody came needs a reason. */
export const completeForm = (lines: readonly Line[]) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check) => {
    const chosen = typedList(body, 'complete')
    const leaving = lines.filter(({ placeId, willComplete }) => willComplete && !chosen.includes(placeId))
    return leaving.map(({ placeId, organisation }) => {
      const reason = typedText(body, `reason-${placeId}`).slice(0, 500)
      if (reason === '')
        check.addIssue({
          code: 'custom',
          path: [`reason-${placeId}`],
          message: `Say why ${organisation} does not complete`,
        })
      return { placeId, reason }
    })
  })

export const withdrawForm = z.object({
  reason: z
    .string('Say why the statement is withdrawn')
    .trim()
    .min(1, 'Say why the statement is withdrawn')
    .max(500, 'Use 500 characters or fewer'),
})
