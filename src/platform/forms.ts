import type { z } from 'zod'
import type { Parsed, Typed } from '../vocabulary/form.ts'

/** Reads a form: the typed value, or every error at once with what was typed. The schema's messages are the sentences shown. */
export const parseForm = <T>(schema: z.ZodType<T>, body: Typed): Parsed<T> => {
  const read = schema.safeParse(body)
  if (read.success) return { ok: true, value: read.data }
  const errors = read.error.issues.map((problem) => ({ field: problem.path.join('.'), message: problem.message }))
  return {
    ok: false,
    errors: errors.filter((error, at) => errors.findIndex((other) => other.field === error.field) === at),
    typed: body,
  }
}

/** A form found wanting by more than its own fields. */
export const invalidForm = (body: Typed, ...errors: { field: string; message: string }[]): Parsed<never> => ({
  ok: false,
  errors,
  typed: body,
})

/** One typed value of a field, trimmed; empty when it was left out. */
export const typedText = (body: Typed, name: string): string => {
  const value = body[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** All typed values of a field that can be given several times. */
export const typedList = (body: Typed, name: string): readonly string[] => {
  const value = body[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
