/** What can happen to the days that matter, and the sentence shown in the history. */
export const calendarEvents = {
  'bank-holidays.read': 'The bank holidays were read from a file',
  'national-day.stated': 'A day of the whole network was stated',
  'national-day.removed': 'A day of the whole network was taken away',
  'terms.stated': 'A term or a holiday of schools was stated',
  'terms.removed': 'A term or a holiday of schools was taken away',
  'term-list.sent': 'A list of terms and holidays was sent',
  'term-list.stated': 'The terms and holidays of a list were stated',
  'term-list.discarded': 'A list of terms and holidays was thrown away',
} as const
