import { keyOf, partedBar } from '../../../ui/charts/bar.ts'
import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { CameOfTask } from '../../tasks/index.ts'
import { agreementLabels, fewestShown, type NewQuestion, summaryOf } from '../evaluation.ts'
import { cameOfTasksView } from './tasks.view.ts'

type Group = { readonly id: string; readonly name: string }

/** Before the evaluation is opened: what it will ask, of whom. */
export const openView = (
  frame: Frame,
  {
    group,
    questions,
    people,
    against,
    tasks,
  }: {
    group: Group
    questions: readonly NewQuestion[]
    people: number
    against: string | null
    tasks: readonly CameOfTask[]
  },
): Html =>
  layout(
    frame,
    { title: `Evaluation of ${group.name}`, backLink: { text: group.name, href: `/groups/${group.id}` } },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Evaluation</h1>
<p class="govuk-body">Open it near the end of the year. ${people === 0 ? 'Everyone who then takes part' : people === 1 ? 'The one person who takes part' : `Each of the ${people} people who take part`} gets one mail with a personal link to these questions, by day and outside the holidays of their school:</p>
<ol class="govuk-list govuk-list--number">${questions.map(({ question }) => html`<li>${question}</li>`)}</ol>
${against ? insetText(against) : html`<form method="post" action="/groups/${group.id}/evaluation">${button({ text: 'Open the evaluation and ask everyone', preventDoubleClick: true })}</form>`}
${cameOfTasksView(group.id, tasks)}
</div></div>`,
  )

export type Results = {
  readonly group: Group
  readonly openedOn: Temporal.PlainDate
  readonly closesOn: Temporal.PlainDate
  readonly asked: number
  readonly answered: number
  readonly isShown: boolean
  readonly figures: readonly { readonly question: string; readonly answers: readonly number[] }[]
  readonly words: readonly string[]
  readonly tasks: readonly CameOfTask[]
}

const key = (): Html =>
  html`<ul class="govuk-list app-bar-keys">${agreementLabels.map((label, index) => html`<li>${keyOf(index)} ${label}</li>`)}</ul>`

const described = (counts: readonly number[]): string =>
  agreementLabels.map((label, index) => `${label} ${counts[index] ?? 0}`).join(', ')

const picture = ({ figures }: Results): Html =>
  html`${key()}${figures.map(({ question, answers }) => {
    const { counts, n, mean } = summaryOf(answers)
    return html`<figure class="govuk-!-margin-0 govuk-!-margin-bottom-5"><figcaption class="govuk-body govuk-!-margin-bottom-1">${question} <strong>n = ${n}${mean === null ? '' : `, mean ${mean}`}</strong></figcaption>
${partedBar(
  `${question}: ${described(counts)}`,
  agreementLabels.map((label, index) => ({ label, value: counts[index] ?? 0 })),
)}</figure>`
  })}`

const asTable = ({ figures }: Results): Html =>
  scrollable(
    'Answers in figures',
    table({
      caption: 'The same in figures',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Question',
        ...agreementLabels.map((text) => ({ text, format: 'numeric' as const })),
        { text: 'n', format: 'numeric' as const },
        { text: 'Mean', format: 'numeric' as const },
      ],
      rows: figures.map(({ question, answers }) => {
        const { counts, n, mean } = summaryOf(answers)
        return [question, ...[...counts, n, mean ?? '–'].map((text) => ({ text, format: 'numeric' as const }))]
      }),
    }),
  )

/** What participants said: figures with how many said it, and their words without names. */
export const resultsView = (frame: Frame, results: Results): Html =>
  layout(
    frame,
    {
      title: `Evaluation of ${results.group.name}`,
      backLink: { text: results.group.name, href: `/groups/${results.group.id}` },
      wide: true,
    },
    html`${actionBar({ caption: results.group.name, title: 'Evaluation', text: `${results.answered} of ${results.asked} have answered. Opened on ${formatDate(results.openedOn)}, open until ${formatDate(results.closesOn)}.` })}
${
  results.isShown
    ? html`${picture(results)}${asTable(results)}
<h2 class="govuk-heading-m">In their own words</h2>
${results.words.length === 0 ? emptyState({ title: 'Nobody has added words yet' }) : results.words.map((words) => html`<blockquote class="govuk-inset-text app-keeps-lines">${words}</blockquote>`)}`
    : emptyState({
        title: `Figures are shown once ${fewestShown} people have answered`,
        text: 'So that nobody can be told from what they said. Only the leads of the group see them earlier.',
      })
}
${cameOfTasksView(results.group.id, results.tasks)}`,
  )
