/** What can happen beside a request while a hub decides on it, and the sentence shown in the history. */
export const decisionEvents = {
  'note.written': 'The hub noted something beside the request',
  'note.removed': 'The hub removed a note beside the request',
} as const

/** Whether an event of a request's history changed the request itself: that it was passed over for a place did not. */
export const isChange = ({ name }: { readonly name: string }): boolean =>
  name.startsWith('interest.') && name !== 'interest.passed-over'
