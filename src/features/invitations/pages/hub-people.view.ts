import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { pager } from '../../../ui/components/pager.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import type { InvitationSeen } from '../invitation.ts'
import { openInvitationsTable } from './invitations.view.ts'

export const partLabels = {
  staff: 'Staff of the hub',
  group_lead: 'Leads a group',
  school_lead: 'Leads a school here',
  participant: 'Takes part',
} as const

type Part = keyof typeof partLabels
export type HubNamed = { readonly slug: string; readonly name: string }

export type HubPeople = {
  readonly hub: HubNamed
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly address: string | null
    readonly workplaces: readonly string[]
    readonly parts: readonly Part[]
  }[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly chosen: { readonly q: string; readonly part: string }
  readonly invitations: readonly InvitationSeen[]
  readonly changes: readonly {
    readonly personId: string
    readonly person: string
    readonly what: string
    readonly at: Temporal.Instant
  }[]
  readonly withoutLead: readonly { readonly id: string; readonly name: string }[]
  readonly movesToDecide: number
  readonly isLead: boolean
}

const addressOf = ({ hub, chosen }: HubPeople, change: Record<string, string | null>): string => {
  const query = Object.entries({ ...chosen, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/hub/${hub.slug}/people?${new URLSearchParams(query)}`
}

const filterOf = (people: HubPeople): Html => {
  const { hub, chosen } = people
  const part = partLabels[chosen.part as Part]
  return filterPanel({
    action: `/hub/${hub.slug}/people`,
    fields: html`${textField(formFrom(chosen), { name: 'q', label: 'Name, address or school', type: 'search' })}
${selectField(formFrom(chosen), { name: 'part', label: 'Part', blank: 'Everybody', items: Object.entries(partLabels).map(([value, text]) => ({ value, text })) })}`,
    chosen: [
      ...(chosen.q ? [{ label: chosen.q, hrefWithout: addressOf(people, { q: null }) }] : []),
      ...(part ? [{ label: part, hrefWithout: addressOf(people, { part: null }) }] : []),
    ],
  })
}

const listOf = (people: HubPeople): Html =>
  people.total === 0
    ? emptyState({
        title: 'Nobody here',
        text: 'People appear when they ask to join, take part, or accept an invitation. Try fewer words.',
      })
    : html`${table({
        stacks: true,
        caption: 'People of the hub',
        captionClasses: 'govuk-visually-hidden',
        head: ['Name', 'Where they work', 'Part', 'Address'],
        rows: people.rows.map((row) => [
          html`<a class="govuk-link" href="/hub/${people.hub.slug}/people/${row.id}">${row.name}</a>`,
          row.workplaces.join(', ') || 'Not known',
          row.parts.map((part) => partLabels[part]).join(', ') || 'Was here before',
          row.address ?? 'None known',
        ]),
      })}${pager({ page: people.page, pageSize: people.pageSize, total: people.total, noun: 'people', href: (to) => addressOf(people, { page: String(to) }) })}`

const news = ({ hub, changes, withoutLead, movesToDecide }: HubPeople): Html =>
  html`${
    movesToDecide > 0 &&
    html`<p class="govuk-body"><strong>${movesToDecide === 1 ? 'Somebody who takes part has left their school.' : `${movesToDecide} participations are for schools that people have left.`}</strong> <a class="govuk-link" href="/hub/${hub.slug}/people/moves">Decide about the places</a></p>`
  }${
    changes.length > 0 &&
    table({
      stacks: true,
      caption: 'What has changed in the last two weeks',
      captionClasses: 'govuk-table__caption--m',
      head: ['Who', 'What', 'When'],
      rows: changes.map((change) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/people/${change.personId}">${change.person}</a>`,
        change.what,
        formatShortDate(localDate(change.at)),
      ]),
    })
  }${
    withoutLead.length > 0 &&
    html`<h2 class="govuk-heading-m">Schools that take part and have nobody to lead them here</h2>
<ul class="govuk-list">${withoutLead.map(({ id, name }) => html`<li>${name} <a class="govuk-link" href="/hub/${hub.slug}/people/invite?part=school_lead&amp;organisation=${id}">Invite<span class="govuk-visually-hidden"> somebody of ${name}</span></a> · <a class="govuk-link" href="/hub/${hub.slug}/people/schools/${id}">Its email domains<span class="govuk-visually-hidden">: ${name}</span></a></li>`)}</ul>`
  }`

/** Everybody the hub knows, with what has changed about them and what waits. */
export const hubPeopleView = (frame: Frame, people: HubPeople): Html =>
  layout(
    frame,
    {
      title: `People: ${people.hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${people.hub.slug}` }, { text: 'People' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: 'People',
      caption: people.hub.name,
      text: 'Staff, leads, schools’ leads and those who take part.',
      actions: [
        button({ text: 'Invite somebody', href: `/hub/${people.hub.slug}/people/invite` }),
        button({
          text: 'People who left a school',
          href: `/hub/${people.hub.slug}/people/moves`,
          classes: 'govuk-button--secondary',
        }),
        ...(people.isLead
          ? [
              button({
                text: 'Who can do and see what',
                href: `/hub/${people.hub.slug}/access`,
                classes: 'govuk-button--secondary',
              }),
            ]
          : []),
      ],
    })}
${filtered(filterOf(people), listOf(people))}
${openInvitationsTable(people.invitations, `/hub/${people.hub.slug}/people`)}
${news(people)}`,
  )
