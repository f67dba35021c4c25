import { type Phase, phaseLabels } from '../../../src/vocabulary/phases.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import { project } from './project-fact.ts'
import { holds, required, stateFundedSchoolOf } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

type Variant = {
  readonly title: string
  readonly summary: string
  readonly phase: Phase
  readonly isNew: boolean
  readonly people: string
  readonly posts: readonly PostKind[]
  readonly detail: string
}

const sktm = ({ title, summary, phase, isNew, people, posts, detail }: Variant): ProjectFact =>
  project({
    year: 2021,
    title,
    summary,
    phases: [phase],
    isNew,
    unit: 'person',
    freeToParticipants: true,
    sections: sections({
      outline: `Being able to do the maths is not all that subject knowledge means. Whoever teaches it has to see how children come to grasp an idea and how they come to keep it. ${detail}`,
      involvement: 'You work with others in the same role in a Work Group of your Maths Hub.',
      who: `This Work Group of the family Specialist Knowledge for Teaching Mathematics (SKTM) is for ${people}.`,
      cost: 'The Maths Hubs Programme pays for this project in full. It costs you and your school nothing.',
    }),
    criteria: [
      required(`The person who takes part is one of those it is for: ${people}.`, holds(...posts)),
      required(
        `Their school is state-funded and teaches ${phaseLabels[phase].toLowerCase()} pupils.`,
        stateFundedSchoolOf(phase),
      ),
    ],
    sources: ['Maths Hubs projects 2021/22 (the catalogue of the year)'],
  })

/** The family Specialist Knowledge for Teaching Mathematics in 2021/22. */
export const sktm2021: readonly ProjectFact[] = [
  sktm({
    title: 'SKTM Early Years',
    summary: 'Subject knowledge for early-years practitioners.',
    phase: 'early_years',
    isNew: false,
    people: 'early years practitioners',
    posts: ['early_years_practitioner'],
    detail: 'Here the youngest children stand in the middle.',
  }),
  sktm({
    title: 'SKTM Primary Teachers',
    summary: 'Subject knowledge for primary teachers.',
    phase: 'primary',
    isNew: false,
    people: 'primary teachers',
    posts: ['class_teacher', 'early_career_teacher', 'maths_subject_lead', 'senior_leader', 'headteacher'],
    detail: 'Here it is the maths of the primary years that is looked at in this way.',
  }),
  sktm({
    title: 'SKTM Primary Teaching Assistants',
    summary: 'Subject knowledge for primary TAs.',
    phase: 'primary',
    isNew: false,
    people: 'primary teaching assistants',
    posts: ['teaching_assistant'],
    detail: 'That is as true of teaching assistants as of teachers.',
  }),
  sktm({
    title: 'SKTM Primary Early Career Teachers',
    summary: 'Subject knowledge for primary ECTs.',
    phase: 'primary',
    isNew: true,
    people: 'primary early career teachers',
    posts: ['early_career_teacher'],
    detail: 'New this year, for those in their first years of teaching in a primary school.',
  }),
  sktm({
    title: 'SKTM Secondary Early Career Teachers',
    summary: 'Subject knowledge for secondary ECTs.',
    phase: 'secondary',
    isNew: true,
    people: 'secondary early career teachers',
    posts: ['early_career_teacher'],
    detail: 'New this year, for those in their first years of teaching maths in a secondary school.',
  }),
  sktm({
    title: 'SKTM Secondary Non-specialist Teachers',
    summary: 'Subject knowledge for secondary teachers who trained in another subject.',
    phase: 'secondary',
    isNew: true,
    people: 'secondary teachers of maths who trained in another subject',
    posts: ['non_specialist_teacher'],
    detail: 'New this year, for those who teach maths in a secondary school but trained to teach something else.',
  }),
]
