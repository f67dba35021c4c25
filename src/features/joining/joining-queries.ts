import type { Context } from '../../platform/context.ts'
import { academicYearOf } from '../../vocabulary/academic-year.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import { type Asker, inSum, verdictsOfOffers } from '../criteria/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { allPathways, type Pathway } from '../projects/index.ts'
import { type StageRecordSeen, stageRecordsOf } from '../stages/index.ts'
import { type Board, type From, standingTo } from './board.ts'
import { boardFrom } from './board-queries.ts'
import { type Answered, type Candidate, candidatesOf, type Entry, entriesOf } from './entries.ts'
import type { Workplace } from './for-you.ts'
import { stageMarks } from './next-stage.ts'

/** Who asks what can be joined: an organisation, or somebody who says only where they work; and from where. */
export type Asking = {
  readonly who: Organisation | { readonly workplace: Workplace | null }
  readonly from: From
  readonly withHistory: boolean
}

const isOrganisation = (who: Asking['who']): who is Organisation => 'id' in who

const askerOf = ({ who, withHistory }: Asking): Asker =>
  isOrganisation(who) ? { organisationId: who.id, withHistory } : { phase: who.workplace }

/** Providers of teacher training are told of what is for them; what is for schools alone would be a long list of noes. */
const isForThem = ({ who }: Asking, { project, offers }: Candidate): boolean => {
  const isProvider = isOrganisation(who) ? who.kind === 'itt_provider' : who.workplace === 'itt'
  return (project.audiences.length > 0 || !isProvider) && (offers.length > 0 || project.hubId === null)
}

const nothing: Answered = { verdicts: [], ...inSum([]), forPost: 'open', first: [] }

type Known = { readonly pathways: readonly Pathway[]; readonly records: readonly StageRecordSeen[] | null }

const marksOf = ({ pathways, records }: Known) => (records ? stageMarks(pathways, records) : new Map())

/** How everything on the board stands to each of several askers, in a fixed number of questions. */
export const entriesForAll = async (
  context: Context,
  {
    board,
    askers,
    post,
  }: { readonly board: Board; readonly askers: readonly Asking[]; readonly post: PostKind | null },
): Promise<readonly (readonly Entry[])[]> => {
  const today = context.today.toString()
  const each = askers.map((asking) =>
    candidatesOf(board, standingTo(board, asking.from, today)).filter((one) => isForThem(asking, one)),
  )
  const asked = new Map(
    each.flat().map(({ key, project, theme, ownOfferId, offers }) => [
      key,
      {
        key,
        projectId: project.id,
        themeId: theme?.id ?? null,
        hubId: offers[0]?.hub.id ?? null,
        offerId: ownOfferId,
      },
    ]),
  )
  const [answers, pathways, records] = await Promise.all([
    verdictsOfOffers(context, { askers: askers.map(askerOf), post, offers: [...asked.values()] }),
    allPathways(context.db),
    Promise.all(
      askers.map(({ who, withHistory }) =>
        withHistory && isOrganisation(who) ? stageRecordsOf(context.db, who.id) : null,
      ),
    ),
  ])
  const stageNames = new Map(pathways.flatMap(({ stages }) => stages.map(({ key, name }) => [key, name])))
  return each.map((candidates, at) => {
    const marks = marksOf({ pathways, records: records[at] ?? null })
    const withHistory = askers[at]?.withHistory ?? false
    const toJudge = candidates.map((candidate) => {
      const answer = answers[at]?.get(candidate.key)
      const answered = answer ? { ...answer, ...inSum(answer.verdicts) } : nothing
      const mark = candidate.project.stageId ? (marks.get(candidate.project.stageId) ?? null) : null
      return { candidate, answered, mark, withHistory }
    })
    return entriesOf(toJudge, stageNames)
  })
}

/** The same for one. */
export const entriesFor = async (
  context: Context,
  asking: Asking,
  post: PostKind | null,
): Promise<readonly Entry[]> => {
  const board = await boardFrom(context.db, academicYearOf(context.today))
  const [entries = []] = await entriesForAll(context, { board, askers: [asking], post })
  return entries
}
