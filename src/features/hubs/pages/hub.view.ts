import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type TimelineItem, timeline } from '../../../ui/components/timeline.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { emptyForm, textField } from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { roleLabels } from '../../../vocabulary/actor.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Dated, HubOnADay, HubThroughTime, Kinship } from '../../organisations/index.ts'
import { type FactKind, factLabels, factsOf } from '../correction.ts'
import { type ChangeKind, changeLabels } from '../hub-change.ts'
import { hubLink, networkHubs } from './facts.view.ts'

export type HubShown = {
  readonly hub: HubThroughTime
  readonly on: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly was: HubOnADay
  readonly staff: readonly { readonly name: string; readonly role: keyof typeof roleLabels }[]
  readonly planned: readonly {
    readonly id: string
    readonly kind: ChangeKind
    readonly dueOn: Temporal.PlainDate
    readonly refusedBecause: string | null
    readonly by: string | null
  }[]
  readonly history: readonly TimelineItem[]
}

const unknown = html`<span class="govuk-hint">Not known</span>`
const sinceInWords = ({ from, to }: Dated): string =>
  `${from ? `From ${formatDate(from)}` : 'Since a day that is not known'}${to ? ` to ${formatDate(to)}` : ''}`

const kinInWords = ({ kind, since, name }: Kinship, side: 'before' | 'after'): string =>
  ({
    before: {
      merged: `${name} merged into it on ${formatDate(since)}`,
      split: `It was a part of ${name} until ${formatDate(since)}`,
    },
    after: {
      merged: `It merged into ${name} on ${formatDate(since)}`,
      split: `A part of it became ${name} on ${formatDate(since)}`,
    },
  })[side][kind]

const onADay = ({ hub, on, was }: HubShown): Html => {
  const lines = (each: readonly Content[]) =>
    each.length === 0 ? unknown : html`${each.map((line) => html`${line}<br>`)}`
  return html`<form method="get" action="${hubLink(hub).href}">${textField(emptyForm, { name: 'on', label: 'As it was on', hint: 'For example 1 September 2020', value: formatDate(on), width: 20 })}${button({ text: 'Show that day', classes: 'govuk-button--secondary' })}</form>
<h2 class="govuk-heading-m">On ${formatDate(on)}</h2>
${was.isOpen ? '' : insetText({ text: 'The hub was not there on that day.' })}
${summaryList({
  rows: [
    { key: 'Name', value: was.name ?? unknown },
    { key: 'Led by', value: lines(was.leads.map(({ name, urn }) => (urn ? html`${name} (URN ${urn})` : name))) },
    {
      key: 'Serves',
      value:
        was.areas.length > 0
          ? was.areas.map(({ describedAs }) => describedAs).join(', ')
          : (was.details?.areaDescribed ?? unknown),
    },
    { key: 'Email', value: was.details?.email ?? unknown },
    { key: 'Telephone', value: was.details?.telephone ?? unknown },
    { key: 'Web', value: was.details?.website ?? unknown },
    { key: 'About the hub', value: was.details?.about ?? unknown },
    { key: 'Privacy notice', value: was.notice ?? html`<span class="govuk-hint">The network’s</span>` },
  ],
})}`
}

const facts = ({ hub }: HubShown, kind: FactKind, change: string): Html => {
  const all = factsOf(hub, kind)
  return html`<h3 class="govuk-heading-s">${factLabels[kind]}</h3>
${
  all.length === 0
    ? html`<p class="govuk-body">Nothing is known yet.</p>`
    : table({
        caption: factLabels[kind],
        captionClasses: 'govuk-visually-hidden',
        stacks: true,
        head: ['What', 'When', 'Correct'],
        rows: all.map((fact) => [
          fact.text,
          sinceInWords(fact),
          html`<a class="govuk-link" href="${hubLink(hub).href}/correct/${kind}/${fact.id}">Correct<span class="govuk-visually-hidden"> ${fact.text}, ${sinceInWords(fact)}</span></a>`,
        ]),
      })
}
${hub.closedOn ? '' : html`<p class="govuk-body"><a class="govuk-link" href="${hubLink(hub).href}/${kind}">${change}</a></p>`}`
}

const planned = ({ hub, planned }: HubShown): Html =>
  planned.length === 0
    ? html``
    : html`<h2 class="govuk-heading-m">Decided for a day to come</h2>${planned.map(
        ({
          id,
          kind,
          dueOn,
          refusedBecause,
          by,
        }) => html`<div><p class="govuk-body"><strong>${changeLabels[kind]}</strong>, ${formatDate(dueOn)}${by && `, decided by ${by}`}</p>
${refusedBecause === null ? '' : warningText({ text: `It could not be done: ${refusedBecause}` })}
<form method="post" action="${hubLink(hub).href}/changes/${id}/cancel" novalidate>${button({ text: html`Call it off<span class="govuk-visually-hidden">: ${changeLabels[kind]}, ${formatDate(dueOn)}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form></div>`,
      )}`

const work = (hub: HubThroughTime): readonly Html[] =>
  hub.closedOn
    ? []
    : [
        button({ text: 'Hand it over', href: `${hubLink(hub).href}/hand-over` }),
        button({
          text: 'Merge it into another',
          href: `${hubLink(hub).href}/merge`,
          classes: 'govuk-button--secondary',
        }),
        button({ text: 'Divide it', href: `${hubLink(hub).href}/split`, classes: 'govuk-button--secondary' }),
        html`<a class="govuk-link" href="/hubs/${hub.hub.slug}">Public page</a>`,
        html`<a class="govuk-link" href="/hub/${hub.hub.slug}/offers">Offers</a>`,
        html`<a class="govuk-link" href="/hub/${hub.hub.slug}/policies">Policies</a>`,
      ]

/** One hub for the national team: what it was on a day, every fact with its dates, what is planned, who works there, its history. */
export const hubView = (frame: Frame, shown: HubShown): Html => {
  const { hub, staff, history } = shown
  const kin = [
    ...hub.predecessors.map((each) => kinInWords(each, 'before')),
    ...hub.successors.map((each) => kinInWords(each, 'after')),
  ]
  return layout(
    frame,
    { title: hub.hub.name, breadcrumbs: [networkHubs, { text: hub.hub.name }] },
    html`${actionBar({ title: hub.hub.name, caption: hub.hub.region ?? frame.networkName, actions: work(hub) })}
<p class="govuk-body">${hub.closedOn ? statusTag('Closed', 'over') : statusTag('Open', 'good')} ${hub.openedOn && `Opened on ${formatDate(hub.openedOn)}. `}${hub.closedOn && `Its last day was ${formatDate(hub.closedOn)}. ${hub.closedReason ?? ''}`}</p>
${kin.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${kin.map((line) => html`<li>${line}</li>`)}</ul>`}
${planned(shown)}
${onADay(shown)}
<h2 class="govuk-heading-m">What holds and what held</h2>
${facts(shown, 'name', 'Give it another name')}
${facts(shown, 'lead', 'Change who leads it')}
${facts(shown, 'area', 'Change its area')}
<h2 class="govuk-heading-m">Staff</h2>
${
  staff.length === 0
    ? html`<p class="govuk-body">Nobody works here in Tessellate yet.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${staff.map(({ name, role }) => html`<li>${name}, ${roleLabels[role].toLowerCase()}</li>`)}</ul>`
}
<h2 class="govuk-heading-m">History</h2>
${history.length === 0 ? html`<p class="govuk-body">Nothing has been recorded yet.</p>` : timeline(history)}`,
  )
}
