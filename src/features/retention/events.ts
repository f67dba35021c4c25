/** What can happen when personal data is no longer kept, and the sentence shown in the history. */
export const retentionEvents = {
  'person.erased': 'was erased',
  'erasure.asked': 'asked to have what is held about them erased',
  'erasure.proposed': 'proposed to erase a person',
  'erasure.withdrawn': 'withdrew the request to be erased',
  'erasure.refused': 'refused an erasure',
  'retention.set': 'set how long something is kept',
  'retention.announced': 'said what is about to be cleared',
  'retention.carried-out': 'cleared what is no longer kept',
  'history.sealed': 'sealed the history',
} as const
