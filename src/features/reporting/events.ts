/** What can happen to indicators, and the sentence shown in the history. */
export const reportingEvents = { 'figure.published': 'published a figure' } as const
