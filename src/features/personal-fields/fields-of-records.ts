import { byPerson, erasedMention, type Holding, kept, replaced } from './holding.ts'

/** What is kept about records themselves: merged with others, or acted on by somebody for the person. */
export const fieldsOfRecords: readonly Holding[] = [
  {
    key: 'acting',
    table: 'acting_episodes',
    called: 'Who has acted for you',
    whose: [byPerson('for_person_id')],
    purpose: 'To help you, visibly and for a limited time',
    basis: 'public task',
    seenBy: 'you and the national team',
    rule: 'person',
    fields: {
      for_person_id: kept('For you'),
      by_person_id: kept('By', 'person'),
      reason: replaced('Reason', erasedMention),
      begun_at: kept('From'),
      lapses_at: kept('Until at the latest'),
      ended_at: kept('Ended'),
    },
    keptBecause: 'that somebody acted for another must be shown',
  },
]
