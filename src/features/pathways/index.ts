// Pathways: the journeys of schools as everybody sees them, drawn, and where the national team writes them: stages with their
// entry points and order, which are taken again each year, which beside another. A change is a draft until it is published;
// every version is kept, and a stage that records, projects or invitations name stays.
export { mayWritePathways } from './policy.ts'
