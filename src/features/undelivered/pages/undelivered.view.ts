import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

type HubNamed = { readonly name: string; readonly slug: string }

type Person = {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly telephone: string | null
  readonly organisations: readonly string[]
  readonly failedAt: Temporal.Instant
  readonly heldBack: number
  /** What is wrong, in words. */
  readonly what: string
}

const waiting = (heldBack: number): string =>
  heldBack === 0 ? 'None' : heldBack === 1 ? 'One mail' : `${heldBack} mails`

const waysOut = ({ slug }: HubNamed, { personId, name }: Person): Html => {
  const about = html`<span class="govuk-visually-hidden"> of ${name}</span>`
  return html`<a class="govuk-link" href="/hub/${slug}/undelivered/${personId}/address">Put the address${about} right</a>
<form method="post" action="/hub/${slug}/undelivered/${personId}/try-again">${button({ text: html`Try it again${about}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1 govuk-!-margin-top-2', preventDoubleClick: true })}</form>`
}

const peopleTable = (hub: HubNamed, people: readonly Person[]): Html =>
  scrollable(
    'People whom mail does not reach',
    table({
      stacks: true,
      caption: `${people.length === 1 ? 'One person' : `${people.length} people`}, the latest first`,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Name', 'Address', 'What is wrong', 'Held back', 'What to do'],
      rows: people.map((person) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/people/${person.personId}">${person.name}</a>${person.organisations.map((name) => html`<br><span class="govuk-body-s">${name}</span>`)}${person.telephone && html`<br><span class="govuk-body-s">${person.telephone}</span>`}`,
        person.address,
        html`${person.what}<br><span class="govuk-body-s">Since ${formatInstant(person.failedAt)}</span>`,
        waiting(person.heldBack),
        waysOut(hub, person),
      ]),
    }),
  )

/** Whom of a hub's people mail does not reach, why, what waits for them, and what to do about it. */
export const notReachedView = (
  frame: Frame,
  { hub, people }: { readonly hub: HubNamed; readonly people: readonly Person[] },
): Html =>
  layout(
    frame,
    { title: 'Mail that does not arrive', backLink: `/hub/${hub.slug}`, wide: true, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Mail that does not arrive</h1>
<p class="govuk-body">Mail servers refuse mail to these addresses. Nothing more is sent there until the address is put right or tried again; what is written meanwhile is held back, for two weeks at most.</p>
${
  people.length === 0
    ? emptyState({
        title: 'Mail reaches everybody',
        text: 'Whoever it does not reach appears here, with the reason and what to do.',
      })
    : peopleTable(hub, people)
}`,
  )

type Proposing = {
  readonly hub: HubNamed
  readonly personId: string
  readonly person: { readonly name: string; readonly address: string } | null
  readonly mayPropose: boolean
  readonly form: FormState
}

const proposing = ({ hub, personId, person, mayPropose, form }: Proposing): Html => {
  if (!person)
    return html`<p class="govuk-body">Nothing is known to be wrong with the address of this person. They change it themselves, in their details.</p>`
  if (!mayPropose)
    return html`<p class="govuk-body">${person.name} has a part in running a hub or the network, so nobody else changes their address. Reach them another way: they change it in their details.</p>`
  return html`<p class="govuk-body">Mail to ${person.name} at ${person.address} does not arrive. Ask them, or their school, for the address at which they are reached.</p>
<p class="govuk-body">We write to the new address and ask whether it is theirs. Until it is confirmed from there nothing changes; then what was held back goes there. That you proposed it is recorded.</p>
<form method="post" action="/hub/${hub.slug}/undelivered/${personId}/address" novalidate>
${textField(form, { name: 'address', label: 'New email address', type: 'email', width: 30 })}
${button({ text: 'Ask at this address', preventDoubleClick: true })}
</form>`
}

/** Another address for somebody whom mail does not reach. */
export const proposingView = (frame: Frame, shown: Proposing): Html =>
  layout(
    frame,
    {
      title: 'Put an address right',
      backLink: `/hub/${shown.hub.slug}/undelivered`,
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${shown.hub.name}</span><h1 class="govuk-heading-l">Put an address right</h1>
${proposing(shown)}</div></div>`,
  )
