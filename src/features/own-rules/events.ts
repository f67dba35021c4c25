/** What can happen to the rules of a hub's own on its offer, and the sentence shown in the history. */
export const ownRuleEvents = {
  'own-rules.composed': 'Rules of the hub’s own were composed; they are not in force yet',
  'own-rules.dropped': 'What was composed of the hub’s own rules was dropped',
  'own-rules.in-force': 'The rules of the hub’s own were put in force',
} as const
