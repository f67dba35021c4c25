import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import {
  type AcademicYear,
  academicYear,
  previousYear,
  yearLabel,
  yearSlug,
} from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { kindLabels, type Point, type PointSeen } from '../attention.ts'
import { around } from './roll-over.view.ts'

type Shown = PointSeen & { readonly tick: { readonly by: string | null; readonly at: Temporal.Instant } | null }
type Draft = {
  readonly id: string
  readonly title: string
  readonly code: string | null
  readonly status: string
  readonly earlier: { readonly title: string; readonly year: number } | null
  readonly points: readonly Shown[]
}
type Review = {
  readonly year: AcademicYear
  readonly drafts: readonly Draft[]
  readonly layout: readonly Point[]
  readonly all: boolean
}

const openOf = ({ points }: Draft): number => points.filter(({ standing }) => standing === 'open').length

const ticking = (review: Review, draft: Draft, point: Shown): Html => {
  const done = point.standing === 'open'
  return html`<form method="post" action="/network/years/${yearSlug(review.year)}/review/${draft.id}" novalidate>${hiddenField('key', point.key)}${hiddenField('act', done ? 'done' : 'open')}${review.all && hiddenField('show', 'all')}${button(
    {
      text: html`${done ? 'Tick off' : 'Open again'}<span class="govuk-visually-hidden">: ${kindLabels[point.kind]}, ${point.place}, ${point.words}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    },
  )}</form>`
}

const standingCell = (review: Review, draft: Draft, point: Shown): Html => {
  if (point.standing === 'settled') return html`${statusTag('Settled', 'good')} It is so no more.`
  if (point.standing === 'open') return ticking(review, draft, point)
  const who = point.tick ? html` by ${point.tick.by ?? 'somebody'} on ${formatInstant(point.tick.at)}` : ''
  return html`${statusTag('Ticked off', 'good')}${who}${ticking(review, draft, point)}`
}

const draftPart = (review: Review, draft: Draft): Html => {
  const points = review.all ? draft.points : draft.points.filter(({ standing }) => standing === 'open')
  const open = openOf(draft)
  const earlier = draft.earlier && `continues ${draft.earlier.title} of ${yearLabel(academicYear(draft.earlier.year))}`
  return html`<section class="govuk-!-margin-bottom-7" id="draft-${draft.id}"><h2 class="govuk-heading-m"><a class="govuk-link" href="/network/projects/${draft.id}">${draft.title}${draft.code && ` (${draft.code})`}</a></h2>
<p class="govuk-body">${draft.status === 'draft' ? statusTag('Draft', 'waiting') : statusTag(draft.status === 'withdrawn' ? 'Withdrawn' : 'Public', draft.status === 'withdrawn' ? 'over' : 'good')} ${earlier}. ${open === 0 ? 'Nothing needs attention.' : `${open} ${open === 1 ? 'point needs' : 'points need'} attention.`}</p>
${
  points.length > 0 &&
  table({
    caption: `What to look at in ${draft.title}`,
    captionClasses: 'govuk-visually-hidden',
    stacks: true,
    head: ['What', 'Where', 'Words', 'Done'],
    rows: points.map((point) => [kindLabels[point.kind], point.place, point.words, standingCell(review, draft, point)]),
  })
}</section>`
}

const layoutPart = ({ year, layout }: Review): Html | string =>
  layout.length === 0
    ? ''
    : html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/network/years/${yearSlug(year)}">How the year is laid out</a></h2>
${table({
  caption: 'What to look at in the introductions of sections; mend them where the year is laid out',
  captionClasses: 'govuk-table__caption--s',
  stacks: true,
  head: ['What', 'Where', 'Words'],
  rows: layout.map(({ kind, place, words }) => [kindLabels[kind], place, words]),
})}`

/** The review list of a year: draft by draft, what may have become untrue with the year. */
export const reviewView = (frame: Frame, review: Review): Html => {
  const { year, drafts, all } = review
  const open = drafts.reduce((sum, draft) => sum + openOf(draft), 0)
  const points = drafts.flatMap((draft) => draft.points)
  const count = (standing: Shown['standing']) => points.filter((point) => point.standing === standing).length
  const address = `/network/years/${yearSlug(year)}/review`
  return layout(
    frame,
    {
      title: `Review list of ${yearLabel(year)}`,
      breadcrumbs: [...around, { text: `Review list of ${yearLabel(year)}` }],
      wide: true,
    },
    html`<h1 class="govuk-heading-l">Review list of ${yearLabel(year)}</h1>
<p class="govuk-body">What came over from ${yearLabel(previousYear(year))} and may be untrue now. Mend it in the draft, and it settles itself; or tick it off where it is right as it stands. New words are looked at as they are written.</p>
${
  drafts.length === 0
    ? emptyState({
        title: 'No draft of this year came from rolling a year over',
        text: `Roll ${yearLabel(previousYear(year))} over, and every draft is listed here with what needs attention.`,
      })
    : html`${statFigures([
        { label: 'Drafts', value: drafts.filter(({ status }) => status === 'draft').length },
        { label: 'To be looked at', value: open },
        { label: 'Ticked off', value: count('ticked') },
        { label: 'Settled', value: count('settled'), definition: 'By what was written since' },
      ])}
<p class="govuk-body"><a class="govuk-link" href="${all ? address : `${address}?show=all`}">${all ? 'Show only what is to be looked at' : 'Show what is done as well'}</a></p>
${layoutPart(review)}${drafts.map((draft) => draftPart(review, draft))}`
}`,
  )
}
