import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { markOf as markOfValues } from '../../platform/versions.ts'
import type { Joins, PublicationStatus } from '../projects/index.ts'
import { writtenProjectKept } from './written.form.ts'
import type { WrittenProject } from './written-project.ts'

/** A project that is written here: what is public of it or drafted, and the correction that somebody has begun. */
export type Writing = {
  readonly id: string
  readonly slug: string
  readonly hubId: string | null
  readonly status: PublicationStatus
  readonly statusReason: string | null
  readonly publishedAt: Temporal.Instant | null
  /** What everybody reads, or the draft. */
  readonly stands: WrittenProject
  /** What is being written: the draft itself, or the correction of what stands. */
  readonly written: WrittenProject
  readonly correctedAt: Temporal.Instant | null
}

const joinsOf = (row: { joins: string | null; unit: string; audiences: readonly string[] }): Joins => {
  if (row.joins !== null) return row.joins as Joins
  if (row.unit === 'person') return 'person'
  return row.audiences.includes('itt') ? 'institution' : 'school'
}

const rowsOf = (db: Reader, id: string) =>
  db
    .selectFrom('projects as p')
    .leftJoin('project_corrections as c', 'c.project_id', 'p.id')
    .selectAll('p')
    .select(['c.content as correction', 'c.changed_at as corrected_at'])
    .select([
      jsonArrayFrom(
        db
          .selectFrom('project_sections')
          .select(['key', 'heading', 'body'])
          .select(sql<true | null>`nullif(may_be_left_out, false)`.as('mayBeLeftOut'))
          .where('project_id', '=', id)
          .orderBy('position'),
      ).as('sections'),
      jsonArrayFrom(
        db
          .selectFrom('project_outcomes')
          .select(['id', 'audience', 'outcome'])
          .where('project_id', '=', id)
          .orderBy('position'),
      ).as('outcomes'),
      jsonArrayFrom(
        db
          .selectFrom('project_themes')
          .select(['id', 'kind', 'suffix', 'title', 'focus', 'starts'])
          .where('project_id', '=', id)
          .orderBy('position'),
      ).as('themes'),
      jsonArrayFrom(
        db
          .selectFrom('criteria')
          .select(['id', 'theme_id as themeId', 'strength', 'sentence', 'rule', 'widens_id as widens'])
          .select(sql<true | null>`nullif(hubs_may_widen, false)`.as('hubsMayWiden'))
          .where('project_id', '=', id)
          .orderBy('position')
          .orderBy('id'),
      ).as('criteria'),
      jsonArrayFrom(
        db
          .selectFrom('project_lineage')
          .select(['earlier_project_id as earlierId', 'kind', 'note'])
          .where('project_id', '=', id)
          .orderBy('earlier_project_id'),
      ).as('lineage'),
      jsonArrayFrom(
        db
          .selectFrom('project_questions')
          .select(['key', 'kind', 'label', 'hint', 'is_required as isRequired', 'choices'])
          .where('project_id', '=', id)
          .orderBy('position'),
      ).as('questions'),
    ])
    .where('p.id', '=', id)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirst']>>>

const numberOf = (value: string | number | null): number | null => (value === null ? null : Number(value))

const standsIn = (row: Row): WrittenProject =>
  stored(
    writtenProjectKept,
    {
      year: row.year,
      code: row.code,
      title: row.title,
      summary: row.summary,
      phases: row.phases,
      audiences: row.audiences,
      isNew: row.is_new,
      formerly: row.formerly,
      runningSince: row.running_since,
      runningSinceSource: row.running_since_source,
      partnerBodies: row.partner_bodies,
      deliveryModel: row.delivery_model,
      daysMin: numberOf(row.days_min),
      daysMax: numberOf(row.days_max),
      timeBeside: row.time_beside,
      sessionsCount: row.sessions_count,
      modelsOfWorking: row.models_of_working,
      stageId: row.stage_id,
      freeToParticipants: row.free_to_participants,
      leadsGetAdditionalFunding: row.leads_get_additional_funding,
      joins: joinsOf(row),
      peopleMin: row.people_min,
      peopleMax: row.people_max,
      samePeopleAllYear: row.same_people_all_year,
      headteacherConfirms: row.headteacher_confirms,
      agreementForYear: row.agreement_for_year,
      hubsMayNarrow: row.hubs_may_narrow,
      sections: row.sections,
      outcomes: row.outcomes,
      themes: row.themes,
      criteria: row.criteria,
      lineage: row.lineage,
      questions: row.questions,
    },
    'a project',
  )

/** A project as it was written, of the national catalogue or of a hub for itself; null when there is none of theirs. */
export const writtenProject = async (db: Reader, id: string, hubId: string | null): Promise<Writing | null> => {
  const row = await rowsOf(db, id).where('p.hub_id', 'is not distinct from', hubId).executeTakeFirst()
  if (!row) return null
  const stands = standsIn(row)
  return {
    id,
    slug: row.slug,
    hubId: row.hub_id,
    status: row.status as PublicationStatus,
    statusReason: row.status_reason,
    publishedAt: row.published_at,
    stands,
    written: row.correction === null ? stands : stored(writtenProjectKept, row.correction, 'a correction'),
    correctedAt: row.corrected_at,
  }
}

/** The mark of some fields of a project. */
export const markOf = (written: WrittenProject, fields: readonly (keyof WrittenProject)[]): string =>
  markOfValues(fields.toSorted().map((field) => written[field]))
