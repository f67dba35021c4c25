// Hub messages: what a hub writes to those who ask to join, in its own words, with blanks that are filled in for each of them.
// Texts begin as the product's and become the hub's own with the first change; each change is a version. Sending is asked for by
// later rooms, one request at a time; mail about one's own request is part of the service, and says so.
export { sendHubMessage } from './actions/send-hub-message.ts'
export { withdrawHubMessage } from './actions/withdraw-hub-message.ts'
export { hubMessageEvents } from './events.ts'
export { unknownBlanks } from './message-text.ts'
export { mayWriteMessages } from './policy.ts'
export { type MessageText, messageTextsOf } from './queries.ts'
