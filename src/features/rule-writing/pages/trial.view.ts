import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { answerTag } from '../../criteria/index.ts'
import type { HubOnTrial, Outcome, RequestOnTrial } from '../trying.ts'

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

/** What trying rules came to: numbers first, then whose verdict would change and why. */
export const trialView = ({ sum, hubs }: Outcome): Html =>
  html`<p class="govuk-body-l">${inWords(sum)}</p>
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
    rows: [...hubs.map(rowOf), ...(hubs.length > 1 ? [rowOf(sum)] : [])],
    firstCellIsHeader: true,
  }),
)}
${sum.changed.length > 0 && html`<h2 class="govuk-heading-m">Whose verdict would change, and why</h2>${hubs.map(ofHub)}`}`
