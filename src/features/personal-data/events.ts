/** What can happen to what is held about people, and the sentence shown in the history. */
export const personalDataEvents = {
  'person.erased': 'was erased',
  'erasure.asked': 'asked to have what is held about them erased',
  'erasure.proposed': 'proposed to erase a person',
  'erasure.withdrawn': 'withdrew the request to be erased',
  'erasure.refused': 'refused an erasure',
  'export.made': 'took out an export',
} as const
