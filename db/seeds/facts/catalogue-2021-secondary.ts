import { outcomesFor, project } from './project-fact.ts'
import { completed, expected, holds, required, schoolOf, stateFundedSchoolOf, tookPartIn, wholeYear } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

const sources = ['Maths Hubs projects 2021/22 (the catalogue of the year)']
const cost = 'The Maths Hubs Programme pays for this project in full. It costs your school nothing.'
const inSecondary = { year: 2021, phases: ['secondary'], freeToParticipants: true, sources } as const
const advocates = {
  joins: 'school_with_advocates',
  headteacherConfirms: true,
  peopleMin: 2,
  peopleMax: 2,
} as const
const involvementOfAdvocates =
  'Your school names two teachers who become the Mastery Advocates of the maths department. They work with those of other departments in a Work Group and take what comes of it back to their own.'

const subjectLeadership = project({
  ...inSecondary,
  code: 'NCP21-15',
  title: 'Secondary Subject Leadership',
  summary:
    'Help heads of maths build a shared vision, a coherent curriculum and a development plan; becomes a community from year two.',
  isNew: true,
  daysMin: 3,
  daysMax: 3,
  headteacherConfirms: true,
  sections: sections({
    outline: `A new project for those who lead maths in a secondary school. It gives heads of department and subject leaders support that is made for them: to understand teaching for mastery better and bring it into the whole department, and to grow as leaders, of what students learn and of how teachers develop.

You come to know more about teaching for mastery, about the breadth of your own role, and about what you and your colleagues are able to change in secondary maths together.`,
    involvement: `Workshops and school-based tasks take turns. Each local Work Group plans several workshops; after each comes a task in your own school, planned to fit the situation you lead in. Participants share what they do and what works, and carry one another as a lively professional community.

There is time to make contacts and to hear what is current, to look at materials for use with your department, to develop ways of working together, and to go on developing as a leader of your subject. Everyone in the group should gain from what the departments around the table know and have been through.

Altogether the programme takes the equivalent of three days.`,
    who: `Heads of department and subject leaders of maths in secondary schools. It makes no difference whether your school has worked with a Maths Hub before.

You need to be in post: those who are about to become head of department or subject leader cannot take part yet.`,
    cost,
    context: `The NCETM and the Maths Hubs want secondary maths departments that succeed: well led, and places where professional development in the subject never stops because colleagues work together, inside the department and with other departments.

It is not enough for single teachers to take up teaching for mastery. The systems, policies and habits of the department have to suit it, and have to make room for teachers to develop together; otherwise the approach is neither built up nor embedded nor kept for the long run.`,
    expectations: `You and your school commit to the programme of the whole academic year, part of which is likely to be face to face and part online.

The project is meant to last longer than the Work Groups of its first year. From the second year on, participants are expected to stay with it, in a community for subject leadership led by the Maths Hub.`,
  }),
  outcomes: outcomesFor(
    'participants',
    'bring about a vision of teaching and learning in maths that the department shares',
    'have schemes of work that are well established and give students a coherent, connected curriculum',
    'have a coherent, ambitious action plan, aimed at better results for students and at what teachers need',
    'develop ways of working together in the department that support its continuing development',
    'lead and manage the department well, so that teaching for mastery advances and grows',
  ),
  criteria: [
    required('Your school is a state-funded secondary school.', stateFundedSchoolOf('secondary')),
    required(
      'The person who takes part is head of department or subject leader now: prospective ones cannot take part.',
      holds('head_of_department', 'maths_subject_lead'),
    ),
    wholeYear,
  ],
  note: 'How many workshops there are is decided locally: one hub prints three, another four.',
  sources: [
    'Flyer of NCP21-15 by London Central and West Maths Hub, 2021/22',
    'http://emwest.co.uk/secondary/secondary-subject-lead/',
    ...sources,
  ],
})

