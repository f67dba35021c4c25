import { figureTiles } from '../../../ui/charts/figure-tiles.ts'
import { pointsPicture } from '../../../ui/charts/points.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMiles } from '../../../vocabulary/grid.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import type { GroupOfOffer } from '../../merging-groups/index.ts'
import type { Outlook } from '../forecast.ts'
import type { Line } from '../lines.ts'
import type { Cost, Merge } from '../merges.ts'

type UnmetOne = {
  readonly hubId: string
  readonly projectId: string
  readonly title: string
  readonly name: string | null
  readonly since: Temporal.Instant
  readonly easting: number | null
  readonly northing: number | null
}

type Shown = {
  readonly year: AcademicYear
  readonly lines: readonly Line[]
  readonly merges: readonly Merge[]
  readonly unmet: readonly UnmetOne[]
}
type Tile = {
  readonly name: string
  readonly slug: string
  readonly column: number
  readonly row: number
  readonly value: number
}

const outlookWords: Readonly<Record<Outlook, readonly [string, Tone]>> = {
  unlikely: ['Not enough', 'bad'],
  open: ['Perhaps enough', 'attention'],
  unknown: ['Not known', 'waiting'],
  likely: ['Enough, as it looks', 'good'],
  reached: ['Enough', 'good'],
}

const titleOf = ({ offer }: Line): string => (offer.theme ? `${offer.title}: ${offer.theme}` : offer.title)

const expected = (lines: readonly Line[], withHub: boolean): Html =>
  lines.length === 0
    ? emptyState({
        title: 'No offer of this year says how many it needs',
        text: 'State the fewest with which an offer takes place, or the minimum of its groups: then you see here what to expect.',
      })
    : scrollable(
        'What to expect of each offer',
        table({
          caption: 'What to expect of each offer',
          captionClasses: 'govuk-visually-hidden',
          stacks: true,
          head: [
            'Offer',
            ...(withHub ? ['Hub'] : []),
            { text: 'So far', format: 'numeric' },
            { text: 'It needs', format: 'numeric' },
            'What to expect',
            'Why',
          ],
          rows: lines.map((line) => [
            titleOf(line),
            ...(withHub ? [line.offer.hub] : []),
            { text: line.offer.counted, format: 'numeric' as const },
            { text: line.offer.needs, format: 'numeric' as const },
            statusTag(...outlookWords[line.foreseen.outlook]),
            line.foreseen.sentence,
          ]),
        }),
      )

const miles = (metres: number | null): string => (metres === null ? 'not known' : formatMiles(metres))

const costTable = (costs: readonly Cost[], label: string): Html =>
  scrollable(
    label,
    table({
      caption: label,
      captionClasses: 'govuk-visually-hidden',
      stacks: true,
      head: ['School', 'Now', 'Then'],
      rows: costs.map(({ joiner, now, later }) => [joiner.name, miles(now), miles(later)]),
    }),
  )

type Own = {
  readonly hub: { readonly id: string; readonly slug: string }
  readonly groups: ReadonlyMap<string, readonly GroupOfOffer[]>
}

/** What a hub can do about a suggestion: look at its groups becoming one, or place everybody who asks together. */
const doing = ({ from, into }: Merge, { hub, groups }: Own): Html | false => {
  if (from.hubId !== hub.id)
    return html`<p class="govuk-body">${from.hub} would give its group up: it sees the same suggestion.</p>`
  const own = groups.get(from.offerId) ?? []
  const others = groups.get(into.offerId) ?? []
  const pairs = own.flatMap((one) => others.map((other) => ({ one, other })))
  if (into.hubId !== hub.id)
    return html`<p class="govuk-body">${into.hub} can ask your hub to share its group; then your group can become part of it. Requests without a group can be <a class="govuk-link" href="/hub/${hub.slug}/interest">passed on</a>.</p>`
  if (pairs.length === 0)
    return html`<p class="govuk-body">${own.length === 0 ? 'It has no group yet' : 'The other has no group yet'}: <a class="govuk-link" href="/hub/${hub.slug}/placement/new?offer=${own.length === 0 ? into.offerId : from.offerId}">place everybody of both offers together</a>.</p>`
  return html`<ul class="govuk-list">${pairs.map(({ one, other }) => html`<li><a class="govuk-link" href="/groups/${one.id}/merge?into=${other.id}">See what would happen: ${one.name} into ${other.name}</a></li>`)}</ul>`
}

