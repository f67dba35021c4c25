import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { InvitationSeen } from '../invitation.ts'
import { actButton, openInvitationsTable } from './invitations.view.ts'

const back = '/network/people'
type Holder = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly from: Temporal.PlainDate
}

export type NetworkPeople = {
  readonly national: readonly (Holder & { readonly role: RoleName })[]
  readonly hubs: readonly { readonly id: string; readonly name: string; readonly leads: readonly Holder[] }[]
  readonly invitations: readonly InvitationSeen[]
}

const whatTheyCan = ({ personId, name }: Holder): Html =>
  html`<a class="govuk-link" href="/network/access/people/${personId}">${name}</a>`
const captioned = (caption: string) => ({ stacks: true, caption, captionClasses: 'govuk-table__caption--m' })
const endButton = (id: string, about: string): Html => actButton('/account/roles/end', { id, back }, 'End', about)

/** Who runs the network: the national team, analysts, and the leads of every hub. */
export const networkPeopleView = (frame: Frame, people: NetworkPeople): Html =>
  layout(
    frame,
    {
      title: 'People of the network',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'People' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: 'People of the network',
      text: 'The national team, analysts, and who leads each hub.',
      actions: [
        button({ text: 'Invite somebody', href: '/network/people/invite' }),
        button({
          text: 'Who can do and see what',
          href: '/network/access',
          classes: 'govuk-button--secondary',
        }),
      ],
    })}
${openInvitationsTable(people.invitations, back)}
${table({
  ...captioned('National team and analysts'),
  head: ['Name', 'Part', 'Since', 'End it'],
  rows: people.national.map((holder) => [
    whatTheyCan(holder),
    roleLabels[holder.role],
    formatDate(holder.from),
    endButton(holder.id, `the part of ${holder.name}`),
  ]),
})}
${table({
  ...captioned('Leads of hubs'),
  firstCellIsHeader: true,
  head: ['Hub', 'Leads', 'Invite'],
  rows: people.hubs.map(({ id, name, leads }) => [
    name,
    leads.length > 0
      ? html`${leads.map((lead) => html`${whatTheyCan(lead)}, since ${formatDate(lead.from)} ${endButton(lead.id, `the part of ${lead.name} at ${name}`)}`)}`
      : 'Nobody yet',
    html`<a class="govuk-link" href="/network/people/invite?part=hub_lead&amp;hub=${id}">Invite<span class="govuk-visually-hidden"> a lead of ${name}</span></a>`,
  ]),
})}`,
  )
