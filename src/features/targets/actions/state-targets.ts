import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { mayStateTargets } from '../policy.ts'
import { plansOf } from '../queries.ts'
import { deleteTarget, lockProjectToPlan, upsertTarget } from '../store.ts'
import { markOf, type Planned, planRefusal } from '../target.ts'

/** What is planned for one hub: null for no plan. `mark` is that of the plan which whoever states it has seen. */
export type Stated = { readonly hubId: string; readonly planned: Planned | null; readonly mark: string }

type Change = { readonly hubId: string; readonly before: Planned | null; readonly planned: Planned | null }

const requireFresh = (stated: readonly Stated[], plans: ReadonlyMap<string, Planned>): void => {
  const overtaken = stated.some(({ hubId, mark, planned }) => {
    const now = markOf(plans.get(hubId) ?? null)
    return now !== mark && now !== markOf(planned)
  })
  if (overtaken) throw new Conflict('Somebody else has changed a target since you opened this page.')
}

const requirePossible = async (tx: Transaction, { hubId, planned }: Change): Promise<void> => {
  if (planned === null) return
  const refusal = planRefusal(planned)
  if (refusal) throw new Refused(`${refusal}.`)
  if (!(await isOpenHub(tx, hubId))) throw new Refused('A hub that has closed plans nothing more.')
}

const nameOf = ({ before, planned }: Change) => {
  if (planned === null) return 'target.removed'
  return before === null ? 'target.stated' : 'target.changed'
}

/** Writes one change of a plan and tells it; for actions that have locked the project and asked who may. */
export const saveTarget = async (
  tx: Transaction,
  context: Context,
  change: Change & { readonly projectId: string },
): Promise<void> => {
  await requirePossible(tx, change)
  const { hubId, projectId, planned, before } = change
  const id = planned
    ? await upsertTarget(tx, { hubId, projectId, planned, now: context.now })
    : await deleteTarget(tx, hubId, projectId)
  if (id === null) return
  await record(tx, context, {
    name: nameOf(change),
    subject: { type: 'target', id },
    also: [
      { type: 'project', id: projectId },
      { type: 'hub', id: hubId },
    ],
    particulars: { hubId, before: before && { ...before }, planned: planned && { ...planned } },
  })
}

/** States what hubs plan for a project: those whose plan differs are changed, all of them or none. Gives how many were. */
export const stateTargets = (
  context: Context,
  input: { projectId: string; stated: readonly Stated[] },
): Promise<number> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProjectToPlan(tx, input.projectId))
    if (!mayStateTargets(context.actor, project.hubId))
      throw new Forbidden('The national team states targets, and a lead of a hub those of its own projects')
    if (project.hubId !== null && input.stated.some(({ hubId }) => hubId !== project.hubId))
      throw new Refused('This project is one hub’s own: no other hub plans it.')
    if (project.status !== 'published' && project.status !== 'closed')
      throw new Refused('Targets are stated for projects that are published.')
    const plans = await plansOf(tx, project.id)
    requireFresh(input.stated, plans)
    const changes = input.stated
      .map(({ hubId, planned }) => ({ hubId, planned, before: plans.get(hubId) ?? null }))
      .filter(({ before, planned }) => markOf(before) !== markOf(planned))
    for (const change of changes) await saveTarget(tx, context, { ...change, projectId: project.id })
    return changes.length
  })
