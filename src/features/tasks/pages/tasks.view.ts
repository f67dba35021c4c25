import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import {
  checkboxesField,
  dateField,
  type FormState,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { type DatedSession, type SharedWith, sharedLabels } from '../task.ts'
import { type MaterialShown, materialFields, materialsToKeep } from './materials.view.ts'

type Group = { readonly id: string; readonly name: string }

const backTo = (group: Group) => ({ text: group.name, href: `/groups/${group.id}` })

const inParagraphs = (text: string): Html =>
  html`${text.split(/\n\s*\n|\r\n\s*\r\n/).map((part) => html`<p class="govuk-body app-keeps-lines">${part}</p>`)}`

type Listed = {
  readonly id: string
  readonly title: string
  readonly due_on: Temporal.PlainDate
  readonly session: number | null
  readonly asked: number
  readonly returned: number
}

/** The tasks of a group. */
export const tasksView = (
  frame: Frame,
  { group, tasks, isOver }: { group: Group; tasks: readonly Listed[]; isOver: boolean },
): Html => {
  const address = `/groups/${group.id}/tasks/new`
  return layout(
    frame,
    { title: `Tasks of ${group.name}`, backLink: backTo(group) },
    html`${actionBar({ caption: group.name, title: 'School-based tasks', actions: isOver ? [] : [button({ text: 'Set a task', href: address })] })}
${
  tasks.length === 0
    ? emptyState({
        title: 'No task has been set yet',
        text: 'A task set after a session goes to everyone who takes part, with a personal link to return what came of it.',
      })
    : scrollable(
        'Tasks',
        table({
          stacks: true,
          caption: 'Tasks',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['Task', 'After', 'Due', { text: 'Returned', format: 'numeric' }],
          rows: tasks.map((task) => [
            html`<a class="govuk-link" href="/groups/${group.id}/tasks/${task.id}">${task.title}</a>`,
            task.session === null ? '' : `Session ${task.session}`,
            formatDate(task.due_on),
            { text: `${task.returned} of ${task.asked}`, format: 'numeric' as const },
          ]),
        }),
      )
}`,
  )
}

type NewTask = {
  readonly group: Group
  readonly sessions: readonly DatedSession[]
  readonly chosen: string | null
  readonly due: Temporal.PlainDate
  readonly people: number
  readonly form: FormState
}

/** Setting a task: what, by when, and who reads what comes of it. */
export const newTaskView = (frame: Frame, { group, sessions, chosen, due, people, form }: NewTask): Html =>
  layout(
    frame,
    { title: 'Set a task', backLink: { text: 'Tasks', href: `/groups/${group.id}/tasks` }, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span>
<h1 class="govuk-heading-l">Set a task</h1>
<p class="govuk-body">When you set it, ${people === 1 ? 'the one person who takes part gets' : `each of the ${people} people who take part gets`} a mail with a personal link.</p>
<form method="post" action="/groups/${group.id}/tasks" enctype="multipart/form-data" novalidate>
${selectField(form, { name: 'session', label: 'After which session?', blank: 'No session in particular', value: chosen, items: sessions.map((session) => ({ value: session.id, text: `Session ${session.number}${session.onDate ? `, ${formatDate(session.onDate)}` : ''}` })) })}
${textField(form, { name: 'title', label: 'What is the task?', hint: 'A few words, such as “Teach the planned lesson with one class”' })}
${textArea(form, { name: 'brief', label: 'What should participants do in school?', rows: 6 })}
${dateField(form, { name: 'due_on', label: 'By when?', value: due })}
${checkboxesField(form, { name: 'follows', label: 'If the next session moves', small: true, items: [{ value: 'yes', text: 'The task moves with it: due two days before the session after this one' }], values: ['yes'] })}
${materialFields(form, true)}
${radiosField(form, { name: 'shared_with', label: 'Who reads the reflections?', value: 'group', items: Object.entries(sharedLabels).map(([value, text]) => ({ value, text })) })}
${button({ text: 'Set the task and tell everyone', preventDoubleClick: true })}
</form></div></div>`,
  )

/** A file that came with a reflection, and where it is. */
export type FileShown = { readonly name: string; readonly bytes: number; readonly href: string }

const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

export const fileLink = (file: FileShown): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${file.href}">${file.name}</a> (${sizeInWords(file.bytes)})</p>`

type Answer = {
  /** Returned for the lead alone, and not for whoever looks. */
  readonly isHidden?: boolean
  readonly name: string
  readonly organisation: string
  readonly reflection: string | null
  readonly returned_at: Temporal.Instant | null
  readonly changed_at: Temporal.Instant | null
  readonly file: FileShown | null
}
type Task = {
  readonly title: string
  readonly brief: string
  readonly due_on: Temporal.PlainDate
  readonly shared_with: SharedWith
  readonly session: number | null
}

/** A reflection as others read it. */
export const reflectionBlock = (answer: Answer): Html =>
  html`<article class="app-reflection"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${answer.name}, ${answer.organisation}</h3>
<p class="govuk-body-s">${answer.returned_at && `Returned on ${formatInstant(answer.returned_at)}`}${answer.changed_at && `, changed on ${formatInstant(answer.changed_at)}`}</p>
${answer.isHidden ? html`<p class="govuk-body">For the lead of the group alone.</p>` : inParagraphs(answer.reflection ?? '')}${answer.file && fileLink(answer.file)}</article>`

type TaskShown = {
  readonly group: Group
  readonly task: Task & { readonly id: string; readonly followsNext: boolean }
  readonly answers: readonly Answer[]
  readonly materials: readonly MaterialShown[]
  readonly form: FormState
  readonly isOver: boolean
}

/** A task with what came of it, for the lead of the group. */
export const taskView = (frame: Frame, { group, task, answers, materials, form, isOver }: TaskShown): Html => {
  const returned = answers.filter(({ reflection }) => reflection !== null)
  const missing = answers.filter(({ reflection }) => reflection === null)
  return layout(
    frame,
    { title: task.title, backLink: { text: 'Tasks', href: `/groups/${group.id}/tasks` }, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}${task.session !== null && `, after session ${task.session}`}</span>
<h1 class="govuk-heading-l">${task.title}</h1>
${inParagraphs(task.brief)}
${summaryList({
  rows: [
    {
      key: 'Due',
      value: `${formatDate(task.due_on)}${task.followsNext ? ', two days before the next session; it moves with that' : ''}`,
    },
    { key: 'Returned', value: `${returned.length} of ${answers.length}` },
    { key: 'Read by', value: sharedLabels[task.shared_with] },
  ],
})}
${materialsToKeep(materials, { path: `/groups/${group.id}/tasks/${task.id}/materials`, form, isOver })}
<h2 class="govuk-heading-m">Reflections</h2>
${returned.length === 0 ? emptyState({ title: 'No reflection has been returned yet', text: 'They stand here as soon as they come. Those who have not answered are reminded three days before the task is due.' }) : returned.map(reflectionBlock)}
${missing.length > 0 ? html`<h2 class="govuk-heading-m">Not returned yet</h2><ul class="govuk-list">${missing.map((answer) => html`<li>${answer.name}, ${answer.organisation} ${statusTag('Waiting', 'waiting')}</li>`)}</ul>` : ''}
</div></div>`,
  )
}
