// The ledger: what organisations and hubs owe each other, in entries that are only ever added. Each moves an amount from one account
// to another, so that what was debited is what was credited, and every balance is a sum; no amount is ever changed. The rooms that
// decide about money enter what they decided here, in the transaction that decides it.
export { enter } from './actions/enter.ts'
export { type About, type EntryKind, entryKindLabels } from './ledger-entry.ts'
export { entriesOf, owedFor } from './queries.ts'
