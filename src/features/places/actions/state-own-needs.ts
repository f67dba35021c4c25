import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { personOfParticipant } from '../queries.ts'
import { setNeedsOfPerson } from '../store.ts'

/** Somebody says what they need to take part, in their own words: it holds for every group they take part in today. */
export const stateOwnNeeds = (context: Context, needs: string | null): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { actor } = context
    const byLink = actor.kind === 'link' && actor.purpose === 'cancel' ? actor.subjectId : null
    const personId = byLink === null ? personIdOf(actor) : await personOfParticipant(tx, byLink)
    if (personId === null) throw new Forbidden('People state their own needs')
    const changed = await setNeedsOfPerson(tx, personId, needs?.trim() || null)
    if (changed.length === 0) return
    await record(tx, context, {
      name: 'needs.changed',
      subject: { type: 'person', id: personId },
      also: changed.map(({ placeId }) => ({ type: 'place', id: placeId })),
      particulars: { participations: changed.length },
    })
  })
