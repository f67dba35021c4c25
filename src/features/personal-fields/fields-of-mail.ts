import { byAddress, byPerson, goes, type Holding, kept } from './holding.ts'

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
  {
    key: 'failing-addresses',
    table: 'failing_addresses',
    called: 'Addresses of yours at which mail does not arrive',
    whose: [byAddress('address')],
    purpose: 'To write to nobody in vain, and to have the address put right',
    basis: 'public task',
    seenBy: 'the staff of the hubs that know you; that it fails, also your colleagues',
    rule: 'mail',
    fields: {
      address: goes('Address', { names: true }),
      failed_at: goes('Since'),
      status: goes('What is wrong'),
      said: goes('What the mail server said'),
    },
  },
]
