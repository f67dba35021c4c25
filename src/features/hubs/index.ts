// Hubs over time: the national team opens hubs and changes their names, lead organisations and areas from a day on, hands them
// over to a new lead organisation, merges and divides them; their own staff say how they are reached. Everything earlier stays.
export { changeHub } from './actions/change-hub.ts'
export { openHub } from './actions/open-hub.ts'
export { hubEvents } from './events.ts'
export { mayChangeHubs, mayDescribeHub, mayWritePrivacyNotice } from './policy.ts'
