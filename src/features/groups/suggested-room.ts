import type { Joining } from './group.ts'

/** What an offer says of its places in all its groups together, and how many its groups have already. */
export type OfferRoom = {
  readonly mostOrganisations: number | null
  readonly mostPeople: number | null
  readonly fewestOrganisations: number | null
  readonly organisationsGiven: number | null
  readonly peopleGiven: number | null
}

export type SuggestedRoom = { readonly organisations: number; readonly people: number; readonly minimum: number }

// Where the offer says nothing: groups hold six to twelve schools, usually with two teachers each.
const usual = {
  organisation: { organisations: 8, most: 12, minimum: 6, peopleEach: 2 },
  person: { organisations: 20, most: 30, minimum: 8, peopleEach: 1 },
} as const

const left = (most: number | null, given: number | null): number | null =>
  most === null ? null : Math.max(0, most - (given ?? 0))

/** The room to begin a new group with: what its offer has left for one more group, or what groups usually have. */
export const suggestedRoom = (offer: OfferRoom & Pick<Joining, 'unit'>): SuggestedRoom => {
  const { organisations, most, minimum, peopleEach } = usual[offer.unit]
  const people = left(offer.mostPeople, offer.peopleGiven)
  const places = offer.unit === 'person' ? people : left(offer.mostOrganisations, offer.organisationsGiven)
  const room = Math.max(1, Math.min(places ?? organisations, most))
  const seats = people === null || people < room ? peopleEach * room : Math.min(people, peopleEach * most)
  return {
    organisations: room,
    people: offer.unit === 'person' ? room : seats,
    minimum: Math.min(offer.fewestOrganisations ?? minimum, room),
  }
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What the offer says of its places beside what its groups have, in a sentence; null where it says nothing. */
export const offeredInWords = (
  offer: OfferRoom & Pick<Joining, 'unit'>,
  { one, many }: { readonly one: string; readonly many: string },
): string | null => {
  const [most, given] =
    offer.unit === 'person'
      ? [offer.mostPeople, offer.peopleGiven]
      : [offer.mostOrganisations, offer.organisationsGiven]
  if (most === null) return null
  const first = `The offer has places for ${counted(most, one, many)} in all its groups together`
  return given ? `${first}; its groups have room for ${given} already.` : `${first}.`
}
