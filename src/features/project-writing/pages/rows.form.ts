import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { type Row, rowField, rowsIn } from '../rows.ts'

export type Read<T> = { readonly value: T } | { readonly problems: Readonly<Record<string, string>> } | null

/** Reads each row of a form, or says what is wrong in which of its fields; a row that is left empty is no row. */
export const parseRows = <T>(
  body: Typed,
  fields: readonly string[],
  read: (row: Row, at: number) => Read<T>,
): Parsed<readonly T[]> => {
  const values: T[] = []
  const errors: FieldError[] = []
  rowsIn(body, fields).forEach((row, at) => {
    const result = read(row, at)
    if (result === null) return
    if ('value' in result) values.push(result.value)
    else
      for (const [field, message] of Object.entries(result.problems))
        errors.push({ field: rowField(at, field), message })
  })
  return errors.length > 0 ? { ok: false, errors, typed: body } : { ok: true, value: values }
}

/** Ids that a form gives back are those of what is there, each once; anything else is new. */
export const knownOnce = (known: Iterable<string>) => {
  const left = new Set(known)
  return (id: string): string | null => (left.delete(id) ? id : null)
}

/** What is wrong with a row: the sentence of each field that has a fault. */
export const problemsOf = (
  faults: readonly (readonly [field: string, isFault: boolean, sentence: string])[],
): Readonly<Record<string, string>> | null => {
  const found = faults.filter(([, isFault]) => isFault).map(([field, , sentence]) => [field, sentence] as const)
  return found.length === 0 ? null : Object.fromEntries(found.toReversed())
}

export const tidy = (typed: string): string => typed.replaceAll('\r\n', '\n').trim()
export const oneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim()