/** The projects for secondary departments in 2021/22. */
export const secondary2021: readonly ProjectFact[] = [
  project({
    ...inSecondary,
    ...advocates,
    title: 'Secondary Teaching for Mastery – Development',
    summary: 'First year; two nominated Mastery Advocates.',
    stage: 'secondary_development',
    sections: sections({
      outline:
        'The first of three phases in which a maths department works out what effective mastery of maths looks like for its own students.',
      involvement: involvementOfAdvocates,
      who: 'Maths departments of state-funded secondary schools that join the programme for the first time.',
      cost,
    }),
    criteria: [
      schoolOf('secondary'),
      expected('Your department is joining for the first time.', {
        not: tookPartIn('secondary_development', 'secondary_embedding', 'secondary_sustaining'),
      }),
    ],
  }),
  project({
    ...inSecondary,
    ...advocates,
    title: 'Secondary Teaching for Mastery – Embedding',
    summary: 'Second participation year.',
    stage: 'secondary_embedding',
    sections: sections({
      outline: 'The second of three phases, in which a department makes teaching for mastery a part of all it does.',
      involvement: involvementOfAdvocates,
      who: 'Maths departments of state-funded secondary schools in their second year of taking part.',
      cost,
    }),
    criteria: [
      schoolOf('secondary'),
      required('This is the second year in which your department takes part.', completed('secondary_development')),
    ],
  }),
  project({
    ...inSecondary,
    ...advocates,
    title: 'Secondary Teaching for Mastery – Sustaining',
    summary: 'Third participation year.',
    stage: 'secondary_sustaining',
    sections: sections({
      outline: 'The third of three phases, in which a department keeps teaching for mastery going and refines it.',
      involvement: involvementOfAdvocates,
      who: 'Maths departments of state-funded secondary schools in their third year of taking part.',
      cost,
    }),
    criteria: [
      schoolOf('secondary'),
      required('This is the third year in which your department takes part.', completed('secondary_embedding')),
    ],
  }),
  subjectLeadership,
  project({
    ...inSecondary,
    title: 'Mathematical Thinking for GCSE',
    summary: 'Reasoning and problem solving at GCSE.',
    sections: sections({
      outline:
        'GCSE asks students to reason and to solve problems. This project helps teachers, and the departments they work in, to prepare students for it.',
      involvement: 'Teachers of several schools work on it together in a Work Group and with their departments.',
      who: 'Teachers of maths in state-funded secondary schools, with their departments.',
      cost,
    }),
    criteria: [schoolOf('secondary')],
  }),
  project({
    ...inSecondary,
    title: 'Years 7–11 Coherence',
    formerly: 'Challenging Topics at GCSE',
    summary: 'Trace one key topic through the secondary curriculum.',
    daysMin: 3,
    daysMax: 3,
    sections: sections({
      outline:
        'Take one key topic apart, look at it closely, and follow it through the curriculum from Year 7 to Year 11. You gain insight into how it is taught well, and into what that means for the design of the curriculum. Until this year the project was called Challenging Topics at GCSE.',
      involvement: 'A Work Group studies its topic over the equivalent of three days.',
      who: 'Teachers of maths in state-funded secondary schools.',
      cost,
    }),
    criteria: [schoolOf('secondary')],
    sources: ['http://emwest.co.uk/secondary/years-7-11-coherence/', ...sources],
  }),
  project({
    ...inSecondary,
    title: 'Secondary Maths MAT Leads',
    summary: 'Support people who lead maths across several schools of a trust.',
    audiences: ['leadership'],
    deliveryModel: 'central_programme',
    unit: 'person',
    joins: 'trust_lead',
    isNew: true,
    sessionsCount: 3,
    sections: sections({
      outline:
        'For those who lead maths in several schools of a multi-academy trust at once. They come to understand effective ways of teaching maths better and learn to develop them in all of those schools.',
      involvement: 'The programme is run nationally, in three sessions, not by single hubs.',
      who: 'People who lead maths across several schools of a multi-academy trust that has at least one secondary school.',
      cost,
    }),
    criteria: [
      required(
        'The person who takes part leads maths across several schools of a trust, at least one of them secondary.',
        holds('trust_maths_lead'),
      ),
    ],
    sources: ['http://emwest.co.uk/secondary/secondary-maths-mat-leads/', ...sources],
  }),
]
