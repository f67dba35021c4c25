/** What can happen when somebody asks what is held about them, and the sentence shown in the history. */
export const personalDataEvents = {
  'subject-access.asked': 'asked for everything that is held about a person',
  'subject-access.made': 'made the report about a person',
} as const
