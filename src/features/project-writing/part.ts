import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { WrittenProject } from './written-project.ts'

export const partKeys = ['about', 'running', 'joining', 'text', 'outcomes', 'themes', 'family'] as const
export type PartKey = (typeof partKeys)[number]

export type Part = {
  readonly key: PartKey
  readonly title: string
  readonly hint: string
  readonly fields: readonly (keyof WrittenProject)[]
}

const counted = (number: number, one: string, many: string): string =>
  number === 0 ? `No ${many}` : `${number} ${number === 1 ? one : many}`

/** A project is written part by part; each saves for itself. */
export const parts: Readonly<Record<PartKey, Part>> = {
  about: {
    key: 'about',
    title: 'What it is',
    hint: 'Its title and code, for whom it is, what it was before',
    fields: [
      'year',
      'code',
      'title',
      'summary',
      'phases',
      'audiences',
      'isNew',
      'formerly',
      'runningSince',
      'runningSinceSource',
      'partnerBodies',
    ],
  },
  running: {
    key: 'running',
    title: 'How it is run',
    hint: 'How long it takes, in how many meetings, in which ways, and who pays',
    fields: [
      'deliveryModel',
      'daysMin',
      'daysMax',
      'timeBeside',
      'sessionsCount',
      'modelsOfWorking',
      'stageId',
      'freeToParticipants',
      'leadsGetAdditionalFunding',
    ],
  },
  joining: {
    key: 'joining',
    title: 'Who joins',
    hint: 'Schools, institutions or people, how many, and by which rules',
    fields: [
      'joins',
      'peopleMin',
      'peopleMax',
      'samePeopleAllYear',
      'headteacherConfirms',
      'agreementForYear',
      'criteria',
    ],
  },
  text: { key: 'text', title: 'The text', hint: 'Its sections in their order', fields: ['sections'] },
  outcomes: {
    key: 'outcomes',
    title: 'What it promises',
    hint: 'Benefits of those who take part, and outcomes for institutions and for the hub',
    fields: ['outcomes'],
  },
  themes: { key: 'themes', title: 'Themes and starts', hint: 'Where one code stands for several', fields: ['themes'] },
  family: {
    key: 'family',
    title: 'Its family line',
    hint: 'Which project of an earlier year it comes from',
    fields: ['lineage'],
  },
}

export const isPartKey = (text: string): text is PartKey => partKeys.some((key) => key === text)

/** Where a part stands, in a few words. */
export const standingOf = (key: PartKey, written: WrittenProject): string => {
  const standings: Readonly<Record<PartKey, () => string>> = {
    about: () => (written.summary && written.phases.length + written.audiences.length > 0 ? 'Written' : 'To do'),
    running: () => ((written.daysMin ?? written.sessionsCount) ? 'Written' : 'Nothing said of how long it takes'),
    joining: () => counted(written.criteria.length, 'rule', 'rules'),
    text: () => counted(written.sections.length, 'section', 'sections'),
    outcomes: () => counted(written.outcomes.length, 'promise', 'promises'),
    themes: () => (written.themes.length === 0 ? 'None' : String(written.themes.length)),
    family: () =>
      written.lineage.length === 0 ? 'Comes from no other' : counted(written.lineage.length, 'forebear', 'forebears'),
  }
  return standings[key]()
}

/** Where its questions stand, which are written on a page of their own. */
export const questionsStanding = ({ questions }: WrittenProject): string =>
  counted(questions.length, 'question', 'questions')

/** The fields of each, where a part holds several of a kind. */
export const textFields = ['key', 'heading', 'body', 'optional'] as const
export const ruleFields = ['id', 'sentence', 'strength', 'theme'] as const
export const themeFields = ['id', 'kind', 'suffix', 'title', 'focus', 'starts'] as const
export const familyFields = ['earlier', 'kind', 'note'] as const

/** What the form of a part offers to choose from. */
export type Choices = {
  readonly years: readonly AcademicYear[]
  readonly stages: readonly { readonly id: string; readonly name: string; readonly pathway: string }[]
  readonly earlier: readonly {
    readonly id: string
    readonly year: number
    readonly code: string | null
    readonly title: string
  }[]
  readonly isNational: boolean
  readonly isPublic: boolean
  /** What is saved: its themes can be named by rules, its rules say how they are checked. */
  readonly written: WrittenProject
  /** Whether the form was sent to see how its texts will read. */
  readonly isPreviewed: boolean
}
