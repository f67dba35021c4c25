// Date alerts: whoever looks at an offer without dates, or one that opens later, leaves an address, confirms it, and gets one mail:
// when dates are there, when one can ask to join, or when the offer has ended. Hubs see how many wait, never who.

export { mayAnswerDateAlert } from './policy.ts'
export { waitingForDates } from './queries.ts'
