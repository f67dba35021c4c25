import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { Audience } from '../../vocabulary/audiences.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Phase } from '../../vocabulary/phases.ts'
import {
  isChosen,
  type Joins,
  type LineageKind,
  type OutcomeAudience,
  type PublicationStatus,
  type Question,
  type Theme,
  type WhoCanTakePart,
} from '../projects/index.ts'

/** The usual headings of a project's text, in the order of a flyer; others are added as a project needs them. */
export const usualSections: readonly { readonly key: string; readonly heading: string }[] = [
  { key: 'outline', heading: 'Outline' },
  { key: 'involvement', heading: 'What is involved?' },
  { key: 'models', heading: 'Models of working' },
  { key: 'who', heading: 'Who can take part?' },
  { key: 'benefits', heading: 'What are the benefits?' },
  { key: 'cost', heading: 'What is the cost?' },
  { key: 'funding', heading: 'Additional funding' },
  { key: 'context', heading: 'The wider context' },
  { key: 'expectations', heading: 'Expectations of participants and their schools' },
]

export type WrittenSection = {
  readonly key: string
  readonly heading: string
  readonly body: string
  /** Whether a hub may leave it out of its offer. */
  readonly mayBeLeftOut?: true
}
export type WrittenOutcome = { readonly id: string; readonly audience: OutcomeAudience; readonly outcome: string }
export type WrittenTheme = Pick<Theme, 'id' | 'kind' | 'suffix' | 'title' | 'focus' | 'starts'>
export type WrittenRule = {
  readonly id: string
  readonly themeId: string | null
  readonly strength: WhoCanTakePart['strength']
  readonly sentence: string
  /** What a program checks; it is kept as it is while its sentence is written anew. */
  readonly rule: Json
  /** A rule of a theme that widens one of the project's: which. */
  readonly widens?: string
  /** Whether a hub may widen it on its offer. */
  readonly hubsMayWiden?: true
}
export type WrittenDescent = { readonly earlierId: string; readonly kind: LineageKind; readonly note: string | null }

/** Everything of a project that its writers state: what is drafted, previewed, published, corrected and kept as a version. */
export type WrittenProject = {
  readonly year: AcademicYear
  readonly code: string | null
  readonly title: string
  readonly summary: string
  readonly phases: readonly Phase[]
  readonly audiences: readonly Audience[]
  readonly isNew: boolean
  readonly formerly: string | null
  readonly runningSince: string | null
  readonly runningSinceSource: string | null
  readonly partnerBodies: readonly string[]
  readonly deliveryModel: DeliveryModel
  readonly daysMin: number | null
  readonly daysMax: number | null
  /** What takes time beside the days: "planning and evaluation". */
  readonly timeBeside: string | null
  readonly sessionsCount: number | null
  /** The ways in which its groups may work, printed as a list. */
  readonly modelsOfWorking: readonly string[]
  readonly stageId: string | null
  readonly freeToParticipants: boolean | null
  readonly leadsGetAdditionalFunding: boolean
  readonly joins: Joins
  readonly peopleMin: number
  readonly peopleMax: number | null
  readonly samePeopleAllYear: boolean
  readonly headteacherConfirms: boolean
  /** A headteacher who has agreed to another such project of the year is not asked again. */
  readonly agreementForYear: boolean
  /** Whether a hub may add rules of its own to its offer. */
  readonly hubsMayNarrow: boolean
  readonly sections: readonly WrittenSection[]
  readonly outcomes: readonly WrittenOutcome[]
  readonly themes: readonly WrittenTheme[]
  readonly criteria: readonly WrittenRule[]
  readonly lineage: readonly WrittenDescent[]
  /** What it asks of whoever asks to join, beside what every request says. */
  readonly questions: readonly Question[]
}

/** A project of which no more is known than this. */
export const newProject = (
  known: Pick<WrittenProject, 'year' | 'code' | 'title' | 'summary' | 'deliveryModel'>,
): WrittenProject => ({
  phases: [],
  audiences: [],
  isNew: false,
  formerly: null,
  runningSince: null,
  runningSinceSource: null,
  partnerBodies: [],
  daysMin: null,
  daysMax: null,
  timeBeside: null,
  sessionsCount: null,
  modelsOfWorking: [],
  stageId: null,
  freeToParticipants: null,
  leadsGetAdditionalFunding: false,
  joins: 'school',
  peopleMin: 1,
  peopleMax: null,
  samePeopleAllYear: false,
  headteacherConfirms: false,
  agreementForYear: false,
  hubsMayNarrow: false,
  sections: [],
  outcomes: [],
  themes: [],
  criteria: [],
  lineage: [],
  questions: [],
  ...known,
})

