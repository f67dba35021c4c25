/** An answer as programs get it, shown in the description of the interface: one school whose two people shared two sessions. */
export const attendanceExample = {
  id: '0199c8a2-7f00-7000-8000-000000000001',
  name: 'Acton',
  project: 'Secondary Subject Leadership',
  sessionsHeld: 2,
  group: {
    sessions: { attended: 2, planned: 1, toSettle: 0 },
    minutes: { inSessions: 600, besideSessions: 0, plannedInSessions: 300, plannedBesideSessions: 0 },
    days: { soFar: 2, withPlanned: 3 },
    standing: 'planned',
  },
  page: 'https://hubs.example/groups/0199c8a2-7f00-7000-8000-000000000001/attendance/asked',
  asked: {
    sessions: null,
    days: 3,
    minutesInADay: 300,
    takesOffMissedMinutes: true,
    countsTimeBesideSessions: true,
  },
  organisations: [
    {
      name: 'Elm Row',
      attended: {
        sessions: { attended: 2, planned: 1, toSettle: 0 },
        minutes: { inSessions: 600, besideSessions: 150, plannedInSessions: 300, plannedBesideSessions: 0 },
        days: { soFar: 2.5, withPlanned: 3.5 },
        standing: 'planned',
      },
    },
  ],
  people: [
    {
      id: '0199c8a2-7f00-7000-8000-000000000002',
      organisation: 'Elm Row',
      substitute: false,
      attended: {
        sessions: { attended: 1, planned: 1, toSettle: 0 },
        minutes: { inSessions: 300, besideSessions: 150, plannedInSessions: 300, plannedBesideSessions: 0 },
        days: { soFar: 1.5, withPlanned: 2.5 },
        standing: 'short',
      },
    },
  ],
}
