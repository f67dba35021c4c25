/** What can happen to the map of the hubs, and the sentence shown in the history. */
export const findingEvents = { 'hub.tile-moved': 'The hub was given another tile of the map' } as const
