import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { errorMessage } from '../../../ui/components/error-message.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, localDate } from '../../../vocabulary/local-time.ts'
import {
  outcomes as allOutcomes,
  type Counts,
  countOf,
  daysRowsAreKept,
  type Import,
  importStatusLabels,
  importTones,
  isChangeable,
  type Outcome,
} from '../import.ts'
import { decideForms, type LetterSeen } from './import-decide.view.ts'
import { type RowSeen, rowsTable } from './import-rows.view.ts'
import { crumbs, type HubSeen, kindWords } from './imports.view.ts'

export type ImportPage = {
  readonly hub: HubSeen
  readonly spreadsheet: Import
  readonly base: string
  readonly counts: Counts
  readonly rows: readonly RowSeen[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly outcomes: readonly Outcome[] | null
  readonly offer: string | null
  readonly letter: LetterSeen | null
  readonly history: readonly {
    readonly sentence: string
    readonly occurredAt: Temporal.Instant
    readonly actorName: string | null
  }[]
  readonly form: FormState
}

const rowsInAll = (counts: Counts): number => countOf(counts, ...allOutcomes)
const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const sentences: Readonly<Record<Import['status'], (shown: ImportPage) => string>> = {
  matching: () => 'Say what its columns mean.',
  preparing: ({ counts }) =>
    `${counted(rowsInAll(counts), 'row is', 'rows are')} being read. You can leave this page and come back to it.`,
  settling: ({ counts }) =>
    `${counted(countOf(counts, 'waiting'), 'row waits', 'rows wait')} until you say which school is meant. Nothing is written yet.`,
  ready: ({ counts }) =>
    `${counted(countOf(counts, 'new', 'changed'), 'row', 'rows')} can be imported. Nothing is written yet.`,
  running: ({ spreadsheet, counts }) =>
    `${counted(spreadsheet.rowsDone, 'row is', 'rows are')} done, ${countOf(counts, 'new', 'changed')} to go. You can leave this page and come back to it.`,
  finished: ({ counts }) =>
    `${counted(countOf(counts, 'made', 'added'), 'row was', 'rows were')} imported, ${countOf(counts, 'here')} ${countOf(counts, 'here') === 1 ? 'was' : 'were'} already here, ${countOf(counts, 'refused')} refused.`,
  undoing: ({ spreadsheet }) =>
    `${counted(spreadsheet.rowsDone, 'row is', 'rows are')} taken back. You can leave this page and come back to it.`,
  undone: () => 'What nobody had touched since was taken back. The rows below say what was left.',
  discarded: () => 'It was thrown away with its rows; nothing was written of it.',
}

const figuresBefore = (base: string, counts: Counts, kind: Import['kind']): Html => {
  const figure = (label: string, definition: string, ...which: readonly Outcome[]) => ({
    label,
    value: countOf(counts, ...which),
    definition,
    ...(countOf(counts, ...which) > 0 ? { href: `${base}?outcome=${which.join('+')}#rows` } : {}),
  })
  return statFigures([
    figure('New', kind === 'interest' ? 'Make a request' : 'Become known', 'new', 'made'),
    figure(
      'Changed',
      kind === 'interest' ? 'Join a request that is here' : 'Known, with a new post',
      'changed',
      'added',
    ),
    figure('The same', 'Already here: nothing is done', 'same', 'here'),
    figure('To decide', 'Wait for you to say which school is meant', 'waiting'),
    figure('Refused', 'Come back to you as a file, with the reason', 'refused'),
    figure('Left out', 'By their status, or as you decided', 'left_out'),
  ])
}

const isUnderWay = ({ status }: Import): boolean =>
  status === 'preparing' || status === 'running' || status === 'undoing'

const stateLine = (shown: ImportPage): Html => {
  const { spreadsheet } = shown
  const line = html`${statusTag(importStatusLabels[spreadsheet.status], importTones[spreadsheet.status])} ${sentences[spreadsheet.status](shown)}`
  return isUnderWay(spreadsheet) ? html`<span data-under-way role="status">${line}</span>` : line
}

const actionsOf = ({ spreadsheet, base, counts }: ImportPage): readonly Html[] => {
  const quiet = 'govuk-button--secondary'
  if (isUnderWay(spreadsheet)) return [button({ text: 'Look again', href: base })]
  const refused = countOf(counts, 'refused', 'waiting')
  const schools = button({ text: 'Decide which schools are meant', href: `${base}/schools` })
  const file = button({ text: 'Download the refused rows', href: `${base}/refused.csv`, classes: quiet })
  const columns = button({ text: 'Change the columns', href: `${base}/columns`, classes: quiet })
  return [
    ...(spreadsheet.status === 'settling' ? [schools] : []),
    ...(isChangeable(spreadsheet.status) ? [columns] : []),
    ...(spreadsheet.status === 'ready'
      ? [button({ text: 'Look at the schools', href: `${base}/schools?show=all`, classes: quiet })]
      : []),
    ...(refused > 0 && spreadsheet.rowsDeletedAt === null ? [file] : []),
  ]
}

const keptUntil = ({ rowsDeletedAt, finishedAt, undoneAt, createdAt }: Import): Html => {
  if (rowsDeletedAt)
    return html`<p class="govuk-body">The rows of this file were deleted on ${formatDate(localDate(rowsDeletedAt))}; their numbers stay.</p>`
  const until = localDate(undoneAt ?? finishedAt ?? createdAt).add({ days: daysRowsAreKept })
  return html`<p class="govuk-body">The rows of this file are kept until ${formatDate(until)} and then deleted; their numbers stay.</p>`
}

/** One import, from what it will do to what it did. */
export const importView = (frame: Frame, shown: ImportPage): Html => {
  const { hub, spreadsheet, base, counts, form } = shown
  return layout(
    frame,
    {
      title: spreadsheet.fileName,
      breadcrumbs: crumbs(hub, { text: spreadsheet.fileName }),
      errors: form.errors,
      wide: true,
      unlisted: true,
      ...(isUnderWay(spreadsheet) ? { scripts: ['look-again'] } : {}),
    },
    html`${actionBar({
      title: spreadsheet.fileName,
      caption: [kindWords[spreadsheet.kind], shown.offer, `uploaded on ${formatInstant(spreadsheet.createdAt)}`]
        .filter(Boolean)
        .join(', '),
      text: stateLine(shown),
      actions: actionsOf(shown),
    })}
${form.errors.map(({ message }) => html`<div id="tells">${errorMessage({ text: message })}</div>`)}
${spreadsheet.status !== 'discarded' && figuresBefore(base, counts, spreadsheet.kind)}
${decideForms(shown)}
${spreadsheet.status !== 'discarded' && rowsTable(shown)}
${keptUntil(spreadsheet)}
<h2 class="govuk-heading-m">History</h2>
${timeline(
  shown.history.map((event) => ({
    title: event.sentence,
    when: formatInstant(event.occurredAt),
    datetime: event.occurredAt.toString(),
    by: event.actorName ?? 'the service itself',
  })),
)}`,
  )
}
