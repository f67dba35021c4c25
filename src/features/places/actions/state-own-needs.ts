import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { kindsOfNeeds } from '../needs-queries.ts'
import { type NeedsTold, needsGiven } from '../place.ts'
import { personOfParticipant } from '../queries.ts'
import { setNeedsOfPerson } from '../store.ts'

/** Somebody says what they need to take part, by kinds and in their own words: it holds for every group they take part in today. */
export const stateOwnNeeds = (context: Context, told: NeedsTold): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { actor } = context
    const byLink = actor.kind === 'link' && actor.purpose === 'cancel' ? actor.subjectId : null
    const personId = byLink === null ? personIdOf(actor) : await personOfParticipant(tx, byLink)
    if (personId === null) throw new Forbidden('People state their own needs')
    const known = new Set((await kindsOfNeeds(tx)).map(({ kind }) => kind))
    const needs = { kinds: told.kinds.filter((kind) => known.has(kind)), words: needsGiven(told.words) }
    const changed = await setNeedsOfPerson(tx, personId, needs, context.now)
    if (changed.length === 0) return
    await record(tx, context, {
      name: 'needs.changed',
      subject: { type: 'person', id: personId },
      also: changed.map(({ placeId }) => ({ type: 'place', id: placeId })),
      particulars: { participations: changed.length },
    })
  })
