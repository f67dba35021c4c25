import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import type { Phase } from '../../vocabulary/phases.ts'
import type { PublicationStatus } from './project.ts'

/** The usual headings of a project's text, in the order of a flyer. */
export const usualSections = [
  { key: 'outline', heading: 'Outline' },
  { key: 'involvement', heading: 'What is involved?' },
  { key: 'who', heading: 'Who can take part?' },
  { key: 'cost', heading: 'What is the cost?' },
  { key: 'context', heading: 'The wider context' },
  { key: 'expectations', heading: 'Expectations of participants and their schools' },
] as const

export type SectionKey = (typeof usualSections)[number]['key']

/** A national project as the national team writes it, before anybody else sees it. */
export type Draft = {
  readonly year: AcademicYear
  readonly code: string | null
  readonly title: string
  readonly summary: string
  readonly deliveryModel: DeliveryModel
  readonly unit: 'organisation' | 'person'
  readonly phases: readonly Phase[]
  readonly isNew: boolean
  readonly headteacherConfirms: boolean
  readonly texts: Readonly<Record<SectionKey, string>>
  readonly benefits: readonly string[]
}

const lives: Readonly<Record<PublicationStatus, readonly PublicationStatus[]>> = {
  draft: ['published', 'withdrawn'],
  published: ['closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
}

/** Whether a project may go from one state to another: draft → published → closed; draft or published → withdrawn. */
export const projectBecomes = (from: PublicationStatus, to: PublicationStatus): boolean => lives[from].includes(to)

/** What a project still lacks before it can be published. */
export const missingFrom = (draft: Draft): readonly string[] => [
  ...(draft.phases.length === 0 ? ['a phase'] : []),
  ...(draft.texts.outline === '' ? ['an outline'] : []),
  ...(draft.texts.who === '' ? ['who can take part'] : []),
  ...(draft.benefits.length === 0 ? ['at least one benefit: the evaluation asks about it'] : []),
]
