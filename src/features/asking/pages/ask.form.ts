import { z } from 'zod'
import { parseForm, typedList, typedText } from '../../../platform/forms.ts'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { isHeldPost, isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import type { Asked } from '../../interest/index.ts'
import type { Question } from '../../projects/index.ts'
import { type FilesSent, readAnswers } from './answers.form.ts'
import { readPreferences } from './preferences.form.ts'

/** What the form asks for, as the offer and the organisation want it. */
export type AskTerms = {
  readonly offerId: string
  readonly organisationId: string
  readonly peopleMin: number
  readonly peopleMost: number
  readonly asksHeadteacher: boolean
  readonly themeIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly placeIds: readonly string[]
  readonly questions: readonly Question[]
  readonly files: FilesSent
  readonly formKey: string
  readonly commitmentKeys: readonly string[]
  readonly policyId: string | null
}

const words = (missing: string) => z.string(missing).trim().min(1, missing).max(200, 'Use at most 200 characters')

/** What was typed looks like a typing error but may be right: sent a second time it is believed. */
const address = (missing: string, sure: readonly string[]) =>
  words(missing).transform((typed, check) => {
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

const post = (missing: string) =>
  z.string(missing).transform((typed, check): PostKind => {
    if (isPostKind(typed)) return typed
    check.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters`)
    .optional()
    .transform((typed) => typed || null)
const oneOf = (ids: readonly string[]) =>
  z
    .string()
    .optional()
    .transform((typed) => ids.find((id) => id === typed) ?? null)
const manyOf = (keys: readonly string[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => keys.filter((key) => (typeof typed === 'string' ? typed === key : typed?.includes(key))))

const telephone = z
  .string()
  .trim()
  .optional()
  .transform((typed, check) => {
    if (!typed) return null
    const read = parseTelephone(typed)
    if (read) return read
    check.addIssue({ code: 'custom', message: 'Enter a telephone number like 01206 489933, or leave it out' })
    return z.NEVER
  })

const miles = z
  .string()
  .trim()
  .optional()
  .transform((typed, check) => {
    if (!typed) return null
    if (/^\d{1,3}$/.test(typed) && Number(typed) > 0) return Number(typed)
    check.addIssue({ code: 'custom', message: 'Enter how many miles you would travel, as a number, or leave it out' })
    return z.NEVER
  })

const main = (terms: AskTerms, sure: readonly string[]) =>
  z.object({
    name: words('Enter your name'),
    email: address('Enter your email address', sure),
    telephone,
    post: post('Choose what you do'),
    theme: oneOf(terms.themeIds),
    travel: miles,
    access: text(1000),
    comments: text(2000),
    commitments: manyOf(terms.commitmentKeys),
  })

const headteacher = (sure: readonly string[]) =>
  z.object({
    headteacher_name: words('Enter the headteacher’s name'),
    headteacher_email: address('Enter the headteacher’s email address', sure),
  })

const person = (at: number, who: string, sure: readonly string[]) =>
  z.object({
    [`person_${at}_name`]: words(`Enter the name of ${who}`),
    [`person_${at}_email`]: address(`Enter the email address of ${who}`, sure),
    [`person_${at}_post`]: post(`Choose what ${who} does`),
    [`person_${at}_held`]: z.enum(['now', 'later'], `Say whether ${who} is in this post now`),
  })

type Person = Asked['people'][number]
type Read<T> = { readonly value: T | null; readonly errors: readonly { field: string; message: string }[] }

const read = <T>(parsed: Parsed<T>): Read<T> =>
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

const peopleOf = (
  terms: AskTerms,
  body: Typed,
  sender: { name: string; email: string; post: PostKind } | null,
): Read<readonly Person[]> => {
  const rows = Array.from({ length: terms.peopleMost }, (_, index) => index + 1)
  const isSelf = typedText(body, 'self') === 'yes'
  const each = rows.flatMap((at): Read<Person>[] => {
    if (at === 1 && isSelf)
      return [{ value: sender ? { ...sender, held: isHeldPost(sender.post), part: 'lead' } : null, errors: [] }]
    return at <= terms.peopleMin || isFilled(body, at) ? [personAt(body, at, terms.peopleMost)] : []
  })
  const people = each.flatMap(({ value }) => (value ? [value] : []))
  const twice = people.findIndex((one, at) => people.findIndex(({ email }) => email === one.email) !== at)
  const doubled =
    twice === -1
      ? []
      : [{ field: `person_${twice + 1}_email`, message: 'Each person needs an email address of their own' }]
  return { value: people, errors: [...each.flatMap(({ errors }) => errors), ...doubled] }
}

/** Reads the form: what is asked, or every error at once. */
export const readAsk = (terms: AskTerms, body: Typed): Parsed<Asked> => {
  const base = read(parseForm(main(terms, typedList(body, 'sure')), body))
  const people = peopleOf(terms, body, base.value)
  const needsHead = terms.asksHeadteacher && typedText(body, 'post') !== 'headteacher'
  const head = needsHead ? read(parseForm(headteacher(typedList(body, 'sure')), body)) : { value: null, errors: [] }
  const agrees = terms.policyId === null || typedText(body, 'policy') === terms.policyId
  const policy = agrees ? [] : [{ field: 'policy', message: 'Read the hub’s policy, and say that you agree to it' }]
  const answers = readAnswers(terms.questions, body, terms.files)
  const suits = readPreferences(body, terms)
  const asked = answers.ok ? [] : answers.errors
  const errors = [...base.errors, ...people.errors, ...asked, ...suits.errors, ...head.errors, ...policy]
  if (errors.length > 0 || !base.value) return { ok: false, errors, typed: body }
  const { name, email } = base.value
  return {
    ok: true,
    value: {
      offerId: terms.offerId,
      organisationId: terms.organisationId,
      sender: { name, email, telephone: base.value.telephone, post: base.value.post },
      people: people.value ?? [],
      themeId: base.value.theme,
      preferences: suits.value,
      answers: answers.ok ? answers.value : [],
      travelLimitMiles: base.value.travel,
      accessNeeds: base.value.access,
      comments: base.value.comments,
      commitments: base.value.commitments,
      policyId: terms.policyId,
      headteacher: head.value ? { name: head.value.headteacher_name, email: head.value.headteacher_email } : null,
      formKey: terms.formKey,
    },
  }
}
