// Hub terms: what a hub keeps for its offers to choose from: its cancellation policies, version by version, each of them for ever
// what somebody agreed to; and the venues where its groups meet.

export { termsToChoose } from './queries.ts'
