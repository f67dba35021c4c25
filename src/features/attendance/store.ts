import type { Transaction } from '../../platform/database/index.ts'

export type StatedTerms = {
  readonly projectId: string
  readonly minutesInADay: number
  readonly takesOffMissed: boolean
  readonly countsBeside: boolean
  readonly by: string | null
  readonly now: Temporal.Instant
}

export const writeTerms = async (tx: Transaction, terms: StatedTerms): Promise<void> => {
  const values = {
    minutes_in_a_day: terms.minutesInADay,
    takes_off_missed: terms.takesOffMissed,
    counts_beside: terms.countsBeside,
    stated_by_person_id: terms.by,
    stated_at: terms.now,
  }
  await tx
    .insertInto('attendance_terms')
    .values({ project_id: terms.projectId, ...values })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet(values))
    .execute()
}

/** Two who state the terms of one project wait for each other. */
export const lockProject = async (tx: Transaction, id: string): Promise<void> => {
  await tx.selectFrom('projects').select('id').where('id', '=', id).forUpdate().execute()
}
