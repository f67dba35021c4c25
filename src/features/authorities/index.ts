// Authorities: the local authorities that the registers name, each with its schools, the trusts they belong to and the hubs that
// serve it, for the national team. Which authority a school lies in, and which hubs serve it, the rooms before this one know.
export { allAuthorities, authorityInFull } from './queries.ts'
