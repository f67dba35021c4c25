/** What can happen to grants and their rules, and the sentence shown in the history. */
export const grantEvents = {
  'grant-rule.written': 'a version of a rule of what is granted was written',
  'grant.due': 'a grant is due',
  'grant.approved': 'approved the grant',
  'grant.paid': 'noted the grant as paid',
  'grant.voided': 'made the grant void',
  'grant.clawed-back': 'clawed the grant back',
  'grant.approval-undone': 'undid the approval of the grant',
  'grant-act.carried-out': 'approved several grants at once',
  'grant-act.undone': 'undid the approval of several grants',
  'grant.repaid': 'noted what came back of a grant that was clawed back',
} as const
