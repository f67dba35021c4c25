// Groups: the people who work together for a year, who leads them, which hubs share them and how much room they have.
// A group's row is locked before anything inside it: take `lockGroup` first, then its places or sessions.
// Of a shared group each hub has its part of the room: `roomOfGroups` reads it, `roomLeftFor` says what is left for one hub's schools.
// Making a group with its dates is `formGroup`, calling one off with its places and dates is `callOffGroup`: both in the room of sessions.
export { changeGroup, type FreedRoom, freeRoom } from './actions/change-group.ts'
export { addPartner, removePartner } from './actions/change-partners.ts'
export { type CreateGroupInput, createGroup } from './actions/create-group.ts'
export { endHoldingBack, holdBack } from './actions/hold-back.ts'
export {
  cancelGroup,
  completeGroup,
  confirmGroup,
  type LockedGroup,
  lockGroup,
  mergeInto,
  startGroup,
} from './actions/move-group.ts'
export { endShares, shareRoom } from './actions/share-room.ts'
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
export { type HeldBack, heldBackIn, roomOfGroups, sharesToRelease, wasHeldBackIn } from './room-queries.ts'
export {
  type HubShare,
  heldBackPeopleRefusal,
  roomFree,
  roomLeftFor,
  type SharedRoom,
  shareRefusal,
  takenOfRest,
  unusedShares,
} from './shares.ts'
export { type OfferRoom, offeredInWords, suggestedRoom } from './suggested-room.ts'
export { venuesToChoose } from './venue-queries.ts'
