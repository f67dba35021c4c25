import { found, NotFound } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { happenedTo } from '../../../platform/history.ts'
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
type Ticks = ReadonlyMap<string, Tick>

// Who ticked a point, and when, is told by the history; what happened last holds.
const ticksOf = async ({ context }: PageRequest, drafts: readonly DraftToReview[]): Promise<Ticks> => {
  const ticked = drafts.filter(({ kept }) => kept.some(({ tickedAt }) => tickedAt !== null))
  const ids = ticked.map(({ id }) => id)
  const events = await happenedTo(context.db, { type: 'project', ids, name: 'review.ticked' })
  return new Map(
    events
      .toReversed()
      .map(({ subject, particulars, actorName, occurredAt }) => [
        `${subject.id} ${String(particulars['key'])}`,
        { by: actorName, at: occurredAt },
      ]),
  )
}

const shownOf = (draft: DraftToReview, ticks: Ticks) => {
  const points = standingOf(draft.kept, draft.points).map((point) => ({
    ...point,
    tick: point.standing === 'ticked' ? (ticks.get(`${draft.id} ${point.key}`) ?? null) : null,
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
  const [ticks, layout] = await Promise.all([ticksOf(request, drafts), layoutPoints(request, year)])
  const shown = drafts.map((draft) => shownOf(draft, ticks))
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
