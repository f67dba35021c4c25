import { typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { phases } from '../../../vocabulary/phases.ts'
import type { PathwayTyped } from '../actions/write-pathway.ts'
import type { TypedStage, WrittenPathway } from '../written-pathway.ts'

/** How many empty stages a form offers beside those that are there, and how many it reads at most. */
export const emptyStages = 2
const mostStages = 20

const line = (typed: Typed, name: string): string => typedText(typed, name).replaceAll(/\s+/g, ' ')

type Row = { readonly at: number; readonly stage: TypedStage; readonly errors: readonly FieldError[] }

const rowOf = (typed: Typed, at: number): Row | null => {
  const field = (name: string) => `stage-${at}-${name}`
  const name = line(typed, field('name'))
  const id = line(typed, field('id'))
  if (name === '' || !isId(id)) return null
  const order = line(typed, field('order'))
  const beside = line(typed, field('beside'))
  const errors = [
    ...(name.length > 80 ? [{ field: field('name'), message: 'Enter at most 80 characters' }] : []),
    ...(/^\d{1,3}$/.test(order)
      ? []
      : [{ field: field('order'), message: `Enter where ${name} stands, such as ${at + 1}` }]),
  ]
  const entryPoint = line(typed, field('entry')) === 'yes'
  const repeats = line(typed, field('repeats')) === 'yes'
  return {
    at,
    errors,
    stage: { id, name, entryPoint, repeats, beside: isId(beside) ? beside : null, order: Number(order) },
  }
}

/** Reads a pathway with its stages: a stage without a name is none, and one whose name was cleared is to be removed. */
export const readPathway = (typed: Typed): Parsed<PathwayTyped> => {
  const [name, phase] = [line(typed, 'name'), line(typed, 'phase')]
  const rows = Array.from({ length: mostStages }, (_, at) => rowOf(typed, at)).filter((row) => row !== null)
  const errors = [
    ...(name === '' ? [{ field: 'name', message: 'Enter what the pathway is called' }] : []),
    ...(name.length > 100 ? [{ field: 'name', message: 'Enter at most 100 characters' }] : []),
    ...(phases.some((each) => each === phase) ? [] : [{ field: 'phase', message: 'Choose the phase' }]),
    ...(rows.length === 0 ? [{ field: 'stage-0-name', message: 'Name at least one stage' }] : []),
    ...rows.flatMap((row) => row.errors),
  ]
  if (errors.length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { name, phase, stages: rows.map(({ stage }) => stage) } }
}

/** A pathway as the form shows it, with ids for the stages that may be added. */
export const typedPathway = ({ name, phase, stages }: WrittenPathway, newIds: readonly string[]): Typed => {
  const rows = [
    ...stages.map((stage, at) => ({ ...stage, order: String(at + 1) })),
    ...newIds.map((id, at) => ({
      id,
      name: '',
      entryPoint: false,
      repeats: false,
      beside: null,
      order: String(stages.length + at + 1),
    })),
  ]
  const fields = rows.flatMap((row, at) =>
    Object.entries({
      id: row.id,
      name: row.name,
      order: row.order,
      beside: row.beside ?? '',
      ...(row.entryPoint ? { entry: 'yes' } : {}),
      ...(row.repeats ? { repeats: 'yes' } : {}),
    }).map(([field, value]) => [`stage-${at}-${field}`, value] as const),
  )
  return { name, phase, ...Object.fromEntries(fields) }
}
