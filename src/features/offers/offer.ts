import { type AcademicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import type { NoticeKind, NoticeRule } from '../../vocabulary/notice.ts'
import type { Criterion } from '../criteria/index.ts'
import type { Hub } from '../organisations/index.ts'
import type { Project, ProjectInFull, Section, Theme } from '../projects/index.ts'

export type OfferStatus = 'draft' | 'published' | 'closed' | 'withdrawn'
export type RequestWord = 'expression of interest' | 'application'

/** How one asks to join: by the form here, by a mail to the hub, or by a form of the hub's elsewhere. */
export type Registering =
  | { readonly how: 'form' }
  | { readonly how: 'email' }
  | { readonly how: 'outside'; readonly address: string }

/** For how many the hub has room, and how many it needs for the offer to take place; null where it has not said. */
export type Room = {
  readonly mostOrganisations: number | null
  readonly mostPeople: number | null
  readonly fewestOrganisations: number | null
}

/** A hub's cancellation and non-attendance policy, as it stands in one version. */
export type CancellationPolicy = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly amountPence: number
  readonly noticeDays: number
  readonly noticeKind: NoticeKind
  readonly chargesLateCancellation: boolean
  readonly chargesNonAttendance: boolean
  /** Whether every session missed is charged, or a place once. */
  readonly perSession: boolean
  /** Where sessions that are wholly online ask for another notice. */
  readonly onlineNotice: NoticeRule | null
  /** Reasons for which nothing is charged, in the hub's words. */
  readonly exemptReasons: readonly string[]
  /** Whether a colleague may come instead. */
  readonly substituteAllowed: boolean
  /** What is charged at most, to a place or to a school in an academic year. */
  readonly cap: PolicyCap | null
  readonly wording: string
}

export type PolicyCap = { readonly pence: number; readonly of: 'place' | 'organisation' }

export type Venue = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly address: string
  readonly postcode: string | null
  readonly practicalNotes: string | null
}

/** A date advertised before any group exists. */
export type PlannedDate = {
  readonly id: string
  readonly position: number
  readonly on: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
  readonly mode: 'venue' | 'online' | 'blended' | 'unknown'
  readonly certainty: 'confirmed' | 'provisional' | 'unknown'
  readonly venue: Venue | null
  /** For those who have a place: it is not printed. */
  readonly onlineLink: string | null
  readonly note: string | null
}

/** A hub's own version of a project for a year, with what asking to join it needs. */
export type Offer = {
  readonly id: string
  readonly year: AcademicYear
  readonly slug: string
  readonly status: OfferStatus
  readonly statusReason: string | null
  readonly opensOn: Temporal.PlainDate | null
  readonly closesOn: Temporal.PlainDate | null
  readonly contactEmail: string | null
  readonly contactTelephone: string | null
  readonly requestWord: RequestWord
  readonly registering: Registering
  readonly room: Room
  readonly hub: Hub
  readonly project: Project
  /** The theme the offer fixes; null where it has none or leaves it open. */
  readonly theme: Theme | null
  /** The themes or strands among which who asks states a preference; empty where there is nothing to choose. */
  readonly themeChoice: readonly Theme[]
  readonly policy: CancellationPolicy | null
}

/** An offer with everything that its flyer tells. */
export type OfferInFull = Omit<Offer, 'project'> & {
  readonly project: ProjectInFull
  readonly sections: readonly Section[]
  /** Keys of national sections that the hub leaves out, where it may. */
  readonly leftOut: readonly string[]
  /** Keys of sections in the order the hub has chosen; empty for the usual order. */
  readonly sectionOrder: readonly string[]
  readonly plannedDates: readonly PlannedDate[]
  readonly venue: Venue | null
  readonly partnerHubs: readonly Hub[]
  /** The rules of the hub's own that count beside the project's, or widen one of them. */
  readonly ownRules: readonly Pick<Criterion, 'strength' | 'sentence' | 'widens'>[]
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly practicalNotes: string | null
  readonly joiningNote: string | null
}

export const offerPath = ({ hub, year, slug }: { hub: Pick<Hub, 'slug'>; year: AcademicYear; slug: string }): string =>
  `/hubs/${hub.slug}/offers/${yearSlug(year)}/${slug}`

/** A short address that leads to the same page, for paper. */
export const shortPath = ({ id }: Pick<Offer, 'id'>): string => `/o/${id.slice(-10)}`

