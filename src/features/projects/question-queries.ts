import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Question, QuestionKind } from './question.ts'

const choicesKept = z.array(z.strictObject({ key: z.string(), label: z.string() }))

/** What a project asks beside what every request says, in its order. */
export const questionsOfProject = async (db: Reader, projectId: string): Promise<readonly Question[]> => {
  const rows = await db
    .selectFrom('project_questions')
    .select(['key', 'kind', 'label', 'hint', 'is_required', 'choices'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind as QuestionKind,
    label: row.label,
    hint: row.hint,
    isRequired: row.is_required,
    choices: stored(choicesKept, row.choices, 'the choices of a question'),
  }))
}
