import { type Spokes, spokesPicture } from '../../../ui/charts/spokes.ts'
import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { GridPoint } from '../../../vocabulary/grid.ts'
import { wayCell } from './measure.view.ts'
import type { HubSeen } from './placements.view.ts'

type School = {
  readonly organisation: string
  readonly town: string | null
  readonly miles: number | null
  readonly minutes: number | null
  readonly at: GridPoint | null
}
type Group = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly at: GridPoint | null
  readonly schools: readonly School[]
}
export type MapPage = {
  readonly hub: HubSeen
  readonly run: { readonly id: string; readonly offerTitle: string }
  readonly groups: readonly Group[]
  readonly left: readonly School[]
  /** The number of the group that is shown alone; none for all. */
  readonly shown: string
}

const places = (schools: readonly School[]): readonly GridPoint[] => schools.flatMap(({ at }) => at ?? [])

/** Groups that meet at one place share a square, which names them all. */
export const spokesOf = (groups: readonly Group[]): readonly Spokes[] => {
  const located = groups.flatMap(({ at, number, schools }) => (at === null ? [] : [{ at, number, schools }]))
  const meetings = Map.groupBy(located, ({ at }) => `${at.easting} ${at.northing}`)
  return [...meetings.values()].flatMap((there) =>
    there.slice(0, 1).map(({ at }) => ({
      at,
      label: there.map(({ number }) => number).join(', '),
      from: there.flatMap(({ schools }) => places(schools)),
    })),
  )
}

const picture = (groups: readonly Group[], left: readonly School[]): Html | false =>
  spokesPicture({
    title: 'Who goes where',
    description: `${groups.map(({ name, schools }) => `${schools.length} to ${name}`).join(', ')}${left.length > 0 ? `; ${left.length} have no place` : ''}. The tables beside it say who.`,
    meetings: spokesOf(groups),
    nowhere: places(left),
  })

const notOnMap = (groups: readonly Group[], left: readonly School[]): number =>
  [...groups.flatMap((group) => (group.at === null ? group.schools : group.schools.filter(({ at }) => at === null)))]
    .length + left.filter(({ at }) => at === null).length

const links = ({ hub, run, groups, left, shown }: MapPage): Html => {
  const base = `/hub/${hub.slug}/placement/${run.id}/map`
  const link = (value: string, text: string) =>
    html`<li>${value === shown ? html`<strong aria-current="true">${text}</strong>` : html`<a class="govuk-link" href="${value === '' ? base : `${base}?group=${value}`}">${text}</a>`}</li>`
  return html`<nav aria-label="What the map shows"><ul class="govuk-list">${link('', 'All groups')}${groups.map((group) => link(String(group.number), `${group.number}: ${group.name}, ${group.schools.length} placed`))}${left.length > 0 && link('none', `No place: ${left.length}`)}</ul></nav>`
}

const listOf = (caption: string, schools: readonly School[], goSomewhere = true): Html | false =>
  schools.length > 0 &&
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        'Organisation',
        'Town',
        ...(goSomewhere
          ? [
              {
                text: schools.some(({ minutes }) => minutes !== null) ? 'Minutes (miles)' : 'Miles',
                format: 'numeric' as const,
              },
            ]
          : []),
      ],
      rows: schools.map(({ organisation, town, miles, minutes }) => [
        organisation,
        town ?? '',
        ...(goSomewhere ? [{ text: wayCell({ miles, minutes }) || 'Not known', format: 'numeric' as const }] : []),
      ]),
    }),
  )

/** A placement on the map, in all its groups or in one, with the same in words beside it. */
export const mapView = (frame: Frame, data: MapPage): Html => {
  const { hub, run, shown } = data
  const base = `/hub/${hub.slug}/placement`
  const groups = data.groups.filter(({ number }) => shown === '' || String(number) === shown)
  const left = shown === '' || shown === 'none' ? data.left : []
  const missing = notOnMap(groups, left)
  return layout(
    frame,
    {
      title: 'Map of the placement',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Best placement', href: base },
        { text: run.offerTitle, href: `${base}/${run.id}` },
        { text: 'Map' },
      ],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Map of the placement', caption: run.offerTitle, text: 'A numbered square is where a group meets; each dot is a school, with a line to its group; a cross is a school without a place. Distances are in a straight line.' })}
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">
${picture(groups, left) || emptyState({ title: 'Nothing to draw', text: 'It is not known where these groups meet and where these schools are.' })}
${missing > 0 && html`<p class="govuk-body">${missing === 1 ? 'One is' : `${missing} are`} not on the map: it is not known where they are, or where their group meets.</p>`}
${links(data)}
</div><div class="govuk-grid-column-one-half">
${groups.map((group) => listOf(`${group.number}: ${group.name}, ${group.schools.length} placed`, group.schools))}
${listOf(`No place: ${left.length}`, left, false)}
</div></div>`,
  )
}
