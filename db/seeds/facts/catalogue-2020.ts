import { project } from './project-fact.ts'
import { holds, required, schoolOf, stateFundedSchoolOf } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

const year = 2020

const mastery: readonly ProjectFact[] = [
  project({
    year,
    title: 'Mastery Readiness',
    summary: 'Workshops and bespoke support for schools not ready for the main programme.',
    phases: ['primary'],
    stage: 'primary_readiness',
    headteacherConfirms: true,
    sections: sections({
      outline:
        'For primary schools that are not ready for the main programme yet: workshops, and support made for the school.',
      involvement: 'A group has up to eight schools.',
    }),
    criteria: [schoolOf('primary')],
    note: 'Groups of up to eight schools.',
    sources: ['https://forms.gle/m3ZQJbakazvJiQCr7'],
  }),
  project({
    year,
    title: 'Primary Teaching for Mastery – Development',
    summary: 'First full year: two teachers per school with a Mastery Specialist.',
    phases: ['primary'],
    stage: 'primary_development',
    headteacherConfirms: true,
    peopleMin: 2,
    peopleMax: 2,
    sections: sections({
      outline: 'The first full year of the main programme.',
      involvement: 'Two teachers of each school work with a Mastery Specialist.',
    }),
    criteria: [schoolOf('primary')],
    sources: ['http://emwest.co.uk/primary/mastery-development-work-group-20-21/'],
  }),
  project({
    year,
    title: 'Primary Teaching for Mastery – Sustaining',
    summary: 'Continuing support for schools that finished earlier stages; first year of the project.',
    phases: ['primary'],
    stage: 'primary_sustaining',
    headteacherConfirms: true,
    isNew: true,
    sessionsCount: 6,
    sections: sections({
      outline:
        'Support that goes on for schools that have finished the earlier stages. This is the first year of the project.',
      involvement: 'Six sessions over the year.',
    }),
    criteria: [schoolOf('primary')],
    sources: ['http://emwest.co.uk/primary/mastery-sustaining-work-group-20-21/'],
  }),
  project({
    year,
    title: 'Secondary Teaching for Mastery – Development',
    summary: 'Two Mastery Advocates per department work with a Mastery Specialist.',
    phases: ['secondary'],
    stage: 'secondary_development',
    headteacherConfirms: true,
    peopleMin: 2,
    peopleMax: 2,
    sections: sections({
      outline: 'The first year of teaching for mastery for a secondary maths department.',
      involvement: 'Two Mastery Advocates of each department work with a Mastery Specialist.',
    }),
    criteria: [schoolOf('secondary')],
    sources: ['https://www.greatnorthmathshub.co.uk/secondary-teaching-for-mastery-development-work-groups-2020-21/'],
  }),
]

const schools: readonly ProjectFact[] = [
  project({
    year,
    title: 'Building Firm Mathematical Foundations in Reception',
    summary: 'Link early-years practice to teaching for mastery in Year 1.',
    phases: ['early_years'],
    sections: sections({ outline: 'Joins what is done in the early years to teaching for mastery in Year 1.' }),
    criteria: [schoolOf('early_years')],
    sources: ['https://mathshubsturingnw.co.uk/get-involved/primary/projects/'],
  }),
  project({
    year,
    title: 'Years 5-8 Continuity',
    summary: 'Linked primary and secondary teachers work on multiplicative reasoning.',
    phases: ['primary', 'secondary'],
    sessionsCount: 3,
    sections: sections({
      outline: 'Teachers of primary and secondary schools that are linked work on multiplicative reasoning.',
      involvement: 'Three sessions over the year.',
    }),
    criteria: [schoolOf('primary', 'secondary')],
    sources: ['http://www.emwest.co.uk/y5-8-continuity-work-group/'],
  }),
  project({
    year,
    title: 'Mathematical Thinking for GCSE',
    summary: 'Reasoning and problem solving for years 7 to 11.',
    phases: ['secondary'],
    sessionsCount: 3,
    sections: sections({
      outline: 'Reasoning and the solving of problems from Year 7 to Year 11.',
      involvement: 'Three sessions over the year.',
    }),
    criteria: [schoolOf('secondary')],
    sources: ['http://www.emwest.co.uk/mathematical-thinking-for-gcse/'],
  }),
  project({
    year,
    title: 'Challenging Topics at GCSE',
    summary: 'The project that is called Years 7–11 Coherence from 2021/22.',
    phases: ['secondary'],
    sections: sections({
      outline: 'Known from its title only: from 2021/22 the project is called Years 7–11 Coherence.',
    }),
    criteria: [schoolOf('secondary')],
    note: 'Its text, and the years in which it ran, are not known; the catalogue of 2021/22 gives the former title.',
    sources: ['Maths Hubs projects 2021/22 (the catalogue of the year)'],
  }),
  project({
    year,
    title: 'Supporting Core Maths',
    summary: 'Teaching approaches for open-ended Core Maths problems.',
    phases: ['post_16'],
    sections: sections({ outline: 'How to teach the open-ended problems of Core Maths.' }),
    criteria: [schoolOf('post_16')],
    sources: ['http://www.emwest.co.uk/supporting-core-maths/'],
  }),
]

