import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dateField, type FormState, hiddenField, radiosField, selectField, textArea } from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { answerTag, commitmentWords, type VerdictShown, verdictList } from '../../criteria/index.ts'
import type { HistoryShown } from '../../interest/index.ts'
import { type Interest, interestStatusLabels, interestTones } from '../../interest/index.ts'

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
  readonly form: FormState
  readonly act: string
}

const form = (decision: Decision, act: string, inside: Content): Html =>
  html`<form method="post" action="/hub/${decision.interest.hub.slug}/interest/${decision.interest.id}" novalidate>${hiddenField('act', act)}${inside}</form>`

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
    value: decision.interest.groupPreferenceId,
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
      html`${groupField(decision, 'offer')}${dateField(stateFor(decision, 'offer'), { name: 'respond_by', label: 'Last day to answer', hint: 'The offer lapses at the end of that day and goes to the next in line', value: decision.usualDeadline })}${button({ text: 'Offer the place', preventDoubleClick: true })}`,
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

const decisions = (decision: Decision): Html => {
  const { status } = decision.interest
  if (status === 'received')
    return html`${form(decision, 'headteacher', html`<p class="govuk-body">The headteacher has not answered yet. If they told you otherwise that the school can take part, note it here.</p>${button({ text: 'The headteacher has confirmed', classes: 'govuk-button--secondary', preventDoubleClick: true })}`)}${declining(decision)}`
  if (status === 'confirmed')
    return html`${placing(decision)}${form(decision, 'wait', button({ text: 'Put on the waiting list', classes: 'govuk-button--secondary', preventDoubleClick: true }))}${declining(decision)}`
  if (status === 'waiting') return html`${placing(decision)}${declining(decision)}`
  if (status === 'offered' || status === 'placed') return declining(decision)
  return html`<p class="govuk-body">This request has ended. Nothing is left to decide.</p>`
}

const standing = ({ status, place, waitingSince, statusReason }: Interest): Html =>
  html`<p class="govuk-body">${statusTag(interestStatusLabels[status], interestTones[status])}${place && html` in <a class="govuk-link" href="/groups/${place.groupId}">${place.groupName}</a>`}${status === 'offered' && place?.respondBy && html`, to be answered by ${formatInstant(place.respondBy)}`}${status === 'waiting' && waitingSince && html` since ${formatInstant(waitingSince)}`}</p>${statusReason && insetText(statusReason)}`

const people = (interest: Interest): Html =>
  html`${interest.people.map(
    (person) =>
      html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${person.name}</strong>${person.part === 'lead' && interest.people.length > 1 && ' (lead participant)'}<br>${postLabels[person.post]}${person.held === false && ', from a later date'}<br>${person.email}</p>`,
  )}`

const headteacher = ({ headteacher: head }: Interest) =>
  head.email !== null && {
    key: 'Headteacher',
    value: html`${head.name}<br>${head.email}<br>${head.confirmedAt ? `Confirmed on ${formatInstant(head.confirmedAt)}` : 'Has not confirmed'}`,
  }

const request = (interest: Interest): Html =>
  summaryList({
    rows: [
      {
        key: 'Who asks',
        value: html`${interest.sender.name}, ${postLabels[interest.sender.post]}<br>${interest.sender.email}${interest.sender.telephone && html`<br>${interest.sender.telephone}`}`,
      },
      { key: 'Who would take part', value: people(interest) },
      headteacher(interest),
      interest.themeTitle !== null && { key: 'Preferred theme', value: interest.themeTitle },
      interest.groupPreference !== null && { key: 'Preferred group', value: interest.groupPreference },
      interest.travelLimitMiles !== null && { key: 'Travel', value: `Up to ${interest.travelLimitMiles} miles` },
      interest.accessNeeds !== null && { key: 'Access needs', value: interest.accessNeeds },
      interest.comments !== null && { key: 'Comments', value: interest.comments },
      { key: 'Commitments', value: interest.commitments.map(commitmentWords).join(', ') || 'None given' },
      interest.policyWording !== null && { key: 'Policy agreed to', value: interest.policyWording },
      { key: 'Received', value: interest.receivedAt ? formatInstant(interest.receivedAt) : 'Not yet' },
    ],
  })

const overruledNote = (overruled: NonNullable<Decision['verdicts'][number]['overruled']>): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-1">Overruled: ${answerTag(overruled.answer)} ${overruled.reason} <span class="govuk-hint govuk-!-margin-bottom-0">${overruled.by ?? 'The hub'}, ${formatInstant(overruled.at)}</span></p>`

const overruling = (decision: Decision): Html | false => {
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

/** One request with everything a decision needs, and the decisions. */
export const interestView = (frame: Frame, decision: Decision): Html => {
  const { interest, verdicts, sum, history } = decision
  const { hub, organisation } = interest
  const where = [organisation.town, organisation.urn ? `URN ${organisation.urn}` : null].filter(Boolean).join(' · ')
  return layout(
    frame,
    {
      title: `${organisation.name}: ${interest.projectTitle}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Requests to join', href: `/hub/${hub.slug}/interest` },
        { text: organisation.name },
      ],
      errors: decision.form.errors,
      wide: true,
    },
    html`${actionBar({ title: organisation.name, caption: interest.projectTitle, text: where })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${standing(interest)}
<h2 class="govuk-heading-m">By the rules</h2>
<p class="govuk-body">${answerTag(sum.answer)} ${sum.sentence}</p>
${verdictList(verdicts.map((verdict) => (verdict.overruled ? { ...verdict, below: overruledNote(verdict.overruled) } : verdict)))}
${overruling(decision)}
<h2 class="govuk-heading-m">The request</h2>
${request(interest)}
</div><div class="govuk-grid-column-one-third">
<h2 class="govuk-heading-m">Decide</h2>
${decisions(decision)}
<h2 class="govuk-heading-m">History</h2>
${timeline(history)}
<h2 class="govuk-heading-m">Who sees it</h2>
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/access/interest/${interest.id}">Who sees this request, and why</a> (for leads of the hub)</p>
<form method="post" action="/hub/${hub.slug}/access/interest/${interest.id}/stop-links" novalidate><p class="govuk-body">If a link about it reached the wrong person, stop every link mailed so far. The sender is sent a new one.</p>${button({ text: 'Stop the links and send a new one', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
</div></div>`,
  )
}
