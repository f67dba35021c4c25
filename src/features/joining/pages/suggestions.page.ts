import { type Page, plain } from '../../../platform/http/routes.ts'
import {
  addressOf,
  type FoundOrganisation,
  formerlyOf,
  type OrganisationKind,
  searchOrganisations,
} from '../../organisations/index.ts'

const mostShown = 6
const suggested: readonly OrganisationKind[] = ['school', 'itt_provider', 'trust']

// What is sent when one is chosen: the sign that names it without doubt, where it has one.
const signOf = ({ urn, ukprn, name }: FoundOrganisation): string => (urn ? String(urn) : (ukprn ?? name))

const suggestion = (organisation: FoundOrganisation) => ({
  value: signOf(organisation),
  name: organisation.name,
  where: [formerlyOf(organisation), addressOf(organisation), organisation.status === 'closed' ? 'closed' : '']
    .filter(Boolean)
    .join(' · '),
})

/** Schools, providers and trusts like what is being typed, best first, from the public register: for the box that suggests. */
export const suggestSchools: Page = async ({ context: { db }, query }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const asked = suggested.filter((kind) => query.getAll('kind').includes(kind))
  const kinds = asked.length > 0 ? asked : suggested.slice(0, 2)
  const found = words.length < 3 ? [] : await searchOrganisations(db, words, { kinds, most: mostShown })
  return plain(JSON.stringify(found.map(suggestion)), 'application/json; charset=utf-8')
}
