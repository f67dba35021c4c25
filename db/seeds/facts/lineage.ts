export type LineageFact = {
  readonly year: number
  readonly slug: string
  readonly earlierYear: number
  readonly earlierSlug: string
  readonly kind: 'continues' | 'renamed' | 'split' | 'merged' | 'changed_model'
  readonly note: string | null
}

const continues = (slug: string, year: number, earlierYear: number, note: string | null = null): LineageFact => ({
  year,
  slug,
  earlierYear,
  earlierSlug: slug,
  kind: 'continues',
  note,
})

const itt = 'strengthening-partnerships-with-itt-providers'
const sktm2019 = 'specialist-knowledge-for-teaching-mathematics-primary-teachers-primary-teaching-assistants'
const inTwo = 'One code for teachers and teaching assistants in 2019/20, two projects from 2020/21.'

/** Which project came from which of an earlier year, and how. */
export const lineage: readonly LineageFact[] = [
  { year: 2020, slug: 'sktm-primary-teachers', earlierYear: 2019, earlierSlug: sktm2019, kind: 'split', note: inTwo },
  {
    year: 2020,
    slug: 'sktm-primary-teaching-assistants',
    earlierYear: 2019,
    earlierSlug: sktm2019,
    kind: 'split',
    note: inTwo,
  },
  continues('mastery-readiness', 2021, 2020),
  continues('primary-teaching-for-mastery-development', 2021, 2020),
  continues('primary-teaching-for-mastery-sustaining', 2021, 2020, 'Schools stay in their professional communities.'),
  continues('secondary-teaching-for-mastery-development', 2021, 2020),
  continues('mathematical-thinking-for-gcse', 2021, 2020),
  continues('sktm-primary-teachers', 2021, 2020),
  continues('sktm-primary-teaching-assistants', 2021, 2020),
  {
    year: 2021,
    slug: 'years-5-to-8-continuity',
    earlierYear: 2020,
    earlierSlug: 'years-5-8-continuity',
    kind: 'continues',
    note: 'The title is spelt differently.',
  },
  {
    year: 2021,
    slug: 'years-7-11-coherence',
    earlierYear: 2020,
    earlierSlug: 'challenging-topics-at-gcse',
    kind: 'renamed',
    note: 'Formerly known as Challenging Topics at GCSE.',
  },
  {
    year: 2021,
    slug: itt,
    earlierYear: 2020,
    earlierSlug: 'working-partnerships-with-itt-providers',
    kind: 'renamed',
    note: null,
  },
  {
    year: 2021,
    slug: 'llme-networks',
    earlierYear: 2020,
    earlierSlug: 'llme-communities',
    kind: 'renamed',
    note: 'The same purpose; the title differs between the sources.',
  },
  continues('years-5-to-8-continuity', 2024, 2021),
  {
    year: 2024,
    slug: itt,
    earlierYear: 2021,
    earlierSlug: itt,
    kind: 'changed_model',
    note: 'A Work Group in 2021/22 (NCP21-24), a Community with themes in 2024/25 (NCP24-31).',
  },
  {
    year: 2024,
    slug: 'sktm-secondary-non-specialist-teachers',
    earlierYear: 2021,
    earlierSlug: 'sktm-secondary-non-specialist-teachers',
    kind: 'changed_model',
    note: 'A Work Group in 2021/22, a programme in cohorts in 2024/25.',
  },
]
