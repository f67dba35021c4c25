// Places: room in a group for the school or person that joins, and the people who take part under it.
// Every action locks the group first, then the place; what does not fit is Refused with the sentence for people.
// Passing a place on by itself (a declined or lapsed offer goes to the next) is done as the system: `actingAs(context, { kind: 'system', … })`.
// Offers past their deadline are found by `placesPastDeadline`; the room of interest sweeps them, because it knows who is next.
export { changeParticipants } from './actions/change-participants.ts'
export { holdPlace, offerPlace, type PlaceInput } from './actions/give-place.ts'
export {
  acceptPlace,
  completePlace,
  declinePlace,
  endPlace,
  lapsePlace,
  leavePlace,
} from './actions/move-place.ts'
export { movePlace } from './actions/move-to-group.ts'
export { stateOwnNeeds } from './actions/state-own-needs.ts'
export { takePlaceAlong } from './actions/take-place-along.ts'
export { takeSubstitute } from './actions/take-substitute.ts'
export { placeEvents } from './events.ts'
export { longestNeeds, type NamedPerson, needsGiven, type PlaceStatus, partLabels, placeStatusLabels } from './place.ts'
export { mayAnswerForPlace, mayChangePlace, mayCompletePlace, mayGivePlace } from './policy.ts'
export {
  groupOfPlace,
  hubsOfPlace,
  interestsOfPlace,
  namedOfPlace,
  peopleCountOfPlace,
  placesPastDeadline,
} from './queries.ts'
export {
  type ParticipantSeen,
  type PlaceSeen,
  participantsInSight,
  placesAndPeopleInSight,
  placesInSight,
  placesOfGroup,
} from './sight-queries.ts'
