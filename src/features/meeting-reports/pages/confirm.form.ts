import { typedList, typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'

type Confirmed = {
  readonly whom: ReadonlyMap<number, string>
  readonly restAbsent: boolean
  readonly reason: string | null
}

/** Who of the register each person of a report is; whoever is only likely must be chosen, or be said to be nobody. */
export const readConfirmation = (
  body: Typed,
  lines: readonly { readonly number: number; readonly name: string }[],
  isClosed: boolean,
): Parsed<Confirmed> => {
  const typed = lines.map(({ number, name }) => ({ number, name, whom: typedText(body, `whom-${number}`) }))
  const errors: FieldError[] = typed
    .filter(({ whom }) => whom === '')
    .map(({ number, name }) => ({
      field: `whom-${number}`,
      message: `Choose who ${name} is, or that they are nobody of the register`,
    }))
  const reason = typedText(body, 'reason').slice(0, 500) || null
  if (isClosed && !reason)
    errors.push({ field: 'reason', message: 'Say why the register is changed after it has closed' })
  if (errors.length > 0) return { ok: false, errors, typed: body }
  const whom = new Map(typed.flatMap(({ number, whom }) => (isId(whom) ? [[number, whom] as const] : [])))
  return { ok: true, value: { whom, restAbsent: typedList(body, 'rest').includes('absent'), reason } }
}
