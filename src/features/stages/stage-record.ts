export const stageStatuses = ['in_progress', 'completed', 'withdrew'] as const

/** How far an organisation has come in a stage in one year. */
export type StageStatus = (typeof stageStatuses)[number]

export const stageStatusWords: Readonly<Record<StageStatus, string>> = {
  in_progress: 'In progress',
  completed: 'Completed',
  withdrew: 'Withdrew',
}

/** A record moves from in progress to an end; an end stays. */
export const mayMove = (from: StageStatus, to: StageStatus): boolean => from === 'in_progress' || from === to
