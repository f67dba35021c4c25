// Organisations: the network's hubs with their names and areas, the schools and colleges, the providers of teacher training
// and who followed whom. Other rooms ask here which school, provider or hub is meant, and which hubs serve a place.
export { nationalReaders, nationalTeam } from './access.ts'
export type { Hub, HubArea, HubInFull } from './hub.ts'
export {
  allHubs,
  areasOfHubs,
  hubById,
  hubBySlug,
  hubInFull,
  hubsById,
  hubsNamed,
  hubsServing,
  neighbourHubs,
} from './hub-queries.ts'
export { type Authority, addressOf, type Organisation, type OrganisationKind, statusOf } from './organisation.ts'
export {
  authoritiesAt,
  authoritiesNamed,
  authorityByCode,
  organisationById,
  schoolByUrn,
  searchOrganisations,
  successorsOf,
} from './organisation-queries.ts'
