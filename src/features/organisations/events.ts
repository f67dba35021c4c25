/** What can happen to the network and its organisations, and the sentence shown in the history. */
export const organisationsEvents = {
  'network.started': 'The network was started',
} as const
