import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, hiddenField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { isUnagreedMove, type PolicyTerms, type Proposal, totalOf } from '../cancellation.ts'
import { proposalInWords } from '../consequence.ts'
import { excuses, policyAgreed } from './excuse.view.ts'
import { sessionNamed as nameOf, whenOf } from './several.view.ts'

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
  readonly id: string
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
    ? html`<p class="govuk-body">${statusTag('You will not come', 'over')} You gave notice on ${formatInstant(session.cancelledAt)}. </p><form method="post" action="${own.address}/come">${hiddenField('participant', own.id)}${hiddenField('session', session.id)}${button({ text: html`I can come after all<span class="govuk-visually-hidden">, to session ${session.number}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
    : html`${isUnagreedMove(session) ? agreeing(own, session) : ''}
<p class="govuk-body">${own.address.startsWith('/cancel/') && html`<a class="govuk-link" href="/here/${own.address.slice('/cancel/'.length)}">I am there now<span class="govuk-visually-hidden">, at session ${session.number}</span></a> · `}<a class="govuk-link" href="${own.address}/${session.id}">I cannot come<span class="govuk-visually-hidden"> to session ${session.number}</span></a></p>`
}</section>`

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
${own.takesPart && own.sessions.length > 1 ? html`<p class="govuk-body"><a class="govuk-link" href="${own.address}/several">Cancel several sessions${own.isLead && ', or for others of your school'}</a></p>` : ''}
${own.takesPart && own.address.startsWith('/cancel/') && html`<p class="govuk-body"><a class="govuk-link" href="/taking-part/${own.address.slice('/cancel/'.length)}">The page of your group: dates, materials, tasks, messages</a></p><p class="govuk-body"><a class="govuk-link" href="/taking-part/${own.address.slice('/cancel/'.length)}/who-comes">Who comes to which session${own.isLead && ' from your school, or instead of somebody once'}</a></p>`}
${own.takesPart && own.isLead ? html`<h2 class="govuk-heading-m">Your school can no longer take part?</h2><p class="govuk-body"><a class="govuk-link" href="${own.address}/place">Give up the place of ${own.organisation}</a></p>` : ''}
${policyAgreed(own)}
</div></div>`,
  )

type Asking = { readonly own: OwnDates; readonly form: FormState }

const outcome = (proposal: Proposal, own: OwnDates): Html => {
  const words = proposalInWords(proposal, own.hub)
  return proposal.kind === 'late' ? warningText(words) : insetText(words)
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
<div id="confirm" tabindex="-1">${outcome(session.proposal, own)}</div>
<p class="govuk-body">Only you are taken out of this session. ${own.policy?.substituteAllowed === false ? 'By the policy you agreed to a colleague cannot come instead.' : 'A colleague may come instead: name them below.'}</p>
<form method="post" action="${own.address}/${session.id}" novalidate>
${hiddenField('shown', String(totalOf([session.proposal])))}
${excuses(own, form)}
${textArea(form, { name: 'reason', label: 'Why can you not come? (optional)', hint: 'The hub reads this when it decides about a charge. Please write nothing about your health.', rows: 3 })}
${button({ text: 'I cannot come', classes: session.proposal.kind === 'late' ? 'govuk-button--warning' : undefined, preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${own.address}">I will come</a></p>
${policyAgreed(own)}
</div></div>`,
  )
