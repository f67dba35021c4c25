import type { Audience } from '../../../src/vocabulary/audiences.ts'
import type { DeliveryModel } from '../../../src/vocabulary/delivery-models.ts'
import type { Phase } from '../../../src/vocabulary/phases.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import type { SchoolPhase } from '../../../src/vocabulary/school-phases.ts'

export type AuthorityFact = { readonly code: string; readonly name: string; readonly region: string }

export type HubArea = { readonly authorityCode: string; readonly describedAs: string; readonly part: boolean }

export type HubFact = {
  readonly slug: string
  readonly name: string
  readonly formerly: readonly string[]
  readonly region: string
  readonly areas: readonly HubArea[] | null
  readonly areaAsDescribed: string | null
  readonly leadSchools: readonly string[] | null
  readonly leadSchoolsAsOf: string | null
  readonly website: string | null
  readonly email: string | null
  readonly telephone: string | null
}

export type IttKind = 'hei' | 'scitt' | 'lead_school'
export type IttPhase = 'eyts' | 'qts_primary' | 'qts_secondary' | 'post_16'

/** A rule of who can take part, as it is kept: a program checks it, a person reads the sentence beside it. */
export type RuleFact =
  | { readonly all: readonly RuleFact[] }
  | { readonly any: readonly RuleFact[] }
  | { readonly not: RuleFact }
  | { readonly atLeast: number; readonly of: readonly RuleFact[] }
  | { readonly fact: 'organisation.kind'; readonly in: readonly ('school' | 'itt_provider' | 'trust')[] }
  | { readonly fact: 'organisation.phase'; readonly in: readonly Phase[] }
  | { readonly fact: 'organisation.state_funded'; readonly is: boolean }
  | { readonly fact: 'organisation.itt_kind'; readonly in: readonly IttKind[] }
  | { readonly fact: 'organisation.itt_phases'; readonly in: readonly IttPhase[] }
  | { readonly fact: 'organisation.area'; readonly is: 'hub' }
  | { readonly fact: 'person.post'; readonly in: readonly PostKind[]; readonly held: true }
  | {
      readonly fact: 'organisation.stage'
      readonly stage: string
      readonly status: readonly ('completed' | 'in_progress')[]
      /** before: in an academic year before the project's own; otherwise those that are listed, by the year they begin in */
      readonly years: 'before' | readonly number[]
    }
  | { readonly fact: 'commitment'; readonly key: string; readonly declared: true }

export type CriterionFact = {
  readonly strength: 'required' | 'expected' | 'priority'
  readonly sentence: string
  readonly rule: RuleFact
  /** The suffix of the theme to which the rule belongs; null: to all of them. */
  readonly theme: string | null
  /** The sentence of the rule that it widens for its theme. */
  readonly widens?: string
}

export type SectionFact = { readonly key: string; readonly heading: string; readonly body: string }

export type OutcomeFact = {
  readonly audience: 'participants' | 'institutions' | 'hub_team'
  readonly outcome: string
}

export type ThemeFact = {
  readonly kind: 'theme' | 'strand'
  readonly suffix: string
  readonly title: string
  readonly focus: string
  readonly starts: string | null
}

export type ProjectFact = {
  readonly year: number
  readonly code: string | null
  readonly title: string
  readonly slug: string
  readonly summary: string
  readonly phases: readonly Phase[]
  readonly audiences: readonly Audience[]
  readonly deliveryModel: DeliveryModel
  readonly unit: 'organisation' | 'person'
  readonly peopleMin: number
  readonly peopleMax: number | null
  readonly isNew: boolean
  readonly formerly: string | null
  readonly runningSince: string | null
  readonly runningSinceSource: string | null
  readonly daysMin: number | null
  readonly daysMax: number | null
  readonly sessionsCount: number | null
  readonly partnerBodies: readonly string[]
  readonly modelsOfWorking: readonly string[]
  readonly stage: string | null
  readonly samePeopleAllYear: boolean
  /** Who joins, where it is stated more closely than by the unit. */
  readonly joins: 'school_with_lead' | 'school_with_advocates' | 'institution' | 'trust_lead' | null
  readonly timeBeside: string | null
  readonly headteacherConfirms: boolean
  readonly leadsGetAdditionalFunding: boolean
  readonly freeToParticipants: boolean | null
  readonly sections: readonly SectionFact[]
  readonly outcomes: readonly OutcomeFact[]
  readonly themes: readonly ThemeFact[]
  readonly criteria: readonly CriterionFact[]
  /** What is doubtful or differs between the sources. */
  readonly note: string | null
  readonly sources: readonly string[]
}

export type SchoolFact = {
  readonly urn: number
  readonly name: string
  readonly phase: SchoolPhase
  readonly phaseCode: string
  readonly typeCode: string
  readonly typeName: string
  readonly stateFunded: boolean
  readonly status: 'open' | 'closed' | 'proposed_to_close'
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly successorUrn: number | null
  readonly authorityCode: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly easting: number
  readonly northing: number
  readonly lowAge: number
  readonly highAge: number
  readonly emailDomains: readonly string[]
  readonly invented: true
}
