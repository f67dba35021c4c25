import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import type { Weekday } from '../../vocabulary/weekdays.ts'
import type { Said } from '../criteria/index.ts'
import type { AnswerValue, QuestionKind } from '../projects/index.ts'
import type { InterestStatus } from './life.ts'

/** What would suit whoever asks, best first: groups by id, days of the week by name, venues by id. */
export type Preferences = {
  readonly groups: readonly string[]
  readonly days: readonly Weekday[]
  readonly places: readonly string[]
}

export const noPreferences: Preferences = { groups: [], days: [], places: [] }

/** A question of the project as it was put, and what was answered. */
export type Answered = {
  readonly key: string
  readonly kind: QuestionKind
  readonly question: string
  readonly value: AnswerValue
  /** The answer as people read it. */
  readonly shown: string
}

/** What was answered, by the names of the questions: for rules. */
export const answersByKey = (answers: readonly Answered[]): Readonly<Record<string, AnswerValue>> =>
  Object.fromEntries(answers.map(({ key, value }) => [key, value]))

export type InterestPerson = {
  readonly position: number
  readonly name: string
  readonly email: string
  readonly post: PostKind
  readonly held: boolean | null
  readonly part: 'lead' | 'other'
  readonly personId: string | null
}

/** An organisation, or one person of it, asks to join an offer. */
export type Interest = {
  readonly id: string
  readonly status: InterestStatus
  readonly statusReason: string | null
  readonly offerId: string
  readonly requestWord: string
  readonly projectId: string
  readonly projectTitle: string
  readonly unit: 'organisation' | 'person'
  readonly year: number
  readonly hub: { readonly id: string; readonly slug: string; readonly name: string }
  readonly contactEmail: string | null
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly urn: number | null
    readonly town: string | null
    readonly kind: string
  }
  readonly personId: string | null
  readonly sender: {
    readonly name: string
    readonly email: string
    readonly telephone: string | null
    readonly post: PostKind
    readonly personId: string | null
  }
  readonly people: readonly InterestPerson[]
  /** How many more people would come whom nobody has named yet. */
  readonly unnamed: number
  readonly themeId: string | null
  readonly themeTitle: string | null
  readonly preferences: Preferences
  /** The name of the group it would most like to join. */
  readonly groupPreference: string | null
  /** The names of all groups and venues it would like, best first. */
  readonly wishes: { readonly groups: readonly string[]; readonly places: readonly string[] }
  readonly travelLimitMiles: number | null
  readonly accessNeeds: string | null
  readonly comments: string | null
  readonly commitments: readonly string[]
  readonly answers: readonly Answered[]
  readonly policyId: string | null
  readonly policyWording: string | null
  /** "Standard policy, version 2". */
  readonly policyVersion: string | null
  readonly headteacher: {
    readonly name: string | null
    readonly email: string | null
    readonly askedAt: Temporal.Instant | null
    readonly confirmedAt: Temporal.Instant | null
    readonly answerBy: Temporal.Instant | null
    readonly remindedAt: Temporal.Instant | null
    /** Nothing more is awaited from whom was asked, before somebody is asked anew. */
    readonly ended: 'silent' | 'wrong_person' | null
    /** The request with which the headteacher gave the agreement that counts for this one. */
    readonly agreedWithId: string | null
  }
  readonly place: {
    readonly id: string
    readonly groupId: string
    readonly groupName: string
    readonly status: string
    readonly respondBy: Temporal.Instant | null
    readonly people: number
  } | null
  /** The request that it became at another hub. */
  readonly passedOnTo: { readonly id: string; readonly hub: string } | null
  readonly enteredByHub: boolean
  readonly createdAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant | null
  readonly waitingSince: Temporal.Instant | null
  /** It has said that a place for fewer people than it names is fine too. */
  readonly fewerIsFine: boolean
}

/** For how many people a place is wanted, named or not. */
export const peopleWanted = ({ people, unnamed }: Pick<Interest, 'people' | 'unnamed'>): number =>
  Math.max(1, people.length + unnamed)

/** "2 people", "2 people, 1 of them to be named". */
export const peopleInWords = ({ people, unnamed }: Pick<Interest, 'people' | 'unnamed'>): string => {
  const number = people.length + unnamed
  const all = `${number} ${number === 1 ? 'person' : 'people'}`
  return unnamed === 0 ? all : `${all}, ${unnamed} of them not yet named`
}

/** Who would come is changed by the request's own side until a place is offered; a request of one person is that person's. */
export const mayReplacePeople = ({ status, unit, people }: Pick<Interest, 'status' | 'unit' | 'people'>): boolean =>
  unit === 'organisation' && people.length > 0 && ['received', 'confirmed', 'waiting'].includes(status)

export type PersonNamed = {
  readonly name: string
  readonly email: string
  readonly post: PostKind
  readonly held: boolean
  readonly part: 'lead' | 'other'
}

/** What somebody asks for: the form, read. */
export type Asked = {
  readonly offerId: string
  readonly organisationId: string
  readonly sender: {
    readonly name: string
    readonly email: string
    readonly telephone: string | null
    readonly post: PostKind
  }
  readonly people: readonly PersonNamed[]
  /** How many more would come who are named later. */
  readonly unnamed?: number
  readonly themeId: string | null
  readonly preferences: Preferences
  /** A place for fewer people than are named would be fine too (domain rule 3). */
  readonly fewerIsFine: boolean
  readonly travelLimitMiles: number | null
  readonly accessNeeds: string | null
  readonly comments: string | null
  readonly commitments: readonly string[]
  readonly answers: readonly Answered[]
  readonly policyId: string | null
  readonly headteacher: { readonly name: string; readonly email: string } | null
  readonly formKey: string
  /** What was told on the way to the form, by the names of the facts. */
  readonly told?: Readonly<Record<string, Said['value']>>
}

export const daysToConfirmAddress = 7

/** The end of a day of the network, a number of days from today. */
export const deadlineIn = (days: number, now: Temporal.Instant): Temporal.Instant =>
  endOfDay(localDate(now).add({ days }))

/** 23:59 of a day by the network's clock. */
export const endOfDay = (day: Temporal.PlainDate): Temporal.Instant =>
  localInstant(day, Temporal.PlainTime.from('23:59'))

/** What is asked of an offer: where it has one theme, whoever asks, asks for that one, and its rules count. */
export const askedOf = (asked: Asked, offer: { readonly theme: { readonly id: string } | null }): Asked => ({
  ...asked,
  themeId: offer.theme?.id ?? asked.themeId,
})
