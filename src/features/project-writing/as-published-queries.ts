import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import {
  type Descent,
  familyLine,
  inFull,
  type Project,
  type ProjectInFull,
  projectById,
  termsOfYear,
} from '../projects/index.ts'
import { unitOfJoining, type WrittenProject } from './written-project.ts'

const stageOf = async (db: Reader, id: string | null): Promise<Project['stage']> => {
  if (id === null) return null
  const row = await db
    .selectFrom('stages')
    .select(['id', 'key', 'name', 'pathway_id as pathwayId'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

const facts = ({
  sections,
  outcomes,
  themes,
  criteria,
  lineage,
  questions,
  agreementForYear,
  hubsMayNarrow,
  stageId,
  ...own
}: WrittenProject) => own

/** A project and its family line as everybody would see them if a text were public. */
export const asPublished = async (
  db: Reader,
  id: string,
  written: WrittenProject,
): Promise<{ readonly project: ProjectInFull; readonly line: readonly Descent[] }> => {
  const [base, stage, terms, line] = await Promise.all([
    projectById(db, id).then(found),
    stageOf(db, written.stageId),
    termsOfYear(db, written.year),
    familyLine(db, id, written.lineage),
  ])
  const words = terms.find(({ model }) => model === written.deliveryModel)?.words ?? base.words
  const project: Project = {
    ...base,
    ...facts(written),
    unit: unitOfJoining(written.joins),
    stage,
    words,
    status: 'published',
    statusReason: null,
  }
  const itself = {
    id,
    year: project.year,
    code: project.code,
    title: project.title,
    slug: project.slug,
    status: project.status,
    modelName: words.model,
  }
  return {
    project: {
      ...(await inFull(db, project)),
      sections: written.sections,
      outcomes: written.outcomes,
      themes: written.themes,
      whoCanTakePart: written.criteria.map(({ themeId, strength, sentence, widens }) => ({
        themeId,
        strength,
        sentence,
        isWidening: widens !== undefined,
      })),
    },
    line: line.map((step) => ({
      ...step,
      from: step.from.id === id ? itself : step.from,
      to: step.to.id === id ? itself : step.to,
    })),
  }
}
