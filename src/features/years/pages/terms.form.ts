import { z } from 'zod'
import type { Typed } from '../../../vocabulary/form.ts'
import type { ModelWords } from '../../projects/index.ts'
import { termNames } from '../terms.ts'

const word = (what: string) =>
  z.string(`Enter ${what}`).trim().min(1, `Enter ${what}`).max(60, 'Enter at most 60 characters')

export const termsForm = z.object({
  model: word('what the model is called'),
  models: word('what several of the model are called'),
  group: word('what a group is called'),
  groups: word('what several groups are called'),
  lead: word('what a lead is called'),
  leads: word('what several leads are called'),
  session: word('what a session is called'),
  sessions: word('what several sessions are called'),
}) satisfies z.ZodType<ModelWords>

/** The words as the form shows them. */
export const typedTerms = (words: ModelWords): Typed => Object.fromEntries(termNames.map((name) => [name, words[name]]))
