import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { type ParticipantSeen, type PlaceSeen, partLabels, placeStatusLabels } from '../../places/index.ts'

const postOf = (post: string | null): string => (post === null ? 'Not known' : (postLabels[post as PostKind] ?? post))

const placeOf = (place: PlaceSeen | undefined): Html | string => {
  if (!place) return ''
  return place.status === 'offered'
    ? statusTag('Offered', 'new')
    : statusTag(placeStatusLabels[place.status], place.status === 'held' ? 'good' : 'over')
}

type People = {
  readonly group: GroupSeen
  readonly places: readonly PlaceSeen[]
  readonly people: readonly ParticipantSeen[]
  readonly may: { readonly run: boolean; readonly place: boolean }
}

const nameOf = (place: PlaceSeen, { group, may }: People): Html | string =>
  // A partner hub changes the places of its own schools alone.
  may.place && (may.run || place.isOwn) && place.status !== 'completed'
    ? html`<a class="govuk-link" href="/groups/${group.id}/places/${place.id}">${place.organisation}</a>`
    : place.organisation

/** One row for each person, and one for each place that names nobody yet. */
const rowsOf = (data: People, showsAddress: boolean) =>
  data.places
    .filter((place) => place.status === 'offered' || place.status === 'held' || place.status === 'completed')
    .flatMap((place) => {
      const named = data.people.filter((person) => person.placeId === place.id)
      const organisation = html`${nameOf(place, data)}${place.town && html`<br><span class="govuk-body-s">${place.town}</span>`}`
      const unnamed = place.peopleCount - named.filter((person) => person.part !== 'substitute').length
      return [
        ...named.map((person) => [
          organisation,
          person.name,
          postOf(person.post),
          partLabels[person.part],
          person.needs ?? 'None told',
          ...(showsAddress ? [person.address ?? ''] : []),
          placeOf(place),
        ]),
        ...(unnamed > 0
          ? [
              [
                organisation,
                html`<em>${unnamed === 1 ? 'One person' : `${unnamed} people`} not named yet</em>`,
                '',
                '',
                '',
                ...(showsAddress ? [''] : []),
                placeOf(place),
              ],
            ]
          : []),
      ]
    })

/** Who takes part, from where, and what they need. Addresses are shown to those who may see them (domain rule 10). */
export const peopleTable = (data: People): Html => {
  const showsAddress = data.people.some((person) => person.address !== null)
  const rows = rowsOf(data, showsAddress)
  const organisations = new Set(data.people.map((person) => person.organisationId)).size
  if (rows.length === 0)
    return html`<h2 class="govuk-heading-m">People</h2>${emptyState({ title: 'Nobody has a place yet', text: 'Schools appear here once they are offered a place or placed.' })}`
  return html`${scrollable(
    'People',
    table({
      stacks: true,
      caption: `${data.people.length} ${data.people.length === 1 ? 'person' : 'people'} from ${organisations} ${organisations === 1 ? 'organisation' : 'organisations'}`,
      captionClasses: 'govuk-table__caption--m',
      head: ['Organisation', 'Name', 'Post', 'Part', 'Needs', ...(showsAddress ? ['Email'] : []), 'Place'],
      rows,
      firstCellIsHeader: true,
    }),
  )}${data.places.some((place) => !place.isOwn) && html`<p class="govuk-body-s">The group is shared: of another hub’s schools you see what running it together needs, and no addresses.</p>`}`
}

/** Offers that wait for an answer, with their deadlines. */
export const offeredPlaces = (places: readonly PlaceSeen[]): Html | false => {
  const offered = places.filter((place) => place.status === 'offered')
  return (
    offered.length > 0 &&
    table({
      stacks: true,
      caption: 'Offers waiting for an answer',
      captionClasses: 'govuk-table__caption--m',
      head: ['Organisation', 'Answer by', { text: 'People', format: 'numeric' }],
      rows: offered.map((place) => [
        place.organisation,
        place.respondBy ? formatInstant(place.respondBy) : '',
        { text: place.peopleCount, format: 'numeric' },
      ]),
      firstCellIsHeader: true,
    })
  )
}

/** Places that came to nothing or ended, folded away. */
export const endedPlaces = (places: readonly PlaceSeen[]): Html | false => {
  const ended = places.filter((place) => ['declined', 'lapsed', 'released', 'left'].includes(place.status))
  return (
    ended.length > 0 &&
    details({
      summaryText: `${ended.length} ${ended.length === 1 ? 'place' : 'places'} declined, lapsed or ended`,
      text: html`<ul class="govuk-list govuk-list--bullet">${ended.map((place) => html`<li>${place.organisation}: ${placeStatusLabels[place.status].toLowerCase()}</li>`)}</ul>`,
    })
  )
}
