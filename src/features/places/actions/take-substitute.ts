import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { findOrCreatePerson } from '../../people/index.ts'
import { takingPartElsewhere } from '../queries.ts'
import { insertParticipants } from '../store.ts'
import { lockedWithGroup } from './move-place.ts'

export type SubstituteTaken = {
  readonly placeId: string
  readonly name: string
  readonly email: string
  readonly on: Temporal.PlainDate
  /** Whoever it turns out to be stands in already: nothing is added. */
  readonly unless: (personId: string) => boolean
}

/** Somebody takes part under a held place on one day only, as a substitute: asked by the action that has decided so. Null when they stand in already. */
export const takeSubstitute = (
  context: Context,
  input: SubstituteTaken,
): Promise<{ readonly personId: string; readonly participantId: string | null }> =>
  transaction(context, async (tx, context) => {
    const { group, place } = await lockedWithGroup(tx, input.placeId, context.today)
    if (context.actor.kind === 'visitor') throw new Forbidden('Nobody who is known names a substitute')
    if (place.status !== 'held') throw new Refused('This place is over: nobody comes in its name.')
    const { id: personId } = await findOrCreatePerson(context, { name: input.name, email: input.email })
    if (input.unless(personId)) return { personId, participantId: null }
    const [member] = await takingPartElsewhere(tx, group.id, [personId], null)
    if (member) throw new Refused(`${member.name} takes part in this group already, for ${member.organisation}.`)
    const [participantId = null] = await insertParticipants(
      tx,
      place.id,
      [{ personId, part: 'substitute', post: null }],
      { status: 'taking_part', from: input.on, until: input.on },
    )
    await record(tx, context, {
      name: 'participants.changed',
      subject: { type: 'place', id: place.id },
      also: [{ type: 'group', id: group.id }],
      particulars: { came: [personId], as: 'substitute' },
    })
    return { personId, participantId }
  })
