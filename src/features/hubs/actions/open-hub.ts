import { type Context, transaction } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isSlug } from '../../../vocabulary/slug.ts'
import type { NewArea, NewLead } from '../hub-change.ts'
import { mayChangeHubs } from '../policy.ts'
import { insertAreas, insertHub, insertLeads, type NewHub } from '../store.ts'

export type OpenHubInput = NewHub & {
  readonly from: Temporal.PlainDate
  readonly lead: NewLead | null
  readonly areas: readonly NewArea[]
}

/** Opens a hub from a day, with its name, its address here, who leads it and what it serves. */
export const openHub = (context: Context, input: OpenHubInput): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayChangeHubs(context.actor)) throw new NotFound('Only the national team opens hubs')
    if (!isSlug(input.slug)) throw new Refused('Write the address in small letters, digits and hyphens.')
    const since = { from: input.from, now: context.now }
    const id = await insertHub(tx, input, since)
    if (id === null) throw new Refused(`There is a hub at the address ${input.slug} already.`)
    if (input.lead) await insertLeads(tx, id, [input.lead], since)
    await insertAreas(tx, id, input.areas, since)
    await record(tx, context, {
      name: 'hub.opened',
      subject: { type: 'hub', id },
      particulars: { from: input.from.toString(), name: input.name, areas: input.areas.length },
    })
    return id
  })
