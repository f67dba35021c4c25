import { project } from './project-fact.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

const cost = 'The Maths Hubs Programme pays for this in full. It costs you and your school nothing.'
const inLeadership = {
  year: 2021,
  audiences: ['leadership'],
  deliveryModel: 'central_programme',
  unit: 'person',
  freeToParticipants: true,
  criteria: [],
  sources: ['Maths Hubs projects 2021/22 (the catalogue of the year)'],
} as const

/** What strengthens those who lead maths education locally, in 2021/22. */
export const leadership2021: readonly ProjectFact[] = [
  project({
    ...inLeadership,
    title: 'Developing Mastery Specialists (primary and secondary)',
    phases: ['primary', 'secondary'],
    summary: 'Train new Mastery Specialists.',
    sections: sections({
      outline:
        'Teachers of primary and secondary schools are trained as Mastery Specialists, who then lead Work Groups in their hub.',
      who: 'Teachers in primary and secondary schools. How they are chosen is not stated in the catalogue; ask your hub.',
      cost,
    }),
  }),
  project({
    ...inLeadership,
    title: 'Work Group Lead workshops',
    summary: 'National workshops where Work Group Leads learn from each other.',
    sections: sections({
      outline:
        'Every Work Group is led by a teacher of the area who has experience in leading professional development in maths. In national workshops these leads learn from one another.',
      who: 'Work Group Leads.',
      cost,
    }),
  }),
  project({
    ...inLeadership,
    title: 'NCETM Accredited PD Lead',
    summary: 'Support accredited PD Leads and those seeking accreditation.',
    sections: sections({
      outline:
        'Support for teachers who hold the status of NCETM Accredited Professional Development Lead, and for teachers on their way to it.',
      who: 'Teachers who have attained the status, and those who seek it.',
      cost,
    }),
  }),
  project({
    ...inLeadership,
    title: 'LLME networks',
    deliveryModel: 'community',
    summary: 'Keep local leaders of maths education in touch.',
    sections: sections({
      outline: 'Local networks in which Local Leaders of Maths Education (LLME) keep in contact with one another.',
      who: 'Local Leaders of Maths Education.',
      cost,
    }),
  }),
]