const mergeOf = (merge: Merge, hubId: string | null, own: Own | null): Html => {
  const { from, into, together, costs, furthest } = merge
  return html`<h3 class="govuk-heading-s">${from.title}: ${from.hub} with ${into.hub}</h3>
<p class="govuk-body">Together ${together}, and it needs ${into.needs}. The ${costs.length} of ${from.hub} would come to where ${into.hub === from.hub ? 'the other one' : into.hub} meets, ${miles(furthest)} at the most.</p>
${from.hubId === hubId && costTable(costs, `How far each would travel: ${from.title}, ${into.hub}`)}
${own && doing(merge, own)}`
}

const together = (merges: readonly Merge[], hubId: string | null, own: Own | null): Html =>
  html`<h2 class="govuk-heading-l" id="together">What could be one</h2>
${
  merges.length === 0
    ? html`<p class="govuk-body">No two offers of one project that may stay short would have enough together within reach of every school that would move.</p>`
    : html`<p class="govuk-body">Each of these may stay short by itself. Distances are straight lines to where it meets; nobody is moved by this page.</p>${merges.map((merge) => mergeOf(merge, hubId, own))}`
}`

const meaning = 'On a waiting list, or undecided while every group of the offer is full.'

const ofHub = (unmet: readonly UnmetOne[]): Html =>
  html`<h2 class="govuk-heading-l" id="unmet">Where requests find no place</h2>
${
  unmet.length === 0
    ? html`<p class="govuk-body">None. ${meaning}</p>`
    : html`<p class="govuk-body">${meaning}</p>${pointsPicture({
        title: 'Schools whose requests find no place',
        description: `${unmet.length} requests, each a numbered point where its school lies; the table below names them.`,
        points: unmet.flatMap(({ easting, northing }, at) =>
          easting === null || northing === null ? [] : [{ easting, northing, label: String(at + 1) }],
        ),
      })}${scrollable(
        'Requests that find no place',
        table({
          caption: 'Requests that find no place',
          captionClasses: 'govuk-visually-hidden',
          stacks: true,
          head: ['Number', 'School', 'Project', 'Since'],
          rows: unmet.map(({ name, title, since, easting }, at) => [
            easting === null ? `${at + 1}, not on the map` : at + 1,
            name ?? '',
            title,
            formatDate(localDate(since)),
          ]),
        }),
      )}`
}`

const ofNetwork = (tiles: readonly Tile[]): Html => {
  const some = tiles
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value || one.name.localeCompare(other.name, 'en-GB'))
  return html`<h2 class="govuk-heading-l" id="unmet">Where requests find no place</h2><p class="govuk-body">${meaning}</p>
${figureTiles({ title: 'Requests that find no place, hub by hub', noun: 'requests', tiles })}${
  some.length > 0 &&
  scrollable(
    'Requests that find no place, hub by hub',
    table({
      caption: 'Requests that find no place, hub by hub',
      captionClasses: 'govuk-visually-hidden',
      head: ['Hub', { text: 'Requests', format: 'numeric' }],
      rows: some.map(({ name, value }) => [name, { text: value, format: 'numeric' as const }]),
    }),
  )
}`
}

const explained = html`<p class="govuk-body">Who asks or has a place by now, and as many more as came after this point of the window a year ago, from the offer with the fewest to the one with the most. It counts requests, not places taken up.</p>`

/** What a hub may expect of its offers. */
export const hubForecastView = (
  frame: Frame,
  shown: Shown &
    Pick<Own, 'groups'> & { readonly hub: { readonly id: string; readonly slug: string; readonly name: string } },
): Html => {
  const { hub, year, lines, merges, unmet, groups } = shown
  return layout(
    frame,
    {
      title: `What to expect: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'What to expect' }],
      unlisted: true,
      wide: true,
    },
    html`<span class="govuk-caption-l">${hub.name}, ${yearInWords(year)}</span><h1 class="govuk-heading-l">What to expect</h1>
${explained}${expected(lines, false)}${together(merges, hub.id, { hub, groups })}${ofHub(unmet)}`,
  )
}

/** What to expect of the offers of all hubs, in numbers. */
export const networkForecastView = (
  frame: Frame,
  { year, lines, merges, onMap }: Shown & { readonly onMap: readonly Tile[] },
): Html =>
  layout(
    frame,
    { title: 'What to expect of all hubs', breadcrumbs: [{ text: 'What to expect' }], unlisted: true, wide: true },
    html`<span class="govuk-caption-l">${yearInWords(year)}</span><h1 class="govuk-heading-l">What to expect of all hubs</h1>
${explained}${expected(lines, true)}${together(merges, null, null)}${ofNetwork(onMap)}`,
  )
