import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { GroupToFill } from '../../placement-solving/index.ts'
import type { RunStatus } from '../run.ts'
import { wayCell } from './measure.view.ts'
import type { HubSeen } from './placements.view.ts'

export type ProposalShown = {
  readonly interestId: string
  readonly organisation: string
  readonly town: string | null
  readonly people: number
  readonly groupId: string | null
  readonly miles: number | null
  readonly minutes: number | null
  readonly reason: string
  readonly status: string
}

type Shown = {
  readonly hub: HubSeen
  readonly run: { readonly id: string; readonly status: RunStatus }
  readonly proposals: readonly ProposalShown[]
  /** Those that are looked for: all of them, unless something was typed. */
  readonly shown: readonly ProposalShown[]
  readonly groups: readonly GroupToFill[]
  readonly changeable: ReadonlySet<string>
}

const placeLink = ({ hub, run }: Shown, proposal: ProposalShown): Html =>
  html`<a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}/change/${proposal.interestId}">Change<span class="govuk-visually-hidden"> ${proposal.organisation}</span></a>`

const rows = (data: Shown, proposals: readonly ProposalShown[]) =>
  proposals.map((proposal) => [
    html`${proposal.organisation}${proposal.town && html`<br><span class="govuk-body-s">${proposal.town}</span>`}`,
    { text: proposal.people, format: 'numeric' as const },
    { text: wayCell(proposal), format: 'numeric' as const },
    proposal.reason,
    ...(data.run.status === 'proposed'
      ? [data.changeable.has(proposal.interestId) ? placeLink(data, proposal) : '']
      : []),
  ])

const listOf = (data: Shown, caption: string, proposals: readonly ProposalShown[]): Html =>
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Organisation', classes: 'govuk-!-width-one-third' },
        { text: 'People', format: 'numeric' },
        { text: proposals.some(({ minutes }) => minutes !== null) ? 'Minutes (miles)' : 'Miles', format: 'numeric' },
        { text: 'Why', classes: 'govuk-!-width-one-third' },
        ...(data.run.status === 'proposed' ? ['Do'] : []),
      ],
      rows: rows(data, proposals),
      firstCellIsHeader: true,
    }),
  )

const captionOf = (group: GroupToFill, placed: readonly ProposalShown[], status: RunStatus): string => {
  if (group.isNew && status === 'proposed')
    return `${group.name}, to be opened: ${placed.length} placed of ${group.organisationsLeft} at most`
  if (status !== 'proposed') return `${group.name}: ${placed.length} placed`
  const room = group.organisationsTaken + group.organisationsLeft
  return `${group.name}: ${placed.length} placed, then ${group.organisationsTaken + placed.length} of ${room} taken`
}

/** Who goes into which group and why, and who has no place and why not. */
export const results = (data: Shown): Html => {
  const inGroup = (id: string | null) => (proposal: ProposalShown) => proposal.groupId === id
  const left = data.proposals.filter(inGroup(null))
  const leftShown = data.shown.filter(inGroup(null))
  return html`${data.groups.map((group) => {
    const placed = data.proposals.filter(inGroup(group.id))
    const shown = data.shown.filter(inGroup(group.id))
    return shown.length > 0 && listOf(data, captionOf(group, placed, data.run.status), shown)
  })}
${leftShown.length > 0 && listOf(data, `No place: ${left.length}`, leftShown)}`
}
