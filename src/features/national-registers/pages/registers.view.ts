import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import {
  type ChangeKind,
  changeKinds,
  changeLabels,
  type ImportSeen,
  registerLabels,
  registers,
} from '../register-import.ts'
import { questionLabels, questionSentence, type RegisterQuestion } from '../register-question.ts'
import type { ChangeSeen } from '../said.ts'
import { labelOf } from '../schools-register.ts'
import { changesTable } from './changes.view.ts'

const picture = { text: 'National picture', href: '/network' }
const list = { text: 'National registers', href: '/network/registers' }

const inShort = ({ counts, register }: ImportSeen): string => {
  const told = changeKinds.filter((kind) => counts[kind] > 0)
  const what = told.map((kind) => `${changeLabels[kind].toLowerCase()} ${counts[kind].toLocaleString('en-GB')}`)
  if (register === 'providers' && counts.other > 0) what.push(`new partnerships ${counts.other}`)
  return what.length === 0 ? 'Nothing changed' : `${what.join(', ').replace(/^./, (letter) => letter.toUpperCase())}`
}

const importRow = (one: ImportSeen) => [
  html`<a class="govuk-link" href="/network/registers/${one.id}">${formatInstant(one.importedAt)}</a>`,
  registerLabels[one.register],
  { text: one.counts.rows.toLocaleString('en-GB'), format: 'numeric' as const },
  { text: one.counts.refused.toLocaleString('en-GB'), format: 'numeric' as const },
  inShort(one),
]

const lastRead = (latest: readonly ImportSeen[]): Html =>
  summaryList({
    rows: registers.map((register) => {
      const last = latest.find((one) => one.register === register)
      return {
        key: registerLabels[register],
        value: last
          ? html`Read ${formatInstant(last.importedAt)}. ${inShort(last)}.`
          : 'Not read yet. Send its file to have it read.',
        actions: last
          ? [
              {
                text: 'See what changed',
                href: `/network/registers/${last.id}`,
                visuallyHiddenText: `in ${registerLabels[register]}`,
              },
            ]
          : [],
      }
    }),
  })

// What two schools both take part in is decided where what they take part in is known.
const decidingAt = ({ id, kind }: RegisterQuestion): string =>
  kind.endsWith('_of_both') ? `/network/successions/${id}` : `/network/registers/questions/${id}`

const waiting = (questions: readonly RegisterQuestion[]): Html =>
  questions.length === 0
    ? emptyState({
        title: 'Nothing waits for a decision',
        text: 'What a register leaves open is listed here: a school that closed with nobody to follow, or with several.',
      })
    : table({
        caption: `${questions.length} ${questions.length === 1 ? 'question waits' : 'questions wait'} for a decision`,
        captionClasses: 'govuk-table__caption--m',
        head: ['What is open', 'Since', 'Decide'],
        rows: questions.map((question) => [
          html`${statusTag(questionLabels[question.kind], 'attention')} ${questionSentence(question)}`,
          formatInstant(question.raisedAt),
          html`<a class="govuk-link" href="${decidingAt(question)}">Decide<span class="govuk-visually-hidden"> about ${question.organisation?.name ?? question.about}</span></a>`,
        ]),
        stacks: true,
      })

export type Registers = {
  readonly latest: readonly ImportSeen[]
  readonly recent: readonly ImportSeen[]
  readonly questions: readonly RegisterQuestion[]
}

/** The national registers: when each was read, what differed, and what waits for a decision. */
export const registersView = (frame: Frame, { latest, recent, questions }: Registers): Html =>
  layout(
    frame,
    { title: 'National registers', breadcrumbs: [picture, { text: list.text }], wide: true },
    html`${actionBar({
      title: 'National registers',
      text: 'Schools, their links and the providers of teacher training, as the national registers know them.',
      actions: [
        button({ text: 'Read a register from a file', href: '/network/registers/files' }),
        button({ text: 'Find an organisation', href: '/network/organisations', classes: 'govuk-button--secondary' }),
      ],
    })}
<h2 class="govuk-heading-m">Last read</h2>${lastRead(latest)}
${waiting(questions)}
${
  recent.length > 0 &&
  table({
    caption: 'Every reading',
    captionClasses: 'govuk-table__caption--m',
    head: [
      'Read',
      'Register',
      { text: 'Rows', format: 'numeric' },
      { text: 'Refused', format: 'numeric' },
      'What changed',
    ],
    rows: recent.map(importRow),
    stacks: true,
  })
}`,
  )

