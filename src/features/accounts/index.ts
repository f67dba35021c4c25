// Accounts: what an organisation owes a hub, line by line, and the statements of it: numbered within a hub and a year without a gap,
// printed, told by mail, and never changed once they are issued. Whoever leads the organisation reads them as the hub does.
export { mayIssueStatements, mayReadStatement } from './policy.ts'