const lives: Readonly<Record<PublicationStatus, readonly PublicationStatus[]>> = {
  draft: ['published', 'withdrawn'],
  published: ['closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
}

/** Whether a project may go from one state to another: draft → published → closed; draft or published → withdrawn. */
export const projectBecomes = (from: PublicationStatus, to: PublicationStatus): boolean => lives[from].includes(to)

/** What is over stays as it was promised: a draft is changed, a published project corrected, nothing else written. */
export const isStillWritten = (status: PublicationStatus): boolean => status === 'draft' || status === 'published'

const hasText = ({ sections }: WrittenProject, key: string): boolean =>
  sections.some((section) => section.key === key && section.body !== '')

// A heading with nothing under it reads as a page that was forgotten.
const bareHeadings = ({ sections }: WrittenProject): readonly string[] =>
  sections
    .filter(({ body }) => body === '')
    .map(({ heading }) => `words under “${heading}”, or that heading taken away`)

/** What a project still lacks before it can be public. */
export const missingFrom = (project: WrittenProject): readonly string[] => [
  ...(project.summary === '' ? ['a sentence that says what it is'] : []),
  ...(project.phases.length === 0 && project.audiences.length === 0 ? ['a phase or an audience'] : []),
  ...(hasText(project, 'outline') ? [] : ['an outline']),
  ...(hasText(project, 'who') || project.criteria.length > 0 ? [] : ['who can take part']),
  ...bareHeadings(project),
  ...(project.outcomes.length === 0 ? ['at least one benefit: the evaluation asks about it'] : []),
]

/** What a correction would take from a public project that it has to have; what it never had does not stand in the way. */
export const lostBy = (before: WrittenProject, after: WrittenProject): readonly string[] => {
  const lacked = missingFrom(before)
  return missingFrom(after).filter((each) => !lacked.includes(each))
}

// What a theme widens is a rule of the whole project that widens nothing itself.
const canWiden = (
  criteria: readonly WrittenRule[],
  { id, widens, themeId }: Pick<WrittenRule, 'id' | 'widens' | 'themeId'>,
): boolean =>
  themeId !== null && criteria.some((other) => other.id === widens && other.id !== id && other.themeId === null)

/** What of it contradicts itself; null when nothing does. */
export const contradictionIn = ({
  themes,
  criteria,
  peopleMin,
  peopleMax,
  questions,
}: WrittenProject): string | null => {
  const known = new Set(themes.map(({ id }) => id))
  const lost = criteria.find(({ themeId }) => themeId !== null && !known.has(themeId))
  if (lost)
    return `The rule “${lost.sentence}” is about a theme that would be gone. Change or remove the rule first, under “Who joins”.`
  const widened = criteria.find(({ id, widens, themeId }) => widens && !canWiden(criteria, { id, widens, themeId }))
  if (widened)
    return `The rule “${widened.sentence}” widens one that would be gone, or be of a theme itself. Change or remove it first, under “Rules”.`
  const suffixes = themes.map(({ suffix }) => suffix.toLowerCase())
  if (new Set(suffixes).size < suffixes.length) return 'Two themes have the same ending of the code. Give each its own.'
  if (new Set(questions.map(({ key }) => key)).size < questions.length)
    return 'Two questions have the same name for programs. Give each its own.'
  const bare = questions.find(({ kind, choices }) => isChosen(kind) && choices.length < 2)
  if (bare) return `Give at least two answers to choose from for “${bare.label}”.`
  return peopleMax !== null && peopleMax < peopleMin
    ? 'Enter a largest number of people that is not below the smallest.'
    : null
}

/** What of a published project others have built upon, and a correction leaves as it is; null when nothing of it changes. */
export const fixedOncePublished = (before: WrittenProject, after: WrittenProject): string | null => {
  if (before.year !== after.year)
    return 'A published project stays in its year: hubs have offered it there. Write a project of the other year instead.'
  return unitOfJoining(before.joins) === unitOfJoining(after.joins)
    ? null
    : 'Whether organisations or single people join cannot change once the project is public. Withdraw it and write another.'
}

/** What asks to join and holds a place: an organisation, or one person. */
export const unitOfJoining = (joins: Joins): 'organisation' | 'person' =>
  joins === 'person' || joins === 'trust_lead' ? 'person' : 'organisation'

/** Every field of a project. */
export const everyField = (written: WrittenProject): readonly (keyof WrittenProject)[] =>
  Object.keys(written) as (keyof WrittenProject)[]
