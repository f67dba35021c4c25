import { type AcademicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import type { NoticeKind } from '../../vocabulary/notice.ts'
import type { Hub } from '../organisations/index.ts'
import type { Project, ProjectInFull, Section, Theme } from '../projects/index.ts'

export type OfferStatus = 'draft' | 'published' | 'closed' | 'withdrawn'
export type RequestWord = 'expression of interest' | 'application'

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
  readonly wording: string
}

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
  readonly plannedDates: readonly PlannedDate[]
  readonly venue: Venue | null
  readonly partnerHubs: readonly Hub[]
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly practicalNotes: string | null
  readonly joiningNote: string | null
}

export const offerPath = ({ hub, year, slug }: { hub: Pick<Hub, 'slug'>; year: AcademicYear; slug: string }): string =>
  `/hubs/${hub.slug}/offers/${yearSlug(year)}/${slug}`

/** A short address that leads to the same page, for paper. */
export const shortPath = ({ id }: Pick<Offer, 'id'>): string => `/o/${id.slice(-10)}`

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
