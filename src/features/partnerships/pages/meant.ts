import type { PageRequest } from '../../../platform/http/routes.ts'
import { type OrganisationKind, searchOrganisations } from '../../organisations/index.ts'

type Meant = { readonly id: string } | { readonly sentence: string }

const likeIt = 3

/** The body that was typed: by its URN or UKPRN, or by a name that only one carries; else what would tell it. */
export const bodyMeant = async (
  { context: { db } }: PageRequest,
  typed: string,
  kinds: readonly OrganisationKind[],
): Promise<Meant> => {
  const like = await searchOrganisations(db, typed, { kinds, most: 20 })
  const named = like.filter(({ name, urn, ukprn }) =>
    [name.toLowerCase(), String(urn), ukprn].includes(typed.toLowerCase()),
  )
  const [one, other] = named
  if (one && !other) return { id: one.id }
  const [first] = like
  if (!first) return { sentence: `Nothing like “${typed}” is known. Give its UKPRN or URN, or add it first` }
  const nearest = like.slice(0, likeIt).map(({ name, urn, ukprn }) => [name, urn ?? ukprn].filter(Boolean).join(' '))
  return { sentence: `It is not clear which is meant. Give one of these numbers: ${nearest.join(', ')}` }
}
