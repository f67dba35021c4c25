import { byPerson, goes, type Holding, kept } from './holding.ts'

/** When people can lead, and what leading takes. */
export const fieldsOfPlanning: readonly Holding[] = [
  {
    key: 'times-to-lead',
    table: 'possible_times',
    called: 'When you can lead sessions',
    whose: [byPerson()],
    purpose: 'To propose dates of your groups at times when you can lead',
    basis: 'public task',
    seenBy: 'you, and the staff of the hubs that hold your groups, who may state it for you',
    rule: 'person',
    fields: {
      person_id: goes('You'),
      weekday: goes('Day of the week, 1 is Monday'),
      from_at: goes('From'),
      to_at: goes('Until'),
      stated_at: goes('Stated'),
    },
  },
  {
    key: 'days-away',
    table: 'impossible_days',
    called: 'Days on which you cannot lead sessions',
    whose: [byPerson()],
    purpose: 'To propose no dates of your groups on days when you cannot lead',
    basis: 'public task',
    seenBy: 'you, and the staff of the hubs that hold your groups, who may state it for you',
    rule: 'person',
    fields: {
      person_id: goes('You'),
      from_on: goes('From'),
      to_on: goes('Until'),
      stated_at: goes('Stated'),
    },
  },
  {
    key: 'time-beside',
    table: 'time_beside',
    called: 'Time you spent for groups beside their sessions',
    whose: [byPerson()],
    purpose:
      'To know what leading a group or taking part in it takes, and to count it towards the days that its project asks for',
    basis: 'public task',
    seenBy: 'the staff of the group’s hubs, its leads, and who leads your school',
    rule: 'person',
    fields: {
      person_id: kept('You'),
      group_id: kept('Group', 'group'),
      kind: kept('What for'),
      on_date: kept('Day'),
      minutes: kept('Minutes'),
      recorded_at: kept('Recorded'),
    },
    keptBecause: 'the days of a group are counted',
  },
]
