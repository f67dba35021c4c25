import { z } from 'zod'
import { parseForm, typedList, typedText } from '../../../platform/forms.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { speakerFor, speaksFor } from '../../../vocabulary/speaks-for.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import { toldIn } from '../../criteria/index.ts'
import type { Asked } from '../../interest/index.ts'
import type { Question } from '../../projects/index.ts'
import { type FilesSent, readAnswers } from './answers.form.ts'
import { address, post, read, whoComes, words } from './people.form.ts'
import { readPreferences } from './preferences.form.ts'

/** What the form asks for, as the offer and the organisation want it. */
export type AskTerms = {
  readonly offerId: string
  readonly organisationId: string
  readonly peopleMin: number
  readonly peopleMost: number
  /** The project takes people one by one: the place is for the person who asks. */
  readonly isForOne: boolean
  /** People can be named later. */
  readonly namesLater: boolean
  readonly asksHeadteacher: boolean
  /** The kind of the organisation that asks: who agrees for it is called accordingly. */
  readonly kind: string
  readonly themeIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly placeIds: readonly string[]
  readonly questions: readonly Question[]
  readonly files: FilesSent
  readonly formKey: string
  readonly commitmentKeys: readonly string[]
  readonly policyId: string | null
}

const text = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `${what} can have at most ${most} characters`)
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
    name: words('Enter your name', 'Your name'),
    email: address('Enter your email address', sure),
    telephone,
    post: post('Choose what you do'),
    theme: oneOf(terms.themeIds),
    travel: miles,
    access: text(1000, 'Access needs'),
    comments: text(2000, 'Comments'),
    commitments: manyOf(terms.commitmentKeys),
  })

const headteacher = (who: string, sure: readonly string[]) =>
  z.object({
    headteacher_name: words(`Enter the name of the ${who}`, `The name of the ${who}`),
    headteacher_email: address(`Enter the email address of the ${who}`, sure),
  })

// Whoever may send one person only is not asked.
const isFewerFine = ({ peopleMost }: AskTerms, body: Typed): boolean =>
  peopleMost > 1 && typedText(body, 'fewer') === 'yes'

/** Reads the form: what is asked, or every error at once. */
export const readAsk = (terms: AskTerms, body: Typed): Parsed<Asked> => {
  const base = read(parseForm(main(terms, typedList(body, 'sure')), body))
  const who = whoComes(terms, body, base.value)
  const needsHead = terms.asksHeadteacher && !speaksFor(terms.kind, base.value?.post ?? null)
  const head = needsHead
    ? read(parseForm(headteacher(speakerFor(terms.kind).who, typedList(body, 'sure')), body))
    : { value: null, errors: [] }
  const agrees = terms.policyId === null || typedText(body, 'policy') === terms.policyId
  const policy = agrees ? [] : [{ field: 'policy', message: 'Read the hub’s policy, and say that you agree to it' }]
  const answers = readAnswers(terms.questions, body, terms.files)
  const suits = readPreferences(body, terms)
  const asked = answers.ok ? [] : answers.errors
  const errors = [...base.errors, ...who.errors, ...asked, ...suits.errors, ...head.errors, ...policy]
  if (errors.length > 0 || !base.value) return { ok: false, errors, typed: body }
  const { name, email } = base.value
  return {
    ok: true,
    value: {
      offerId: terms.offerId,
      organisationId: terms.organisationId,
      sender: { name, email, telephone: base.value.telephone, post: base.value.post },
      people: who.value?.people ?? [],
      unnamed: who.value?.unnamed ?? 0,
      themeId: base.value.theme,
      preferences: suits.value,
      fewerIsFine: isFewerFine(terms, body),
      answers: answers.ok ? answers.value : [],
      travelLimitMiles: base.value.travel,
      accessNeeds: base.value.access,
      comments: base.value.comments,
      commitments: base.value.commitments,
      policyId: terms.policyId,
      headteacher: head.value ? { name: head.value.headteacher_name, email: head.value.headteacher_email } : null,
      formKey: terms.formKey,
      told: toldIn(body),
    },
  }
}
