/** What can happen to invitations, and the sentence shown in the history. */
export const invitationEvents = {
  'invitation.sent': 'Somebody was invited',
  'invitation.sent-again': 'An invitation was sent again',
  'invitation.accepted': 'An invitation was accepted',
  'invitation.declined': 'An invitation was declined',
  'invitation.revoked': 'An invitation was taken back',
  'invitation.lapsed': 'An invitation was not answered in time',
  'organisation.domain-added': 'A hub said that an email domain is the school’s own',
  'organisation.domain-removed': 'A hub said that an email domain is not the school’s own',
} as const
