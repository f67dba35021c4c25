import type { Context } from '../../platform/context.ts'
import { isId } from '../../vocabulary/ids.ts'
import { personSeen } from './person-sight-access.ts'
import { peopleAround } from './record-queries.ts'
import { partsOf, type RecordKind, type Seer } from './seer.ts'
import { chargeSeen, groupSeen, interestSeen, offerSeen, placeSeen, type Seen } from './sight-access.ts'

type Find = (context: Context, id: string, within: string | null) => Promise<Seen | null>

const kinds: Readonly<Record<RecordKind, Find>> = {
  interest: interestSeen,
  group: groupSeen,
  place: placeSeen,
  charge: chargeSeen,
  offer: offerSeen,
  person: personSeen,
}

type Asked = { readonly kind: RecordKind; readonly id: string; readonly within?: string | null }

/** A record of which somebody asks who sees it, within one hub or everywhere; null when there is none. */
export const recordSeen = async (context: Context, { kind, id, within = null }: Asked): Promise<Seen | null> =>
  isId(id) ? kinds[kind](context, id, within) : null

/** Everybody with a part who sees a record, and why: of those around it, or asked of everybody. */
export const seersOf = async (
  context: Context,
  seen: Seen,
  of: 'around' | 'everybody' = 'around',
): Promise<readonly Seer[]> => {
  const seers: Seer[] = []
  for (const actor of await peopleAround(context, of === 'everybody' ? of : seen.around)) {
    const sight = actor.kind === 'person' ? await seen.sightOf(actor) : null
    if (sight && actor.kind === 'person')
      seers.push({ personId: actor.personId, name: actor.name, parts: partsOf(actor), ...sight })
  }
  return seers
}
