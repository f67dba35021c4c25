import { mayPlaceInGroup, mayPlanGroup, mayRunGroup, sightOf } from '../groups/index.ts'
import { mayDecideOnMove } from '../moves/index.ts'
import { mayChangePlace, mayCompletePlace, mayGivePlace } from '../places/index.ts'
import { mayTakeRegister } from '../registers/index.ts'
import { mayDecideOnException, maySettleSuccessor } from '../replacing-people/index.ts'
import { mayStateTimesOfLead } from '../scheduling/index.ts'
import { maySeeRoom } from '../shares/index.ts'
import { mayWriteStageRecord } from '../stages/index.ts'
import { mayStateWhoComes } from '../who-comes/index.ts'
import type { Deed, Standing } from './deed-access.ts'

const groupAt = ({ groupId, hubId, partnerHubIds }: Standing) => ({ id: groupId, hubId, partnerHubIds })

const noRecord = '00000000-0000-0000-0000-000000000000'
const nobody = {
  participantId: noRecord,
  personId: noRecord,
  part: 'other',
  placeId: noRecord,
  organisationId: noRecord,
}

/** What is done in a group. */
export const deedsOfAGroup: readonly Deed[] = [
  { policy: 'groups.mayRunGroup', at: 'group', may: (actor, at) => mayRunGroup(actor, groupAt(at)) },
  { policy: 'groups.mayPlanGroup', at: 'group', may: (actor, at) => mayPlanGroup(actor, groupAt(at)) },
  {
    policy: 'scheduling.mayStateTimesOfLead',
    at: 'group',
    may: (actor, at) => mayStateTimesOfLead(actor, groupAt(at)),
  },
  { policy: 'groups.mayPlaceInGroup', at: 'group', may: (actor, at) => mayPlaceInGroup(actor, groupAt(at)) },
  { policy: 'shares.maySeeRoom', at: 'group', may: (actor, at) => maySeeRoom(actor, groupAt(at)) },
  { policy: 'places.mayGivePlace', at: 'group', may: (actor, at) => mayGivePlace(actor, groupAt(at)) },
  {
    policy: 'places.mayChangePlace',
    at: 'group',
    may: (actor, at) => mayChangePlace(actor, groupAt(at), { hubIds: at.partnerHubIds }),
  },
  {
    policy: 'replacing-people.mayDecideOnException',
    at: 'group',
    may: (actor, at) => mayDecideOnException(actor, at),
  },
  {
    policy: 'replacing-people.maySettleSuccessor',
    at: 'group',
    may: (actor, at) =>
      maySettleSuccessor(actor, {
        ...{ ...at, ...nobody, interestIds: [], hubIds: at.partnerHubIds },
      }),
  },
  {
    policy: 'who-comes.mayStateWhoComes',
    at: 'group',
    may: (actor, at) => mayStateWhoComes(actor, groupAt(at), { ...nobody, hubIds: at.partnerHubIds }, []),
  },
  { policy: 'moves.mayDecideOnMove', at: 'group', may: (actor, at) => mayDecideOnMove(actor, groupAt(at)) },
  {
    policy: 'registers.mayTakeRegister',
    at: 'group',
    may: (actor, at) => {
      const sight = sightOf(actor, groupAt(at))
      return sight !== null && mayTakeRegister(sight)
    },
  },
  { policy: 'places.mayCompletePlace', at: 'group', may: (actor, at) => mayCompletePlace(actor, groupAt(at)) },
  {
    policy: 'stages.mayWriteStageRecord',
    at: 'group',
    may: (actor, at) => mayWriteStageRecord(actor, { id: at.groupId, hubIds: [at.hubId, ...at.partnerHubIds] }),
  },
]
