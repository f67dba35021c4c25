import type { FieldError } from '../../vocabulary/form.ts'
import type { Asked } from './asked.ts'
import type { Led } from './place.ts'
import type { Reading } from './reading.ts'
import type { Searched } from './search.ts'

const placeInWords = (led: Led | null, near: string): string | null => {
  if (led?.kind === 'unknown')
    return `Nothing is known of “${near}”: enter the name of a school, a town, or a whole postcode. Places are found by the schools known there.`
  return led?.kind === 'place' && led.place.point === null
    ? `Nobody knows where ${led.place.name} lies on the map, so nothing is said of distances from there.`
    : null
}

/** What the address asks for that cannot be understood, each with how to put it right. */
export const problemsOf = (
  { problems }: Reading,
  { asked, searched, led }: { readonly asked: Asked; readonly searched: Searched; readonly led: Led | null },
): readonly FieldError[] => {
  const place = placeInWords(led, asked.near)
  const isHubKnown = asked.hub === null || searched.hubs.some(({ slug }) => slug === asked.hub)
  return [
    ...problems,
    ...(place ? [{ field: 'near', message: place }] : []),
    ...(isHubKnown ? [] : [{ field: 'hub', message: `There is no hub “${asked.hub}”: choose one from the list.` }]),
  ]
}
