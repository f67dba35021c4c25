/** What can happen to the network itself, and the sentence shown in the history. */
export const organisationsEvents = {
  'network.started': 'The network was started',
} as const
