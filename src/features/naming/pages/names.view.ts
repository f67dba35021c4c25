import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import {
  byWhenInWords,
  type InterestStatus,
  interestStatusLabels,
  isOverdue,
  type NamesLater,
  type Naming,
  ruleInWords,
} from '../../interest/index.ts'

export type NamesShown = {
  readonly offer: {
    readonly id: string
    readonly title: string
    readonly hub: { readonly slug: string; readonly name: string }
  }
  readonly names: {
    readonly own: NamesLater | null
    readonly ofProject: NamesLater
    readonly rule: NamesLater
    readonly by: Temporal.PlainDate | null
  }
  readonly owing: readonly (Naming & {
    readonly organisation: string
    readonly sender: string
    readonly status: string
    readonly group: string | null
  })[]
  readonly today: Temporal.PlainDate
  readonly form: FormState
}

const ruleForm = (action: string, form: FormState, ofProject: NamesLater | null): Html =>
  html`<form method="post" action="${action}" novalidate>
${radiosField(form, {
  name: 'when',
  label: 'When are the people named who would come?',
  items: [
    ...(ofProject ? [{ value: 'as_project', text: 'As the project says', hint: `${ruleInWords(ofProject)}.` }] : []),
    { value: 'at_once', text: 'In the request' },
    {
      value: 'days',
      text: 'Later, before the first session',
      conditional: textField(form, {
        name: 'days',
        label: 'How many days before?',
        size: 's',
        width: 3,
        inputmode: 'numeric',
        hint: 'The day moves with the first session of the group',
      }),
    },
    {
      value: 'day',
      text: 'Later, by a day',
      conditional: dateField(form, {
        name: 'on',
        label: 'By the end of which day?',
        size: 's',
        hint: 'For example, 17 11 2021',
      }),
    },
  ],
})}
${button({ text: 'Save', preventDoubleClick: true })}</form>`

const acts = (shown: NamesShown, { interestId, organisation }: NamesShown['owing'][number]): Html => {
  const act = (name: string, text: string) =>
    html`<form method="post" action="/hub/${shown.offer.hub.slug}/offers/${shown.offer.id}/names/${interestId}">${hiddenField('act', name)}${button({ text: html`${text}<span class="govuk-visually-hidden">: ${organisation}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}</form>`
  return html`${act('remind', 'Remind them')}${act('release', 'Give the room free')}`
}

const standing = ({ today }: NamesShown, naming: NamesShown['owing'][number]): Html =>
  html`${isOverdue(naming, today) && html`<strong class="govuk-tag govuk-tag--red">Overdue</strong> `}${naming.by ? formatDate(naming.by) : byWhenInWords(naming.rule, null)}${naming.remindedAt && html`<br><span class="govuk-hint">Reminded ${formatInstant(naming.remindedAt)}</span>`}`

const owingTable = (shown: NamesShown): Html =>
  shown.owing.length === 0
    ? emptyState({
        title: 'Everybody is named',
        text: 'Who asked for more people than they have named is listed here, with the day by which names are wanted.',
      })
    : html`<p class="govuk-body">To give the room free leaves those who are named: their place is for them alone, and the next in line is offered what is left.</p>${table(
        {
          stacks: true,
          caption: 'Who has not named everybody',
          captionClasses: 'govuk-table__caption--m',
          head: ['Who', 'Where it stands', 'Not named', 'By', 'Act'],
          rows: shown.owing.map((naming) => [
            html`<a class="govuk-link" href="/hub/${shown.offer.hub.slug}/interest/${naming.interestId}">${naming.organisation}</a><br>${naming.sender}`,
            html`${interestStatusLabels[naming.status as InterestStatus]}${naming.group && html`<br>${naming.group}`}`,
            String(naming.missing),
            standing(shown, naming),
            acts(shown, naming),
          ]),
        },
      )}`

/** When names are wanted for an offer, and who owes some. */
export const namesView = (frame: Frame, shown: NamesShown): Html => {
  const { offer, form, names } = shown
  const title = 'Names that come later'
  return layout(
    frame,
    {
      title: `${title}: ${offer.title}`,
      backLink: `/hub/${offer.hub.slug}/offers/${offer.id}/edit`,
      errors: form.errors,
      wide: true,
    },
    html`<span class="govuk-caption-l">${offer.title}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${ruleInWords(names.rule)}${names.by && names.rule.when === 'days' ? `: by the planned dates, ${formatDate(names.by)}` : ''}.</p>
${ruleForm(`/hub/${offer.hub.slug}/offers/${offer.id}/names`, form, names.ofProject)}
${owingTable(shown)}`,
  )
}

export type ProjectNamesShown = {
  readonly project: { readonly id: string; readonly title: string }
  readonly rule: NamesLater
  readonly form: FormState
}

/** When names are wanted for a project; an offer that says something of its own goes before it. */
export const projectNamesView = (frame: Frame, { project, rule, form }: ProjectNamesShown): Html => {
  const title = 'Names that come later'
  return layout(
    frame,
    { title: `${title}: ${project.title}`, backLink: `/network/projects/${project.id}`, errors: form.errors },
    html`<span class="govuk-caption-l">${project.title}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${ruleInWords(rule)}. It holds at once for every offer of this project that says nothing of its own.</p>
${ruleForm(`/network/projects/${project.id}/names`, form, null)}`,
  )
}
