/** What can happen to who answers for personal data, and the sentence shown in the history. */
export const controllerEvents = {
  'controller.stated': 'stated who answers for personal data',
  'controller.left-to-network': 'left it to the network to say who answers for personal data',
} as const
