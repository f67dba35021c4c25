import { z } from 'zod'
import { parseForm, typedList, typedText } from '../../../platform/forms.ts'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { isHeldPost, isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import type { Asked } from '../../interest/index.ts'

/** A few words that are needed; too many are refused with the name of their field. */
export const words = (missing: string, what: string) =>
  z.string(missing).trim().min(1, missing).max(200, `${what} can have at most 200 characters`)

/** What was typed looks like a typing error but may be right: sent a second time it is believed. */
export const address = (missing: string, sure: readonly string[]) =>
  words(missing, 'An email address').transform((typed, check) => {
    const read = parseEmail(typed)
    const meant = suggestEmail(typed)
    if (read && (!meant || sure.includes(typed))) return read
    check.addIssue({
      code: 'custom',
      message: meant
        ? `Check the email address: did you mean ${meant}?${read ? ' If yours is right, continue again' : ''}`
        : 'Enter an email address like name@school.example',
    })
    return z.NEVER
  })

export const post = (missing: string) =>
  z.string(missing).transform((typed, check): PostKind => {
    if (isPostKind(typed)) return typed
    check.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

const person = (at: number, who: string, sure: readonly string[]) =>
  z.object({
    [`person_${at}_name`]: words(`Enter the name of ${who}`, `The name of ${who}`),
    [`person_${at}_email`]: address(`Enter the email address of ${who}`, sure),
    [`person_${at}_post`]: post(`Choose what ${who} does`),
    [`person_${at}_held`]: z.enum(['now', 'later'], `Say whether ${who} is in this post now`),
  })

type Person = Asked['people'][number]
/** What was read of a part of the form, and every error in it. */
export type Read<T> = { readonly value: T | null; readonly errors: readonly { field: string; message: string }[] }

export const read = <T>(parsed: Parsed<T>): Read<T> =>
  parsed.ok ? { value: parsed.value, errors: [] } : { value: null, errors: parsed.errors }

export const whoIs = (at: number, most: number): string =>
  most === 1 ? 'the person who takes part' : at === 1 ? 'the lead participant' : `person ${at}`

const isFilled = (body: Typed, at: number): boolean =>
  ['name', 'email', 'post', 'held'].some((part) => typedText(body, `person_${at}_${part}`) !== '')

const personAt = (body: Typed, at: number, most: number): Read<Person> => {
  const parsed = read(parseForm(person(at, whoIs(at, most), typedList(body, 'sure')), body))
  const value = parsed.value as Record<string, string> | null
  if (!value) return { value: null, errors: parsed.errors }
  const kind = value[`person_${at}_post`] as PostKind
  return {
    value: {
      name: value[`person_${at}_name`] ?? '',
      email: value[`person_${at}_email`] ?? '',
      post: kind,
      held: value[`person_${at}_held`] === 'now' && isHeldPost(kind),
      part: at === 1 ? 'lead' : 'other',
    },
    errors: [],
  }
}

type Terms = {
  readonly peopleMin: number
  readonly peopleMost: number
  /** The project takes people one by one: the place is for the person who asks. */
  readonly isForOne: boolean
  readonly namesLater: boolean
}

const unnamedIn = ({ namesLater, peopleMost }: Terms, body: Typed): Read<number> => {
  const typed = typedText(body, 'unnamed').trim()
  if (!namesLater || typed === '') return { value: 0, errors: [] }
  if (/^\d{1,2}$/.test(typed)) return { value: Number(typed), errors: [] }
  const message = `Enter how many people you name later as a number, at most ${peopleMost}`
  return { value: null, errors: [{ field: 'unnamed', message }] }
}

type Sender = { readonly name: string; readonly email: string; readonly post: PostKind }
type WhoComes = { readonly people: readonly Person[]; readonly unnamed: number }

/** Reads who would take part, and how many are named later. */
export const whoComes = (terms: Terms, body: Typed, sender: Sender | null): Read<WhoComes> => {
  if (terms.isForOne)
    return {
      value: {
        people: sender ? [{ ...ofSender(sender), held: isHeldPost(sender.post), part: 'lead' }] : [],
        unnamed: 0,
      },
      errors: [],
    }
  const unnamed = unnamedIn(terms, body)
  const named = peopleOf(terms, body, { sender, unnamed: unnamed.value ?? 0 })
  const people = named.value ?? []
  const free = terms.peopleMost - people.length
  const tooMany =
    (unnamed.value ?? 0) > free
      ? [
          {
            field: 'unnamed',
            message: `Enter at most ${Math.max(0, free)}: this project takes ${terms.peopleMost} people, and ${people.length} ${people.length === 1 ? 'is' : 'are'} named`,
          },
        ]
      : []
  return {
    value: { people, unnamed: unnamed.value ?? 0 },
    errors: [...named.errors, ...unnamed.errors, ...tooMany],
  }
}

const ofSender = ({ name, email, post }: Sender): Sender => ({ name, email, post })

const peopleOf = (
  terms: Terms,
  body: Typed,
  { sender, unnamed }: { sender: Sender | null; unnamed: number },
): Read<readonly Person[]> => {
  const rows = Array.from({ length: terms.peopleMost }, (_, index) => index + 1)
  const isSelf = typedText(body, 'self') === 'yes'
  const each = rows.flatMap((at): Read<Person>[] => {
    if (at === 1 && isSelf)
      return [
        { value: sender ? { ...ofSender(sender), held: isHeldPost(sender.post), part: 'lead' } : null, errors: [] },
      ]
    return at <= terms.peopleMin - unnamed || isFilled(body, at) ? [personAt(body, at, terms.peopleMost)] : []
  })
  const people = each.flatMap(({ value }) => (value ? [value] : []))
  const twice = people.findIndex((one, at) => people.findIndex(({ email }) => email === one.email) !== at)
  const doubled =
    twice === -1
      ? []
      : [{ field: `person_${twice + 1}_email`, message: 'Each person needs an email address of their own' }]
  return { value: people, errors: [...each.flatMap(({ errors }) => errors), ...doubled] }
}
