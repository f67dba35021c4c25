import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { answerTag } from '../../criteria/index.ts'
import { listOf, type PlaceOfWriting } from '../../project-writing/index.ts'
import type { HubOnTrial, RequestOnTrial } from '../trying.ts'

type Trial = {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly title: string
  readonly status: string
  readonly sum: HubOnTrial
  readonly hubs: readonly HubOnTrial[]
}

const number = (value: number) => ({ text: String(value), format: 'numeric' as const })

const rowOf = ({ hub, requests, before, after, changed }: HubOnTrial) => [
  { text: hub },
  number(requests),
  { text: `${before.yes} → ${after.yes}`, format: 'numeric' as const },
  { text: `${before.no} → ${after.no}`, format: 'numeric' as const },
  { text: `${before.not_yet_known} → ${after.not_yet_known}`, format: 'numeric' as const },
  number(changed.length),
]

const reason = ({ because, after }: RequestOnTrial): Html | false =>
  because !== null &&
  (after === 'yes'
    ? html`No longer in the way: ${because.sentence}`
    : html`${because.sentence}${because.against && html` ${because.against}`}${because.way && html` ${because.way}`}`)

const changedRows = (changed: readonly RequestOnTrial[]) =>
  changed.map((request) => [
    { text: request.organisation },
    { text: yearLabel(academicYear(request.year)) },
    { text: html`${answerTag(request.before)} → ${answerTag(request.after)}` },
    { text: html`${reason(request)}` },
  ])

const ofHub = ({ hub, changed }: HubOnTrial): Html | false =>
  changed.length > 0 &&
  details({
    summaryText: `${hub}: ${changed.length} would change`,
    open: changed.length <= 3,
    text: table({
      caption: `Requests at ${hub} that would change`,
      captionClasses: 'govuk-visually-hidden',
      head: ['Organisation', 'Year', 'Verdict', 'Why'].map((text) => ({ text })),
      rows: changedRows(changed),
      firstCellIsHeader: true,
      stacks: true,
    }),
  })

const inWords = ({ requests, changed }: HubOnTrial): string => {
  const of = requests === 1 ? 'the one request' : `${requests} requests`
  if (changed.length === 0) return `None of ${of} would get another verdict.`
  return `${changed.length} of ${of} would get another verdict.`
}

/** What would become of this and last year's requests under the rules that are written. */
export const tryView = (frame: Frame, { place, path, title, status, sum, hubs }: Trial): Html =>
  layout(
    frame,
    {
      title: `Try the rules: ${title}`,
      breadcrumbs: [
        place.home,
        listOf(place),
        { text: title, href: path },
        { text: 'Rules', href: `${path}/rules` },
        { text: 'Try them' },
      ],
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Try the rules</h1>
<p class="govuk-body">The rules as they are written ${status === 'published' ? 'in the correction' : 'in this draft'}, beside those by which each request was to be answered: of this project and of those it comes from, this year and last. By what is known today; nothing is changed by looking.</p>
${
  sum.requests === 0
    ? emptyState({
        title: 'No request to try them on',
        text: 'Nobody asked to join this project, or one that it comes from, this year or last. Say under its family line where it comes from.',
      })
    : html`<p class="govuk-body-l">${inWords(sum)}</p>
${scrollable(
  'Hub by hub',
  table({
    caption: 'Hub by hub: before → after',
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Hub' },
      ...['Requests', 'Yes', 'No', 'Not yet known', 'Would change'].map((text) => ({
        text,
        format: 'numeric' as const,
      })),
    ],
    rows: [...hubs.map(rowOf), rowOf(sum)],
    firstCellIsHeader: true,
  }),
)}
${sum.changed.length > 0 && html`<h2 class="govuk-heading-m">Whose verdict would change, and why</h2>${hubs.map(ofHub)}`}`
}
<p class="govuk-body"><a class="govuk-link" href="${path}/rules">Back to the rules</a></p>`,
  )
