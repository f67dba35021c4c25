/** What can happen to the texts of a hub's messages and to the messages, and the sentence shown in the history. */
export const hubMessageEvents = {
  'hub-message.sent': 'The hub wrote a message to the sender',
  'hub-message.withdrawn': 'The message of the hub was taken back before it was sent',
  'message-text.written': 'The text of a message was written',
  'message-text.retired': 'The text of a message was put away',
} as const
