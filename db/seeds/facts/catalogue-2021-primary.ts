import { outcomesFor, project } from './project-fact.ts'
import {
  commits,
  expected,
  holds,
  priority,
  required,
  schoolOf,
  stateFundedSchoolOf,
  tookPartIn,
  wholeYear,
} from './rules.ts'
import { sections } from './sections.ts'
import type { CriterionFact, ProjectFact } from './shapes.ts'

const sources = ['Maths Hubs projects 2021/22 (the catalogue of the year)']
const cost = 'The Maths Hubs Programme pays for this project in full. It costs your school nothing.'

const newToTheProgramme: CriterionFact = expected(
  'Your school is joining the teaching for mastery programme for the first time.',
  { not: tookPartIn('primary_development', 'primary_embedding', 'primary_sustaining') },
)

const inPrimary = {
  year: 2021,
  phases: ['primary'],
  headteacherConfirms: true,
  freeToParticipants: true,
  sources,
} as const

const sustaining = project({
  ...inPrimary,
  code: 'NCP21-11',
  title: 'Primary Teaching for Mastery – Sustaining',
  summary:
    'Permanent support for schools past development and embedding: leadership, collaborative planning, subject knowledge.',
  sessionsCount: 6,
  joins: 'school_with_lead',
  stage: 'primary_sustaining',
  sections: sections({
    outline: `Primary schools that already teach for mastery work together to keep it going and to make it better. The project builds lasting support for two things, collaborative planning and specialist subject knowledge, and for the leadership of maths within each school.

It is meant for schools that have been in a Development or an Embedding Work Group. A school that was in a Sustaining Work Group in 2020/21 stays in its professional community in 2021/22 and in the years after.`,
    involvement: `A Work Group meets for six workshops over the year, led by its Work Group Lead, who is a Mastery Specialist. Between the workshops each lead participant leads the work in their own school.

The first workshop takes place at the Mastery Specialist's school. The others are likely to move from one school of the group to another.`,
    who: `Schools that took part in a Development Work Group in an earlier year, some of which will also have had support for embedding. What these schools have in common is that the head and the subject leader are both strongly committed to sustaining teaching for mastery, and that most of their teachers have started to teach in this way.

Each school sends one lead participant. As a rule this is the subject leader for maths, who is responsible for leading and sustaining what the school does in maths and will often have had a leading part in earlier years. Other teachers join parts of a workshop at different points of the year, when their school hosts a meeting of the Teacher Research Group (TRG) or when plans are made together.`,
    benefits: 'They are meant for participants and for their schools alike.',
    cost,
    context: `For primary schools the programme has one strategic goal: teaching for mastery becomes established, so that every pupil gains deep knowledge, understanding and confidence. Support begins in a Development Work Group and goes on in one for Embedding; for some schools Mastery Readiness comes before both. Sustaining comes after these and is seen as permanent: by working together, schools go on improving their approach, make it consistent and refine it.

Teachers and leaders try to see to it that every teacher of the school can be supported in sustaining teaching for mastery, above all in planning together and in specialist subject knowledge.`,
    expectations:
      'Your school commits to the programme of the whole academic year: six workshops, and work in classrooms and across the school in between.',
  }),
  outcomes: outcomesFor(
    'participants',
    'know the key areas of maths better as a subject',
    'know how to set up a culture of planning together that works',
    'offer a coherent mastery curriculum, by planning, teaching and reflecting with others',
    'go on refining the structures and systems by which their school embeds and sustains mastery',
    'keep a model going in which every teacher plans with others and develops specialist subject knowledge',
  ),
  criteria: [
    required('Your school is a state-funded primary school.', stateFundedSchoolOf('primary')),
    required(
      'Your school took part in a Development or Embedding Work Group in an earlier year.',
      tookPartIn('primary_development', 'primary_embedding', 'primary_sustaining'),
    ),
    expected('Your lead participant is normally the maths subject lead.', holds('maths_subject_lead')),
    expected(
      'The head and the subject leader are strongly committed to sustaining teaching for mastery.',
      commits('leadership_commitment'),
    ),
    expected('Most teachers of your school have started to teach for mastery.', commits('most_teachers_started')),
    priority('Schools that were in a Sustaining Work Group in 2020/21 stay in their professional community.', {
      fact: 'organisation.stage',
      stage: 'primary_sustaining',
      status: ['completed', 'in_progress'],
      years: [2020],
    }),
    wholeYear,
  ],
  sources: ['Flyer of NCP21-11 by East Midlands East Maths Hub, 2021/22', ...sources],
})

/** The four stages of primary teaching for mastery in 2021/22, and Years 5 to 8. */
export const primary2021: readonly ProjectFact[] = [
  project({
    ...inPrimary,
    title: 'Mastery Readiness',
    summary: 'Entry point for schools that need groundwork first.',
    stage: 'primary_readiness',
    sections: sections({
      outline:
        'One of two ways into teaching for mastery. It is for a primary school that wants to lay the ground before it joins the main programme.',
      involvement:
        'A Work Group with expert leadership supports your school with the curriculum, the teaching and the professional development that teaching for mastery builds on. As in all projects of 2021/22, what pupils must understand before they can move on comes first.',
      who: 'State-funded primary schools that join the programme for the first time.',
      cost,
    }),
    criteria: [schoolOf('primary'), newToTheProgramme],
  }),
  project({
    ...inPrimary,
    title: 'Primary Teaching for Mastery – Development',
    summary: 'Entry point to the main programme.',
    stage: 'primary_development',
    sections: sections({
      outline:
        'The other way into teaching for mastery: the first stage of the main programme, open to a school without having been through Mastery Readiness.',
      involvement:
        'Your school works in a Work Group with expert leadership and begins to build the curriculum, the teaching and the professional development that belong to teaching for mastery.',
      who: 'State-funded primary schools that join the programme for the first time, and those that come from Mastery Readiness.',
      cost,
    }),
    criteria: [schoolOf('primary'), newToTheProgramme],
  }),
  project({
    ...inPrimary,
    title: 'Primary Teaching for Mastery – Embedding',
    summary: 'Second year of the main programme.',
    stage: 'primary_embedding',
    sections: sections({
      outline:
        'The stage after Development. Your school carries teaching for mastery further, from the first classrooms into all of them.',
      involvement:
        'The work goes on in a Work Group with expert leadership, on curriculum, teaching and professional development across the school.',
      who: 'State-funded primary schools that carry on with the programme, or join it again, after Development.',
      cost,
    }),
    criteria: [
      schoolOf('primary'),
      required(
        'Your school took part in a Development Work Group in an earlier year.',
        tookPartIn('primary_development', 'primary_embedding'),
      ),
    ],
  }),
  sustaining,
  project({
    ...inPrimary,
    title: 'Years 5 to 8 Continuity',
    phases: ['primary', 'secondary'],
    headteacherConfirms: false,
    summary: 'Primary and secondary teachers agree a consistent approach to an aspect of Years 5 to 8 maths.',
    daysMin: 3,
    daysMax: 3,
    sections: sections({
      outline:
        'Teachers of primary and secondary schools work on this together, so that what pupils learn in maths runs on without a break from Year 5 to Year 8. Each Work Group chooses its focus, an aspect of the curriculum or a way of teaching, and develops one consistent approach to it.',
      involvement: 'The approach is tried in the schools on both sides of the move, over the equivalent of three days.',
      who: 'Teachers of state-funded primary and secondary schools.',
      cost,
    }),
    criteria: [schoolOf('primary', 'secondary')],
  }),
]
