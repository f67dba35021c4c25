import { type AcademicYear, yearLabel, yearSlug } from '../../vocabulary/academic-year.ts'
import type { Audience } from '../../vocabulary/audiences.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import type { Phase } from '../../vocabulary/phases.ts'

export type PublicationStatus = 'draft' | 'published' | 'closed' | 'withdrawn'

/** What a model is called in a year, and its groups, leads and meetings, one and several: the network's own words. */
export type ModelWords = {
  readonly model: string
  readonly models: string
  readonly group: string
  readonly groups: string
  readonly lead: string
  readonly leads: string
  readonly session: string
  readonly sessions: string
}

/** Who joins a project, as its flyer says it. */
export const joinings = [
  'school',
  'school_with_lead',
  'school_with_advocates',
  'institution',
  'person',
  'trust_lead',
] as const
export type Joins = (typeof joinings)[number]

/** One year's project with what its rules and groups need to know. */
export type Project = {
  readonly id: string
  readonly year: AcademicYear
  readonly code: string | null
  readonly title: string
  readonly slug: string
  /** The hub that devised it for itself; null for a national project. */
  readonly hubId: string | null
  readonly summary: string
  readonly deliveryModel: DeliveryModel
  readonly words: ModelWords
  readonly unit: 'organisation' | 'person'
  /** Who joins, where it is stated more closely than by the unit. */
  readonly joins: Joins | null
  readonly phases: readonly Phase[]
  readonly audiences: readonly Audience[]
  readonly isNew: boolean
  readonly formerly: string | null
  readonly runningSince: string | null
  readonly runningSinceSource: string | null
  readonly daysMin: number | null
  readonly daysMax: number | null
  /** What takes time beside the days: "planning and evaluation". */
  readonly timeBeside: string | null
  readonly sessionsCount: number | null
  readonly partnerBodies: readonly string[]
  /** The ways in which its groups may work; empty where there is nothing to choose. */
  readonly modelsOfWorking: readonly string[]
  readonly stage: {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly pathwayId: string
  } | null
  readonly peopleMin: number
  readonly peopleMax: number | null
  readonly samePeopleAllYear: boolean
  readonly headteacherConfirms: boolean
  readonly leadsGetAdditionalFunding: boolean
  readonly freeToParticipants: boolean | null
  readonly status: PublicationStatus
  readonly statusReason: string | null
}

export type Section = { readonly key: string; readonly heading: string; readonly body: string }
export type OutcomeAudience = 'participants' | 'institutions' | 'hub_team'
export type Outcome = { readonly id: string; readonly audience: OutcomeAudience; readonly outcome: string }

export type Theme = {
  readonly id: string
  readonly kind: 'theme' | 'strand'
  readonly suffix: string
  readonly title: string
  readonly focus: string
  readonly starts: string | null
}

export type Stage = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly entryPoint: boolean
  readonly repeats: boolean
  /** The stage that it is taken beside; null where it has its own turn. */
  readonly beside: string | null
}
export type Pathway = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly phase: string
  readonly stages: readonly Stage[]
}
/** A body with which the network works in a year; the projects run with it name it. */
export type YearPartner = { readonly name: string; readonly about: string; readonly website: string | null }
export type YearNotice = { readonly heading: string; readonly body: string }
/** What the programme has set out to reach and by when; where it stands with its source and day, written 2021-11-17. */
export type Goal = {
  readonly goal: string
  readonly by: string
  readonly standing: string | null
  readonly source: string | null
  readonly standingOn: string | null
}
/** A goal in a sentence or two: by when, what, and where it stands as said by whom and when. */
export const goalInWords = ({ by, goal, standing, source, standingOn }: Goal): string => {
  if (standing === null) return `${by}: ${goal} Where this stands has not been published.`
  const from = [source, standingOn && formatDate(Temporal.PlainDate.from(standingOn))].filter(Boolean).join(', ')
  return `${by}: ${goal} ${standing}${from && ` (${from})`}`
}

export type WhoCanTakePart = {
  readonly themeId: string | null
  readonly strength: 'required' | 'expected' | 'priority'
  readonly sentence: string
  /** A theme’s: whoever meets it need not meet the rule that it widens. */
  readonly isWidening?: boolean
}

/** Everything that the page of a project tells. */
export type ProjectInFull = Project & {
  readonly sections: readonly Section[]
  readonly outcomes: readonly Outcome[]
  readonly themes: readonly Theme[]
  readonly whoCanTakePart: readonly WhoCanTakePart[]
  readonly pathway: Pathway | null
  readonly notices: readonly YearNotice[]
  readonly goals: readonly Goal[]
}