const people: readonly ProjectFact[] = [
  project({
    year,
    title: 'SKTM Primary Teachers',
    summary: 'Four core number modules.',
    phases: ['primary'],
    unit: 'person',
    sessionsCount: 5,
    sections: sections({
      outline: 'Subject knowledge for primary teachers, in four modules on the core of number.',
      involvement: 'Five sessions.',
    }),
    criteria: [required('Their school is state-funded and teaches primary pupils.', stateFundedSchoolOf('primary'))],
    sources: ['http://www.emwest.co.uk/specialist-knowledge-for-teaching-mathematics-programme/'],
  }),
  project({
    year,
    title: 'SKTM Primary Teaching Assistants',
    summary: 'Three to four days on number for TAs.',
    phases: ['primary'],
    unit: 'person',
    daysMin: 3,
    daysMax: 4,
    sections: sections({ outline: 'Three to four days on number for teaching assistants of primary schools.' }),
    criteria: [
      required('The person who takes part is a teaching assistant.', holds('teaching_assistant')),
      required('Their school is state-funded and teaches primary pupils.', stateFundedSchoolOf('primary')),
    ],
    sources: [
      'http://www.emwest.co.uk/primary-teaching-assistants-specialist-knowledge-for-teaching-mathematics-programme/',
    ],
  }),
  project({
    year,
    title: 'Working Partnerships with ITT Providers',
    summary: 'Third year; six short online meetings at one hub.',
    audiences: ['itt'],
    runningSince: '2018/19',
    runningSinceSource: 'The text of 2020/21 calls this its third year.',
    sections: sections({
      outline: 'Maths Hubs and ITT providers develop their partnership. The project is in its third year.',
      involvement: 'The number of meetings is decided locally; one hub holds six short ones online.',
    }),
    criteria: [
      required('You are a provider of initial teacher training.', {
        fact: 'organisation.itt_kind',
        in: ['hei', 'scitt', 'lead_school'],
      }),
    ],
    note: 'Six short online meetings are the plan of one hub.',
    sources: ['https://bookwhen.com/ememathshub/e/ev-se8z-20201209170000'],
  }),
  project({
    year,
    title: 'LLME Communities',
    summary: "Keep each hub's local leaders in one learning community; five delegates per hub at central workshops.",
    audiences: ['leadership'],
    deliveryModel: 'community',
    unit: 'person',
    runningSince: '2018/19',
    runningSinceSource: "A hub's page says that it began in 2018/19.",
    sections: sections({
      outline: 'The Local Leaders of Maths Education of each hub form one learning community.',
      involvement: 'Each hub sends five delegates to central workshops.',
    }),
    criteria: [],
    note: 'The page that describes it does not show its own year.',
    sources: ['http://symathshub.org.uk/index.php/working-together/item/146-llmes'],
  }),
]

/** What is known of the academic year 2020/21. */
export const catalogue2020: readonly ProjectFact[] = [...mastery, ...schools, ...people]
