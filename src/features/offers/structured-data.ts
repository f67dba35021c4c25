import type { Json } from '../../vocabulary/json.ts'
import { localInstant, networkZone } from '../../vocabulary/local-time.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { plainProse, proseOf } from '../../vocabulary/prose.ts'
import { type ProjectInFull, projectPath } from '../projects/index.ts'
import { endInWords, type OfferInFull, offerPath, type PlannedDate, type Venue } from './offer.ts'

type Data = { readonly [name: string]: Json }

// What is not known is left out: a program takes an empty value for one.
const known = (data: Readonly<Record<string, Json | undefined>>): Data =>
  Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== undefined && entry[1] !== null && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  )

type Course = {
  readonly project: ProjectInFull
  readonly name: string
  readonly address: string
  readonly provider: Data
}

const free = { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'GBP' } as const

const courseOf = ({ project, name, address, provider }: Course): Data =>
  known({
    '@type': 'Course',
    '@id': `${address}#course`,
    url: address,
    name,
    description: project.summary,
    courseCode: project.code ?? undefined,
    inLanguage: 'en-GB',
    provider,
    educationalLevel: project.phases.map((phase) => phaseLabels[phase]),
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    teaches: project.outcomes.map(({ outcome }) => plainProse(proseOf(outcome))),
    isAccessibleForFree: project.freeToParticipants ?? undefined,
    offers: project.freeToParticipants ? free : undefined,
  })

const placeOf = ({ name, address, postcode }: Venue): Data =>
  known({
    '@type': 'Place',
    name,
    address: known({
      '@type': 'PostalAddress',
      streetAddress: address,
      postalCode: postcode ?? undefined,
      addressCountry: 'GB',
    }),
  })

type Dated = PlannedDate & { readonly on: Temporal.PlainDate }

const instantOf = (on: Temporal.PlainDate, time: Temporal.PlainTime | null): string =>
  time === null
    ? on.toString()
    : localInstant(on, time).toZonedDateTimeISO(networkZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })

const attendance: Readonly<Record<PlannedDate['mode'], string | undefined>> = {
  venue: 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  blended: 'https://schema.org/MixedEventAttendanceMode',
  unknown: undefined,
}

const locationOf = (date: Dated, usual: Venue | null, address: string): Json | undefined => {
  const venue = date.venue ?? usual
  const online = { '@type': 'VirtualLocation', url: address }
  const there = venue ? placeOf(venue) : undefined
  if (date.mode === 'online') return online
  if (date.mode === 'blended') return there ? [there, online] : online
  return date.mode === 'venue' ? there : undefined
}

const eventOf = (offer: OfferInFull, date: Dated, around: { readonly address: string; readonly course: Data }): Data =>
  known({
    '@type': 'EducationEvent',
    '@id': `${around.address}#date-${date.position}`,
    url: around.address,
    name: around.course['name'] ?? offer.project.title,
    description: offer.project.summary,
    startDate: instantOf(date.on, date.startsAt),
    endDate: instantOf(date.on, date.endsAt),
    eventAttendanceMode: attendance[date.mode],
    // A provisional date is told on the page, in words: schema.org has none for it.
    eventStatus: 'https://schema.org/EventScheduled',
    location: locationOf(date, offer.venue, around.address),
    organizer: around.course['provider'],
    about: { '@id': around.course['@id'] ?? around.address },
    isAccessibleForFree: offer.project.freeToParticipants ?? undefined,
  })

const modeOf = (dates: readonly PlannedDate[]): string | undefined => {
  const modes = new Set(dates.map(({ mode }) => mode))
  if (modes.has('unknown') || modes.size === 0) return undefined
  if (modes.size > 1 || modes.has('blended')) return 'Blended'
  return modes.has('online') ? 'Online' : 'Onsite'
}

const instanceOf = (offer: OfferInFull, dated: readonly Dated[]): Data => {
  const days = dated.map(({ on }) => on).toSorted(Temporal.PlainDate.compare)
  return known({
    '@type': 'CourseInstance',
    courseMode: modeOf(offer.plannedDates),
    courseWorkload: offer.project.daysMin === null ? undefined : `P${Math.ceil(offer.project.daysMin)}D`,
    startDate: days[0]?.toString(),
    endDate: days.at(-1)?.toString(),
    location: offer.venue ? placeOf(offer.venue) : undefined,
  })
}

const graph = (...nodes: readonly Data[]): Data => ({ '@context': 'https://schema.org', '@graph': nodes })

/** What a hub offers, in the words of schema.org: a course, its instance at this hub, and an event for each date that is known. */
export const offerData = (
  offer: OfferInFull,
  { baseUrl, title }: { readonly baseUrl: string; readonly title: string },
): Data | null => {
  if (offer.status !== 'published' || endInWords(offer) !== null) return null
  const address = `${baseUrl}${offerPath(offer)}`
  const provider = known({
    '@type': 'Organization',
    name: offer.hub.name,
    url: `${baseUrl}/hubs/${offer.hub.slug}`,
    email: offer.contactEmail ?? undefined,
    telephone: offer.contactTelephone ?? undefined,
  })
  const dated = offer.plannedDates.filter((date): date is Dated => date.on !== null)
  const course = {
    ...courseOf({ project: offer.project, name: title, address, provider }),
    hasCourseInstance: [instanceOf(offer, dated)],
  }
  return graph(course, ...dated.map((date) => eventOf(offer, date, { address, course })))
}

/** A project of the catalogue, in the same words. */
export const projectData = (
  project: ProjectInFull,
  { baseUrl, network }: { readonly baseUrl: string; readonly network: string },
): Data | null => {
  if (project.status !== 'published') return null
  const provider = { '@type': 'Organization', name: network, url: `${baseUrl}/` }
  return graph(courseOf({ project, name: project.title, address: `${baseUrl}${projectPath(project)}`, provider }))
}
