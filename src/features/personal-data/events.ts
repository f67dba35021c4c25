/** What can happen to what is held about people, and the sentence shown in the history. */
export const personalDataEvents = {
  'person.erased': 'was erased',
  'erasure.asked': 'asked to have what is held about them erased',
  'erasure.proposed': 'proposed to erase a person',
  'erasure.withdrawn': 'withdrew the request to be erased',
  'erasure.refused': 'refused an erasure',
  'subject-access.asked': 'asked for everything that is held about a person',
  'subject-access.made': 'made the report about a person',
  'retention.set': 'set how long something is kept',
  'retention.announced': 'said what is about to be cleared',
  'retention.carried-out': 'cleared what is no longer kept',
  'history.sealed': 'sealed the history',
  'export.made': 'took out an export',
} as const
