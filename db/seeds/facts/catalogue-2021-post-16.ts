import { project } from './project-fact.ts'
import { schoolOf } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

const cost = 'The Maths Hubs Programme pays for this project in full. It costs your school or college nothing.'
const inPost16 = {
  year: 2021,
  phases: ['post_16'],
  freeToParticipants: true,
  criteria: [schoolOf('post_16')],
  sources: ['Maths Hubs projects 2021/22 (the catalogue of the year)'],
} as const
const withAmsp = { partnerBodies: ['Advanced Mathematics Support Programme (AMSP)'] } as const
const partnership = 'Maths Hubs run it in partnership with the Advanced Mathematics Support Programme (AMSP).'

/** The projects for teachers of students in Year 12 and above in 2021/22. */
export const post16In2021: readonly ProjectFact[] = [
  project({
    ...inPost16,
    title: 'Supporting Post-16 GCSE Resit',
    summary: 'Methods for teachers of students resitting GCSE maths.',
    sections: sections({
      outline:
        'Some students take GCSE maths again after Year 11. This project looks into a variety of methods by which their teachers can support them.',
      involvement: 'Teachers of several schools and colleges try the methods out and discuss them in a Work Group.',
      who: 'Teachers in state-funded schools and colleges whose students resit GCSE maths.',
      cost,
    }),
  }),
  project({
    ...inPost16,
    ...withAmsp,
    title: 'New to teaching Core Maths',
    isNew: true,
    summary: 'Specialist knowledge for teachers new to Core Maths.',
    sections: sections({
      outline: `For teachers who have just begun to teach Core Maths, or are about to. They gain the specialist knowledge that the qualification asks for and become more confident in teaching it. ${partnership}`,
      involvement: 'You work with others who are new to Core Maths in a Work Group.',
      who: 'Teachers new to Core Maths in state-funded schools and colleges.',
      cost,
    }),
  }),
  project({
    ...inPost16,
    ...withAmsp,
    title: 'Developing Core Maths Pedagogy',
    summary: 'Philosophy and practice of Core Maths for existing provision.',
    sections: sections({
      outline: `For teachers who want to widen the Core Maths that their school or college already offers. They explore the thinking behind the qualification and how it is taught from day to day. ${partnership}`,
      involvement: 'You work with teachers of other schools and colleges in a Work Group.',
      who: 'Teachers of Core Maths in state-funded schools and colleges.',
      cost,
    }),
  }),
  project({
    ...inPost16,
    ...withAmsp,
    title: 'Developing A Level Pedagogy',
    summary: 'Demands of A level maths, with Covid recovery in view.',
    sections: sections({
      outline: `What does A level maths demand of students and teachers? Participants come to know what the specification contains and requires, this year with recovery from the pandemic especially in mind. ${partnership}`,
      involvement: 'You explore these demands with teachers of other schools and colleges in a Work Group.',
      who: 'Teachers of A level maths in state-funded schools and colleges.',
      cost,
    }),
  }),
]
