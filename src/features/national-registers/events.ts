/** What can happen to the national registers and to what they know, and the sentence shown in the history. */
export const nationalRegistersEvents = {
  'register.imported': 'A national register was read',
  'organisation.added': 'The organisation was added',
  'organisation.changed': 'What is known of the organisation changed',
  'organisation.closed': 'The organisation closed',
  'organisation.reopened': 'The organisation opened again',
  'organisation.succeeded': 'The organisation was followed by another',
  'register-question.settled': 'What a register had left open was settled',
} as const
