import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatInstant, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import {
  isUnagreedMove,
  type PolicyTerms,
  type Proposal,
  proposalInWords,
  totalOf,
  withOneCharge,
} from '../cancellation.ts'

export type Coming = {
  readonly id: string
  readonly number: number
  readonly title: string | null
  readonly onDate: Temporal.PlainDate
  readonly from: Temporal.PlainTime
  readonly to: Temporal.PlainTime
  readonly mode: string
  readonly venue: string | null
  readonly sequence: number
  readonly movedAt: Temporal.Instant | null
  readonly agreedAt: Temporal.Instant | null
  readonly cancelledAt: Temporal.Instant | null
  readonly proposal: Proposal
}

export type OwnDates = {
  readonly address: string
  readonly name: string
  readonly organisation: string
  readonly group: string
  readonly project: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly isLead: boolean
  readonly takesPart: boolean
  readonly policy: PolicyTerms | null
  readonly sessions: readonly Coming[]
}

const nameOf = ({ number, title }: Coming): string => `Session ${number}${title ? `: ${title}` : ''}`
const whenOf = (session: Coming): string =>
  `${formatDay(session.onDate)}, ${formatTimeRange(session.from, session.to)}, ${session.mode === 'online' ? 'online' : (session.venue ?? 'place to be confirmed')}`

const agreeing = (
  own: OwnDates,
  session: Coming,
): Html => html`<p class="govuk-body">${own.hub} has moved this session. Until you agree to the new date, cancelling it is free.</p>
<form method="post" action="${own.address}/${session.id}/agree">${hiddenField('sequence', String(session.sequence))}${button({ text: html`I can come<span class="govuk-visually-hidden"> to session ${session.number}</span>`, classes: 'govuk-button--secondary' })}</form>`

const comingSession = (own: OwnDates, session: Coming): Html =>
  html`<section class="govuk-!-margin-bottom-6"><h2 class="govuk-heading-m govuk-!-margin-bottom-1">${nameOf(session)}</h2>
<p class="govuk-body govuk-!-margin-bottom-2">${whenOf(session)}</p>
${
  session.cancelledAt
    ? html`<p class="govuk-body">${statusTag('You will not come', 'over')} You gave notice on ${formatInstant(session.cancelledAt)}. If you can come after all, write to ${own.hubEmail ?? own.hub}.</p>`
    : html`${isUnagreedMove(session) ? agreeing(own, session) : ''}
<p class="govuk-body"><a class="govuk-link" href="${own.address}/${session.id}">I cannot come<span class="govuk-visually-hidden"> to session ${session.number}</span></a></p>`
}</section>`

const policyOf = ({ policy, hub }: OwnDates): Html | string =>
  policy === null
    ? ''
    : details({
        summaryText: 'The policy you agreed to',
        text: html`<p class="govuk-body">${policy.wording}</p><p class="govuk-body">A charge is never asked for by itself: a person at ${hub} decides.</p>`,
      })

