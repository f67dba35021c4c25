import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { isId } from '../../../vocabulary/ids.ts'
import type { Decision } from '../move.ts'

const text = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : (value?.[0] ?? '')).trim())

const decisions: readonly Decision[] = ['stays', 'moves', 'ends']

type Check = z.RefinementCtx
const wrong = (check: Check, path: string, message: string): void =>
  check.addIssue({ code: 'custom', path: [path], message })

const successorOf = (name: string, email: string, check: Check): { name: string; email: string } | null => {
  if (name === '' && email === '') return null
  const address = parseEmail(email)
  if (name === '' || name.length > 200) wrong(check, 'name', 'Enter the name of who follows')
  if (!address) wrong(check, 'email', 'Enter an email address like name@school.example')
  return { name, email: address ?? '' }
}

/** What becomes of one participation. */
export const decisionForm = z
  .object({ participant: text, decision: text, name: text, email: text, place: text })
  .transform((typed, check) => {
    const decision = decisions.find((each) => each === typed.decision)
    if (!decision) wrong(check, 'decision', 'Choose what becomes of the place')
    if (!isId(typed.participant)) wrong(check, 'decision', 'This has been decided already')
    const stays = decision === 'stays'
    return {
      participantId: typed.participant,
      decision: decision ?? 'stays',
      successor: stays ? successorOf(typed.name, typed.email, check) : null,
      givesUp: typed.place === 'ends',
    }
  })
