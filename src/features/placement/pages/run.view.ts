import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dateField, type FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { GroupToFill } from '../instance.ts'
import { isUnderWay, type RunStatus, type RunSummary, runStatusLabels } from '../run.ts'
import { type HubSeen, runTones } from './placements.view.ts'

type Proposal = {
  readonly interestId: string
  readonly organisation: string
  readonly town: string | null
  readonly people: number
  readonly groupId: string | null
  readonly miles: number | null
  readonly reason: string
  readonly status: string
}

export type RunPage = {
  readonly hub: HubSeen
  readonly run: {
    readonly id: string
    readonly offerTitle: string
    readonly status: RunStatus
    readonly message: string | null
    readonly requestedAt: Temporal.Instant
    readonly requestedBy: string | null
    readonly summary: RunSummary
  }
  readonly proposals: readonly Proposal[]
  readonly groups: readonly GroupToFill[]
  /** Requests that still wait, whose result can be changed by hand. */
  readonly changeable: ReadonlySet<string>
  readonly history: readonly {
    readonly sentence: string
    readonly occurredAt: Temporal.Instant
    readonly actorName: string | null
  }[]
  readonly form: FormState
}

const stateSentence = ({ run }: RunPage): string => {
  const { summary } = run
  switch (run.status) {
    case 'queued':
    case 'running':
      return `${summary.applicants} to place in ${summary.groups} ${summary.groups === 1 ? 'group' : 'groups'}. You can leave this page and come back to it.`
    case 'proposed':
      return `${summary.placed} of ${summary.applicants} placed. Nobody has been told: change what you know better, then accept it.`
    case 'accepted':
      return `${summary.offered === 1 ? 'One place was' : `${summary.offered ?? 0} places were`} offered.${summary.refused?.length ? ` ${summary.refused.length} could not be.` : ''}`
    case 'failed':
      return run.message ?? 'No placement was found.'
    default:
      return 'Nobody was told of it.'
  }
}

const placeLink = ({ hub, run }: RunPage, proposal: Proposal): Html =>
  html`<a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}/change/${proposal.interestId}">Change<span class="govuk-visually-hidden"> ${proposal.organisation}</span></a>`

const rows = (data: RunPage, proposals: readonly Proposal[]) =>
  proposals.map((proposal) => [
    html`${proposal.organisation}${proposal.town && html`<br><span class="govuk-body-s">${proposal.town}</span>`}`,
    { text: proposal.people, format: 'numeric' as const },
    { text: proposal.miles === null ? '' : `${proposal.miles}`, format: 'numeric' as const },
    proposal.reason,
    ...(data.run.status === 'proposed'
      ? [data.changeable.has(proposal.interestId) ? placeLink(data, proposal) : '']
      : []),
  ])

const listOf = (data: RunPage, caption: string, proposals: readonly Proposal[]): Html =>
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-table__caption--m',
      head: [
        'Organisation',
        { text: 'People', format: 'numeric' },
        { text: 'Miles', format: 'numeric' },
        'Why',
        ...(data.run.status === 'proposed' ? ['Do'] : []),
      ],
      rows: rows(data, proposals),
      firstCellIsHeader: true,
    }),
  )

const captionOf = (group: GroupToFill, placed: readonly Proposal[], status: RunStatus): string => {
  if (status !== 'proposed') return `${group.name}: ${placed.length} placed`
  const room = group.organisationsTaken + group.organisationsLeft
  return `${group.name}: ${placed.length} placed, then ${group.organisationsTaken + placed.length} of ${room} taken`
}

const oneMoreList = ({ run, groups }: RunPage): Html | false => {
  const changes = (run.summary.oneMore ?? []).filter((change) => change.placed > 0 || change.miles >= 0.1)
  if (run.status !== 'proposed' || changes.length === 0) return false
  const said = (change: (typeof changes)[number]): string => {
    if (change.placed > 0) return `would place ${change.placed} more`
    return `would save ${change.miles} miles of travel in all`
  }
  return html`<h2 class="govuk-heading-m">What one more place would change</h2><ul class="govuk-list govuk-list--bullet">${changes.map((change) => html`<li>One more place in ${groups.find((group) => group.id === change.groupId)?.name ?? 'a group'} ${said(change)}.</li>`)}</ul>`
}

