/** What can happen to the mail before sessions, and the sentence shown in the history. */
export const mailToComeEvents = {
  'session-mail.settings-kept': 'It was set when a hub writes to people before its sessions',
  'session-mail.sent': 'People who come to a session were written to before it',
} as const