/** The coming sessions of a participant, under their personal link. */
export const ownDatesView = (frame: Frame, own: OwnDates): Html =>
  layout(
    frame,
    { title: `Your dates with ${own.group}`, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${own.project}</span>
<h1 class="govuk-heading-l">Your dates with ${own.group}</h1>
<p class="govuk-body">${own.name}, ${own.organisation}</p>
${own.takesPart ? '' : insetText('You take part in this group no longer.')}
${
  own.takesPart && own.sessions.length === 0
    ? emptyState({ title: 'No session is to come', text: 'Confirmed dates stand here, and you get them by mail.' })
    : own.takesPart
      ? own.sessions.map((session) => comingSession(own, session))
      : ''
}
${own.takesPart && own.isLead ? html`<h2 class="govuk-heading-m">Your school can no longer take part?</h2><p class="govuk-body"><a class="govuk-link" href="${own.address}/place">Give up the place of ${own.organisation}</a></p>` : ''}
${policyOf(own)}
</div></div>`,
  )

type Asking = { readonly own: OwnDates; readonly form: FormState }

const outcome = (proposal: Proposal, own: OwnDates): Html => {
  const words = proposalInWords(proposal, own.hub)
  return proposal.kind === 'late' ? warningText(words) : insetText(words)
}

// What is asked only where an answer changes what is charged.
const excuses = ({ policy }: OwnDates, form: FormState, { mayBeReplaced = true } = {}): Html | false => {
  if (policy === null || policy.amountPence === 0) return false
  const reasons = policy.exemptReasons.map((reason) => ({ value: `reason ${reason}`, text: reason }))
  const instead =
    policy.substituteAllowed && mayBeReplaced ? [{ value: 'substitute', text: 'A colleague comes in my place' }] : []
  if (reasons.length + instead.length === 0) return false
  return radiosField(form, {
    name: 'excuse',
    label: 'Is it one of these? Then nothing is charged',
    small: true,
    value: 'none',
    items: [...reasons, ...instead, { value: 'none', text: 'None of these' }],
  })
}

/** What cancelling one session would mean, before anything is done. */
export const cancelView = (frame: Frame, { own, session, form }: Asking & { session: Coming }): Html =>
  layout(
    frame,
    { title: `Cancel session ${session.number}`, backLink: own.address, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${own.group}</span>
<h1 class="govuk-heading-l">Cancel session ${session.number}</h1>
<p class="govuk-body">${whenOf(session)}</p>
${outcome(session.proposal, own)}
<p class="govuk-body">Only you are taken out of this session. ${own.policy?.substituteAllowed === false ? 'By the policy you agreed to a colleague cannot come instead.' : `If a colleague comes in your place, tell ${own.hubEmail ?? own.hub} who it is.`}</p>
<form method="post" action="${own.address}/${session.id}" novalidate>
${hiddenField('shown', String(totalOf([session.proposal])))}
${excuses(own, form)}
${textArea(form, { name: 'reason', label: 'Why can you not come? (optional)', hint: 'The hub reads this when it decides about a charge. Please write nothing about your health.', rows: 3 })}
${button({ text: 'I cannot come', classes: session.proposal.kind === 'late' ? 'govuk-button--warning' : undefined, preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${own.address}">I will come</a></p>
${policyOf(own)}
</div></div>`,
  )

/** What giving up the place would mean for everybody of the school. */
export const giveUpView = (frame: Frame, { own, form }: Asking): Html => {
  const open = withOneCharge(
    own.policy,
    own.sessions.filter(({ cancelledAt }) => cancelledAt === null),
  )
  const total = totalOf(open.map(({ proposal }) => proposal))
  const late = open.filter(({ proposal }) => proposal.kind === 'late')
  return layout(
    frame,
    { title: 'Give up your school’s place', backLink: own.address, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${own.group}</span>
<h1 class="govuk-heading-l">Give up the place of ${own.organisation}</h1>
<p class="govuk-body">Everybody of ${own.organisation} leaves the group, for all sessions still to come. The place goes to the next school that waits. This cannot be undone here.</p>
${
  late.length > 0
    ? html`${warningText(`A charge of ${formatMoney(total)} is proposed to ${own.hub}, where a person decides whether to ask for it.`)}${late.map((session) => html`<p class="govuk-body"><strong>${nameOf(session)}.</strong> ${proposalInWords(session.proposal, own.hub)}</p>`)}`
    : insetText('There is no charge.')
}
<form method="post" action="${own.address}/place" novalidate>
${hiddenField('shown', String(total))}
${total > 0 && excuses(own, form, { mayBeReplaced: false })}
${textArea(form, { name: 'reason', label: 'Why does your school give up its place? (optional)', rows: 3 })}
${button({ text: 'Give up the place', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${own.address}">Keep the place</a></p>
${policyOf(own)}
</div></div>`,
  )
}
