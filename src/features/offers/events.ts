/** What can happen to flyers, and the sentence shown in the history. */
export const flyerEvents = {
  'flyer.printed': 'The flyer was printed for the first time as it stood',
  'flyer.mailed': 'The flyer was sent by mail',
} as const
