import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { daysInWords, daysOfMinutes, minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { GroupSeen } from '../../groups/index.ts'

const kinds = { planning: 'Planning', evaluation: 'Evaluation', other: 'Other' } as const

export type TimeShown = {
  readonly group: GroupSeen
  readonly beside: readonly {
    readonly id: string
    readonly kind: keyof typeof kinds
    readonly on: Temporal.PlainDate
    readonly minutes: number
    readonly name: string
  }[]
  /** The minutes of the sessions that have a date and times. */
  readonly inSessions: number
  readonly today: Temporal.PlainDate
  readonly form: FormState
}

/** The time that the leads of a group spend beside its sessions. */
export const timeView = (frame: Frame, { group, beside, inSessions, today, form }: TimeShown): Html => {
  const whole = beside.reduce((sum, { minutes }) => sum + minutes, 0)
  return layout(
    frame,
    {
      title: `Time beside the sessions of ${group.name}`,
      backLink: `/groups/${group.id}`,
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Time beside the sessions</h1>
<p class="govuk-body">Planning and evaluation count towards the days of a group: ${daysInWords(daysOfMinutes(inSessions))} in sessions and ${daysInWords(daysOfMinutes(whole))} beside them, ${daysInWords(daysOfMinutes(inSessions + whole))} in all. A day is five hours.</p>
${
  beside.length === 0
    ? emptyState({ title: 'Nothing recorded yet', text: 'What is recorded below is listed here.' })
    : table({
        caption: 'Recorded',
        captionClasses: 'govuk-table__caption--m',
        stacks: true,
        head: ['Day', 'Whose', 'What for', 'How long', 'Do'],
        rows: beside.map((each) => [
          formatDate(each.on),
          each.name,
          kinds[each.kind],
          minutesInWords(each.minutes),
          html`<form method="post" action="/groups/${group.id}/time/${each.id}/remove"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take away<span class="govuk-visually-hidden"> ${minutesInWords(each.minutes)} of ${each.name} on ${formatDate(each.on)}</span></button></form>`,
        ]),
      })
}
<h2 class="govuk-heading-m">Record time</h2>
${
  group.leads.length === 0
    ? html`<p class="govuk-body">Nobody leads this group yet.</p>`
    : html`<form method="post" action="/groups/${group.id}/time" novalidate>
${radiosField(form, { name: 'lead', label: 'Whose time was it?', small: true, ...(group.leads.length === 1 ? { value: group.leads[0]?.personId ?? null } : {}), items: group.leads.map(({ personId, name }) => ({ value: personId, text: name })) })}
${radiosField(form, { name: 'kind', label: 'What for?', small: true, value: 'planning', items: Object.entries(kinds).map(([value, text]) => ({ value, text })) })}
${dateField(form, { name: 'on', label: 'On which day?', value: today })}
${textField(form, { name: 'hours', label: 'Hours', width: 2, inputmode: 'numeric' })}
${textField(form, { name: 'minutes', label: 'Minutes', width: 3, inputmode: 'numeric' })}
${button({ text: 'Record it', preventDoubleClick: true })}</form>`
}</div></div>`,
  )
}
