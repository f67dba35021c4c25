/** Addresses of mail on which people are named. */
export const readingsOfMail = {
  '/hub/:hub/undelivered': { record: 'hub', parameter: 'hub' },
  '/hub/:hub/undelivered/:person/address': { record: 'person', parameter: 'person' },
  '/hub/:hub/mail/:datedSession/instructions': { record: 'hub', parameter: 'hub' },
  '/hub/:hub/mail/:datedSession/reminder': { record: 'hub', parameter: 'hub' },
  '/hub/:hub/mail': { record: 'hub', parameter: 'hub' },
  '/hub/:hub/mail/:mailToCome': { record: 'hub', parameter: 'hub' },
} as const

const form = 'it is a form about a hub’s own records'
const numbers = 'it shows numbers, or records of hubs and schools'

/** Addresses of mail that name nobody. */
export const mailWithoutNames: Readonly<Record<string, string>> = {
  '/hub/:hub/messages': numbers,
  '/hub/:hub/messages/new': form,
  '/hub/:hub/messages/:template': form,
  '/hub/:hub/calendar': numbers,
  '/groups/:id/calendar': numbers,
  '/hub/:hub/mail/settings': form,
  '/hub/:hub/mail-times': form,
  '/network/mail-times': form,
}
