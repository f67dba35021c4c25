import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { checkboxesField, type FormState, fileField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { filesTaken } from '../../../vocabulary/file-taken.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { type MaterialShown, materialsList } from './materials.view.ts'
import { type FileShown, fileLink, reflectionBlock } from './tasks.view.ts'

type Other = Parameters<typeof reflectionBlock>[0]

export type Reflecting = {
  readonly address: string
  readonly group: string
  readonly project: string
  readonly title: string
  readonly brief: string
  readonly dueOn: Temporal.PlainDate
  readonly shared: boolean
  readonly reflection: string | null
  readonly file: FileShown | null
  readonly returnedAt: Temporal.Instant | null
  readonly changedAt: Temporal.Instant | null
  readonly open: boolean
  readonly until: Temporal.Instant | null
  readonly materials: readonly MaterialShown[]
  readonly others: readonly Other[]
}

const standing = (task: Reflecting): string => {
  if (task.returnedAt === null) {
    return task.open
      ? `Due on ${formatDate(task.dueOn)}. A few sentences are enough.`
      : `This task was due on ${formatDate(task.dueOn)}. The time to return it is over.`
  }
  const when = task.changedAt
    ? `changed it on ${formatInstant(task.changedAt)}`
    : `returned it on ${formatInstant(task.returnedAt)}`
  if (!task.open) return `You ${when}. It can be changed no longer.`
  return `You ${when}. You can change it until ${task.until ? `the session after next begins, on ${formatInstant(task.until)}` : 'your group has finished'}.`
}

const reflectForm = (
  task: Reflecting,
  form: FormState,
): Html => html`<form method="post" action="${task.address}" enctype="multipart/form-data" novalidate>
${textArea(form, { name: 'reflection', label: 'What came of it?', hint: `What did you try, what happened, what would you do next? ${task.shared ? 'The others in your group read this once they have returned theirs.' : 'Only the lead of your group reads this.'} Please name no pupil.`, rows: 10, value: task.reflection })}
${task.file && html`${fileLink(task.file)}${checkboxesField(form, { name: 'drop_file', label: 'The file you sent', items: [{ value: 'yes', text: 'Remove it' }], small: true })}`}
${fileField(form, { name: 'file', label: task.file ? 'Send another file in its place' : 'A file with it, if you like', hint: `A picture of the board, a plan, pupils’ work without names: ${filesTaken}.` })}
${button({ text: task.reflection === null ? 'Return it' : 'Save the change', preventDoubleClick: true })}</form>`

const ownWords = (task: Reflecting): Html | string =>
  task.reflection === null
    ? ''
    : html`<h2 class="govuk-heading-m">Your reflection</h2><p class="govuk-body app-keeps-lines">${task.reflection}</p>${task.file && fileLink(task.file)}`

const othersOf = (task: Reflecting): Html | string => {
  if (!task.shared) return ''
  if (task.reflection === null)
    return html`<p class="govuk-body">You read what the others in your group returned once you have returned yours.</p>`
  return html`<h2 class="govuk-heading-m">What the others in your group returned</h2>
${task.others.length === 0 ? html`<p class="govuk-body">Nothing yet. This link shows it as soon as it comes.</p>` : task.others.map(reflectionBlock)}`
}

/** A participant's own page of a task, under their personal link. */
export const reflectView = (frame: Frame, { task, form }: { task: Reflecting; form: FormState }): Html =>
  layout(
    frame,
    { title: task.title, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${task.group}, ${task.project}</span>
<h1 class="govuk-heading-l">${task.title}</h1>
<p class="govuk-body app-keeps-lines">${task.brief}</p>
${materialsList(task.materials, `${task.address}/materials`)}
${insetText(standing(task))}
${task.open ? reflectForm(task, form) : ownWords(task)}
${othersOf(task)}
</div></div>`,
  )
