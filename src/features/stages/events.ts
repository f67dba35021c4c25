/** What can happen to a school's stages, and the sentence shown in the history. */
export const stageEvents = {
  'stage-record.written': 'wrote down a stage of the school',
  'stage-record.moved': 'moved a stage of the school to its end',
} as const
