import { typedList, typedText } from '../../../platform/forms.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import { isWeekday, weekdays } from '../../../vocabulary/weekdays.ts'
import type { Preferences } from '../../interest/index.ts'
import { mostWishes } from '../interest-form.ts'

/** What a request can prefer: ids of groups and of venues that the form offers. */
export type ToPrefer = { readonly groupIds: readonly string[]; readonly placeIds: readonly string[] }

const inOrder = (body: Typed, name: string, known: readonly string[]) => {
  const typed = Array.from({ length: mostWishes }, (_, at) => typedText(body, `${name}_${at + 1}`))
  const wishes = typed.filter((id) => known.includes(id))
  const twice = typed.findIndex((id, at) => known.includes(id) && typed.indexOf(id) !== at)
  return { wishes: [...new Set(wishes)], twice }
}

/** Reads what would suit, best first; the same chosen twice is pointed out. */
export const readPreferences = (
  body: Typed,
  { groupIds, placeIds }: ToPrefer,
): { readonly value: Preferences; readonly errors: readonly FieldError[] } => {
  const [groups, places] = [inOrder(body, 'group', groupIds), inOrder(body, 'place', placeIds)]
  const days = typedList(body, 'days').filter(isWeekday)
  const errors = [
    { name: 'group', twice: groups.twice },
    { name: 'place', twice: places.twice },
  ].flatMap(({ name, twice }) =>
    twice === -1
      ? []
      : [{ field: `${name}_${twice + 1}`, message: `Choose another ${name}, or none: this one is chosen above` }],
  )
  return {
    value: {
      groups: groups.wishes,
      places: places.wishes,
      days: weekdays.filter((day) => days.includes(day)),
    },
    errors,
  }
}

/** Wishes as their form shows them. */
export const typedPreferences = ({ groups, places, days }: Preferences): Typed => ({
  ...Object.fromEntries(groups.map((id, at) => [`group_${at + 1}`, id])),
  ...Object.fromEntries(places.map((id, at) => [`place_${at + 1}`, id])),
  ...(days.length > 0 ? { days: [...days] } : {}),
})
