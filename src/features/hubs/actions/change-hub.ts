import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubThroughTime } from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import type { ChangeAsked, ChangeKind, HubChange } from '../hub-change.ts'
import { insertPlanned, lockPlanned, plannedChange, settlePlanned } from '../plan-store.ts'
import { mayChangeHubs } from '../policy.ts'
import { fingerprintOf } from '../queries.ts'
import { lockHubs } from '../store.ts'
import { type Changing, changeArea, changeLeads, changeName, checkArea, checkLeads, checkName } from './change-facts.ts'
import { checkHandOver, handOver } from './hand-over-hub.ts'
import { checkMerge, merge } from './merge-hubs.ts'
import { checkSplit, split } from './split-hub.ts'

type Deed<Change extends HubChange> = {
  readonly check: (changing: Changing, change: Change) => unknown
  readonly do: (changing: Changing, change: Change) => Promise<void>
}

const deeds: { readonly [Kind in ChangeKind]: Deed<Extract<HubChange, { kind: Kind }>> } = {
  name: { check: checkName, do: changeName },
  lead: { check: checkLeads, do: changeLeads },
  area: { check: checkArea, do: changeArea },
  hand_over: { check: checkHandOver, do: handOver },
  merge: { check: checkMerge, do: merge },
  split: { check: checkSplit, do: split },
}

const deedOf = (change: HubChange) => deeds[change.kind] as Deed<HubChange>

/** The hubs a change is about. */
const concernedBy = ({ hubId, change }: Pick<ChangeAsked, 'hubId' | 'change'>): readonly string[] =>
  change.kind === 'merge' ? [hubId, change.intoHubId] : [hubId]

const locked = async (
  tx: Transaction,
  context: Context,
  asked: Pick<ChangeAsked, 'hubId' | 'change' | 'from'>,
): Promise<Changing> => {
  const rows = await lockHubs(tx, concernedBy(asked))
  const row = found(rows.find(({ id }) => id === asked.hubId))
  if (row.closed_on !== null) throw new Refused('This hub is closed: nothing about it changes any more.')
  return { tx, context, hub: found(await hubThroughTime(tx, row.slug)), from: asked.from }
}

/**
 * Changes something about a hub from a day on: at once where the day has come, otherwise by itself on that day. Of two who change
 * a hub at once, the second is told to look again.
 */
export const changeHub = (context: Context, asked: ChangeAsked): Promise<'done' | 'planned'> =>
  transaction(context, async (tx, context) => {
    if (!mayChangeHubs(context.actor)) throw new NotFound('Only the national team changes hubs')
    const changing = await locked(tx, context, asked)
    if (asked.seen !== undefined && asked.seen !== (await fingerprintOf(tx, concernedBy(asked))))
      throw new Conflict('Somebody changed this hub after you opened the page. Look at it again before you decide.')
    if (Temporal.PlainDate.compare(asked.from, context.today) <= 0) {
      await deedOf(asked.change).do(changing, asked.change)
      return 'done'
    }
    await deedOf(asked.change).check(changing, asked.change)
    const id = await insertPlanned(tx, asked, { by: personIdOf(context.actor), now: context.now })
    await record(tx, context, {
      name: 'hub.change-planned',
      subject: { type: 'hub', id: asked.hubId },
      also: concernedBy(asked).map((id) => ({ type: 'hub', id })),
      particulars: { change: asked.change.kind, from: asked.from.toString(), planned: id },
    })
    return 'planned'
  })

/** Calls off what was decided for a day to come, or lays aside what could not be done on its day. */
export const cancelPlannedChange = (context: Context, input: { hubId: string; id: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayChangeHubs(context.actor)) throw new NotFound('Only the national team changes hubs')
    const planned = await lockPlanned(tx, input.id)
    if (planned?.hub_id !== input.hubId) throw new NotFound('Not a change that waits for its day')
    await settlePlanned(tx, planned.id, { cancelled_at: context.now })
    await record(tx, context, {
      name: 'hub.change-cancelled',
      subject: { type: 'hub', id: input.hubId },
      particulars: { change: planned.kind, from: planned.due_on.toString() },
    })
  })

/** Does what was decided for a day that has come; what the rules now forbid is kept with the reason, for the national team. */
export const doPlannedChange = async (context: Context, id: string): Promise<void> => {
  try {
    await transaction(context, async (tx, context) => {
      const planned = await lockPlanned(tx, id)
      if (!planned) return
      const change = plannedChange(planned)
      const asked = { hubId: planned.hub_id, change, from: planned.due_on }
      await deedOf(change).do(await locked(tx, context, asked), change)
      await settlePlanned(tx, id, { done_at: context.now })
    })
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof NotFound)) throw problem
    await transaction(context, (tx) => settlePlanned(tx, id, { refused_because: problem.message }))
  }
}
