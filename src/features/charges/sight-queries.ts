import type { Context } from '../../platform/context.ts'
import { isId } from '../../vocabulary/ids.ts'
import { hubsOfPlace } from '../places/index.ts'
import { mayGiveNotice, mayGiveUpPlace } from './policy.ts'
import { isTakingPart, participationById, participationsOfPlace } from './queries.ts'

/** Those under a place for whom somebody may give notice; null where that is nobody, and the place is not theirs to know of (domain rule 9). */
export const partsInSight = async ({ db, actor, today }: Pick<Context, 'db' | 'actor' | 'today'>, placeId: string) => {
  const found = isId(placeId) ? await participationsOfPlace(db, placeId) : []
  const hubIds = found.length > 0 ? await hubsOfPlace(db, placeId, today) : []
  const all = found.map((who) => ({ ...who, hubIds: [...hubIds, who.hubId] }))
  const leads = all.filter(({ part }) => part === 'lead')
  const parts = all.filter((part) => mayGiveNotice(actor, part, leads))
  const [first] = parts
  if (!first) return null
  return { parts, takesPart: isTakingPart(first), mayGiveUp: mayGiveUpPlace(actor, first, leads) }
}

/** The participant whose personal link this is. */
export const participantOfLink = async ({ db, actor }: Pick<Context, 'db' | 'actor'>) =>
  actor.kind === 'link' && actor.purpose === 'cancel' ? participationById(db, actor.subjectId) : null
