/** What can happen to mail that can wait, and the sentence shown in the history. */
export const mailTimesEvents = {
  'mail-times.set': 'When mail goes that can wait was set',
  'mail-times.cleared': 'When mail goes that can wait follows the network again',
  'mailing.held': 'Mail to come was held back',
  'mailing.dropped': 'It was said that mail to come is not sent',
  'mailing.sent': 'Mail to come was sent before its time',
  'mailing.released': 'Mail to come was let go again',
} as const
