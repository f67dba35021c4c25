/** What can happen to addresses at which mail does not arrive, and the sentence shown in the history. */
export const undeliveredEvents = {
  'address.failing': 'Mail did not arrive at somebody’s address; it is held back from now on',
  'address.tried-again': 'An address at which mail did not arrive is tried again',
  'address.proposed': 'A hub proposed another address for somebody whom mail does not reach',
  'address.reached-elsewhere': 'Mail that was held back goes to somebody’s new address',
  'delivery-report.taken': 'A mail server reported that a mail did not arrive',
} as const
