import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { everybody } from '../beside.ts'
import type { daysInWordsOf } from '../days.ts'

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
  readonly takingPart: readonly { readonly personId: string; readonly name: string; readonly organisation: string }[]
  readonly days: ReturnType<typeof daysInWordsOf>
  readonly today: Temporal.PlainDate
  readonly form: FormState
}

const isLater = (on: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(on, today) > 0

const whoseOf = ({ group, takingPart }: TimeShown) => [
  ...group.leads.map(({ personId, name }) => ({ value: personId, text: `${name}, who leads the group` })),
  ...(takingPart.length > 1
    ? [{ value: everybody, text: `Everybody who takes part (${takingPart.length} people)` }]
    : []),
  ...takingPart.map(({ personId, name, organisation }) => ({ value: personId, text: `${name}, ${organisation}` })),
]

const recording = (shown: TimeShown): Html => {
  const [whose, { group, form, today }] = [whoseOf(shown), shown]
  return whose.length === 0
    ? html`<p class="govuk-body">Nobody leads this group or takes part in it yet.</p>`
    : html`<form method="post" action="/groups/${group.id}/time" novalidate>
${selectField(form, { name: 'whose', label: 'Whose time is it?', items: whose, ...(group.leads.length === 1 ? { value: group.leads[0]?.personId ?? null } : {}) })}
${radiosField(form, { name: 'kind', label: 'What for?', small: true, value: 'planning', items: Object.entries(kinds).map(([value, text]) => ({ value, text })) })}
${dateField(form, { name: 'on', label: 'On which day?', hint: 'Time of a day to come is planned. It counts as done from that day on.', value: today })}
${textField(form, { name: 'hours', label: 'Hours', width: 2, inputmode: 'numeric' })}
${textField(form, { name: 'minutes', label: 'Minutes', width: 3, inputmode: 'numeric' })}
${button({ text: 'Record it', preventDoubleClick: true })}</form>`
}

/** The time that is spent beside the sessions of a group. */
export const timeView = (frame: Frame, shown: TimeShown): Html => {
  const { group, beside, days, today, form } = shown
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
<p class="govuk-body">Planning and evaluation take time as well. ${days.rule}</p>
${summaryList({
  rows: [
    { key: 'Done so far', value: days.done },
    { key: 'Still planned', value: days.planned },
    { key: 'The project asks for', value: days.asked },
  ],
})}
<p class="govuk-body">This is the time of the group and its leads. <a class="govuk-link" href="/groups/${group.id}/attendance/asked">The same for each school and person</a></p>
${
  beside.length === 0
    ? emptyState({ title: 'Nothing recorded yet', text: 'What is recorded below is listed here.' })
    : table({
        caption: 'Recorded',
        captionClasses: 'govuk-table__caption--m',
        stacks: true,
        head: ['Day', 'Whose', 'What for', 'How long', 'Do'],
        rows: beside.map((each) => [
          html`${formatDate(each.on)}${isLater(each.on, today) && html` ${statusTag('Planned', 'waiting')}`}`,
          each.name,
          kinds[each.kind],
          minutesInWords(each.minutes),
          html`<form method="post" action="/groups/${group.id}/time/${each.id}/remove"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take away<span class="govuk-visually-hidden"> ${minutesInWords(each.minutes)} of ${each.name} on ${formatDate(each.on)}</span></button></form>`,
        ]),
      })
}
<h2 class="govuk-heading-m">Record time</h2>
${recording(shown)}</div></div>`,
  )
}
