import { sql } from 'kysely'
import type { Transaction } from '../../src/platform/database/index.ts'
import { academicYear, yearEnds, yearStarts } from '../../src/vocabulary/academic-year.ts'
import { deliveryModels, deliveryModelWords } from '../../src/vocabulary/delivery-models.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { Directory } from './directory.ts'
import { introduction2021, yearNotices2021, yearPartners2021 } from './facts/catalogue-layout-2021.ts'
import { pathways } from './facts/pathways.ts'

const firstYear = 2019
const years = Array.from({ length: 6 }, (_, after) => academicYear(firstYear + after))

/** The years with their notices, what groups and leads are called, and the pathways of schools. */
export const loadYears = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('academic_years')
    .values(
      years.map((year) => ({
        year,
        starts_on: yearStarts(year),
        ends_on: yearEnds(year),
        introduction: year === 2021 ? introduction2021 : null,
      })),
    )
    .execute()
  await tx
    .insertInto('year_notices')
    .values(
      yearNotices2021.map(({ heading, body }, position) => ({ id: newId(), year: 2021, position, heading, body })),
    )
    .execute()
  await tx
    .insertInto('year_partners')
    .values(yearPartners2021.map((partner, position) => ({ id: newId(), year: 2021, position, ...partner })))
    .execute()
  await tx
    .insertInto('delivery_models')
    .values(
      deliveryModels.map((key) => {
        const words = deliveryModelWords[key]
        return {
          key,
          name: words.label,
          name_plural: words.labels,
          group_word: words.group,
          group_plural: words.groups,
          lead_word: words.lead,
          lead_plural: words.leads,
          session_word: words.session,
          session_plural: words.sessions,
          session_kind: words.kind,
        }
      }),
    )
    .execute()
  await loadPathways(tx, ids)
}

const loadPathways = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('pathways')
    .values(pathways.map(({ key, name, phase }) => ({ id: ids.pathway(key), key, name, phase })))
    .execute()
  await tx
    .insertInto('stages')
    .values(
      pathways.flatMap(({ key: pathway, stages }) =>
        stages.map(({ key, name, entryPoint, repeats }, position) => ({
          id: ids.stage(key),
          pathway_id: ids.pathway(pathway),
          key,
          name,
          position,
          entry_point: entryPoint,
          repeats,
        })),
      ),
    )
    .execute()
  // They were public before the first of these years; who published them is not known.
  await sql`insert into pathway_versions (pathway_id, number, act, content, made_at)
    select id, 1, 'published', pathway_as_public(id), ${Temporal.Instant.from(`${firstYear}-06-01T08:00:00Z`)} from pathways`.execute(
    tx,
  )
}
