import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { slugOf } from '../../vocabulary/slug.ts'
import type { PublicationStatus } from '../projects/index.ts'
import { unitOfJoining, type WrittenProject } from './written-project.ts'

const columnsOf = (written: WrittenProject) => ({
  year: written.year,
  code: written.code,
  title: written.title,
  summary: written.summary,
  phases: [...written.phases],
  audiences: [...written.audiences],
  is_new: written.isNew,
  formerly: written.formerly,
  running_since: written.runningSince,
  running_since_source: written.runningSinceSource,
  partner_bodies: [...written.partnerBodies],
  delivery_model: written.deliveryModel,
  days_min: written.daysMin,
  days_max: written.daysMax,
  time_beside: written.timeBeside,
  sessions_count: written.sessionsCount,
  models_of_working: [...written.modelsOfWorking],
  stage_id: written.stageId,
  free_to_participants: written.freeToParticipants,
  leads_get_additional_funding: written.leadsGetAdditionalFunding,
  unit: unitOfJoining(written.joins),
  joins: written.joins,
  people_min: written.peopleMin,
  people_max: written.peopleMax,
  same_people_all_year: written.samePeopleAllYear,
  headteacher_confirms: written.headteacherConfirms,
  agreement_for_year: written.agreementForYear,
  hubs_may_narrow: written.hubsMayNarrow,
})

export const lockProject = (tx: Transaction, id: string) =>
  tx
    .selectFrom('projects')
    .select(['id', 'year', 'slug', 'status', 'hub_id as hubId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const insertProject = async (tx: Transaction, written: WrittenProject, hubId: string | null) => {
  const id = newId()
  await tx
    .insertInto('projects')
    .values({ id, ...columnsOf(written), slug: slugOf(written.title), hub_id: hubId, status: 'draft' })
    .execute()
  await writeParts(tx, id, written)
  return id
}

/** Puts a text in the place of the one that stands. The address of what is public stays; a draft's follows its title. */
export const updateProject = async (
  tx: Transaction,
  id: string,
  written: WrittenProject,
  { keepsAddress }: { keepsAddress: boolean },
): Promise<void> => {
  await tx
    .updateTable('projects')
    .set({ ...columnsOf(written), ...(keepsAddress ? {} : { slug: slugOf(written.title) }) })
    .where('id', '=', id)
    .execute()
  await writeParts(tx, id, written)
}

// Themes, promises and rules keep their ids: offers, groups, evaluations and verdicts name them.
const writeParts = async (tx: Transaction, id: string, written: WrittenProject): Promise<void> => {
  await writeSections(tx, id, written)
  await deleteOthers(tx, 'criteria', id, written.criteria)
  await deleteOthers(tx, 'project_themes', id, written.themes)
  await deleteOthers(tx, 'project_outcomes', id, written.outcomes)
  await writeThemes(tx, id, written)
  await writeCriteria(tx, id, written)
  await writeOutcomes(tx, id, written)
  await writeLineage(tx, id, written)
  await writeQuestions(tx, id, written)
}

const deleteOthers = (
  tx: Transaction,
  table: 'criteria' | 'project_themes' | 'project_outcomes',
  projectId: string,
  kept: readonly { readonly id: string }[],
) => {
  const all = tx.deleteFrom(table).where('project_id', '=', projectId)
  const others =
    kept.length === 0
      ? all
      : all.where(
          'id',
          'not in',
          kept.map(({ id }) => id),
        )
  return others.execute()
}

const writeSections = async (tx: Transaction, id: string, { sections }: WrittenProject): Promise<void> => {
  await tx.deleteFrom('project_sections').where('project_id', '=', id).execute()
  if (sections.length === 0) return
  await tx
    .insertInto('project_sections')
    .values(
      sections.map(({ mayBeLeftOut = false, ...section }, position) => ({
        id: newId(),
        project_id: id,
        ...section,
        may_be_left_out: mayBeLeftOut,
        position,
      })),
    )
    .execute()
}

const writeThemes = async (tx: Transaction, id: string, { themes }: WrittenProject): Promise<void> => {
  if (themes.length === 0) return
  await tx
    .insertInto('project_themes')
    .values(themes.map((theme, position) => ({ ...theme, project_id: id, position })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        kind: set.ref('excluded.kind'),
        suffix: set.ref('excluded.suffix'),
        title: set.ref('excluded.title'),
        focus: set.ref('excluded.focus'),
        starts: set.ref('excluded.starts'),
        position: set.ref('excluded.position'),
      })),
    )
    .execute()
}

const writeCriteria = async (tx: Transaction, id: string, { criteria }: WrittenProject): Promise<void> => {
  if (criteria.length === 0) return
  await tx
    .insertInto('criteria')
    .values(
      criteria.map(({ id: criterion, themeId, strength, sentence, rule, widens, hubsMayWiden }, position) => ({
        id: criterion,
        project_id: id,
        theme_id: themeId,
        strength,
        sentence,
        rule: json(rule),
        position,
        widens_id: widens ?? null,
        hubs_may_widen: hubsMayWiden ?? false,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        theme_id: set.ref('excluded.theme_id'),
        strength: set.ref('excluded.strength'),
        sentence: set.ref('excluded.sentence'),
        rule: set.ref('excluded.rule'),
        position: set.ref('excluded.position'),
        widens_id: set.ref('excluded.widens_id'),
        hubs_may_widen: set.ref('excluded.hubs_may_widen'),
      })),
    )
    .execute()
}

const writeOutcomes = async (tx: Transaction, id: string, { outcomes }: WrittenProject): Promise<void> => {
  if (outcomes.length === 0) return
  await tx
    .insertInto('project_outcomes')
    .values(outcomes.map((outcome, position) => ({ ...outcome, project_id: id, position })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        audience: set.ref('excluded.audience'),
        outcome: set.ref('excluded.outcome'),
        position: set.ref('excluded.position'),
      })),
    )
    .execute()
}

const writeLineage = async (tx: Transaction, id: string, { lineage }: WrittenProject): Promise<void> => {
  await tx.deleteFrom('project_lineage').where('project_id', '=', id).execute()
  if (lineage.length === 0) return
  await tx
    .insertInto('project_lineage')
    .values(lineage.map(({ earlierId, kind, note }) => ({ project_id: id, earlier_project_id: earlierId, kind, note })))
    .execute()
}

const writeQuestions = async (tx: Transaction, id: string, { questions }: WrittenProject): Promise<void> => {
  await tx.deleteFrom('project_questions').where('project_id', '=', id).execute()
  if (questions.length === 0) return
  await tx
    .insertInto('project_questions')
    .values(
      questions.map(({ key, kind, label, hint, isRequired, choices }, position) => ({
        ...{ id: newId(), project_id: id, key, kind, label, hint, position },
        is_required: isRequired,
        choices: json(choices.map((choice) => ({ ...choice }))),
      })),
    )
    .execute()
}

export const setStatus = (
  tx: Transaction,
  id: string,
  to: { status: PublicationStatus; reason?: string; publishedAt?: Temporal.Instant },
) =>
  tx
    .updateTable('projects')
    .set({
      status: to.status,
      status_reason: to.reason ?? null,
      ...(to.publishedAt ? { published_at: to.publishedAt } : {}),
    })
    .where('id', '=', id)
    .execute()
