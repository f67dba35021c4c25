/** What can happen to reports of online meetings, and the sentence shown in the history. */
export const meetingReportEvents = {
  'meeting-report.read': 'read the report of an online meeting',
  'meeting-report.taken': 'took attendance from the report of an online meeting',
  'meeting-report.discarded': 'discarded the report of an online meeting',
} as const
