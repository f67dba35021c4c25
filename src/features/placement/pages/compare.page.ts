import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { inputsOf } from '../kept-queries.ts'
import { isOpening } from '../opening.ts'
import { namesOfGroups, type ProposalSeen, proposalsOf, runAtHub } from '../run-queries.ts'
import { runOf } from './asking.page.ts'
import { compareView, type Difference } from './compare.view.ts'

const whereIn = (
  proposals: readonly ProposalSeen[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, { organisation: string; group: string }> =>
  new Map(
    proposals.map(({ interestId, organisation, groupId }) => [
      interestId,
      { organisation, group: groupId === null ? 'No place' : (names.get(groupId) ?? 'A group that is over') },
    ]),
  )

/** Two placements of the same offer side by side. */
export const showCompared: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const { db } = request.context
  const other = found(await runAtHub(db, request.params['other'] ?? '', hub.id))
  if (other.offerId !== run.offerId) return found<never>(null)
  const [ownProposals, otherProposals, ...inputs] = await Promise.all([
    proposalsOf(db, run.id),
    proposalsOf(db, other.id),
    inputsOf(db, run.id),
    inputsOf(db, other.id),
  ])
  const groupIds = [...ownProposals, ...otherProposals].flatMap(({ groupId }) => groupId ?? [])
  const names = new Map([
    ...inputs.flatMap((each) => each?.groups.map(({ id, name }) => [id, name] as const) ?? []),
    ...(await namesOfGroups(
      db,
      groupIds.filter((id) => !isOpening(id)),
    )),
  ])
  const [mine, theirs] = [whereIn(ownProposals, names), whereIn(otherProposals, names)]
  const all = [...new Set([...mine.keys(), ...theirs.keys()])]
  const pairs = all.map(
    (id): Difference => ({
      organisation: mine.get(id)?.organisation ?? theirs.get(id)?.organisation ?? '',
      one: mine.get(id)?.group ?? 'Did not ask',
      other: theirs.get(id)?.group ?? 'Did not ask',
    }),
  )
  const differences = pairs
    .filter((each) => each.one !== each.other)
    .toSorted((a, b) => a.organisation.localeCompare(b.organisation))
  return page(
    compareView(request.frame, {
      hub,
      offerTitle: run.offerTitle,
      one: run,
      other,
      differences,
      same: pairs.length - differences.length,
    }),
  )
}
