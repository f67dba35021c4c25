import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { isPostKind } from '../../../vocabulary/posts.ts'
import type { NamedPerson, NewPerson, Part } from '../place.ts'

const text = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')
const postOf = (typed: string): string | null => (isPostKind(typed) ? typed : null)
const partOf = (typed: string): Part => (typed === 'lead' ? 'lead' : 'other')

export type PeopleTyped = {
  readonly people: readonly NamedPerson[]
  readonly added: readonly NewPerson[]
  /** For how many people the place is from now on, where that was changed. */
  readonly peopleCount?: number
}

type Present = { readonly people: readonly { readonly personId: string }[]; readonly peopleCount: number }

type Typed = (name: string) => string
type Problem = (field: string, message: string) => void

const staying = (typed: Typed, present: Present['people']): readonly NamedPerson[] =>
  present
    .filter(({ personId }) => typed(`stays-${personId}`) !== 'no')
    .map(({ personId }) => ({
      personId,
      part: partOf(typed(`part-${personId}`)),
      post: postOf(typed(`post-${personId}`)),
      accessNeeds: typed(`needs-${personId}`) || null,
    }))

const wantedFor = (typed: Typed, now: number, problem: Problem): Pick<PeopleTyped, 'peopleCount'> => {
  const wanted = typed('people_count') || String(now)
  if (!/^[1-9]\d{0,2}$/.test(wanted))
    problem('people_count', 'Enter for how many people the place is, as a number such as 2')
  return Number(wanted) === now ? {} : { peopleCount: Number(wanted) }
}

const coming = (typed: Typed, problem: Problem): readonly NewPerson[] => {
  const [name, email] = [typed('name'), typed('email')]
  if (name === '' && email === '') return []
  const address = parseEmail(email)
  if (name === '') problem('name', 'Enter the name of who comes')
  if (name.length > 200) problem('name', 'Use at most 200 characters')
  if (!address) problem('email', 'Enter an email address like name@school.example')
  return [
    {
      name,
      email: address ?? '',
      part: partOf(typed('part')),
      post: postOf(typed('post')),
      accessNeeds: typed('needs') || null,
    },
  ]
}

/** Who takes part from now on: those who stay, each with part, post and needs, and at most one who comes; and for how many the place is. */
export const peopleForm = ({ people, peopleCount }: Present) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check): PeopleTyped => {
    const typed = (name: string): string => text.parse(typeof body[name] === 'string' ? body[name] : undefined)
    const problem = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    return {
      people: staying(typed, people),
      added: coming(typed, problem),
      ...wantedFor(typed, peopleCount, problem),
    }
  })
