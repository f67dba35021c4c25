import { slugOf } from '../../../src/vocabulary/slug.ts'
import type { OutcomeFact, ProjectFact } from './shapes.ts'

type Stated = Pick<ProjectFact, 'year' | 'title' | 'summary' | 'sections' | 'criteria' | 'sources'> &
  Partial<ProjectFact>

/** A project with what is known of it; everything else is unknown or as it usually is. */
export const project = (stated: Stated): ProjectFact => ({
  code: null,
  slug: slugOf(stated.title),
  phases: [],
  audiences: [],
  deliveryModel: 'work_group',
  unit: 'organisation',
  peopleMin: 1,
  peopleMax: null,
  isNew: false,
  formerly: null,
  runningSince: null,
  runningSinceSource: null,
  daysMin: null,
  daysMax: null,
  sessionsCount: null,
  partnerBodies: [],
  modelsOfWorking: [],
  stage: null,
  samePeopleAllYear: false,
  joins: null,
  timeBeside: null,
  headteacherConfirms: false,
  leadsGetAdditionalFunding: false,
  freeToParticipants: null,
  outcomes: [],
  themes: [],
  note: null,
  ...stated,
})

export const outcomesFor = (audience: OutcomeFact['audience'], ...outcomes: readonly string[]): OutcomeFact[] =>
  outcomes.map((outcome) => ({ audience, outcome }))
