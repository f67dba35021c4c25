/** What can happen to projects, and the sentence shown in the history. */
export const projectEvents = {
  'project.drafted': 'The project was drafted',
  'project.changed': 'The draft was changed',
  'project.published': 'The project was published',
  'project-correction.written': 'A correction was written, and is not public yet',
  'project-correction.dropped': 'A correction was dropped before it was public',
  'project.corrected': 'The public project was corrected',
  'project.withdrawn': 'The project was withdrawn',
  'project.rolled-over': 'The draft was made of the project of the year before',
  'review.ticked': 'A point of the review list was ticked off',
  'review.unticked': 'A point of the review list was opened again',
} as const