export type OneImport = {
  readonly one: ImportSeen
  readonly changes: readonly ChangeSeen[]
  readonly counts: ReadonlyMap<ChangeKind, number>
  readonly kind: ChangeKind | null
  readonly page: number
  readonly pageSize: number
}

const kindLinks = ({ one, counts, kind }: OneImport): Html => {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const link = (to: ChangeKind | null, text: string, count: number) =>
    to === kind
      ? html`<strong>${text} (${count.toLocaleString('en-GB')})</strong> `
      : html`<a class="govuk-link" href="/network/registers/${one.id}${to && `?kind=${to}`}">${text} (${count.toLocaleString('en-GB')})</a> `
  return html`<p class="govuk-body">Show: ${link(null, 'All', all)}${changeKinds.filter((each) => counts.has(each)).map((each) => link(each, changeLabels[each], counts.get(each) ?? 0))}</p>`
}

const refusedTable = ({ id, refused, counts }: ImportSeen): Html | false =>
  refused.length > 0 &&
  html`${table({
    caption:
      counts.refused > refused.length
        ? `The first ${refused.length} of ${counts.refused.toLocaleString('en-GB')} refused rows`
        : 'Refused rows',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'Line', format: 'numeric' }, 'Number', 'Name', 'Reason'],
    rows: refused.map(({ line, sign, name, reason }) => [
      { text: line, format: 'numeric' as const },
      sign || 'None',
      name || 'None',
      reason,
    ]),
    stacks: true,
  })}<p class="govuk-body"><a class="govuk-link" href="/network/registers/${id}/refused.csv">Download the refused rows as CSV</a></p>`

const aboutImport = (one: ImportSeen): Html => {
  const fields = Object.entries(one.counts.fields).sort((a, b) => b[1] - a[1])
  const rows: readonly (readonly [string, string])[] = [
    ['File', one.fileName],
    ['Read by', one.by ?? 'The operator, at the command line'],
    [
      'Rows',
      `${one.counts.rows.toLocaleString('en-GB')}, of which ${one.counts.unchanged.toLocaleString('en-GB')} as before and ${one.counts.refused.toLocaleString('en-GB')} refused`,
    ],
    ['What happened', inShort(one)],
    ['What differed', fields.map(([fact, count]) => `${labelOf(fact)} (${count.toLocaleString('en-GB')})`).join(', ')],
    [
      'Known, not in the file',
      one.counts.not_in_file > 0
        ? `${one.counts.not_in_file.toLocaleString('en-GB')}; nothing was done about that`
        : '',
    ],
    ['Columns it did not have', one.counts.missing_columns.join(', ')],
    ['Warnings', one.forced ? 'Overruled' : ''],
  ]
  return summaryList({ rows: rows.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value })) })
}

/** One reading of a register, with everything that it changed. */
export const importView = (frame: Frame, shown: OneImport): Html => {
  const { one, changes, counts, kind, page, pageSize } = shown
  const title = `${registerLabels[one.register]}, ${formatInstant(one.importedAt)}`
  const total = kind === null ? [...counts.values()].reduce((sum, count) => sum + count, 0) : (counts.get(kind) ?? 0)
  const query = (next: number) => `/network/registers/${one.id}?${kind ? `kind=${kind}&` : ''}page=${next}`
  return layout(
    frame,
    { title, breadcrumbs: [picture, list, { text: title }], wide: true },
    html`<h1 class="govuk-heading-l">${title}</h1>${aboutImport(one)}
${
  total === 0
    ? emptyState({
        title: 'No organisation is listed',
        text:
          one.counts.new > 0
            ? 'When a register is read for the first time everything is new, and nothing is listed.'
            : 'Everything was as before.',
      })
    : html`<h2 class="govuk-heading-m">What changed</h2>${kindLinks(shown)}${changesTable(changes, { caption: kind === null ? 'All changes' : changeLabels[kind], isOfOne: false })}${pager({ page, pageSize, total, noun: 'changes', href: query })}`
}
${refusedTable(one)}`,
  )
}
