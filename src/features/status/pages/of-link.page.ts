import { found, NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { daysALinkLasts, type Interest, interestById } from '../../interest/index.ts'

/** The request whose link somebody holds. */
export const interestOfLink = async ({ context }: PageRequest): Promise<Interest> => {
  if (context.actor.kind !== 'link') throw new NotFound('Not by a link')
  const interest = found(await interestById(context.db, context.actor.subjectId))
  // Before its address is confirmed a request is nothing to anybody but who confirms it.
  return found(interest.receivedAt !== null || context.actor.purpose === 'confirm-interest' ? interest : null)
}

const daysToFollow = 60

/** Where whoever holds the link of a request says who follows somebody who has left. */
export const successorPath = ({ context }: PageRequest, participantId: string): string =>
  `/successor/${ownLinkToken(context, 'successor', participantId, daysToFollow)}`

/** The page of a request, for whoever holds its link. */
export const statusPath = ({ context }: PageRequest, { id }: Pick<Interest, 'id'>): string =>
  `/status/${ownLinkToken(context, 'status', id, daysALinkLasts)}`
