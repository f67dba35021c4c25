/** What can happen to school-based tasks, and the sentence shown in the history. */
export const taskEvents = {
  'task.set': 'set a school-based task',
  'reflection.returned': 'returned a reflection',
  'reflection.changed': 'changed a reflection',
  'task.reminded-of': 'reminded those who had not returned a reflection',
  'task.told-of': 'the leads were told what came of a task',
} as const
