import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import {
  canBeTakenBack,
  type InvitationSeen,
  isProposed,
  reasonAgainstSending,
  standingOf,
  takenBackUntil,
} from '../invitation.ts'

type Hub = { readonly slug: string; readonly name: string }
type Shown = {
  readonly hub: Hub
  readonly invitations: readonly InvitationSeen[]
  readonly now: Temporal.Instant
  readonly form: FormState
}

const pathOf = (hub: Hub): string => `/hub/${hub.slug}/next-stages`

const whatItSays = ({ offer, group, year, stage, next }: InvitationSeen): string => {
  const where = offer
    ? `points to ${offer.title} ${yearLabel(academicYear(offer.year))}`
    : 'no offer of it is published yet'
  return `${stage} completed with ${group}, ${yearLabel(academicYear(year))}. Next: ${next} – ${where}.`
}

const hintOf = (invitation: InvitationSeen): string =>
  [
    whatItSays(invitation),
    reasonAgainstSending(invitation) ?? `Goes to ${invitation.recipient?.name}.`,
    invitation.hasAsked && 'This school has asked already.',
  ]
    .filter(Boolean)
    .join(' ')

const choices = (form: FormState, all: readonly InvitationSeen[], chosen: readonly string[]): Html =>
  checkboxesField(form, {
    name: 'invitation',
    label: 'Schools',
    items: all.map((each) => ({ value: each.id, text: each.organisation, hint: hintOf(each) })),
    values: chosen,
    small: true,
  })

const prepared = ({ hub, form }: Shown, all: readonly InvitationSeen[]): Html =>
  all.length === 0
    ? emptyState({
        title: 'No invitation waits',
        text: 'When the year of a group is completed, the schools that completed its stage stand here, ready to be invited to the next.',
      })
    : html`<form method="post" action="${pathOf(hub)}" novalidate>
${choices(
  form,
  all,
  all.filter(isProposed).map(({ id }) => id),
)}
<div class="govuk-button-group">${button({ text: 'Look at the letters', name: 'act', value: 'look' })}${button({ text: 'Leave out', name: 'act', value: 'leave-out', classes: 'govuk-button--secondary' })}</div></form>`

const leftOut = ({ hub }: Shown, all: readonly InvitationSeen[]): Html | false =>
  all.length > 0 &&
  html`<h2 class="govuk-heading-m">Left out</h2><form method="post" action="${pathOf(hub)}" novalidate>
${choices({ typed: {}, errors: [] }, all, [])}
${button({ text: 'Take in again', name: 'act', value: 'take-in', classes: 'govuk-button--secondary' })}</form>`

const takingBack = ({ hub, now }: Shown, sent: readonly InvitationSeen[]): readonly Html[] =>
  [
    ...Map.groupBy(
      sent.filter((each) => canBeTakenBack(each, now)),
      ({ sentIn }) => sentIn,
    ),
  ].map(
    ([sentIn, all]) =>
      html`<form method="post" action="${pathOf(hub)}" novalidate>${hiddenField('sending', sentIn ?? '')}
${insetText(html`${all.map(({ organisation }) => organisation).join(', ')}: ${all.length === 1 ? 'the letter goes' : 'the letters go'} at ${formatInstant(takenBackUntil(all[0]?.sentAt ?? now))}.`)}
${button({ text: all.length === 1 ? 'Take the letter back' : `Take all ${all.length} back`, name: 'act', value: 'take-back', classes: 'govuk-button--secondary' })}</form>`,
  )

const sentTable = (sent: readonly InvitationSeen[]): Html =>
  scrollable(
    'Sent in the last twelve months',
    table({
      stacks: true,
      caption: 'Sent in the last twelve months',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['School', 'Next stage', 'Group', 'Sent', 'Since then'],
      rows: sent.map((each) => [
        each.organisation,
        each.next,
        each.group,
        each.sentAt ? formatInstant(each.sentAt) : '',
        each.hasAsked ? statusTag('Has asked', 'good') : 'Not asked yet',
      ]),
    }),
  )

/** The schools of a hub that completed a stage, and the invitations to the next: to be sent, left out, sent. */
export const invitationsView = (frame: Frame, shown: Shown): Html => {
  const { hub, invitations, form } = shown
  const of = (standing: string) => invitations.filter((each) => standingOf(each) === standing)
  const sent = of('sent')
  return layout(
    frame,
    {
      title: `Next stages: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Next stages' }],
      errors: form.errors,
      unlisted: true,
    },
    html`${actionBar({ caption: hub.name, title: 'Invite schools to their next stage', text: 'Prepared when a year was completed. Nothing is sent before you have looked at it.' })}
${takingBack(shown, sent)}${prepared(shown, of('prepared'))}${leftOut(shown, of('left out'))}${sent.length > 0 && sentTable(sent)}`,
  )
}

type Letters = {
  readonly hub: Hub
  readonly letters: readonly (InvitationSeen & {
    readonly letter: { readonly subject: string; readonly paragraphs: readonly string[] }
  })[]
}

/** The letters that would go, each with whom it goes to. */
export const lookView = (frame: Frame, { hub, letters }: Letters): Html =>
  layout(
    frame,
    { title: 'Look at the letters', backLink: { text: 'Next stages', href: pathOf(hub) }, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.name}</span>
<h1 class="govuk-heading-l">${letters.length === 1 ? 'Send one letter' : `Send ${letters.length} letters`}</h1>
<p class="govuk-body">They wait ten minutes, and can be taken back as long.</p>
${letters.map(
  ({
    organisation,
    recipient,
    letter,
  }) => html`<h2 class="govuk-heading-s">${organisation}: to ${recipient?.name} (${recipient?.address})</h2>
<p class="govuk-body"><strong>${letter.subject}</strong></p>${letter.paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}`,
)}
<form method="post" action="${pathOf(hub)}" novalidate>${letters.map(({ id }) => hiddenField('invitation', id))}
${button({ text: letters.length === 1 ? 'Send it' : `Send ${letters.length} letters`, name: 'act', value: 'send', preventDoubleClick: true })}</form></div></div>`,
  )
