import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { dateField, type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'

type Group = { readonly id: string; readonly name: string; readonly leadWord: string }

export type ReplacePage = {
  readonly group: Group
  readonly roles: readonly {
    readonly id: string
    readonly name: string
    readonly from: Temporal.PlainDate
    readonly until: Temporal.PlainDate | null
  }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly isOver: boolean
  readonly form: FormState
}

const leads = ({ roles }: ReplacePage): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${roles.map(({ name, from, until }) => html`<li>${name}, since ${formatDate(from)}${until && html`, until ${formatDate(until)}`}</li>`)}</ul>`

const fields = ({ group, roles, people, form }: ReplacePage): Html => {
  const open = roles.filter(({ until }) => until === null)
  return html`<form method="post" action="/groups/${group.id}/leads/preview" novalidate>
${radiosField(form, {
  name: 'role',
  label: 'Who leads it no more?',
  items: open.map(({ id, name }) => ({ value: id, text: name })),
  ...(open.length === 1 && open[0] ? { value: open[0].id } : {}),
  small: true,
})}
${selectField(form, { name: 'to', label: 'Who leads it from then on?', blank: 'Somebody new, named below', items: people.map(({ id, name }) => ({ value: id, text: name })) })}
${textField(form, { name: 'name', label: 'Name of somebody new', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off' })}
${dateField(form, { name: 'from', label: 'From which day?', hint: 'Sessions before it are led as they were. For example 1 12 2021' })}
${textField(form, { name: 'reason', label: 'Why?', hint: 'It is kept in the history, and mailed to nobody' })}
${button({ text: 'See what follows', preventDoubleClick: true })}
</form>`
}

/** Who leads a group, and naming another in somebody's place. */
export const replaceView = (frame: Frame, data: ReplacePage): Html => {
  const { group, roles, isOver, form } = data
  return layout(
    frame,
    {
      title: 'Who leads the group',
      backLink: { href: `/groups/${group.id}`, text: group.name },
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Who leads the group</h1>
${leads(data)}
${
  isOver || roles.every(({ until }) => until !== null)
    ? emptyState({
        title: isOver ? 'This group is over' : 'Nobody is left to replace',
        text: 'Who led it stays on record.',
      })
    : fields(data)
}
</div></div>`,
  )
}

export type Preview = {
  readonly group: Group
  readonly old: string
  readonly name: string
  readonly from: Temporal.PlainDate
  readonly sessions: readonly Session[]
  readonly members: readonly { readonly name: string; readonly hosts: readonly number[] }[]
  readonly hosted: readonly { readonly id: string; readonly number: number; readonly school: string }[]
  /** Where the new lead works, as far as it is known. */
  readonly newSchool: string | null
  readonly typed: Typed
}

const typedFields = ({ typed }: Preview): Html =>
  html`${['role', 'to', 'name', 'email', 'from-day', 'from-month', 'from-year', 'reason'].map((name) => hiddenField(name, String(typed[name] ?? '')))}`

// A lead at the same school changes nothing about where it is.
const hostedOf = ({ hosted, newSchool, old, typed }: Preview): Html | false =>
  hosted.length > 0 &&
  html`<h2 class="govuk-heading-m">Where ${old} works</h2>
${hosted.map(({ id, number, school }) =>
  radiosField(
    { typed, errors: [] },
    {
      name: `host-${id}`,
      label: `Session ${number} is to be at ${school}`,
      value: 'keep',
      items: [
        { value: 'keep', text: `It stays at ${school}` },
        ...(newSchool !== null && newSchool !== school ? [{ value: 'new', text: `It moves to ${newSchool}` }] : []),
        { value: 'rota', text: 'Another school is asked, whose turn it is' },
      ],
      small: true,
    },
  ),
)}
<p class="govuk-body">Whoever has been told the date of a session that moves gets it anew for their calendar, in one mail for all of them.</p>`

/** What follows when a lead is replaced, before anything is done. */
export const previewView = (frame: Frame, data: Preview): Html => {
  const { group, old, name, from, sessions, members } = data
  return layout(
    frame,
    { title: `Shall ${name} lead it?`, backLink: { href: `/groups/${group.id}`, text: group.name }, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Shall ${name} lead it from ${formatDate(from)}?</h1>
<p class="govuk-body">${old} leads it no more from that day, and its register, tasks and people are then closed to them. ${name} gets these sessions, tasks and the page.</p>
${
  sessions.length === 0
    ? html`<p class="govuk-body">No dated session is to come from that day.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${sessions.map((session) => html`<li>${numberedName(session)}: ${whenInWords(session)}${session.host && `, at ${session.host}`}</li>`)}</ul>`
}
<p class="govuk-body">One mail each goes to ${old}, to ${name}, and to ${members.length === 0 ? 'nobody else' : members.map((member) => (member.hosts.length > 0 ? `${member.name} (hosts)` : member.name)).join(', ')}.</p>
<form method="post" action="/groups/${group.id}/leads" novalidate>${typedFields(data)}${hostedOf(data)}${button({ text: 'Replace the lead and tell everybody', preventDoubleClick: true })}</form>
<form method="post" action="/groups/${group.id}/leads/preview" novalidate>${typedFields(data)}${button({ text: 'Change it', name: 'change', value: 'yes', classes: 'govuk-button--secondary' })}</form>
</div></div>`,
  )
}
