/** What can happen to projects, and the sentence shown in the history. */
export const projectEvents = {
  'project.drafted': 'The project was drafted',
  'project.changed': 'The draft was changed',
  'project.published': 'The project was published',
  'project.withdrawn': 'The project was withdrawn',
} as const
