import { z } from 'zod'

const words = (missing: string) => z.string(missing).trim().min(1, missing).max(1000, 'Use at most 1000 characters')

/** To which offer, and why. */
export const askForm = z.object({
  offer: z.string('Choose a hub').min(1, 'Choose a hub'),
  word: words('Say why: the school reads it, and the other hub'),
})

/** What the school says; where the other offer has a policy it agrees to it. */
export const agreeForm = (hasPolicy: boolean) =>
  z
    .object({
      answer: z.enum(['agree', 'refuse'], 'Choose whether your request may go there'),
      policy: z.string().optional(),
      word: z.string().trim().max(1000, 'Use at most 1000 characters').default(''),
    })
    .transform(({ answer, policy, word }, check) => {
      if (answer === 'agree' && hasPolicy && policy !== 'yes') {
        check.addIssue({
          code: 'custom',
          path: ['policy'],
          message: 'Agree to the policy of the other hub, or keep your request where it is',
        })
        return z.NEVER
      }
      return { agrees: answer === 'agree', word: answer === 'refuse' && word !== '' ? word : null }
    })

export const takeForm = z.object({ offer: z.string('Choose an offer').min(1, 'Choose an offer') })
export const sendBackForm = z.object({ reason: words('Say why: the school and the other hub read it') })
