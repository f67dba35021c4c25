import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { personById } from '../details-queries.ts'
import {
  colleaguesLetter,
  hubAskedLetter,
  type Leaving,
  newColleaguesLetter,
  ownLeavingLetter,
  withoutLeadLetter,
} from '../emails/leaving.email.ts'
import { hubsOfOrganisation, hubsWithPlaces } from '../hub-queries.ts'
import { personIdOf } from '../policy.ts'
import { hubStaffAddresses, leadsOfOrganisation, slugsOfHubs } from '../queries.ts'

export type Left = {
  readonly moveId: string
  readonly personId: string
  readonly fromOrganisationId: string
  readonly toOrganisationId: string | null
  readonly on: Temporal.PlainDate
  readonly wasLead: boolean
  readonly saidByOther: boolean
}

type Addressee = { readonly personId: string; readonly name: string; readonly address: string }
type Telling = {
  readonly leaving: Leaving
  readonly left: Left
  /** One mail to each, whatever they are told; whoever says it knows it already. */
  readonly tell: (to: Addressee, letter: Letter) => Promise<void>
}

/** Tells everybody concerned, once each: the person, both schools’ leads, and the hubs that have to decide. */
export const tellOfLeaving = async (tx: Transaction, context: Context, left: Left): Promise<void> => {
  const [person, leaving] = [await personById(tx, left.personId), await leavingOf(tx, left)]
  if (!person || !leaving) return
  const told = new Set([personIdOf(context.actor)])
  const tell = async (to: Addressee, letter: Letter): Promise<void> => {
    if (told.has(to.personId)) return
    told.add(to.personId)
    await post(tx, context, to, letter, `move:${left.moveId}:${to.personId}`)
  }
  const telling = { leaving: { ...leaving, name: person.name }, left, tell }
  if (person.address) await tellPerson(tx, context, telling, { ...person, address: person.address })
  const remaining = await tellSchools(tx, context, telling)
  await askHubs(tx, context, telling, left.wasLead && remaining === 0)
}

const leavingOf = async (tx: Transaction, left: Left): Promise<Omit<Leaving, 'name'> | null> => {
  const from = await organisationById(tx, left.fromOrganisationId)
  const to = left.toOrganisationId ? await organisationById(tx, left.toOrganisationId) : null
  return from && { from: from.name, to: to?.name ?? null, on: left.on }
}

// They hear of it too when they said it themselves: what was ended, and that the hub decides.
const tellPerson = async (
  tx: Transaction,
  context: Context,
  { leaving, left }: Telling,
  person: { readonly id: string; readonly name: string; readonly address: string },
): Promise<void> => {
  const hubs = await hubsWithPlaces(tx, { personId: person.id, organisationId: left.fromOrganisationId })
  const places = hubs.reduce((sum, hub) => sum + hub.places, 0)
  const isSaidByOther = left.saidByOther
  const to = { address: person.address, personId: person.id }
  await post(tx, context, to, ownLeavingLetter({ ...leaving, places, isSaidByOther }), `move:${left.moveId}:own`)
}

const tellSchools = async (
  tx: Transaction,
  { config, today }: Context,
  { leaving, left, tell }: Telling,
): Promise<number> => {
  const url = `${config.baseUrl}/account/school`
  const remaining = await leadsOfOrganisation(tx, left.fromOrganisationId, today)
  for (const lead of remaining) await tell(lead, colleaguesLetter({ ...leaving, greeting: lead.name, url }))
  const joined = left.toOrganisationId ? await leadsOfOrganisation(tx, left.toOrganisationId, today) : []
  for (const lead of joined) await tell(lead, newColleaguesLetter({ ...leaving, greeting: lead.name, url }))
  return remaining.length
}

const askHubs = async (
  tx: Transaction,
  { config, today }: Context,
  { leaving, left, tell }: Telling,
  isWithoutLead: boolean,
): Promise<void> => {
  const places = await hubsWithPlaces(tx, { personId: left.personId, organisationId: left.fromOrganisationId })
  const dealing = isWithoutLead ? await hubsOfOrganisation(tx, left.fromOrganisationId) : []
  for (const [hubId, slug] of await slugsOfHubs(tx, [...places.map((each) => each.hubId), ...dealing])) {
    const here = places.find((each) => each.hubId === hubId)?.places ?? 0
    const url = `${config.baseUrl}/hub/${slug}/people${here > 0 ? `/moves/${left.moveId}` : ''}`
    for (const staff of await hubStaffAddresses(tx, hubId, today))
      await tell(staff, hubAskedLetter({ ...leaving, greeting: staff.name, url, places: here, isWithoutLead }))
  }
}

/** Asks the hubs of an organisation for somebody to lead it, if its last lead has gone. */
export const askHubsForLead = async (tx: Transaction, context: Context, organisationId: string): Promise<void> => {
  if ((await leadsOfOrganisation(tx, organisationId, context.today)).length > 0) return
  const organisation = await organisationById(tx, organisationId)
  if (!organisation) return
  for (const [hubId, slug] of await slugsOfHubs(tx, await hubsOfOrganisation(tx, organisationId))) {
    const url = `${context.config.baseUrl}/hub/${slug}/people`
    for (const staff of await hubStaffAddresses(tx, hubId, context.today)) {
      const letter = withoutLeadLetter({ organisation: organisation.name, greeting: staff.name, url })
      await post(tx, context, staff, letter, `without-lead:${organisationId}:${context.now}:${staff.personId}`)
    }
  }
  await record(tx, context, {
    name: 'organisation.without-lead',
    subject: { type: 'organisation', id: organisationId },
  })
}
