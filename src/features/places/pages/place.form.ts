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

export type PeopleTyped = { readonly people: readonly NamedPerson[]; readonly added: readonly NewPerson[] }

/** Who takes part from now on: those who stay, each with part, post and needs, and at most one who comes. */
export const peopleForm = (present: readonly { readonly personId: string }[]) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check): PeopleTyped => {
    const typed = (name: string): string => text.parse(typeof body[name] === 'string' ? body[name] : undefined)
    const people = present
      .filter(({ personId }) => typed(`stays-${personId}`) !== 'no')
      .map(({ personId }) => ({
        personId,
        part: partOf(typed(`part-${personId}`)),
        post: postOf(typed(`post-${personId}`)),
        accessNeeds: typed(`needs-${personId}`) || null,
      }))
    const [name, email] = [typed('name'), typed('email')]
    if (name === '' && email === '') return { people, added: [] }
    const address = parseEmail(email)
    if (name === '') check.addIssue({ code: 'custom', path: ['name'], message: 'Enter the name of who comes' })
    if (name.length > 200) check.addIssue({ code: 'custom', path: ['name'], message: 'Use at most 200 characters' })
    if (!address)
      check.addIssue({ code: 'custom', path: ['email'], message: 'Enter an email address like name@school.example' })
    return {
      people,
      added: [
        {
          name,
          email: address ?? '',
          part: partOf(typed('part')),
          post: postOf(typed('post')),
          accessNeeds: typed('needs') || null,
        },
      ],
    }
  })
