import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { nameProcessor } from '../../controllers/index.ts'
import { addressOf, nameOf, settleHubRoles } from '../../people/index.ts'
import { handedOverLetter } from '../emails/changes.email.ts'
import type { HandOver } from '../hub-change.ts'
import { staffOfHub } from '../queries.ts'
import { type Changing, changeLeads, checkLeads } from './change-facts.ts'
import { settleStaff, tell } from './settle-staff.ts'

export const checkHandOver = async (changing: Changing, change: HandOver): Promise<void> => {
  checkLeads(changing, { ends: change.ends, begins: [change.lead] })
  const { tx, context, hub } = changing
  const leads = (await staffOfHub(tx, hub.hub.id, context.today)).filter(({ role }) => role === 'hub_lead')
  if (change.newLeadPersonId === null && leads.every(({ roleId }) => change.staff[roleId] === 'ends'))
    throw new Refused('Somebody has to lead the hub: let a hub lead keep their part, or name a new one.')
}

/**
 * Hands a hub over to a new lead organisation from a day: who leads it, who processes personal data for it and who works there
 * change; its offers, groups, places and history stay as they are.
 */
export const handOver = async (changing: Changing, change: HandOver): Promise<void> => {
  await checkHandOver(changing, change)
  const { tx, context, hub, from } = changing
  const { id, name, slug } = hub.hub
  await changeLeads(changing, { kind: 'lead', ends: change.ends, begins: [change.lead] })
  const processor = await nameProcessor(context, { hubId: id, processor: change.lead.name, from })
  const told = { from, url: `${context.config.baseUrl}/hub/${slug}`, hub: name, lead: change.lead.name }
  await settleStaff(changing, {
    staff: change.staff,
    otherwise: 'keeps',
    otherHubId: null,
    reason: `The hub was handed over to ${change.lead.name}`,
    letter: (member, fate) =>
      handedOverLetter({ ...told, name: member.name, fate: fate === 'ends' ? 'ends' : 'keeps' }),
  })
  if (change.newLeadPersonId !== null) await beginLeading(changing, change.newLeadPersonId, told)
  await record(tx, context, {
    name: 'hub.handed-over',
    subject: { type: 'hub', id },
    also: change.lead.organisationId ? [{ type: 'organisation', id: change.lead.organisationId }] : [],
    particulars: {
      from: from.toString(),
      to: change.lead.name,
      ended: hub.leads.filter((lead) => change.ends.includes(lead.id)).map((lead) => lead.name),
      processorChanged: processor,
    },
  })
}

type Told = { readonly from: Temporal.PlainDate; readonly url: string; readonly hub: string; readonly lead: string }

const beginLeading = async (changing: Changing, personId: string, told: Told): Promise<void> => {
  const { tx, context, hub, from } = changing
  await settleHubRoles(context, {
    hubId: hub.hub.id,
    ends: [],
    gives: [{ personId, role: 'hub_lead', hubId: hub.hub.id, from }],
    reason: 'The hub was handed over',
  })
  const [name, address] = [await nameOf(tx, personId), await addressOf(tx, personId)]
  if (name) await tell(changing, { personId, address }, handedOverLetter({ ...told, name, fate: 'leads' }))
}
