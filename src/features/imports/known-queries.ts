import type { Context } from '../../platform/context.ts'
import { type Interest, interestOfOffer } from '../interest/index.ts'
import { offerById } from '../offers/index.ts'
import { peopleAtAddresses } from '../people/index.ts'
import type { Import } from './import.ts'
import type { Here, Known } from './plan.ts'

const open: readonly string[] = ['received', 'confirmed', 'waiting']
const withPlace: readonly string[] = ['offered', 'placed']

const addressesOf = ({ sender, people }: Interest): ReadonlySet<string> =>
  new Set([sender.email, ...people.map(({ email }) => email)].map((email) => email.toLowerCase()))

const hereOf = (interest: Interest): Here => ({
  addresses: addressesOf(interest),
  closed: open.includes(interest.status)
    ? null
    : 'The school has a place already: name more people on its group’s page',
})

const requestsHere = async (context: Context, offerId: string, unit: Known['unit']): Promise<Known['here']> => {
  const all = await interestOfOffer(context.db, offerId)
  const live = all.filter(({ status }) => open.includes(status) || withPlace.includes(status))
  return new Map(
    live.flatMap((interest) =>
      unit === 'organisation'
        ? [[interest.organisation.id, hereOf(interest)] as const]
        : [...addressesOf(interest)].map(
            (email) => [`${interest.organisation.id} ${email}`, hereOf(interest)] as const,
          ),
    ),
  )
}

/** What is here already of what an import names: requests of the offer, and people by their addresses. */
export const knownFor = async (
  context: Context,
  { kind, offerId }: Pick<Import, 'kind' | 'offerId'>,
  { addresses }: { addresses: readonly string[] },
): Promise<Known> => {
  const [people, offer] = await Promise.all([
    peopleAtAddresses(context.db, [...new Set(addresses)], context.today),
    offerId === null ? null : offerById(context.db, offerId),
  ])
  const unit = offer?.project.unit === 'person' ? 'person' : 'organisation'
  return {
    kind,
    unit,
    peopleMost: offer?.project.peopleMax ?? null,
    people,
    here: offerId === null ? new Map() : await requestsHere(context, offerId, unit),
  }
}
