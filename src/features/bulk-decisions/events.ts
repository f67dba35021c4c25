/** What can happen to an act on many requests, and the sentence shown in the history. */
export const bulkActEvents = {
  'bulk-act.previewed': 'An act on many requests was looked at before it was carried out',
  'bulk-act.carried-out': 'Something was done with many requests at once',
  'bulk-act.undone': 'What was done with many requests at once was undone',
  'bulk-act.forgotten': 'What was chosen was never carried out, and is forgotten',
  'bulk-act.begun': 'Requests were chosen to do something with all of them',
} as const
