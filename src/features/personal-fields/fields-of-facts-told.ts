import { byInterest, goes, type Holding } from './holding.ts'

/** What was told of a request beside its form: of a school as a rule, of whoever would come where a rule asks for that. */
export const fieldsOfFactsTold: readonly Holding[] = [
  {
    key: 'interest-facts',
    table: 'interest_facts',
    called: 'What was told of a request of yours, by whoever asked or by the hub',
    whose: [byInterest()],
    purpose: 'To decide who can take part and to answer you',
    basis: 'public task',
    seenBy: 'the staff of the hub that was asked, and whoever leads the school',
    rule: 'interest',
    fields: {
      name: goes('Fact'),
      value: goes('What was told'),
      told_by: goes('Told by'),
      source: goes('How the hub knows'),
      told_on: goes('Told on'),
    },
  },
]
