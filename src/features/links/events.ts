/** What can happen to links that were mailed, and the sentence shown in the history. */
export const linkEvents = {
  'link.stopped': 'stopped the links that had been mailed, and a new one was sent',
  'link.mistaken': 'said that a link had reached them by mistake: it opens no more, and the hub was told',
  'link.renewed': 'asked for a new link, because the time of theirs was over',
  'calendar-feed.renewed': 'renewed the secret address of a calendar: those given out before open no more',
} as const
