import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { leadsOfOrganisation, personById } from '../../people/index.ts'
import { decidedForPersonLetter, decidedForSchoolLetter } from '../emails/decided.email.ts'
import type { Decision, Participation } from '../move.ts'
import { type MoveSeen, namedFor } from '../queries.ts'

export type MoveOfHub = MoveSeen & { readonly hubId: string }
export type Told = {
  readonly move: MoveOfHub
  readonly participation: Participation
  readonly decision: Decision
  readonly placeId: string
}

const daysALinkLasts = 400

/** Tells the person and the leads of the school that was left what the hub has decided, once each. */
export const tellOfDecision = async (
  tx: Transaction,
  context: Context,
  { move, participation, decision, placeId }: Told,
): Promise<void> => {
  const key = `move:${move.id}:${participation.participantId}`
  const around = { ...move, group: participation.group, decision }
  const person = await personById(tx, move.personId)
  const own = (await namedFor(tx, placeId)).find(({ personId }) => personId === move.personId)
  const cancelUrl = own
    ? `${context.config.baseUrl}/cancel/${linkToken(context.config, 'cancel', own.id, daysALinkLasts)}`
    : null
  if (person?.address) {
    const to = { address: person.address, personId: person.id }
    await post(tx, context, to, decidedForPersonLetter({ ...around, cancelUrl }), `${key}:person`)
  }
  const leads = await leadsOfOrganisation(tx, move.fromId, context.today)
  for (const lead of leads)
    await post(tx, context, lead, decidedForSchoolLetter({ ...around, greeting: lead.name }), `${key}:${lead.personId}`)
  await record(tx, context, {
    name: 'move.told',
    subject: { type: 'person', id: move.personId },
    also: [{ type: 'hub', id: move.hubId }],
    particulars: { moveId: move.id, leads: leads.length },
  })
}
