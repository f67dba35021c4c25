import { byPerson, type Holding, kept } from './holding.ts'

/** What people were written to before sessions. */
export const fieldsOfMail: readonly Holding[] = [
  {
    key: 'session-letters',
    table: 'session_letters',
    called: 'Joining instructions and reminders sent to you',
    whose: [byPerson()],
    purpose: 'To send each of them once, and again only when something has changed',
    basis: 'public task',
    seenBy: 'the staff of the group’s hub',
    rule: 'participation',
    fields: {
      person_id: kept('You'),
      session_id: kept('Session', 'session'),
      kind: kept('Kind'),
      for_date: kept('For the session of'),
      sequence: kept('Number of the change'),
      times: kept('How often'),
      sent_at: kept('Last sent'),
    },
    keptBecause: 'it says that something was sent, not to whom',
  },
]
