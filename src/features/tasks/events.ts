/** What can happen to school-based tasks, and the sentence shown in the history. */
export const taskEvents = {
  'task.set': 'set a school-based task',
  'task.material-added': 'added a material to a task',
  'task.material-removed': 'removed a material from a task',
  'task.due-moved': 'the day of a task followed the next session, which had moved',
  'reflection.returned': 'returned a reflection',
  'reflection.changed': 'changed a reflection',
  'task.reminded-of': 'reminded those who had not returned a reflection',
  'task.told-of': 'the leads were told what came of a task',
} as const
