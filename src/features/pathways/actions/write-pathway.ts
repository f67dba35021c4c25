import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { markOf } from '../../../platform/versions.ts'
import { mayWritePathways } from '../policy.ts'
import { keysTaken, publicPathway, stagesInUse, workingPathway } from '../queries.ts'
import { insertPathwayVersion, lockPathways, makePathwayPublic } from '../store.ts'
import {
  keyOf,
  type PathwayVersionAct,
  stagesAsTyped,
  stagesRefusal,
  type TypedStage,
  type WrittenPathway,
} from '../written-pathway.ts'

const begin = async (tx: Transaction, context: Context): Promise<void> => {
  if (!mayWritePathways(context.actor)) throw new Forbidden('Only the national team writes pathways')
  await lockPathways(tx)
}

type Version = { id: string; number: number; act: PathwayVersionAct; content: WrittenPathway; note?: string | null }

const keep = async (tx: Transaction, context: Context, version: Version): Promise<void> => {
  const { id, number, act, content, note = null } = version
  await insertPathwayVersion(tx, { id, number, act, content, note, at: context.now })
  await record(tx, context, {
    name: `pathway.${act}`,
    subject: { type: 'pathway', id },
    particulars: { version: number, ...(note ? { note } : {}) },
  })
}

const requireUsedStages = async (tx: Transaction, id: string, { stages }: WrittenPathway): Promise<void> => {
  const gone = (await stagesInUse(tx, id)).filter((used) => stages.every((stage) => stage.id !== used.id))
  const [first] = gone
  if (!first) return
  throw new Refused(
    `${first.name} cannot be removed: ${first.records} stage records of schools and ${first.projects} projects name it. It can be renamed and moved.`,
  )
}

export type PathwayTyped = { readonly name: string; readonly phase: string; readonly stages: readonly TypedStage[] }

/** Writes a pathway in a draft, new or as it stands. `mark` is that of the text the form was opened with. */
export const writePathway = (
  context: Context,
  input: { id: string; typed: PathwayTyped; mark: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    await begin(tx, context)
    const { id, typed, mark } = input
    const working = await workingPathway(tx, id)
    const taken = await keysTaken(tx, id)
    const { name, phase } = typed
    const known = working?.pathway ?? { key: keyOf(name, taken.pathways), name, phase, stages: [] }
    const content = {
      key: known.key,
      name,
      phase,
      stages: stagesAsTyped({ ...known, phase }, typed.stages, taken.stages),
    }
    // The same form sent twice is one change.
    if (working && markOf(content) === markOf(working.pathway)) return
    if (markOf(working?.pathway) !== mark)
      throw new Conflict('A colleague has changed this pathway since you opened the page.')
    const refusal = stagesRefusal(content.stages)
    if (refusal) throw new Refused(refusal)
    await requireUsedStages(tx, id, content)
    const act = working?.isDraft ? 'changed' : 'drafted'
    await keep(tx, context, { id, number: (working?.version ?? 0) + 1, act, content })
  })

const requireDraft = async (tx: Transaction, context: Context, { id, mark }: { id: string; mark: string }) => {
  await begin(tx, context)
  const working = found(await workingPathway(tx, id))
  if (!working.isDraft) throw new Refused('There is no draft of this pathway: what is written of it is public.')
  if (markOf(working.pathway) !== mark)
    throw new Conflict('A colleague has changed the draft since you opened the page. See below what it says now.')
  return working
}

/** Publishes the draft of a pathway. Records of stages stand as they are: a stage keeps what names it under whatever name. */
export const publishPathway = (
  context: Context,
  input: { id: string; mark: string; note: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { pathway, isPublic, version } = await requireDraft(tx, context, input)
    if (isPublic && input.note === null) throw new Refused('Say what the correction changes')
    await requireUsedStages(tx, input.id, pathway)
    await makePathwayPublic(tx, input.id, pathway)
    const act = isPublic ? 'corrected' : 'published'
    await keep(tx, context, { id: input.id, number: version + 1, act, content: pathway, note: input.note })
  })

/** Lets the draft of a pathway go: what is public stays; one that never was is there no more. */
export const discardPathwayDraft = (context: Context, input: { id: string; mark: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { pathway, version } = await requireDraft(tx, context, input)
    const content = (await publicPathway(tx, input.id)) ?? pathway
    await keep(tx, context, { id: input.id, number: version + 1, act: 'discarded', content })
  })
