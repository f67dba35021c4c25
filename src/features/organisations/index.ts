// Organisations: the network's hubs with their names and areas, the schools and colleges, the providers of teacher training
// and who followed whom. Other rooms ask here which school, provider or hub is meant, and which hubs serve a place.

export { nationalReaders, nationalTeam } from './access.ts'
export { startNetwork } from './actions/start-network.ts'
export type { Hub, HubArea, HubInFull } from './hub.ts'
export {
  type AreaInTime,
  type Dated,
  type DetailsInTime,
  type HubOnADay,
  type HubThroughTime,
  heldOn,
  hubOn,
  isHeldOn,
  type Kinship,
  type LeadInTime,
  type NameInTime,
} from './hub-over-time.ts'
export {
  allHubs,
  areasOfHubs,
  everyHub,
  hubById,
  hubBySlug,
  hubInFull,
  hubOf,
  hubOfColumn,
  hubsById,
  hubsNamed,
  hubsServing,
  isOpenHub,
  neighbourHubs,
  successorOfHub,
} from './hub-queries.ts'
export { hubThroughTime } from './hub-time-queries.ts'
export {
  type Authority,
  addressOf,
  type FoundOrganisation,
  formerlyOf,
  type Organisation,
  type OrganisationKind,
  type OrganisationStatus,
  statusOf,
} from './organisation.ts'
export {
  authorityByCode,
  lineOf,
  organisationById,
  organisationsById,
  schoolByUrn,
  successorsOf,
} from './organisation-queries.ts'
export { searchOrganisations } from './search-queries.ts'
export { organisationsBySigns, plainName } from './signs-queries.ts'
