import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, formFrom, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { GroupToFill } from '../../placement-solving/index.ts'
import type { Asked, Pin } from '../asked.ts'
import { isUnderWay, type RunStatus, type RunSummary, runStatusLabels } from '../run.ts'
import { type AcceptShown, accepting } from './accept.view.ts'
import { askedInWords } from './ask.view.ts'
import { figures } from './figures.view.ts'
import { type HubSeen, runTones } from './placements.view.ts'
import { type ProposalShown, results } from './results.view.ts'
import { settled } from './settled.view.ts'

type RunSeen = {
  readonly id: string
  readonly offerTitle: string
  readonly status: RunStatus
  readonly message: string | null
  readonly requestedAt: Temporal.Instant
  readonly requestedBy: string | null
  readonly asked: Asked
  readonly progress: {
    readonly stage: number
    readonly stages: number
    readonly nodes: number
    readonly gap: number | null
  } | null
  readonly summary: RunSummary
}

export type RunPage = {
  readonly hub: HubSeen
  readonly run: RunSeen
  readonly proposals: readonly ProposalShown[]
  readonly groups: readonly GroupToFill[]
  /** Requests that still wait, whose result can be changed by hand. */
  readonly changeable: ReadonlySet<string>
  readonly pins: readonly Pin[]
  readonly others: readonly {
    readonly id: string
    readonly requestedAt: Temporal.Instant
    readonly status: RunStatus
    readonly summary: RunSummary
  }[]
  readonly history: readonly {
    readonly sentence: string
    readonly occurredAt: Temporal.Instant
    readonly actorName: string | null
  }[]
  readonly form: FormState
  /** Of how many ways the table of minutes says nothing; null where miles are measured. */
  readonly untold: string | null
  /** The mark of what is seen of a proposal, the groups that would have too few, and what has changed since it was seen. */
  readonly accept: Pick<AcceptShown, 'mark' | 'short' | 'changes'> | null
  /** What is looked for among the schools, and which page of what is settled is shown. */
  readonly find: string
  readonly pinPage: number
}

const progressInWords = ({ progress }: RunSeen): string => {
  if (!progress) return ''
  const gap =
    progress.gap === null ? '' : `, at most ${Math.max(0.1, Math.round(progress.gap * 1000) / 10)} % from the best`
  return ` Step ${progress.stage} of ${progress.stages}${gap}.`
}

const stateSentence = ({ run }: RunPage): Html | string => {
  const { summary } = run
  switch (run.status) {
    case 'queued':
    case 'running':
      return `${summary.applicants} to place in ${summary.groups} ${summary.groups === 1 ? 'group' : 'groups'}. You can leave this page and come back to it.${progressInWords(run)}`
    case 'proposed':
      return html`${summary.placed} of ${summary.applicants} placed. Nobody has been told: change what you know better, then <a class="govuk-link" href="#accept">accept it</a>.`
    case 'accepted':
      return `${summary.offered === 1 ? 'One place was' : `${summary.offered ?? 0} places were`} offered.${summary.refused?.length ? ` ${summary.refused.length} could not be.` : ''}`
    case 'failed':
      return run.message ?? 'No placement was found.'
    default:
      return 'Nobody was told of it.'
  }
}

const refusedList = ({ run, proposals }: RunPage): Html | false =>
  Boolean(run.summary.refused?.length) &&
  html`<h2 class="govuk-heading-m">Not offered</h2><ul class="govuk-list govuk-list--bullet">${run.summary.refused?.map((each) => html`<li>${proposals.find((proposal) => proposal.interestId === each.interestId)?.organisation ?? 'A school'}: ${each.why}</li>`)}</ul>`

const leftOutLink = ({ hub, run, proposals }: RunPage): Html | false =>
  (run.status === 'proposed' || run.status === 'accepted') &&
  proposals.some(({ groupId }) => groupId === null) &&
  html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}/left-out">What would place those who are left out</a></p>`

const mapLink = ({ hub, run, proposals }: RunPage): Html | false =>
  proposals.length > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}/map">Map: who goes where</a></p>`

