import { byInterest, cleared, erasedMention, type Holding, kept, replaced } from './holding.ts'

/** What is kept of a request on its way from one hub to another. */
export const fieldsOfPassingOn: readonly Holding[] = [
  {
    key: 'interest-passings',
    table: 'interest_passings',
    called: 'Requests of yours that were to go to another hub',
    whose: [byInterest()],
    purpose: 'To ask you whether your request may go to another hub, and to do as you answer',
    basis: 'public task',
    seenBy: 'the staff of both hubs once you have agreed',
    rule: 'interest',
    fields: {
      interest_id: kept('Request'),
      status: kept('What came of it'),
      word: replaced('Why, as the hub wrote', erasedMention),
      answered_at: kept('Answered'),
      settled_word: cleared('What was answered'),
    },
    keptBecause: 'that a request went from one hub to another explains where it is counted',
  },
]
