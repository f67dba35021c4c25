import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { pager } from '../../../ui/components/pager.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { emptyForm, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, localDate } from '../../../vocabulary/local-time.ts'
import { type ReadLine, readsTable } from '../../reads/index.ts'

type ReportAsked = {
  readonly id: string
  readonly asked_at: Temporal.Instant
  readonly made_at: Temporal.Instant | null
  readonly records: number | null
  readonly asked_by: string
  readonly isOwn: boolean
}

type OwnData = {
  readonly held: readonly { readonly called: string; readonly purpose: string; readonly rows: number }[]
  readonly reports: readonly ReportAsked[]
  readonly openErasure: { readonly asked_at: Temporal.Instant } | null
  readonly reads: readonly ReadLine[]
  readonly readsTotal: number
}

const here = [{ text: 'Your account', href: '/account' }]

const reportFiles = (report: ReportAsked): Html => {
  const when = formatDate(localDate(report.asked_at))
  return html`<a class="govuk-link" href="/account/data/${report.id}.pdf">PDF<span class="govuk-visually-hidden"> of ${when}</span></a>, <a class="govuk-link" href="/account/data/${report.id}.json">file for programs (JSON)<span class="govuk-visually-hidden"> of ${when}</span></a>`
}

const reports = (all: readonly ReportAsked[]): Html =>
  all.length === 0
    ? html`<p class="govuk-body">You have not asked for it yet.</p>`
    : table({
        stacks: true,
        caption: 'Reports about you',
        captionClasses: 'govuk-visually-hidden',
        head: ['Asked', 'By', 'Records', 'Report'],
        rows: all.map((report) => [
          formatInstant(report.asked_at),
          report.isOwn ? 'You' : report.asked_by,
          report.records === null ? '' : String(report.records),
          report.made_at ? reportFiles(report) : 'Being made. We mail you when it is ready.',
        ]),
      })

/** Everything that is held about whoever is signed in: how much, why, and how to get it. */
export const ownDataView = (frame: Frame, own: OwnData): Html =>
  layout(
    frame,
    { title: 'What is held about you', breadcrumbs: [...here, { text: 'Your data' }], unlisted: true },
    html`<h1 class="govuk-heading-l">What is held about you</h1>
<p class="govuk-body">This is all of it, by kind. <a class="govuk-link" href="/privacy">Why it is kept, who sees it and how long</a> is in the privacy notice.</p>
${table({
  stacks: true,
  caption: 'What is held about you, by kind',
  captionClasses: 'govuk-visually-hidden',
  head: ['What', 'Why', { text: 'Records', format: 'numeric' }],
  rows: own.held.map(({ called, purpose, rows }) => [called, purpose, { text: String(rows), format: 'numeric' }]),
})}
<h2 class="govuk-heading-m" id="report">Get all of it</h2>
<p class="govuk-body">A report with every record, in words, with the history about you and who has read it. Only you can open it, signed in. It is deleted after a month.</p>
${reports(own.reports)}
<form method="post" action="/account/data/report">${button({ text: 'Make a report', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Who has read about you</h2>
${own.reads.length === 0 ? html`<p class="govuk-body">Nobody but you, as far as it is recorded.</p>` : readsTable(own.reads)}
${own.readsTotal > own.reads.length ? html`<p class="govuk-body"><a class="govuk-link" href="/account/data/reads">All ${own.readsTotal} times</a></p>` : ''}
<h2 class="govuk-heading-m">Be erased</h2>
<p class="govuk-body">${own.openErasure ? `You asked to be erased on ${formatDate(localDate(own.openErasure.asked_at))}. ` : ''}<a class="govuk-link" href="/account/data/erase">${own.openErasure ? 'See where it stands' : 'Ask to be erased'}</a></p>`,
  )

type Reads = {
  readonly rows: readonly ReadLine[]
  readonly total: number
  readonly shown: number
  readonly pageSize: number
}

export const ownReadsView = (frame: Frame, { rows, total, shown, pageSize }: Reads): Html =>
  layout(
    frame,
    {
      title: 'Who has read about you',
      breadcrumbs: [...here, { text: 'Your data', href: '/account/data' }, { text: 'Who has read about you' }],
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Who has read about you</h1>
<p class="govuk-body">Each time somebody other than you opened a record with your personal data, or took it out.</p>
${rows.length === 0 ? html`<p class="govuk-body">Nobody but you, as far as it is recorded.</p>` : readsTable(rows)}
${pager({ page: shown, pageSize, total, noun: 'times', href: (next) => `/account/data/reads?page=${next}` })}`,
  )

type Erase = {
  readonly obstacles: readonly { readonly obstacle: string; readonly first: string }[]
  readonly open: { readonly asked_at: Temporal.Instant; readonly asked_by: string } | null
}

const waiting = ({ open }: Erase): Html =>
  html`${insetText(`This was asked for on ${open ? formatDate(localDate(open.asked_at)) : ''} by ${open?.asked_by ?? ''}. Somebody of the national team decides within a month; you are told by mail if it is refused.`)}
<form method="post" action="/account/data/erase/withdraw">${button({ text: 'Take the request back', classes: 'govuk-button--secondary' })}</form>`

const asking = (): Html =>
  html`${warningText('An erasure cannot be undone.')}
<form method="post" action="/account/data/erase" novalidate>
${textArea(emptyForm, { name: 'reason', label: 'Why (optional)', hint: 'You need not give a reason.', rows: 3 })}
${button({ text: 'Ask to be erased', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`

/** What erasure does, what has to be done first, and asking for it. */
export const eraseView = (frame: Frame, erase: Erase): Html =>
  layout(
    frame,
    {
      title: 'Be erased',
      breadcrumbs: [...here, { text: 'Your data', href: '/account/data' }, { text: 'Be erased' }],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Be erased</h1>
<p class="govuk-body">Your name, addresses, posts, what you wrote, mail to you, and every way to sign in are erased. Links in mails to you stop working, and your statements of participation are withdrawn.</p>
<p class="govuk-body">That somebody took part, came or answered stays counted, as an erased person. Backups made before are overwritten within the time your operator keeps them.</p>
${
  erase.obstacles.length > 0
    ? html`<h2 class="govuk-heading-m">To be done first</h2><ul class="govuk-list govuk-list--bullet">${erase.obstacles.map(({ obstacle, first }) => html`<li>${obstacle.replace('They take', 'You take').replace('They lead', 'You lead').replace('Their request', 'Your request')} ${first}</li>`)}</ul><p class="govuk-body">You can ask now; it is carried out when this is done.</p>`
    : ''
}
${erase.open ? waiting(erase) : asking()}
</div></div>`,
  )
