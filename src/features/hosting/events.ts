/** What can happen to the hosting of sessions, and the sentence shown in the history. */
export const hostingEvents = {
  'hosting.willingness-stated': 'It was stated which schools host sessions',
  'hosting.asked': 'A school was asked to host a session',
  'hosting.accepted': 'A school hosts a session',
  'hosting.declined': 'A school does not host a session',
  'hosting.withdrawn': 'Asking a school to host a session was taken back',
} as const
