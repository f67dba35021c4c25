import { typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import type { Marking } from '../../../vocabulary/marks.ts'
import { asOnPaper, paperLegend, paperMark } from '../paper-mark.ts'

export type Row = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly organisation: string
  readonly standing: readonly (Marking & { readonly id: string })[]
}

export type TypedIn = {
  readonly marks: readonly (Marking & {
    readonly id: string
    readonly participantId: string
    readonly seen: readonly string[]
  })[]
  readonly newcomers: readonly { readonly id: string; readonly name: string; readonly school: string }[]
  readonly reason: string | null
}

export const newcomerRows = [1, 2, 3] as const

const idIn = (body: Typed, name: string): string => {
  const given = typedText(body, name)
  return isId(given) ? given : newId()
}

const markIn = (body: Typed, row: Row): TypedIn['marks'][number] | FieldError | null => {
  const field = `mark-${row.id}`
  const typed = typedText(body, field)
  const [now] = row.standing
  if (typed === '' || (now && asOnPaper(now) === typed)) return null
  const mark = paperMark(typed)
  if (!mark) return { field, message: `Row ${row.number}, ${row.name}: write it as on the sheet (${paperLegend})` }
  const seen = typedText(body, `seen-${row.id}`).split(' ').filter(isId)
  return { ...mark, id: idIn(body, `id-${row.id}`), participantId: row.id, seen }
}

const newcomersIn = (body: Typed) =>
  newcomerRows.map((number) => ({
    number,
    id: idIn(body, `newcomer-id-${number}`),
    name: typedText(body, `newcomer-name-${number}`).slice(0, 100),
    school: typedText(body, `newcomer-school-${number}`).slice(0, 150),
  }))

/** The rows of a sheet as they were typed in: empty rows and rows left as they stood say nothing. */
export const readPaper = (body: Typed, rows: readonly Row[], isClosed: boolean): Parsed<TypedIn> => {
  const read = rows.flatMap((row) => markIn(body, row) ?? [])
  const errors: FieldError[] = read.flatMap((each) => ('message' in each ? [each] : []))
  const marks = read.flatMap((each) => ('message' in each ? [] : [each]))
  const newcomers = newcomersIn(body)
  for (const { number, name, school } of newcomers)
    if (name === '' && school !== '')
      errors.push({ field: `newcomer-name-${number}`, message: 'Enter the name of who came' })
  const reason = typedText(body, 'reason').slice(0, 500) || null
  const changes = marks.some(({ seen }) => seen.length > 0)
  if (isClosed && changes && !reason)
    errors.push({ field: 'reason', message: 'Say why you change a register that has closed' })
  if (errors.length > 0) return { ok: false, errors, typed: body }
  return { ok: true, value: { marks, newcomers: newcomers.filter(({ name }) => name !== ''), reason } }
}
