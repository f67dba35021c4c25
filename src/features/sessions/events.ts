/** What can happen to sessions, and the sentence shown in the history. */
export const sessionEvents = {
  'session.added': 'A session was added',
  'session.moved': 'A session was moved',
  'session.changed': 'A session’s venue, link or notes were changed',
  'session.confirmed': 'A session’s date was confirmed',
  'session.hosted': 'A session’s host was settled',
  'session.cancelled': 'A session was cancelled',
  'session.taken-up': 'A cancelled session was taken up again',
  'session.held': 'A session was held',
  'sessions.rearranged': 'Several sessions were moved together',
  'sessions.confirmed': 'Several dates were confirmed together',
  'sessions.told': 'Everyone was told the dates',
  'sessions.updated': 'Everyone who had been told a date was told the change',
  'sessions.joined': 'Everybody of a group that became part of another was told, and has the dates of the other',
  'sessions.handed-over': 'The sessions to come passed to another lead',
  'sessions.called-off': 'Somebody who left was released from the dates',
  'sessions.planned': 'The offer’s planned dates became the group’s sessions',
} as const
