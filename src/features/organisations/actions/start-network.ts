import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { insertNetwork } from '../network-store.ts'

/** Names the network that a new installation serves, and the body that coordinates it. One installation serves one network, for good. */
export const startNetwork = (context: Context, input: { name: string; coordinator: string }): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('Only the operator starts a network')
    const id = await insertNetwork(tx, input)
    if (id === null) throw new Refused('This installation has its network already.')
    await record(tx, context, {
      name: 'network.started',
      subject: { type: 'network', id },
      particulars: { name: input.name, coordinator: input.coordinator },
    })
    return id
  })
