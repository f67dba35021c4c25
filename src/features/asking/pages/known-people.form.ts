import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isHeldPost } from '../../../vocabulary/posts.ts'
import type { KnownPerson } from '../known-queries.ts'

/** What was typed, with somebody who is known already in the first place where nobody is named; once each. */
export const withKnownPerson = (body: Typed, person: KnownPerson, most: number): Typed => {
  const rows = Array.from({ length: most }, (_, index) => index + 1)
  const emailAt = (at: number) => typedText(body, `person_${at}_email`).toLowerCase()
  if (rows.some((at) => emailAt(at) === person.email.toLowerCase())) return body
  const isSelf = typedText(body, 'self') === 'yes'
  const free = rows.find((at) => !(at === 1 && isSelf) && typedText(body, `person_${at}_name`) === '')
  if (free === undefined) return body
  const post = person.post ? { [`person_${free}_post`]: person.post } : {}
  const held = person.post && isHeldPost(person.post) ? { [`person_${free}_held`]: 'now' } : {}
  return { ...body, [`person_${free}_name`]: person.name, [`person_${free}_email`]: person.email, ...post, ...held }
}
