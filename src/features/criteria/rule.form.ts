import { z } from 'zod'
import { isId } from '../../vocabulary/ids.ts'
import { phases } from '../../vocabulary/phases.ts'
import { postKinds } from '../../vocabulary/posts.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import {
  type Leaf,
  organisationKinds,
  organisationStatuses,
  providerKinds,
  stageStatuses,
  trainingPhases,
} from './leaf.ts'
import type { Rule } from './rule.ts'

const words = z.array(z.string().min(1)).min(1)
const someOf = <const Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).min(1)
const day = z.string().refine((text) => /^\d{4}-/.test(text) && parseDate(text) !== null, 'is a day such as 2021-09-01')
const number = z.number().min(0)

const years = z.union(
  [z.enum(['before', 'same', 'ever']), z.array(z.number().int().min(2000).max(2100)).min(1)],
  'says before, same, ever or a list of years',
)
const since = z.union(
  [z.strictObject({ on: day }), z.strictObject({ months: z.number().int().min(1).max(600) })],
  'says on a day or for a number of months',
)
const stage = { stage: z.string().min(1), status: someOf(stageStatuses), years }
const part = {
  project: z.string().refine((text) => text === 'this' || isId(text), 'is this or the id of a project'),
  years,
}
const every = z.literal(true).optional()

const answer = z
  .strictObject({
    fact: z.literal('answer'),
    key: z.string().min(1),
    in: words.optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    notBefore: day.optional(),
    notAfter: day.optional(),
  })
  .refine(
    (leaf) =>
      [leaf.in, leaf.atLeast ?? leaf.atMost, leaf.notBefore ?? leaf.notAfter].filter((test) => test !== undefined)
        .length < 2,
    'is tested by a list, by numbers or by days, not by several of them',
  )

const facts = {
  'organisation.kind': z.strictObject({ fact: z.literal('organisation.kind'), in: someOf(organisationKinds) }),
  'organisation.type': z.strictObject({
    fact: z.literal('organisation.type'),
    in: z.array(z.string().regex(/^[1-9]\d{0,2}$/, 'is a code of the register')).min(1),
  }),
  'organisation.phase': z.strictObject({ fact: z.literal('organisation.phase'), in: someOf(phases) }),
  'organisation.state_funded': z.strictObject({ fact: z.literal('organisation.state_funded'), is: z.boolean() }),
  'organisation.itt_kind': z.strictObject({ fact: z.literal('organisation.itt_kind'), in: someOf(providerKinds) }),
  'organisation.itt_phases': z.strictObject({ fact: z.literal('organisation.itt_phases'), in: someOf(trainingPhases) }),
  'organisation.status': z.strictObject({ fact: z.literal('organisation.status'), in: someOf(organisationStatuses) }),
  'organisation.area': z.strictObject({ fact: z.literal('organisation.area'), is: z.literal('hub') }),
  'organisation.authority': z.strictObject({ fact: z.literal('organisation.authority'), in: words }),
  'organisation.free_meals': z.strictObject({ fact: z.literal('organisation.free_meals'), atLeast: number.max(100) }),
  'organisation.stage': z.strictObject({ fact: z.literal('organisation.stage'), ...stage }),
  'organisation.project': z.strictObject({ fact: z.literal('organisation.project'), ...part }),
  'person.post': z.strictObject({
    fact: z.literal('person.post'),
    in: someOf(postKinds),
    held: z.literal(true),
    since: since.optional(),
    every,
  }),
  'person.experience': z.strictObject({ fact: z.literal('person.experience'), years: number.max(60), every }),
  'person.stage': z.strictObject({ fact: z.literal('person.stage'), ...stage }),
  'person.project': z.strictObject({ fact: z.literal('person.project'), ...part }),
  commitment: z.strictObject({ fact: z.literal('commitment'), key: z.string().min(1), declared: z.literal(true) }),
  answer,
} as const satisfies { readonly [Fact in Leaf['fact']]: z.ZodType }

const fail = (check: z.RefinementCtx<unknown>, message: string) => {
  check.addIssue({ code: 'custom', message })
  return z.NEVER
}

const read = (schema: z.ZodType, value: unknown, check: z.RefinementCtx<unknown>): Rule => {
  const result = schema.safeParse(value)
  if (result.success) return result.data as Rule
  const [problem] = result.error.issues
  return fail(check, [problem?.path.join('.'), problem?.message].filter(Boolean).join(': '))
}

const nested = z.lazy(() => rule)
const many = z.array(nested).min(1)

const composed = {
  all: z.strictObject({ all: many }),
  any: z.strictObject({ any: many }),
  not: z.strictObject({ not: nested }),
  of: z.strictObject({ atLeast: z.number().int().min(1), of: many }).refine((r) => r.atLeast <= r.of.length, {
    message: 'asks for more than it lists',
  }),
} as const

// Chosen by the key that is there, so that the message is about that shape and not about all the others.
const rule: z.ZodType<Rule> = z.unknown().transform((value, check): Rule => {
  if (typeof value !== 'object' || value === null) return fail(check, 'A rule is an object')
  if ('fact' in value) {
    const name = String(value.fact)
    const known = Object.hasOwn(facts, name) ? facts[name as keyof typeof facts] : null
    if (known) return read(known, value, check)
    return fail(check, `The fact “${name}” is not known. Known are ${Object.keys(facts).join(', ')}`)
  }
  const key = (Object.keys(composed) as (keyof typeof composed)[]).find((each) => each in value)
  return key ? read(composed[key], value, check) : fail(check, 'A rule says all, any, not, atLeast or one fact')
})

/** Reads a rule as it is kept; a shape, a fact or a value that is not known is an error that names it. */
export const parseRule = (value: unknown): { ok: true; rule: Rule } | { ok: false; message: string } => {
  const result = rule.safeParse(value)
  if (result.success) return { ok: true, rule: result.data }
  return { ok: false, message: result.error.issues[0]?.message ?? 'This is not a rule' }
}
