// Groups: the people who work together for a year, who leads them, which hubs share them and how much room they have.
// A group's row is locked before anything inside it: take `lockGroup` first, then its places or sessions.
// Making a group with its dates is `formGroup`, calling one off with its places and dates is `callOffGroup`: both in the room of sessions.
export { type CreateGroupInput, createGroup } from './actions/create-group.ts'
export {
  cancelGroup,
  completeGroup,
  confirmGroup,
  type LockedGroup,
  lockGroup,
  startGroup,
} from './actions/move-group.ts'
export { groupEvents } from './events.ts'
export {
  type GroupSeen,
  groupStatusLabels,
  type Joining,
  peopleRefusal,
  roomInWords,
  roomRefusal,
  takesPlaces,
  unitsInWords,
} from './group.ts'
export { offersToGroup, offerToGroup, possibleLeads, themesOfProject } from './making-queries.ts'
export { checkFigures, detailFields } from './pages/details.form.ts'
export { detailFieldsView, type VenueChoice } from './pages/details.view.ts'
export { groupTones } from './pages/groups.view.ts'
export { type GroupSight, mayMakeGroup, mayPlaceInGroup, mayPlanGroup, mayRunGroup, sightOf } from './policy.ts'
export { groupInSight } from './queries.ts'
export { type OfferRoom, offeredInWords, suggestedRoom } from './suggested-room.ts'
export { venuesToChoose } from './venue-queries.ts'
