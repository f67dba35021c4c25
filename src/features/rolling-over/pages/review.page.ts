import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type AcademicYear, parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { workingLayout } from '../../years/index.ts'
import { tickPoint } from '../actions/tick-point.ts'
import { type Point, pointsInText, standingOf } from '../attention.ts'
import { isOpenYear } from '../queries.ts'
import { type DraftToReview, draftsToReview, draftToReview } from '../review-queries.ts'
import { reviewView } from './review.view.ts'

const yearAt = ({ params }: PageRequest): AcademicYear => found(parseAcademicYear(params['year'] ?? ''))

type Tick = { readonly by: string | null; readonly at: Temporal.Instant }

// Who ticked a point, and when, is told by the history; what happened last holds.
const ticksOf = async ({ context }: PageRequest, projectId: string): Promise<ReadonlyMap<string, Tick>> => {
  const ticked = (await historyOf(context.db, { type: 'project', id: projectId })).filter(
    ({ name }) => name === 'review.ticked',
  )
  return new Map(
    ticked
      .toReversed()
      .map((event) => [String(event.particulars['key']), { by: event.actorName, at: event.occurredAt }] as const),
  )
}

const shownOf = async (request: PageRequest, draft: DraftToReview) => {
  const hasTicks = draft.kept.some(({ tickedAt }) => tickedAt !== null)
  const ticks = hasTicks ? await ticksOf(request, draft.id) : new Map<string, Tick>()
  const points = standingOf(draft.kept, draft.points).map((point) => ({
    ...point,
    tick: point.standing === 'ticked' ? (ticks.get(point.key) ?? null) : null,
  }))
  const { id, title, code, status, earlier } = draft
  return { id, title, code, status, earlier, points }
}

// The introductions of the sections came over as well; they are written where the year is laid out, and settle themselves there.
const layoutPoints = async ({ context }: PageRequest, year: AcademicYear): Promise<readonly Point[]> => {
  if (!(await isOpenYear(context.db, year))) return []
  const { layout } = await workingLayout(context.db, year)
  return layout.sections.flatMap(({ title, introduction }) => pointsInText(title, introduction, year))
}

/** What of the drafts of a year still needs attention, and what somebody has looked at. */
export const showReview: Page = async (request) => {
  const year = yearAt(request)
  const drafts = await draftsToReview(request.context.db, year)
  const shown = []
  for (const draft of drafts) shown.push(await shownOf(request, draft))
  const layout = await layoutPoints(request, year)
  return page(reviewView(request.frame, { year, drafts: shown, layout, all: request.query.get('show') === 'all' }))
}

export const tick: Page = async (request) => {
  const year = yearAt(request)
  const { params, body, context } = request
  const id = params['project'] ?? ''
  const draft = found(isId(id) ? await draftToReview(context.db, id) : null)
  if (draft.year !== year) throw new NotFound('A draft of another year')
  const isDone = typedText(body, 'act') !== 'open'
  await tickPoint(context, { projectId: draft.id, key: typedText(body, 'key'), isDone })
  return redirect(
    `/network/years/${yearSlug(year)}/review${typedText(body, 'show') === 'all' ? '?show=all' : ''}#draft-${draft.id}`,
  )
}
