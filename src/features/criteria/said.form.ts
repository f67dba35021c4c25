import type { Typed } from '../../vocabulary/form.ts'
import { isHeldPost, isPostKind } from '../../vocabulary/posts.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import type { Said, Stated } from './known-facts.ts'

const words = ['organisation.phase', 'organisation.itt_kind', 'organisation.itt_phases']
const yesNo = ['organisation.state_funded', 'organisation.area']
const numbers: Readonly<Record<string, number>> = { 'organisation.free_meals': 100, 'person.experience': 60 }

/** What was answered to a question about a fact, by the fact's name; null where that makes no sense. */
export const valueSaid = (name: string, text: string): Said['value'] | null => {
  if (words.includes(name)) return [text]
  if (yesNo.includes(name) || name.startsWith('commitment.'))
    return text === 'yes' || text === 'no' ? text === 'yes' : null
  const most = numbers[name]
  if (most !== undefined) return /^\d+(\.\d+)?$/.test(text) && Number(text) <= most ? Number(text) : null
  return name === 'person.since' ? (parseDate(text)?.toString() ?? null) : null
}

/** What somebody has answered on the way, question by question, as the address of the page says it; what makes no sense is left out. */
export const saidIn = (query: URLSearchParams, today: Temporal.PlainDate): Pick<Stated, 'people' | 'said'> => {
  const post = query.get('person.post') ?? ''
  const said = [...query].flatMap(([name, text]) => {
    const value = valueSaid(name, text.trim())
    return value === null ? [] : [[name, { value, by: 'sender', on: today.toString() }] as const]
  })
  return {
    people: isPostKind(post) ? [{ post, held: isHeldPost(post) }] : null,
    said: Object.fromEntries(said) as Readonly<Record<string, Said>>,
  }
}

/** What has been answered so far, to travel on with the next question. */
export const saidSoFar = (query: URLSearchParams): readonly (readonly [string, string])[] =>
  [...query].filter(([name, text]) =>
    name === 'person.post' ? isPostKind(text) : valueSaid(name, text.trim()) !== null,
  )

const mark = 'told_'

/** What was answered and no form asks again, as fields that travel along in one. */
export const toldAlong = (said: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    said
      .filter(([name]) => name !== 'person.post' && !name.startsWith('commitment.'))
      .map(([name, text]) => [`${mark}${name}`, text]),
  )

/** What travelled along in a form, by the names of the facts; what makes no sense is left out. */
export const toldIn = (typed: Typed): Readonly<Record<string, Said['value']>> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([field, text]) => {
      const name = field.startsWith(mark) ? field.slice(mark.length) : ''
      const value = typeof text === 'string' && name !== '' ? valueSaid(name, text.trim()) : null
      return value === null ? [] : [[name, value] as const]
    }),
  )
