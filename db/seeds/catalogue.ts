import { sql } from 'kysely'
import { json, type Transaction } from '../../src/platform/database/index.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { type Directory, projects } from './directory.ts'
import { catalogueSections2021 } from './facts/catalogue-layout-2021.ts'
import { lineage } from './facts/lineage.ts'
import { programmeGoals } from './facts/programme-goals.ts'
import type { CriterionFact, ProjectFact } from './facts/shapes.ts'

/** The projects of every year with all that belongs to them, published; those of years gone by are closed. */
export const loadCatalogue = async (tx: Transaction, ids: Directory, now: Temporal.Instant): Promise<void> => {
  await tx
    .insertInto('projects')
    .values(projects.map((project) => projectRow(project, ids, now)))
    .execute()
  await loadTexts(tx, ids)
  await loadThemesAndCriteria(tx, ids)
  await tx
    .insertInto('project_lineage')
    .values(
      lineage.map(({ year, slug, earlierYear, earlierSlug, kind, note }) => ({
        project_id: ids.project(year, slug),
        earlier_project_id: ids.project(earlierYear, earlierSlug),
        kind,
        note,
      })),
    )
    .execute()
  await tx
    .insertInto('programme_goals')
    .values(
      programmeGoals.map(({ goal, byLabel, project, standing }, position) => ({
        id: newId(),
        year: project.year,
        position,
        goal,
        by_label: byLabel,
        project_id: ids.project(project.year, project.slug),
        standing,
      })),
    )
    .execute()
  await loadLayout(tx, ids)
  await keepFirstVersion(tx)
}

// The catalogue of 2021/22 was published as it is loaded; who did it is not known.
const keepFirstVersion = (tx: Transaction) =>
  sql`insert into year_versions (year, number, act, content, made_at)
    select 2021, 1, 'published', year_as_public(2021), ${publishedIn(2021)}`.execute(tx)

// A catalogue appears in the June before its year; one that lies ahead of the clock is taken for a preview.
const publishedIn = (year: number): Temporal.Instant => Temporal.Instant.from(`${year}-06-01T08:00:00Z`)

const publishedAt = (year: number, now: Temporal.Instant): Temporal.Instant => {
  const usual = publishedIn(year)
  return Temporal.Instant.compare(usual, now) < 0 ? usual : now.subtract({ hours: 24 * 14 })
}

const projectRow = (project: (typeof projects)[number], ids: Directory, now: Temporal.Instant) => ({
  id: ids.project(project.year, project.slug),
  year: project.year,
  code: project.code,
  title: project.title,
  slug: project.slug,
  hub_id: project.hub ? ids.hub(project.hub) : null,
  summary: project.summary,
  delivery_model: project.deliveryModel,
  unit: project.unit,
  phases: [...project.phases],
  audiences: [...project.audiences],
  is_new: project.isNew,
  formerly: project.formerly,
  running_since: project.runningSince,
  running_since_source: project.runningSinceSource,
  days_min: project.daysMin,
  days_max: project.daysMax,
  sessions_count: project.sessionsCount,
  partner_bodies: [...project.partnerBodies],
  models_of_working: [...project.modelsOfWorking],
  stage_id: project.stage ? ids.stage(project.stage) : null,
  people_min: project.peopleMin,
  people_max: project.peopleMax,
  same_people_all_year: project.samePeopleAllYear,
  joins: project.joins,
  time_beside: project.timeBeside,
  headteacher_confirms: project.headteacherConfirms,
  leads_get_additional_funding: project.leadsGetAdditionalFunding,
  free_to_participants: project.freeToParticipants,
  status: project.year < 2021 ? 'closed' : 'published',
  published_at: publishedAt(project.year, now),
})

const loadTexts = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('project_sections')
    .values(
      projects.flatMap(({ year, slug, sections }) =>
        sections.map(({ key, heading, body }, position) => ({
          id: newId(),
          project_id: ids.project(year, slug),
          key,
          heading,
          body,
          position,
        })),
      ),
    )
    .execute()
  await tx
    .insertInto('project_outcomes')
    .values(
      projects.flatMap(({ year, slug, outcomes }) =>
        outcomes.map(({ audience, outcome }, position) => ({
          id: newId(),
          project_id: ids.project(year, slug),
          audience,
          outcome,
          position,
        })),
      ),
    )
    .execute()
}

const loadThemesAndCriteria = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('project_themes')
    .values(
      projects.flatMap(({ year, slug, themes }) =>
        themes.map(({ kind, suffix, title, focus, starts }, position) => ({
          id: ids.theme(year, slug, suffix),
          project_id: ids.project(year, slug),
          kind,
          suffix,
          title,
          focus,
          starts,
          position,
        })),
      ),
    )
    .execute()
  await tx
    .insertInto('criteria')
    .values(
      projects.flatMap((project) => {
        const rows = project.criteria.map((each, position) => criterionRow(project, each, position, ids))
        const known = new Map(rows.map(({ sentence, id }) => [sentence, id]))
        return rows.map((row, at) => ({ ...row, widens_id: known.get(project.criteria[at]?.widens ?? '') ?? null }))
      }),
    )
    .execute()
}

const criterionRow = (
  { year, slug }: ProjectFact,
  { theme, strength, sentence, rule }: CriterionFact,
  position: number,
  ids: Directory,
) => ({
  id: newId(),
  project_id: ids.project(year, slug),
  theme_id: theme === null ? null : ids.theme(year, slug, theme),
  position,
  strength,
  sentence,
  rule: json(rule),
})

const loadLayout = async (tx: Transaction, ids: Directory): Promise<void> => {
  const sections = catalogueSections2021.map((section) => ({ ...section, id: newId() }))
  const idOf = new Map(sections.map(({ key, id }) => [key, id]))
  await tx
    .insertInto('catalogue_sections')
    .values(
      sections.map(({ id, key, parent, title, introduction }, position) => ({
        id,
        year: 2021,
        parent_id: parent === null ? null : (idOf.get(parent) ?? null),
        key,
        title,
        introduction,
        position,
      })),
    )
    .execute()
  await tx
    .insertInto('catalogue_entries')
    .values(
      sections.flatMap(({ id, projects: slugs }) =>
        slugs.map((slug, position) => ({ section_id: id, project_id: ids.project(2021, slug), position })),
      ),
    )
    .execute()
}