const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** For how many there is room, and how many it takes: "up to 12 schools and 24 people, from 6 schools on"; null where nothing is said. */
export const roomInWords = (room: Room, { unit, audiences }: Pick<Project, 'unit' | 'audiences'>): string | null => {
  const [one, many] = audiences.includes('itt') ? ['institution', 'institutions'] : ['school', 'schools']
  const organisations = unit === 'organisation' ? room.mostOrganisations : null
  const most = [
    organisations === null ? null : counted(organisations, one, many),
    room.mostPeople === null ? null : counted(room.mostPeople, 'person', 'people'),
  ].filter((each) => each !== null)
  const fewest = room.fewestOrganisations
  const words = unit === 'organisation' ? ([one, many] as const) : (['person', 'people'] as const)
  const parts = [
    most.length > 0 ? `up to ${most.join(' and ')}` : null,
    fewest === null ? null : `it runs with ${counted(fewest, ...words)} or more`,
  ].filter((each) => each !== null)
  return parts.length > 0 ? parts.join('; ') : null
}

export type AskingState = 'open' | 'not_yet' | 'over'

type Standing = Pick<Offer, 'status'> & { readonly project: Pick<Project, 'status'> }
type Window = Standing & Pick<Offer, 'opensOn' | 'closesOn'>

/** Why nobody can ask to join, nor the hub for them, whatever the window says; null while it can still take place. */
export const endInWords = ({ status, project }: Standing): string | null => {
  if (project.status === 'withdrawn') return 'This project has been withdrawn: nobody can ask to join it any more.'
  if (project.status === 'closed') return 'This project is over: nobody can ask to join it any more.'
  return status === 'withdrawn' ? 'This offer has been withdrawn: nobody can ask to join it any more.' : null
}

/** Whether one can ask to join today: while the offer and its project are published, within its window where it has one. */
export const askingState = (offer: Window, today: Temporal.PlainDate): AskingState => {
  const { status, opensOn, closesOn } = offer
  if (status !== 'published' || endInWords(offer) !== null) return 'over'
  if (opensOn !== null && Temporal.PlainDate.compare(today, opensOn) < 0) return 'not_yet'
  return closesOn !== null && Temporal.PlainDate.compare(today, closesOn) > 0 ? 'over' : 'open'
}

/** When one can ask to join, in a sentence; null where the offer has no window and is open. */
export const windowInWords = (offer: Window, today: Temporal.PlainDate): string | null => {
  const end = endInWords(offer)
  if (end !== null) return end
  const state = askingState(offer, today)
  if (state === 'not_yet' && offer.opensOn)
    return `You can ask to join from ${formatDate(offer.opensOn)}${offer.closesOn ? ` until ${formatDate(offer.closesOn)}` : ''}.`
  if (state === 'over')
    return offer.status === 'published' && offer.closesOn
      ? `Asking to join closed on ${formatDate(offer.closesOn)}.`
      : 'You cannot ask to join any more.'
  return offer.closesOn ? `You can ask to join until ${formatDate(offer.closesOn)}.` : null
}

/** Why nobody can join any more, as a part of a sentence; null while the offer stands. */
export const overInWords = ({
  status,
  hub,
  project,
}: Standing & { readonly hub: Pick<Hub, 'name'> }): string | null => {
  if (status === 'withdrawn') return `${hub.name} has withdrawn this offer`
  if (project.status === 'withdrawn') return 'this project has been withdrawn'
  if (project.status === 'closed') return 'this project is over'
  return status === 'closed' ? `${hub.name} has closed this offer` : null
}

/** What the page says of an offer that is over, or not there yet for others. */
export const statusInWords = ({
  status,
  statusReason,
  hub,
  project,
}: Pick<Offer, 'status' | 'statusReason' | 'hub'> & {
  readonly project: Pick<Project, 'status' | 'statusReason'>
}): string | null => {
  const reason = statusReason ? ` ${statusReason}` : ''
  if (status === 'draft') return 'Draft: only your hub sees this.'
  if (status === 'withdrawn') return `${hub.name} has withdrawn this offer.${reason}`
  if (project.status === 'withdrawn')
    return `This project has been withdrawn.${project.statusReason ? ` ${project.statusReason}` : ''}`
  return status === 'closed' ? `This offer is closed.${reason}` : null
}
