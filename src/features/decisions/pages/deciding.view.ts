import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import {
  dateField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { speakerFor } from '../../../vocabulary/speaks-for.ts'
import { answerTag, factWords, type Question, questionField, type VerdictShown } from '../../criteria/index.ts'
import type { HistoryShown, Interest } from '../../interest/index.ts'
import type { Hint } from '../hint.ts'
import type { Note } from '../note.ts'

export type Decision = {
  readonly interest: Interest
  readonly verdicts: readonly (VerdictShown & {
    readonly id: string
    readonly overruled: {
      readonly answer: 'yes' | 'no' | 'not_yet_known'
      readonly reason: string
      readonly by: string | null
      readonly at: Temporal.Instant
    } | null
  })[]
  readonly sum: { readonly answer: 'yes' | 'no' | 'not_yet_known'; readonly sentence: string }
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly organisationsLeft: number
    readonly peopleLeft: number
  }[]
  readonly history: readonly (HistoryShown & { readonly by: string })[]
  readonly usualDeadline: Temporal.PlainDate
  /** The number of the latest change that the page shows: it travels with each decision. */
  readonly seen: number
  /** What somebody else did meanwhile, where a decision came after it. */
  readonly since: readonly (HistoryShown & { readonly by: string })[]
  readonly overtaken: Overtaken | null
  readonly notes: readonly (Note & { readonly isRemovable: boolean })[]
  readonly hints: readonly Hint[]
  /** What the rules leave open and the hub could be told, and which of it is asked for first. */
  readonly missing: readonly Question[]
  readonly asked: string
  /** Whether the project asks what the hub can answer for the school. */
  readonly statesAnswers: boolean
  readonly today: Temporal.PlainDate
  /** Where passing it on stands, in a sentence. */
  readonly passing: string | null
  readonly form: FormState
  readonly act: string
}

/** A decision that was made on a request as it no longer was. */
export type Overtaken = { readonly seen: number; readonly act: string; readonly typed: Typed }

const form = (decision: Decision, act: string, inside: Content): Html =>
  html`<form method="post" action="/hub/${decision.interest.hub.slug}/interest/${decision.interest.id}" novalidate>${hiddenField('act', act)}${hiddenField('seen', String(decision.seen))}${inside}</form>`

const emptyState: FormState = { typed: {}, errors: [] }

const stateFor = (decision: Decision, act: string): FormState => (decision.act === act ? decision.form : emptyState)

const groupField = (decision: Decision, act: string): Html =>
  selectField(stateFor(decision, act), {
    name: `${act}_group`,
    label: 'Group',
    items: decision.groups.map((group) => ({
      value: group.id,
      text: `${group.name}: ${group.organisationsLeft} ${group.organisationsLeft === 1 ? 'place' : 'places'}, ${group.peopleLeft} people free`,
    })),
    value: decision.interest.preferences.groups[0] ?? null,
  })

const opened = (decision: Decision, act: string, summaryText: string, text: Html): Html =>
  details({ summaryText, open: decision.act === act, text })

