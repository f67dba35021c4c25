import { invalidForm, typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { fieldNames, mostGroups, mostPlaces, type Planned, planRefusal } from '../target.ts'

export type HubToPlan = { readonly id: string; readonly slug: string; readonly name: string }
export type StatedByForm = { readonly hubId: string; readonly planned: Planned | null; readonly mark: string }

const numberTyped = (text: string, most: number): number | null => {
  const tidy = text.replaceAll(/[,\s]/g, '')
  if (!/^\d{1,6}$/.test(tidy)) return null
  return Number(tidy) <= most ? Number(tidy) : null
}

const problem = (field: string, what: string, hub: string, most: number): FieldError => ({
  field,
  message: `${what} planned by ${hub} must be a whole number from 0 to ${most.toLocaleString('en-GB')}, like 3`,
})

const planTyped = (body: Typed, { slug, name }: HubToPlan): Planned | null | readonly FieldError[] => {
  const fields = fieldNames(slug)
  const [groupsText, placesText] = [typedText(body, fields.groups), typedText(body, fields.places)]
  if (groupsText === '' && placesText === '') return null
  const [groups, places] = [numberTyped(groupsText, mostGroups), numberTyped(placesText, mostPlaces)]
  if (groups === null || places === null)
    return [
      ...(groups === null ? [problem(fields.groups, 'Groups', name, mostGroups)] : []),
      ...(places === null ? [problem(fields.places, 'Places', name, mostPlaces)] : []),
    ]
  const refusal = planRefusal({ groups, places })
  return refusal ? [{ field: fields.groups, message: `${name}: ${refusal}` }] : { groups, places }
}

const isErrors = (plan: Planned | null | readonly FieldError[]): plan is readonly FieldError[] => Array.isArray(plan)

/** What is planned for each hub of the table: blank for no plan, or every error at once. Hubs that the form does not name are left alone. */
export const readTargets = (body: Typed, hubs: readonly HubToPlan[]): Parsed<readonly StatedByForm[]> => {
  const named = hubs.filter(({ slug }) => fieldNames(slug).groups in body)
  const read = named.map((hub) => ({ hub, plan: planTyped(body, hub) }))
  const errors = read.flatMap(({ plan }) => (isErrors(plan) ? plan : []))
  if (errors.length > 0) return invalidForm(body, ...errors)
  const value = read.flatMap(({ hub, plan }) =>
    isErrors(plan) ? [] : [{ hubId: hub.id, planned: plan, mark: typedText(body, fieldNames(hub.slug).mark) }],
  )
  return { ok: true, value }
}
