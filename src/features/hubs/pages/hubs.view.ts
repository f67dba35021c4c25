import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type HubShown = {
  readonly slug: string
  readonly name: string
  readonly region: string | null
  readonly closedOn: Temporal.PlainDate | null
  readonly successor: string | null
  readonly leads: readonly string[]
  readonly areas: readonly string[]
  readonly staff: number
}
type AuthorityShown = { readonly name: string; readonly region: string | null; readonly hubs: readonly string[] }

export type NetworkHubs = {
  /** Analysts read along; what is changed, and who works where, is for the national team. */
  readonly mayChange: boolean
  readonly hubs: readonly HubShown[]
  readonly unserved: readonly AuthorityShown[]
  readonly overlapping: readonly AuthorityShown[]
}

const notKnown = html`<span class="govuk-hint">Not known</span>`
const listed = (names: readonly string[]) => (names.length === 0 ? notKnown : names.join(', '))

const rowOf = ({ slug, name, region, closedOn, successor, leads, areas, staff }: HubShown, mayChange: boolean) => [
  html`<a class="govuk-link" href="${mayChange ? '/network/hubs' : '/hubs'}/${slug}">${name}</a>${region && html`<br><span class="govuk-body-s">${region}</span>`}`,
  closedOn
    ? html`${statusTag(successor ? 'Merged' : 'Closed', 'over')}<br><span class="govuk-body-s">${formatDate(closedOn)}${successor && `, now ${successor}`}</span>`
    : statusTag('Open', 'good'),
  closedOn ? '' : listed(leads),
  closedOn ? '' : listed(areas),
  { text: staff, format: 'numeric' as const },
]

const authorities = (title: string, empty: string, those: readonly AuthorityShown[], withHubs: boolean): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>${
    those.length === 0
      ? html`<p class="govuk-body">${empty}</p>`
      : scrollable(
          title,
          table({
            caption: those.length === 1 ? '1 authority' : `${those.length} authorities`,
            captionClasses: 'govuk-visually-hidden',
            stacks: true,
            head: ['Authority', withHubs ? 'Served by' : 'Region'],
            rows: those.map(({ name, region, hubs }) => [name, withHubs ? hubs.join(', ') : (region ?? '')]),
          }),
        )
  }`

/** Every hub that there is or was, the authorities nobody serves, and those that several serve. */
export const hubsView = (frame: Frame, { mayChange, hubs, unserved, overlapping }: NetworkHubs): Html => {
  const isOpen = hubs.filter(({ closedOn }) => closedOn === null)
  return layout(
    frame,
    {
      title: 'Hubs of the network',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Hubs' }],
      wide: true,
    },
    html`${actionBar({
      title: 'Hubs of the network',
      caption: frame.networkName,
      text: mayChange
        ? 'Names, lead organisations and areas hold from a day to a day: open a hub to see what it was in an earlier year, or to change it.'
        : 'Every hub that there is or was, with who leads it and the authorities it serves.',
      actions: mayChange
        ? [
            button({ text: 'Open a hub', href: '/network/hubs/new' }),
            html`<a class="govuk-link" href="/network/tiles">Their map</a>`,
          ]
        : [],
    })}
${statFigures([
  { label: 'Open', value: isOpen.length },
  { label: 'Closed or merged', value: hubs.length - isOpen.length },
  { label: 'Authorities nobody serves', value: unserved.length },
  { label: 'Authorities several serve', value: overlapping.length },
])}
${
  hubs.length === 0
    ? emptyState({ title: 'No hubs yet', text: 'The hubs of the network will be here.' })
    : scrollable(
        'Hubs',
        table({
          stacks: true,
          caption: 'Hubs',
          captionClasses: 'govuk-table__caption--m',
          firstCellIsHeader: true,
          head: ['Hub', 'State', 'Led by', 'Serves', { text: 'Staff', format: 'numeric' }],
          rows: hubs.map((each) => rowOf(each, mayChange)),
        }),
      )
}
${authorities('Authorities that no hub serves', 'Every authority is served.', unserved, false)}
${authorities('Authorities that several hubs serve', 'No authority is served twice.', overlapping, true)}`,
  )
}
