import { byParticipant, byPerson, erasedMention, goes, type Holding, kept, replaced } from './holding.ts'

const counted = 'who took part is counted; the record stays without the person'
const whoDid = 'To know who did what'
const staffAndLeads = 'the staff of the group’s hubs and its leads'

/** What a group works on through its year, and who comes to it. */
export const fieldsOfGroupWork: readonly Holding[] = [
  {
    key: 'who-comes',
    table: 'who_comes',
    called: 'Sessions you were said to come to, or not',
    whose: [byParticipant()],
    purpose: 'To run the groups: who is expected at which session',
    basis: 'public task',
    seenBy: `${staffAndLeads}; whoever leads your school`,
    rule: 'participation',
    fields: {
      participant_id: kept('You'),
      session_id: kept('Session', 'session'),
      comes: kept('Coming'),
      instead_of_id: kept('In the place of'),
      stated_by: kept('Stated by'),
      stated_at: kept('Stated'),
    },
    keptBecause: counted,
  },
  {
    key: 'tasks-set',
    table: 'tasks',
    called: 'Tasks you set',
    whose: [byPerson('set_by_person_id')],
    purpose: whoDid,
    basis: 'public task',
    seenBy: 'the people of the group',
    rule: 'person',
    fields: {
      set_by_person_id: kept('Set by you'),
      group_id: kept('Group', 'group'),
      title: kept('Title'),
      brief: kept('Brief'),
      due_on: kept('Due'),
      set_at: kept('Set'),
    },
    keptBecause: 'the task belongs to the group',
  },
  {
    key: 'task-requests',
    table: 'task_requests',
    called: 'Reflections you were asked for',
    whose: [byParticipant()],
    purpose: 'To work on tasks between sessions',
    basis: 'public task',
    seenBy: staffAndLeads,
    rule: 'participation',
    fields: {
      participant_id: kept('You'),
      task_id: kept('Task', 'task'),
      asked_at: kept('Asked'),
      reminded_at: kept('Reminded'),
    },
    keptBecause: counted,
  },
  {
    key: 'reflections',
    table: 'reflections',
    called: 'Your reflections',
    whose: [byParticipant()],
    purpose: 'To work on tasks between sessions',
    basis: 'public task',
    seenBy: `${staffAndLeads}; the group, where the task is shared with it`,
    rule: 'participation',
    fields: {
      participant_id: kept('You'),
      task_id: kept('Task', 'task'),
      reflection: replaced('Reflection', erasedMention),
      returned_at: kept('Returned'),
      changed_at: kept('Changed'),
    },
    keptBecause: 'that a reflection came back is counted; its words go',
  },
  {
    key: 'reflection-files',
    table: 'reflection_files',
    called: 'Files you sent with your reflections',
    whose: [byParticipant()],
    purpose: 'To work on tasks between sessions',
    basis: 'public task',
    seenBy: `${staffAndLeads}; the group, where the task is shared with it`,
    rule: 'participation',
    fields: {
      participant_id: goes('You'),
      task_id: goes('Task', { shown: 'task' }),
      name: goes('Name of the file'),
      content: goes('What is in the file', { isWithheld: true }),
      sent_at: goes('Sent'),
    },
  },
]
