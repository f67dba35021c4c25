import type { Actor } from '../../vocabulary/actor.ts'
import { mayRunGroup } from '../groups/index.ts'
import { mayAnswerForPlace, mayChangePlace } from '../places/index.ts'

type Of = {
  readonly participantId: string
  readonly groupId: string
  readonly hubId: string
  readonly partnerHubIds: readonly string[]
  readonly organisationId: string
  readonly hubIds: readonly string[]
  readonly interestIds: readonly string[]
}

const groupOf = ({ groupId, hubId, partnerHubIds }: Of) => ({ id: groupId, hubId, partnerHubIds })

/** Who answers for a place, or holds the link by which its school was asked, names who follows somebody who has left. */
export const mayNameSuccessor = (actor: Actor, asked: Of): boolean =>
  (actor.kind === 'link' && actor.purpose === 'successor' && actor.subjectId === asked.participantId) ||
  mayAnswerForPlace(actor, groupOf(asked), { ...asked, personId: null })

/** Staff who change the place set the day for a successor, and decide when nobody follows. */
export const maySettleSuccessor = (actor: Actor, asked: Of): boolean => mayChangePlace(actor, groupOf(asked), asked)

/** Staff of the group’s own hub, and no school, decide whether somebody follows where a project keeps the same people all year. */
export const mayDecideOnException = (actor: Actor, { hubId }: Pick<Of, 'hubId'>): boolean =>
  mayRunGroup(actor, { hubId })
