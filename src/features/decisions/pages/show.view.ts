import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { speakerFor, speakerTitle } from '../../../vocabulary/speaks-for.ts'
import { weekdayLabels } from '../../../vocabulary/weekdays.ts'
import { answerTag, commitmentWords, verdictList } from '../../criteria/index.ts'
import { type Interest, interestStatusLabels, interestTones } from '../../interest/index.ts'
import { isPassableNow } from '../../passing-on/index.ts'
import { hintInWords } from '../hint.ts'
import { bothDecisions, type Decision, decisions, overruledNote, overruling, stating } from './deciding.view.ts'
import { notesView } from './notes.view.ts'

const standing = ({ status, place, waitingSince, statusReason }: Interest): Html =>
  html`<p class="govuk-body">${statusTag(interestStatusLabels[status], interestTones[status])}${place && html` in <a class="govuk-link" href="/groups/${place.groupId}">${place.groupName}</a>`}${status === 'offered' && place?.respondBy && html`, to be answered by ${formatInstant(place.respondBy)}`}${status === 'waiting' && waitingSince && html` since ${formatInstant(waitingSince)}`}</p>${statusReason && insetText(statusReason)}`

const people = (interest: Interest): Html =>
  html`${interest.people.map(
    (person) =>
      html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${person.name}</strong>${person.part === 'lead' && interest.people.length > 1 && ' (lead participant)'}<br>${postLabels[person.post]}${person.held === false && ', from a later date'}<br>${person.email}</p>`,
  )}${interest.unnamed > 0 && html`<p class="govuk-body">${interest.unnamed} more, not yet named. <a class="govuk-link" href="/hub/${interest.hub.slug}/offers/${interest.offerId}/names">By when, and what can be done</a></p>`}`

const headStanding = (
  { confirmedAt, agreedWithId, ended, answerBy }: Interest['headteacher'],
  kind: string,
): string => {
  if (confirmedAt) return `Confirmed on ${formatInstant(confirmedAt)}`
  if (agreedWithId) return 'Has agreed for the year already, with another request'
  if (ended === 'silent') return 'Did not answer in time'
  if (ended === 'wrong_person') return `Is not the ${speakerFor(kind).who}: ask who is`
  return answerBy ? `Has not confirmed; asked until ${formatInstant(answerBy)}` : 'Has not confirmed'
}

const headteacher = ({ headteacher: head, organisation: { kind } }: Interest) =>
  head.email !== null && {
    key: speakerTitle(kind),
    value: html`${head.name}<br>${head.email}<br>${headStanding(head, kind)}`,
  }

const answerRow = (interest: Interest, { kind, question, value, shown }: Interest['answers'][number]) => ({
  key: question,
  value:
    kind === 'file'
      ? html`<a class="govuk-link" href="/hub/${interest.hub.slug}/interest/${interest.id}/files/${value}">${shown}</a>`
      : shown,
})

const wished = (key: string, names: readonly string[]) =>
  names.length === 0
    ? []
    : [
        {
          key,
          value: names.length === 1 ? (names[0] ?? '') : html`${names.map((name, at) => html`${at + 1}. ${name}<br>`)}`,
        },
      ]

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
      ...interest.answers.map((answer) => answerRow(interest, answer)),
      ...wished('Preferred groups', interest.wishes.groups),
      ...wished('Preferred places', interest.wishes.places),
      interest.preferences.days.length > 0 && {
        key: 'Days that suit',
        value: interest.preferences.days.map((day) => weekdayLabels[day]).join(', '),
      },
      interest.travelLimitMiles !== null && { key: 'Travel', value: `Up to ${interest.travelLimitMiles} miles` },
      interest.accessNeeds !== null && { key: 'Access needs', value: interest.accessNeeds },
      interest.comments !== null && { key: 'Comments', value: interest.comments },
      { key: 'Commitments', value: interest.commitments.map(commitmentWords).join(', ') || 'None given' },
      interest.policyWording !== null && { key: 'Policy agreed to', value: interest.policyWording },
      { key: 'Received', value: interest.receivedAt ? formatInstant(interest.receivedAt) : 'Not yet' },
    ],
  })

const stateAnswersLink = ({ interest: { hub, id, organisation }, statesAnswers }: Decision): Html | false =>
  statesAnswers &&
  html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/interest/${id}/answers">State what ${organisation.name} answers to the project’s questions</a></p>`

const toKnow = ({ hints, interest: { hub } }: Decision): Html | false =>
  hints.length > 0 &&
  insetText(
    html`<p class="govuk-body"><strong>To know before you decide</strong></p><ul class="govuk-list">${hints.map(
      (hint) =>
        html`<li>${hintInWords(hint)}${hint.request && html` <a class="govuk-link" href="/hub/${hub.slug}/interest/${hint.request.id}">See that request</a>`}${hint.group && html` <a class="govuk-link" href="/groups/${hint.group.id}">See the group</a>`}</li>`,
    )}</ul>`,
  )

const passing = ({ passing: stands, interest: { hub, id, status } }: Decision): Html =>
  html`${stands !== null && insetText(stands)}${isPassableNow({ status }) && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/interest/${id}/pass-on">${stands === null ? 'Pass it on to another hub' : 'Passing it on to another hub'}</a></p>`}`

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
${bothDecisions(decision)}${standing(interest)}${toKnow(decision)}
<h2 class="govuk-heading-m">By the rules</h2>
<p class="govuk-body">${answerTag(sum.answer)} ${sum.sentence}</p>
${verdictList(verdicts.map((verdict) => (verdict.overruled ? { ...verdict, below: overruledNote(verdict.overruled) } : verdict)))}
<div id="state-fact">${stating(decision)}</div>
${overruling(decision)}
<h2 class="govuk-heading-m">The request</h2>
${request(interest)}
${stateAnswersLink(decision)}
${notesView(decision)}
</div><div class="govuk-grid-column-one-third">
<h2 class="govuk-heading-m">Decide</h2>
${decisions(decision)}
${passing(decision)}
<h2 class="govuk-heading-m">History</h2>
${timeline(history)}
<h2 class="govuk-heading-m">Who sees it</h2>
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/access/interest/${interest.id}">Who sees this request, and why</a> (for leads of the hub)</p>
<form method="post" action="/hub/${hub.slug}/access/interest/${interest.id}/stop-links" novalidate><p class="govuk-body">If a link about it reached the wrong person, stop every link mailed so far. The sender is sent a new one.</p>${button({ text: 'Stop the links and send a new one', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
</div></div>`,
  )
}
