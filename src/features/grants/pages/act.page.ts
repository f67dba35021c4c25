import { found } from '../../../platform/errors.ts'
import { typedList } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { grantActOfHub, grantIdsOfAct } from '../act-queries.ts'
import { approveGrants, undoApproval } from '../actions/approve-grants.ts'
import { isUndoable, mostAtOnce } from '../grant-act.ts'
import { type GrantSeen, grantOfHub } from '../queries.ts'
import { actView, previewView } from './act.view.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

const grantsOf = async (
  { context }: PageRequest,
  hubId: string,
  ids: readonly string[],
): Promise<readonly GrantSeen[]> =>
  (await Promise.all(ids.map((id) => grantOfHub(context.db, hubId, id))))
    .filter((grant) => grant !== null)
    .toSorted((one, other) => one.organisation.localeCompare(other.organisation))

const chosenOf = (request: PageRequest, hubId: string) =>
  grantsOf(request, hubId, [...new Set(typedList(request.body, 'grant').filter(isId))].slice(0, mostAtOnce))

/** What would be approved, by name and sum, and what would be left out: before anything is done. */
export const previewApproval: Page = async (request) => {
  const hub = await hubOf(request)
  const grants = await chosenOf(request, hub.id)
  if (grants.length === 0) return redirect(`/hub/${hub.slug}/grants?status=due&chosen=none`)
  const [planned, leftOut] = [
    grants.filter(({ status }) => status === 'due'),
    grants.filter(({ status }) => status !== 'due'),
  ]
  return page(previewView(request.frame, { hub, planned, leftOut }))
}

export const carryOutApproval: Page = async (request) => {
  const hub = await hubOf(request)
  const grantIds = (await chosenOf(request, hub.id)).map(({ id }) => id)
  if (grantIds.length === 0) return redirect(`/hub/${hub.slug}/grants?status=due&chosen=none`)
  const { actId } = await approveGrants(request.context, { hubId: hub.id, grantIds })
  return redirect(`/hub/${hub.slug}/grants/approved/${actId}`)
}

const actOf = async ({ context, params }: PageRequest, hubId: string) => {
  const id = params['approved'] ?? ''
  return found(isId(id) ? await grantActOfHub(context.db, hubId, id) : null)
}

export const showApproval: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const act = await actOf(request, hub.id)
  const undone = query.get('undone')
  return page(
    actView(frame, {
      hub,
      act,
      grants: await grantsOf(request, hub.id, await grantIdsOfAct(context.db, act.id)),
      isUndoable: isUndoable(act, context.now) && isHubLead(context.actor, hub.id),
      undone: undone === null ? null : Number(undone) || 0,
    }),
  )
}

export const undoHere: Page = async (request) => {
  const hub = await hubOf(request)
  const act = await actOf(request, hub.id)
  const { undone } = await undoApproval(request.context, { hubId: hub.id, actId: act.id })
  return redirect(`/hub/${hub.slug}/grants/approved/${act.id}?undone=${undone}`)
}