const compareLinks = ({ hub, run, others }: RunPage): Html | false =>
  run.summary.placed !== undefined &&
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Compare with another placement</h2><ul class="govuk-list">${others.map((other) => html`<li><a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}/compared/${other.id}">The one asked for on ${formatInstant(other.requestedAt)}</a>, ${runStatusLabels[other.status].toLowerCase()}: ${other.summary.placed} of ${other.summary.applicants} placed</li>`)}</ul>`

const found = ({ proposals, find }: RunPage): readonly ProposalShown[] => {
  const words = find.toLowerCase().split(/\s+/)
  return proposals.filter(({ organisation, town }) =>
    words.every((word) => `${organisation} ${town ?? ''}`.toLowerCase().includes(word)),
  )
}

// Short enough to be looked through without.
const fewToFind = 12

/** One box that finds a school in a long placement: where it is, why, and the link that changes it. */
const finding = (data: RunPage): Html | false => {
  const { hub, run, proposals, find } = data
  const base = `/hub/${hub.slug}/placement/${run.id}`
  return (
    proposals.length > fewToFind &&
    html`<form method="get" action="${base}#finding" id="finding">${textField(formFrom({ find }), { name: 'find', label: 'Find a school in this placement', hint: 'By its name or town, to see why it is where it is and to change it', width: 20 })}${button({ text: 'Find', classes: 'govuk-button--secondary' })}</form>${
      find !== '' &&
      html`<p class="govuk-body" role="status">${formatCount(found(data).length)} of ${formatCount(proposals.length)} found. <a class="govuk-link" href="${base}#finding">Show all</a></p>`
    }`
  )
}

const underWay = ({ hub, run }: RunPage): Html =>
  html`<form method="post" action="/hub/${hub.slug}/placement/${run.id}/cancel">${button({ text: 'Call it off', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const proposed = (
  data: RunPage,
): Html => html`${settled({ base: `/hub/${data.hub.slug}/placement/${data.run.id}`, pins: data.pins, proposals: data.proposals, groups: data.groups, form: data.form, page: data.pinPage })}
${data.accept && accepting({ ...data.accept, base: `/hub/${data.hub.slug}/placement/${data.run.id}`, placed: data.proposals.filter(({ groupId }) => groupId !== null).length, names: new Map(data.proposals.map(({ interestId, organisation }) => [interestId, organisation])), form: data.form })}`

/** A placement: being worked out, proposed with a reason for each, or decided. */
export const runView = (frame: Frame, data: RunPage): Html => {
  const { hub, run, form } = data
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
      ...(isUnderWay(run.status) ? { scripts: ['look-again'] } : {}),
    },
    html`${actionBar({
      title: `Placement: ${run.offerTitle}`,
      caption: `${hub.name}, asked for on ${formatInstant(run.requestedAt)}${run.requestedBy ? ` by ${run.requestedBy}` : ''}`,
      text: html`<span${isUnderWay(run.status) ? html` data-under-way` : ''}>${statusTag(runStatusLabels[run.status], runTones[run.status])} ${stateSentence(data)}</span>`,
      ...(isUnderWay(run.status)
        ? { actions: [button({ text: 'Look again', href: `/hub/${hub.slug}/placement/${run.id}` })] }
        : {}),
    })}
${isUnderWay(run.status) && underWay(data)}
${(run.status === 'proposed' || run.status === 'accepted') && figures(run.summary)}
${mapLink(data)}
<h2 class="govuk-heading-m">What counts in it</h2>
<ul class="govuk-list govuk-list--bullet">${[...askedInWords(run.asked), ...(data.untold === null ? [] : [data.untold])].map((each) => html`<li>${each}</li>`)}</ul>
${refusedList(data)}
${finding(data)}
${results({ ...data, shown: found(data) })}
${leftOutLink(data)}
${compareLinks(data)}
${run.status === 'proposed' && proposed(data)}
<h2 class="govuk-heading-m">History</h2>${timeline(data.history.map((event) => ({ title: event.sentence, when: formatInstant(event.occurredAt), datetime: event.occurredAt.toString(), by: event.actorName ?? 'the service itself' })))}`,
  )
}