const placing = (decision: Decision): Html => {
  if (decision.groups.length === 0)
    return html`<p class="govuk-body">No group of this project takes places yet. <a class="govuk-link" href="/hub/${decision.interest.hub.slug}/groups">See your groups</a></p>`
  return html`${opened(
    decision,
    'offer',
    'Offer a place',
    form(
      decision,
      'offer',
      html`${groupField(decision, 'offer')}${dateField(stateFor(decision, 'offer'), { name: 'respond_by', label: 'Last day to answer', hint: 'The offer lapses at the end of that day, or when the first session of the group begins if that is sooner, and goes to the next in line', value: decision.usualDeadline })}${button({ text: 'Offer the place', preventDoubleClick: true })}`,
    ),
  )}${opened(
    decision,
    'hold',
    'Give a place at once',
    form(
      decision,
      'hold',
      html`<p class="govuk-body">When you have settled it with the school already. They are told by mail; nothing is left to answer.</p>${groupField(decision, 'hold')}${button({ text: 'Give the place', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  )}`
}

const declining = (decision: Decision): Html => {
  const { place, status } = decision.interest
  const hasPlace = place && (status === 'offered' || status === 'placed')
  return opened(
    decision,
    'decline',
    hasPlace ? 'Take the place back' : 'Decline',
    form(
      decision,
      'decline',
      html`${hasPlace && html`<p class="govuk-body">The place in ${place.groupName} goes to the next school in line at once.</p>`}${textArea(stateFor(decision, 'decline'), { name: 'reason', label: 'Reason', hint: 'Mailed to who asked', rows: 3 })}${button({ text: hasPlace ? 'Take the place back' : 'Decline the request', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  )
}

const deedWords: Readonly<Record<string, string>> = {
  wait: 'put it on the waiting list',
  headteacher: 'note that the agreement was given',
  offer: 'offer a place',
  hold: 'give a place at once',
  decline: 'decline it',
  overrule: 'overrule an answer',
  state: 'state a fact that was missing',
}

const typedWords = ({ typed }: Overtaken): string => {
  const reason = typed['reason'] ?? typed['overrule_reason'] ?? ''
  return typeof reason === 'string' ? reason.trim() : ''
}

/** Both decisions: what somebody else did meanwhile, and what was not done because of it. */
export const bothDecisions = ({ overtaken, since }: Decision): Html | false =>
  overtaken !== null &&
  insetText({
    id: 'decide',
    text: html`<p class="govuk-body">While you looked at this request:</p><ul class="govuk-list govuk-list--bullet">${since.map(
      ({ title, by, when }) => html`<li>${title}: ${by}, ${when}</li>`,
    )}</ul><p class="govuk-body">You wanted to ${deedWords[overtaken.act] ?? 'decide'}. Nothing of that was done.${typedWords(overtaken) !== '' && html` You wrote: “${typedWords(overtaken)}”`}</p>`,
  })

export const decisions = (decision: Decision): Html => {
  const { status, organisation } = decision.interest
  const { who, body } = speakerFor(organisation.kind)
  if (status === 'received')
    return html`${form(decision, 'headteacher', html`<p class="govuk-body">The ${who} has not answered yet. If they told you otherwise that the ${body} can take part, note it here.</p>${button({ text: `The ${who} has confirmed`, classes: 'govuk-button--secondary', preventDoubleClick: true })}`)}<p class="govuk-body"><a class="govuk-link" href="/hub/${decision.interest.hub.slug}/interest/${decision.interest.id}/agreement">Put the address of the ${who} right, or send a fresh link</a></p>${declining(decision)}`
  if (status === 'confirmed')
    return html`${placing(decision)}${form(decision, 'wait', button({ text: 'Put on the waiting list', classes: 'govuk-button--secondary', preventDoubleClick: true }))}${declining(decision)}`
  if (status === 'waiting') return html`${placing(decision)}${declining(decision)}`
  if (status === 'offered' || status === 'placed') return declining(decision)
  return html`<p class="govuk-body">This request has ended. Nothing is left to decide.</p>`
}

export const overruledNote = (overruled: NonNullable<Decision['verdicts'][number]['overruled']>): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-1">Overruled: ${answerTag(overruled.answer)} ${overruled.reason} <span class="govuk-hint govuk-!-margin-bottom-0">${overruled.by ?? 'The hub'}, ${formatInstant(overruled.at)}</span></p>`

export const overruling = (decision: Decision): Html | false => {
  const state = stateFor(decision, 'overrule')
  return (
    decision.verdicts.length > 0 &&
    opened(
      decision,
      'overrule',
      'Overrule an answer',
      form(
        decision,
        'overrule',
        html`${selectField(state, { name: 'verdict', label: 'Rule', items: decision.verdicts.map(({ id, sentence }) => ({ value: id, text: sentence })) })}${radiosField(
          state,
          {
            name: 'answer',
            label: 'The answer is',
            inline: true,
            small: true,
            items: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ],
          },
        )}${textArea(state, { name: 'overrule_reason', label: 'Why', hint: 'Kept in the history; the school does not see it', rows: 2 })}${button({ text: 'Overrule', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      ),
    )
  )
}

/** What the rules leave open, one fact at a time: the hub states it where it was told. */
export const stating = (decision: Decision): Html | false => {
  const { missing, asked, interest, today } = decision
  const question = missing.find(({ name }) => name === asked) ?? missing[0]
  if (!question) return false
  const state = stateFor(decision, 'state')
  const others = missing.filter(({ name }) => name !== question.name)
  return details({
    summaryText: 'State what is not yet known',
    open: decision.act === 'state' || asked === question.name,
    text: html`<p class="govuk-body">Where the school has told you what no register says. It is known from then on as the hub’s statement, and the rules answer anew.</p>
${form(
  decision,
  'state',
  html`${hiddenField('fact', question.name)}${questionField(state, question)}${textField(state, { name: 'fact_source', label: 'How do you know it?', hint: 'Such as: told by telephone. It stands beside the fact', width: 30 })}${dateField(state, { name: 'told_on', label: 'When were you told?', value: today })}${button({ text: 'State it', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}
${others.length > 0 && html`<p class="govuk-body">Or state: ${others.map(({ name }, at) => html`${at > 0 && '; '}<a class="govuk-link" href="/hub/${interest.hub.slug}/interest/${interest.id}?fact=${encodeURIComponent(name)}#state-fact">${factWords(name)}</a>`)}</p>`}`,
  })
}
