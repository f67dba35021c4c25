import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isNationalTeam, personIdOf } from '../../people/index.ts'
import { participantsOf } from '../export-queries.ts'
import { insertReads } from '../reads-store.ts'

/** Takes out who takes part, for a stated reason: the list leaves only once who took it, and why, is recorded. */
export const takeOutParticipants = (
  context: Context,
  input: { year: number; hubId: string | null; reason: string },
): Promise<Awaited<ReturnType<typeof participantsOf>>> =>
  transaction(context, async (tx, context) => {
    if (!isNationalTeam(context.actor)) throw new Forbidden('Not theirs to take out')
    const readerId = found(personIdOf(context.actor))
    const list = await participantsOf(tx, input)
    const people = [...new Set(list.map(({ person_id }) => person_id))].filter((id) => id !== readerId)
    await insertReads(tx, [
      {
        readAt: context.now,
        readerId,
        page: '/network/participants',
        kind: 'export',
        recordType: input.hubId ? 'hub' : 'network',
        recordId: input.hubId,
        hubId: input.hubId,
        people,
        reason: input.reason,
      },
    ])
    await record(tx, context, {
      name: 'export.made',
      subject: { type: 'person', id: readerId },
      ...(input.hubId ? { also: [{ type: 'hub', id: input.hubId }] } : {}),
      particulars: { page: '/network/participants', year: input.year, people: people.length },
      personal: { reason: input.reason },
    })
    return list
  })
