/** What can happen to those who wait for dates, or for an offer to open, and the sentence shown in the history. */
export const dateAlertEvents = {
  'date-alert.asked':
    'Somebody asked to be told when the dates are known, or when the offer opens; they have still to confirm their address',
  'date-alert.confirmed':
    'Somebody confirmed that they want to be told when the dates are known, or when the offer opens',
  'date-alert.stopped': 'Somebody no longer wants to be told',
  'date-alert.told': 'Those who waited for dates were told, and their addresses deleted',
  'date-alert.opened': 'Those who waited for the offer to open were told, and their addresses deleted',
  'date-alert.ended': 'Those who waited were told that the offer has ended, and their addresses deleted',
  'date-alert.lapsed': 'Addresses that nobody confirmed within a week were deleted',
} as const
