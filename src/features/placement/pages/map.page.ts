import { type Page, page } from '../../../platform/http/routes.ts'
import { inputsOf } from '../kept-queries.ts'
import { asMade, openedBy } from '../opening-queries.ts'
import { proposalsOf } from '../run-queries.ts'
import { runOf } from './asking.page.ts'
import { mapView } from './map.view.ts'

/** Where everybody comes from and goes to, in all groups or in one of them, and who has no place. */
export const showMap: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const { db } = request.context
  const [proposals, inputs, opened] = await Promise.all([
    proposalsOf(db, run.id),
    inputsOf(db, run.id),
    openedBy(db, run.id),
  ])
  const where = new Map((inputs?.applicants ?? []).map(({ id, at }) => [id, at]))
  const groups = asMade(inputs?.groups ?? [], opened).filter(
    ({ id, isNew }) => !isNew || proposals.some(({ groupId }) => groupId === id),
  )
  const schools = proposals.map((proposal) => ({ ...proposal, at: where.get(proposal.interestId) ?? null }))
  return page(
    mapView(request.frame, {
      hub,
      run,
      groups: groups.map((group, at) => ({
        id: group.id,
        number: at + 1,
        name: group.name,
        at: group.at,
        schools: schools.filter(({ groupId }) => groupId === group.id),
      })),
      left: schools.filter(({ groupId }) => groupId === null),
      shown: request.query.get('group') ?? '',
    }),
  )
}
