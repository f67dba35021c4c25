// Date alerts: whoever looks at an offer without dates leaves an address, confirms it, and gets one mail: when dates are there, or
// when the offer has ended. Hubs see how many wait, never who.

export { mayAnswerDateAlert } from './policy.ts'
export { waitingForDates } from './queries.ts'
