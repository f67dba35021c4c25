import type { Transaction } from '../../platform/database/index.ts'
import { json } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { YearLayout } from './layout.ts'
import type { VersionAct } from './year.ts'

/** Of two who write on the same year, one waits here for the other. */
export const lockYear = (tx: Transaction, year: AcademicYear) =>
  tx.selectFrom('academic_years').select('year').where('year', '=', year).forNoKeyUpdate().executeTakeFirst()

export const insertVersion = (
  tx: Transaction,
  version: {
    readonly year: AcademicYear
    readonly number: number
    readonly act: VersionAct
    readonly content: YearLayout
    readonly note: string | null
    readonly at: Temporal.Instant
  },
) =>
  tx
    .insertInto('year_versions')
    .values({
      year: version.year,
      number: version.number,
      act: version.act,
      content: json(version.content),
      note: version.note,
      made_at: version.at,
    })
    .execute()

/** What everybody sees becomes what was laid out, all of it at once; or nothing, with the reason for which it was withdrawn. */
export const makePublic = async (
  tx: Transaction,
  year: AcademicYear,
  layout: YearLayout,
  withdrawnBecause: string | null = null,
): Promise<void> => {
  await clear(tx, year)
  await tx
    .updateTable('academic_years')
    .set({ introduction: layout.introduction || null, withdrawn_because: withdrawnBecause })
    .where('year', '=', year)
    .execute()
  const notices = layout.notices.map((notice, position) => ({ ...notice, year, position }))
  if (notices.length > 0) await tx.insertInto('year_notices').values(notices).execute()
  await insertSections(tx, year, layout)
  const goals = layout.goals.map((each, position) => ({
    id: each.id,
    year,
    position,
    goal: each.goal,
    by_label: each.by,
    project_id: each.projectId,
    standing: each.standing || null,
    standing_source: each.source || null,
    standing_on: each.standingOn === null ? null : Temporal.PlainDate.from(each.standingOn),
  }))
  if (goals.length > 0) await tx.insertInto('programme_goals').values(goals).execute()
  const partners = layout.partners.map(({ website, ...partner }, position) => ({
    ...partner,
    year,
    position,
    website: website || null,
  }))
  if (partners.length > 0) await tx.insertInto('year_partners').values(partners).execute()
}

/** The drafts of a year as if they were public; whoever calls this undoes it. */
export const showDrafts = (tx: Transaction, year: AcademicYear, now: Temporal.Instant) =>
  tx
    .updateTable('projects')
    .set({ status: 'published', published_at: now })
    .where('year', '=', year)
    .where('hub_id', 'is', null)
    .where('status', '=', 'draft')
    .execute()

const clear = async (tx: Transaction, year: AcademicYear): Promise<void> => {
  const sections = tx.selectFrom('catalogue_sections').select('id').where('year', '=', year)
  await tx.deleteFrom('catalogue_entries').where('section_id', 'in', sections).execute()
  await tx.deleteFrom('catalogue_sections').where('year', '=', year).where('parent_id', 'is not', null).execute()
  await tx.deleteFrom('catalogue_sections').where('year', '=', year).execute()
  await tx.deleteFrom('year_notices').where('year', '=', year).execute()
  await tx.deleteFrom('programme_goals').where('year', '=', year).execute()
  await tx.deleteFrom('year_partners').where('year', '=', year).execute()
}

const insertSections = async (tx: Transaction, year: AcademicYear, { sections }: YearLayout): Promise<void> => {
  if (sections.length === 0) return
  const rows = sections.map(({ id, key, parent, title, introduction }, position) => ({
    id,
    year,
    key,
    parent_id: parent,
    title,
    introduction: introduction || null,
    position,
  }))
  await tx.insertInto('catalogue_sections').values(rows).execute()
  const entries = sections.flatMap(({ id, projects }) =>
    projects.map((project, position) => ({ section_id: id, project_id: project, position })),
  )
  if (entries.length > 0) await tx.insertInto('catalogue_entries').values(entries).execute()
}
