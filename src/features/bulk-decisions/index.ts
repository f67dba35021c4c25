// Bulk decisions: what the staff of a hub do with many requests at once. They are chosen in the list, looked at by name with what
// each will get and what will be refused, carried out in one go, and can be undone for ten minutes; mail waits as long.
// What is done to each request is the acts of the earlier rooms; what has changed since it was looked at is left out and said.
export { bulkActEvents } from './events.ts'
