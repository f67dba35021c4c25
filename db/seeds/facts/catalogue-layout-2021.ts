/** Where a project stands in the catalogue of its year: sections by key, projects by slug, both in their order. */
export type CatalogueSectionFact = {
  readonly key: string
  readonly parent: string | null
  readonly title: string
  readonly introduction: string | null
  readonly projects: readonly string[]
}

const sktm = {
  title: 'Specialist Knowledge for Teaching Mathematics (SKTM)',
  introduction:
    'To teach maths well it is not enough to be able to do it. Teachers and teaching assistants need to see clearly how children come to grasp an idea and how they keep it. These Work Groups build that knowledge, each for one group of people.',
  projects: [
    'sktm-early-years',
    'sktm-primary-teachers',
    'sktm-primary-teaching-assistants',
    'sktm-primary-early-career-teachers',
    'sktm-secondary-early-career-teachers',
    'sktm-secondary-non-specialist-teachers',
  ],
} as const

/** How the catalogue of 2021/22 is laid out. A project for two phases stands in both; so does the SKTM family. */
export const catalogueSections2021: readonly CatalogueSectionFact[] = [
  {
    key: 'early-years-and-primary',
    parent: null,
    title: 'Early years and primary',
    introduction: null,
    projects: ['years-5-to-8-continuity'],
  },
  {
    key: 'primary-teaching-for-mastery',
    parent: 'early-years-and-primary',
    title: 'Teaching for mastery',
    introduction: `Maths Hubs support a school at every stage, from first steps in teaching for mastery until it is embedded. In 2021/22 every project gives first place to those parts of the curriculum that pupils must understand before they can move on.

A school that is new to the programme can enter at one of two points, Mastery Readiness or Development. A school that carries on or comes back joins Embedding or Sustaining.

All are Work Groups with expert leadership, and help schools to build the strong curriculum, teaching and professional development that teaching for mastery rests on.`,
    projects: [
      'mastery-readiness',
      'primary-teaching-for-mastery-development',
      'primary-teaching-for-mastery-embedding',
      'primary-teaching-for-mastery-sustaining',
    ],
  },
  { key: 'early-years-and-primary-sktm', parent: 'early-years-and-primary', ...sktm },
  {
    key: 'secondary',
    parent: null,
    title: 'Secondary',
    introduction: null,
    projects: [
      'mathematical-thinking-for-gcse',
      'years-7-11-coherence',
      'secondary-subject-leadership',
      'secondary-maths-mat-leads',
      'years-5-to-8-continuity',
    ],
  },
  {
    key: 'secondary-teaching-for-mastery',
    parent: 'secondary',
    title: 'Teaching for mastery',
    introduction:
      'These projects help a department to think through what effective mastery of maths looks like for its students. The school names two teachers as Mastery Advocates of the department, who take part in one of three phases: Development in the first year, Embedding in the second, Sustaining in the third.',
    projects: [
      'secondary-teaching-for-mastery-development',
      'secondary-teaching-for-mastery-embedding',
      'secondary-teaching-for-mastery-sustaining',
    ],
  },
  { key: 'secondary-sktm', parent: 'secondary', ...sktm },
  {
    key: 'itt',
    parent: null,
    title: 'ITT providers',
    introduction:
      'Local providers of initial teacher training form a network. They continue what began in 2019/20: partnerships that work, good practice that spreads, and a share for trainees in the work on mastery.',
    projects: ['strengthening-partnerships-with-itt-providers'],
  },
  {
    key: 'leadership',
    parent: null,
    title: 'Leadership in maths education',
    introduction:
      'A Work Group is always led by a teacher of the area who is experienced in leading professional development in maths. The projects here make the network better at leading, and support those on their way to being Local Leaders of Maths Education (LLME).',
    projects: [
      'developing-mastery-specialists-primary-and-secondary',
      'work-group-lead-workshops',
      'ncetm-accredited-pd-lead',
      'llme-networks',
      'secondary-maths-mat-leads',
    ],
  },
  {
    key: 'post-16',
    parent: null,
    title: 'Post-16',
    introduction: 'For teachers of all students from Year 12 upwards, those who resit GCSE among them.',
    projects: ['supporting-post-16-gcse-resit'],
  },
  {
    key: 'post-16-level-3',
    parent: 'post-16',
    title: 'Level 3',
    introduction:
      'Maths Hubs run these three projects together with the Advanced Mathematics Support Programme (AMSP).',
    projects: ['new-to-teaching-core-maths', 'developing-core-maths-pedagogy', 'developing-a-level-pedagogy'],
  },
]

/** What introduces the catalogue of the year as a whole. */
export const introduction2021 = `The 40 Maths Hubs of England serve all state-funded schools. This year again they offer professional development that is fully funded, in Work Groups and in national programmes, on a range of themes and for every phase from the early years to post-16.

Work Groups are much alike in how they run: schools and teachers of a hub's area work on activities around an outcome they have agreed on. Many come back year after year, for the range of projects and for the chance to work with others nearby. Not every hub runs every project, so ask yours which it offers.

To take part, turn to the hub near you: you find it at [www.ncetm.org.uk/mathshubs](https://www.ncetm.org.uk/mathshubs).`

/** Notices that stand on every project of the year. */
export const yearNotices2021: readonly { readonly heading: string; readonly body: string }[] = [
  {
    heading: 'Covid-19 recovery',
    body: 'In 2020/21 Maths Hubs worked together online and learnt much that is worth keeping; 2021/22 builds on it. Provided that the pandemic recedes as hoped, activities will be a mixture: some face to face, and frequent collaboration online.',
  },
]

/** With whom the network works in 2021/22, as its catalogue says. */
export const yearPartners2021: readonly { readonly name: string; readonly about: string }[] = [
  {
    name: 'Advanced Mathematics Support Programme (AMSP)',
    about: 'Maths Hubs run the year’s Level 3 projects together with it.',
  },
]
