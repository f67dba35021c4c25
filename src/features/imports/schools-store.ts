import { json, type Transaction } from '../../platform/database/index.ts'
import type { SchoolFound } from './school-queries.ts'
import { inParts, plainJson } from './store.ts'

/** Keeps what the schools of an import may be, in place of what was kept before. */
export const replaceSchools = async (
  tx: Transaction,
  importId: string,
  schools: readonly SchoolFound[],
): Promise<void> => {
  await tx.deleteFrom('import_schools').where('import_id', '=', importId).execute()
  await inParts(schools, (part) =>
    tx
      .insertInto('import_schools')
      .values(
        part.map((school) => ({
          import_id: importId,
          key: school.key,
          said: school.said,
          rows_count: school.rows,
          certainty: school.certainty,
          organisation_id: school.organisationId,
          reason: school.reason,
          candidates: json(plainJson(school.candidates)),
        })),
      )
      .execute(),
  )
}

export type SchoolChoice = { readonly key: string; readonly organisationId: string | null }

/** Keeps which school is meant (null: its rows are left out), for this import and, where one is, for the hub's next files. */
export const writeChoices = async (
  tx: Transaction,
  { importId, hubId, by, now }: { importId: string; hubId: string; by: string | null; now: Temporal.Instant },
  choices: readonly SchoolChoice[],
): Promise<void> => {
  for (const { key, organisationId } of choices) {
    await tx
      .updateTable('import_schools')
      .set({
        certainty: organisationId ? 'decided' : 'left_out',
        organisation_id: organisationId,
        reason: organisationId ? 'as you decided' : null,
      })
      .where('import_id', '=', importId)
      .where('key', '=', key)
      .execute()
    if (organisationId)
      await tx
        .insertInto('import_school_decisions')
        .values({ hub_id: hubId, key, organisation_id: organisationId, decided_by_person_id: by, decided_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['hub_id', 'key'])
            .doUpdateSet({ organisation_id: organisationId, decided_by_person_id: by, decided_at: now }),
        )
        .execute()
  }
}
