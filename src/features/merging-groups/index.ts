// Merging groups: a group becomes part of another of its project, because one of them alone would be too small. Looked at first: who
// goes along and how far, which dates end, who is told. Then arranged, and done ten minutes later in one go unless it is taken back:
// places, people, requests, leads and dates. Nobody is told before.
// What has been held, and who came, stays told of the group in which it was (`places.continues_place_id` names the place before).
export { mergeGroups } from './actions/merge-groups.ts'
export { type GroupOfOffer, groupsOfOffers } from './queries.ts'
