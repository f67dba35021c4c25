import { z } from 'zod'
import { phases } from '../../vocabulary/phases.ts'
import { postKinds } from '../../vocabulary/posts.ts'
import type { Rule } from './rule.ts'

const words = z.array(z.string().min(1)).min(1)

const facts = {
  'organisation.kind': z.strictObject({
    fact: z.literal('organisation.kind'),
    in: z.array(z.enum(['school', 'itt_provider', 'trust', 'authority', 'other'])).min(1),
  }),
  'organisation.phase': z.strictObject({ fact: z.literal('organisation.phase'), in: z.array(z.enum(phases)).min(1) }),
  'organisation.state_funded': z.strictObject({ fact: z.literal('organisation.state_funded'), is: z.boolean() }),
  'organisation.itt_kind': z.strictObject({
    fact: z.literal('organisation.itt_kind'),
    in: z.array(z.enum(['hei', 'scitt', 'lead_school'])).min(1),
  }),
  'organisation.itt_phases': z.strictObject({ fact: z.literal('organisation.itt_phases'), in: words }),
  'organisation.status': z.strictObject({ fact: z.literal('organisation.status'), in: words }),
  'organisation.area': z.strictObject({ fact: z.literal('organisation.area'), is: z.literal('hub') }),
  'organisation.stage': z.strictObject({
    fact: z.literal('organisation.stage'),
    stage: z.string().min(1),
    status: z.array(z.enum(['completed', 'in_progress'])).min(1),
    years: z.literal('before'),
  }),
  'person.post': z.strictObject({
    fact: z.literal('person.post'),
    in: z.array(z.enum(postKinds)).min(1),
    held: z.literal(true),
  }),
  commitment: z.strictObject({ fact: z.literal('commitment'), key: z.string().min(1), declared: z.literal(true) }),
} as const

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
  atLeast: z.strictObject({ atLeast: z.number().int().min(1), of: many }).refine((r) => r.atLeast <= r.of.length, {
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

/** Reads a rule as it is kept; a shape or a fact that is not known is an error that names it. */
export const parseRule = (value: unknown): { ok: true; rule: Rule } | { ok: false; message: string } => {
  const result = rule.safeParse(value)
  if (result.success) return { ok: true, rule: result.data }
  return { ok: false, message: result.error.issues[0]?.message ?? 'This is not a rule' }
}
