import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { inputsOf, placedIn } from '../../placement/index.ts'
import {
  type Applicant,
  type Assignment,
  bestPlacement,
  type Instance,
  NoPlacement,
} from '../../placement-solving/index.ts'
import { type Change, changesFor, othersIn, type Tried, withChange } from '../change.ts'
import { keepExplanation } from '../store.ts'

/** What one change leads to, by solving with it; null when it leads to no placement at all. */
export const tryChange = async (
  instance: Instance,
  before: Assignment,
  applicant: Applicant,
  change: Change,
): Promise<Tried | null> => {
  const changed = withChange(instance, before, applicant, change)
  try {
    const { assignment: after } = await bestPlacement(changed)
    return { ...change, isPlaced: after.has(applicant.id), others: othersIn(changed, { before, after }, applicant.id) }
  } catch (problem) {
    if (problem instanceof NoPlacement) return null
    throw problem
  }
}

/** Tries the changes for one who is left out; of more and more places in a group no more than it takes. */
export const tryChanges = async (
  instance: Instance,
  before: Assignment,
  applicant: Applicant,
): Promise<readonly Tried[]> => {
  const tried: Tried[] = []
  for (const change of changesFor(instance, before, applicant)) {
    const done =
      change.kind === 'places' &&
      tried.some((each) => each.isPlaced && each.kind === 'places' && each.groupId === change.groupId)
    const result = done ? null : await tryChange(instance, before, applicant, change)
    if (result) tried.push(result)
  }
  return tried
}

/** Works out what one change would place somebody whom a proposal left out. Safe to run twice. */
export const explainOne = async (context: Context, of: { runId: string; interestId: string }): Promise<void> => {
  const instance = await inputsOf(context.db, of.runId)
  const applicant = instance?.applicants.find(({ id }) => id === of.interestId)
  if (!instance || !applicant) return
  const before = new Map(Object.entries(await placedIn(context.db, of.runId)))
  const tried = await tryChanges(instance, before, applicant)
  await transaction(context, async (tx, context) => {
    if (!(await keepExplanation(tx, { ...of, now: context.now }, tried))) return
    await record(tx, context, {
      name: 'placement.explained',
      subject: { type: 'placement', id: of.runId },
      particulars: {
        interestId: of.interestId,
        tried: tried.length,
        placing: tried.filter((each) => each.isPlaced).length,
      },
    })
  })
}