const decide = ({ hub, run, proposals, form }: RunPage): Html => {
  const placed = proposals.filter((proposal) => proposal.groupId !== null).length
  return html`<h2 class="govuk-heading-m">Accept the placement</h2>
${insetText(`${placed} ${placed === 1 ? 'place is' : 'places are'} offered at once, each with one mail to who asked. An offer that is declined or not answered in time goes to the next on the waiting list by itself.`)}
<form method="post" action="/hub/${hub.slug}/placement/${run.id}/accept" novalidate>
${dateField(form, { name: 'respond_by', label: 'Last day to answer', hint: 'Until 11:59pm of that day' })}
${button({ text: `Offer ${placed} ${placed === 1 ? 'place' : 'places'}`, preventDoubleClick: true })}
</form>
<form method="post" action="/hub/${hub.slug}/placement/${run.id}/discard">${button({ text: 'Discard the proposal', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

const refusedList = ({ run, proposals }: RunPage): Html | false =>
  Boolean(run.summary.refused?.length) &&
  html`<h2 class="govuk-heading-m">Not offered</h2><ul class="govuk-list govuk-list--bullet">${run.summary.refused?.map((each) => html`<li>${proposals.find((proposal) => proposal.interestId === each.interestId)?.organisation ?? 'A school'}: ${each.why}</li>`)}</ul>`

const figures = ({ run }: RunPage): Html =>
  statFigures([
    { label: 'Placed', value: `${run.summary.placed ?? 0} of ${run.summary.applicants}` },
    {
      label: 'Average distance',
      value: `${run.summary.placed ? Math.round(((run.summary.miles ?? 0) / run.summary.placed) * 10) / 10 : 0} miles`,
      definition: 'In a straight line, of those whose distance is known',
    },
    { label: 'Longest distance', value: `${run.summary.longest ?? 0} miles` },
  ])

/** A placement: being worked out, proposed with a reason for each, or decided. */
export const runView = (frame: Frame, data: RunPage): Html => {
  const { hub, run, proposals, groups, form } = data
  const left = proposals.filter((proposal) => proposal.groupId === null)
  return layout(
    frame,
    {
      title: `Placement: ${run.offerTitle}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Best placement', href: `/hub/${hub.slug}/placement` },
        { text: run.offerTitle },
      ],
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: `Placement: ${run.offerTitle}`,
      caption: `${hub.name}, asked for on ${formatInstant(run.requestedAt)}${run.requestedBy ? ` by ${run.requestedBy}` : ''}`,
      text: html`${statusTag(runStatusLabels[run.status], runTones[run.status])} ${stateSentence(data)}`,
      ...(isUnderWay(run.status)
        ? { actions: [button({ text: 'Look again', href: `/hub/${hub.slug}/placement/${run.id}` })] }
        : {}),
    })}
${(run.status === 'proposed' || run.status === 'accepted') && figures(data)}
${run.status === 'proposed' && run.summary.proved === false && insetText('The search was stopped at its limit: this is the best placement found, not proved to be the best there is.')}
${refusedList(data)}
${groups.map((group) => {
  const placed = proposals.filter((proposal) => proposal.groupId === group.id)
  return placed.length > 0 && listOf(data, captionOf(group, placed, run.status), placed)
})}
${left.length > 0 && listOf(data, `No place: ${left.length}`, left)}
${oneMoreList(data)}
${run.status === 'proposed' && decide(data)}
<h2 class="govuk-heading-m">History</h2>${timeline(data.history.map((event) => ({ title: event.sentence, when: formatInstant(event.occurredAt), datetime: event.occurredAt.toString(), by: event.actorName ?? 'the service itself' })))}`,
  )
}
