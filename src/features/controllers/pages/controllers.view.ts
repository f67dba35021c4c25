import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { type Statement, whereNobodyIsNamed } from '../controller.ts'

type Shown = {
  readonly all: readonly Statement[]
  readonly holding: Statement | null
  readonly today: Temporal.PlainDate
  readonly form: FormState
}

const day = (date: Temporal.PlainDate | null): string => (date ? formatDate(date) : '')

const inTime = (all: readonly Statement[], otherwise: string): Html | string =>
  all.length === 0
    ? ''
    : table({
        stacks: true,
        caption: 'What was stated, and when',
        captionClasses: 'govuk-table__caption--m',
        head: ['Controller', 'Processor', 'From', 'Until'],
        rows: all.map(({ controller, processor, from, to }) => [
          controller,
          processor ?? otherwise,
          day(from),
          day(to) || 'Until stated otherwise',
        ]),
      })

const statingForm = (path: string, { all, holding, today, form }: Shown, otherwise: string): Html =>
  html`<form method="post" action="${path}" novalidate>
${hiddenField('seen', all[0]?.id ?? '')}
${textField(form, { name: 'controller', label: 'Controller', hint: 'Who decides what is kept and why, such as the ministry', value: holding?.controller })}
${textField(form, { name: 'processor', label: 'Processor (optional)', hint: `Who keeps and uses the data for the controller. Leave it empty for ${otherwise}.`, value: holding?.processor })}
${textField(form, { name: 'contact', label: 'Who to ask (optional)', hint: 'An address of the data protection officer, as it is printed in the notice', value: holding?.contact })}
${dateField(form, {
  name: 'from',
  label: 'From',
  hint:
    all.length === 0
      ? 'The first day on which it holds, for example 1 9 2022'
      : 'Today or a later day, for example 1 9 2022',
  value: today,
})}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`

const around = (
  frame: Frame,
  title: string,
  options: { crumbs: readonly { text: string; href: string }[]; form: FormState },
  body: Html,
): Html =>
  layout(
    frame,
    { title, breadcrumbs: [...options.crumbs, { text: title }], errors: options.form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  )

type NetworkShown = Shown & {
  readonly hubs: readonly {
    readonly slug: string
    readonly name: string
    readonly controller: string
    readonly processor: string | null
  }[]
}

/** Where the national team states who answers for personal data in the whole network. */
export const networkControllerView = (frame: Frame, shown: NetworkShown): Html => {
  const { holding, hubs, form, all } = shown
  const crumbs = [
    { text: 'National picture', href: '/network' },
    { text: 'People’s data', href: '/network/personal-data' },
  ]
  return around(
    frame,
    'Who answers for personal data',
    { crumbs, form },
    html`<p class="govuk-body-l">${holding ? html`<strong>${holding.controller}</strong> is the controller${holding.processor ? html`, <strong>${holding.processor}</strong> the processor` : ', the lead school of each hub the processor'}.` : 'Nothing is stated yet. Until then notices name the coordinator of the network.'}</p>
<p class="govuk-body">It stands in <a class="govuk-link" href="/privacy">the privacy notice</a>, in every hub’s notice unless the hub says otherwise, and in each report to a person.</p>
<h2 class="govuk-heading-m">State something else</h2>
${statingForm('/network/controllers', shown, 'the lead school of each hub')}
${
  hubs.length === 0
    ? html`<h2 class="govuk-heading-m">Hubs that say otherwise</h2><p class="govuk-body">None does.</p>`
    : table({
        stacks: true,
        caption: 'Hubs that say otherwise',
        captionClasses: 'govuk-table__caption--m',
        head: ['Hub', 'Controller', 'Processor'],
        rows: hubs.map((hub) => [
          html`<a class="govuk-link" href="/hubs/${hub.slug}/privacy">${hub.name}</a>`,
          hub.controller,
          hub.processor ?? 'Its lead school',
        ]),
      })
}
${inTime(all, whereNobodyIsNamed)}`,
  )
}

type HubShown = Shown & {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly network: string
  readonly leads: readonly string[]
}

/** Where leads of a hub state who answers for personal data there, if it is not as in the whole network. */
export const hubControllerView = (frame: Frame, shown: HubShown): Html => {
  const { hub, holding, form, all, network, leads } = shown
  const ours = leads.length > 0 ? leads.join(' and ') : 'the lead school of your hub'
  const path = `/hub/${hub.slug}/controller`
  const crumbs = [
    { text: 'Hub work', href: `/hub/${hub.slug}` },
    { text: 'About your hub', href: `/hub/${hub.slug}/about` },
  ]
  return around(
    frame,
    'Who answers for personal data',
    { crumbs, form },
    html`<p class="govuk-body">At ${hub.name} today, as <a class="govuk-link" href="/hubs/${hub.slug}/privacy">your hub’s privacy notice</a> says:</p>
${summaryList({
  rows: [
    { key: 'Controller', value: holding?.controller ?? `${network}, as the network states` },
    { key: 'Processor', value: holding?.processor ?? ours },
    holding?.contact ? { key: 'Who to ask', value: holding.contact } : false,
  ],
})}
${
  holding
    ? html`<form method="post" action="${path}/follow" novalidate>${hiddenField('seen', all[0]?.id ?? '')}${button({ text: 'Follow the network from today', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
    : ''
}
<h2 class="govuk-heading-m">${holding ? 'State something else' : 'State it for your hub'}</h2>
${statingForm(path, shown, ours)}
${inTime(all, ours)}`,
  )
}
