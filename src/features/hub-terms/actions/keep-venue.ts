import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { insertVenue, lockVenue, setRetired, setVenue } from '../store.ts'
import type { VenueTerms } from '../venue-terms.ts'

const subjects = (id: string, hubId: string) => ({
  subject: { type: 'venue', id },
  also: [{ type: 'hub', id: hubId }],
})

/** Adds a venue to those of a hub. */
export const addVenue = (context: Context, input: { hubId: string; terms: VenueTerms }): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayEditOffer(context.actor, input.hubId)) throw new NotFound('Only staff of a hub keep its venues')
    if (!(await isOpenHub(tx, input.hubId))) throw new Refused('This hub is closed: it has no new venues.')
    const id = await insertVenue(tx, input.hubId, input.terms)
    await record(tx, context, { name: 'venue.added', ...subjects(id, input.hubId) })
    return id
  })

type VenueInput = { readonly hubId: string; readonly id: string }

const locked = async (
  tx: Parameters<typeof lockVenue>[0],
  context: Context,
  { hubId, id }: VenueInput,
): Promise<NonNullable<Awaited<ReturnType<typeof lockVenue>>>> => {
  const venue = found(await lockVenue(tx, id))
  if (venue.hub_id !== hubId || !mayEditOffer(context.actor, hubId))
    throw new NotFound('Only staff of its hub keep a venue')
  return venue
}

/** Says anew what a venue is called, where it is and what one needs to know. */
export const changeVenue = (context: Context, input: VenueInput & { terms: VenueTerms }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await locked(tx, context, input)
    await setVenue(tx, input.id, input.terms)
    await record(tx, context, { name: 'venue.changed', ...subjects(input.id, input.hubId) })
  })

/** Retires a venue, or takes that back: nothing new is planned there, and what was planned and held there stays. */
export const retireVenue = (context: Context, input: VenueInput & { isRetired: boolean }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const venue = await locked(tx, context, input)
    if ((venue.retired_on !== null) === input.isRetired) return
    await setRetired(tx, input.id, input.isRetired ? context.today : null)
    await record(tx, context, {
      name: input.isRetired ? 'venue.retired' : 'venue.taken-back',
      ...subjects(input.id, input.hubId),
    })
  })
