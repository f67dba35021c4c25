// Decisions: where a hub begins its work, reads what is asked of its offers, notes what it knows, and decides on each request.
// What a decision does is the acts of the earlier rooms, interest above all; whoever decides on what somebody else has just
// changed is shown both. Later rooms act on many requests at once, chosen by the same list.
export { decisionEvents } from './events.ts'
export { interestMatching } from './list-queries.ts'
export { mayRemoveNote, mayWriteNotes } from './policy.ts'