export const projectPath = ({ year, slug }: Pick<Project, 'year' | 'slug'>): string =>
  `/projects/${yearSlug(year)}/${slug}`

/** The code of a theme or strand: NCP24-31_Mentor, NCP24-30a; the bare name where the project has no code. */
export const themeCode = (project: Pick<Project, 'code'>, { kind, suffix }: Pick<Theme, 'kind' | 'suffix'>): string =>
  `${project.code ?? ''}${kind === 'theme' && project.code ? '_' : ''}${suffix}`

const counted = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** How much work it is: "3 to 4 days", "6 workshops", with what takes time beside them; null where it is not known. */
export const durationOf = ({ daysMin, daysMax, sessionsCount, timeBeside, words }: Project): string | null => {
  const days =
    daysMin === null
      ? null
      : daysMax !== null && daysMax !== daysMin
        ? `${daysMin} to ${daysMax} days`
        : counted(daysMin, 'day')
  const sessions = sessionsCount === null ? null : counted(sessionsCount, words.session, words.sessions)
  const work = days && sessions ? `${days} in ${sessions}` : (days ?? sessions)
  return work && timeBeside ? `${work}, with time for ${timeBeside} beside` : work
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const

const howManyPeople = ({ peopleMin, peopleMax }: Pick<Project, 'peopleMin' | 'peopleMax'>): string => {
  if (peopleMax === null) return peopleMin === 1 ? 'one person or more' : `${peopleMin} people or more`
  if (peopleMin === peopleMax) return counted(peopleMin, 'person', 'people')
  return `${peopleMin} to ${peopleMax} people`
}

const advocates = ({ peopleMin, peopleMax }: Pick<Project, 'peopleMin' | 'peopleMax'>): string => {
  if (peopleMax !== null && peopleMax !== peopleMin) return `${peopleMin} to ${peopleMax} named advocates`
  return `${numberWords[peopleMin] ?? peopleMin} named advocate${peopleMin === 1 ? '' : 's'}`
}

/** Who joins: a school with so many people, with named advocates, an institution, a trust's lead, or a person. */
export const unitOf = (
  project: Pick<Project, 'unit' | 'joins' | 'peopleMin' | 'peopleMax' | 'samePeopleAllYear' | 'audiences'>,
): string => {
  const { unit, joins, audiences } = project
  if (joins === 'trust_lead') return 'the person who leads maths across a trust'
  if (unit === 'person') return 'one person at a time'
  const allYear = project.samePeopleAllYear ? ', the same all year' : ''
  if (joins === 'school_with_advocates') return `a school, with ${advocates(project)}${allYear}`
  if (joins === 'school_with_lead')
    return `a school, with a lead participant${project.peopleMin === 1 && project.peopleMax === 1 ? '' : ' and others who come to some of it'}${allYear}`
  const body = joins === 'institution' || audiences.includes('itt') ? 'an institution' : 'a school'
  return `${body}, with ${howManyPeople(project)}${allYear}`
}

export const outcomeHeadings: Readonly<Record<OutcomeAudience, string>> = {
  participants: 'Participants will',
  institutions: 'Institutions will',
  hub_team: 'The hub’s leadership and management team will',
}

/** A project in a family line: as it stood in one year. */
export type Relative = Pick<Project, 'id' | 'year' | 'code' | 'title' | 'slug' | 'status'> & {
  readonly modelName: string
}
export type LineageKind = 'continues' | 'renamed' | 'split' | 'merged' | 'changed_model'
export type Descent = {
  readonly from: Relative
  readonly to: Relative
  readonly kind: LineageKind
  readonly note: string | null
}

/** One step of a family line as a sentence. */
export const descentInWords = ({ from, to, kind }: Descent): string => {
  const [then, now] = [yearLabel(from.year), yearLabel(to.year)]
  const sentences: Readonly<Record<LineageKind, string>> = {
    continues: `${to.title} of ${now} continues ${from.title === to.title ? `the project of ${then}` : `${from.title} of ${then}`}.`,
    renamed: `${to.title} of ${now} was called ${from.title} in ${then}.`,
    split: `${to.title} of ${now} came out of ${from.title} of ${then}, which was split.`,
    merged: `${from.title} of ${then} was merged into ${to.title} of ${now}.`,
    changed_model: `${to.title} is run as a ${to.modelName} in ${now}; in ${then} it was a ${from.modelName}${from.title === to.title ? '' : ` called ${from.title}`}.`,
  }
  return sentences[kind]
}
