/** What can happen to how attendance is counted, and the sentence shown in the history. */
export const attendanceEvents = {
  'attendance.defined': 'said what a day of the project is and whether missed minutes are taken off',
} as const
