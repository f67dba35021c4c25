/** What can happen to who comes to which session, and the sentence shown in the history. */
export const whoComesEvents = {
  'who-comes.stated': 'It was stated who comes to which session',
  'who-comes.asked': 'The schools were asked who comes to which session',
  'substitute.named': 'A substitute was named for one session',
} as const
