import { outcomesFor, project } from './project-fact.ts'
import { commits, expected, holds, required, schoolOf, stateFundedSchoolOf, wholeYear } from './rules.ts'
import { list, sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

const tutor = 'The person who takes part is directly involved in ITT and responsible for maths there.'
const provider = 'You are a provider of initial teacher training: a HEI, a SCITT or a lead school (School Direct).'

const ittCommunities = project({
  year: 2024,
  code: 'NCP24-31',
  title: 'Strengthening Partnerships with ITT Providers',
  summary:
    'Communities of ITT providers that develop their specialist knowledge of teaching maths, each with one theme: pedagogy, curriculum or mentors.',
  audiences: ['itt'],
  deliveryModel: 'community',
  formerly: 'NCP21-24 Strengthening Partnerships with ITT Providers, then run as a Work Group',
  daysMin: 3,
  daysMax: 3,
  samePeopleAllYear: true,
  joins: 'institution',
  leadsGetAdditionalFunding: true,
  sections: sections(
    {
      outline: `New teachers of maths reach the state schools of England through ITT providers, which makes these indispensable to maths education. What trainees and early career teachers (ECTs) are entitled to is laid down in the ITTECF: the core of knowledge, skills and behaviours that great teaching is made of, and mentoring and support by expert colleagues, over the first three years of the career or more.

Providers of training based on the ITT and ECF frameworks are expected to turn this into a curriculum of training and professional development, carefully sequenced, in which trainees and ECTs build expertise in every part of the framework.

In this project ITT providers form a community. Together they develop their specialist knowledge of provision for the teaching of maths, with teaching for mastery at its centre.`,
      involvement: `Each Community Lead chooses one theme for the local work. The themes answer to what the ITT sector needs; this year there are three:

${list(
  '**NCP24-31_Pedagogy**, for a group that is already established',
  '**NCP24-31_Curriculum**, on what the ITTECF or ITAP offer contains for maths',
  '**NCP24-31_Mentor**, on the expertise of mentors in the subject',
)}

Earlier years have shown that a community can gain from working across the boundaries of hubs and joining with others in a larger region.`,
      who: `People from the ITT sector who are directly involved in ITT and responsible for maths there. They are expected to stand for the ITT providers across the region of the hub, which can be HEIs, SCITTs and School Direct, and for different phases of ITT: EYTS and QTS (primary and secondary).

Where mentors are the focus of the work, a community may invite mentors as well.`,
      funding: 'Community Leads have additional funding, which supports the work of strengthening partnerships.',
      context:
        'The communities keep up partnerships between ITT providers and the hubs near them over the years. The project therefore has two sets of outcomes: one for the ITT providers, the other for the Maths Hub Leadership and Management (MHLM) Team.',
      expectations: `With the support of their institution, participants come to every scheduled meeting, report back to the colleagues concerned, and review their provision in the light of what was discussed. The work with the Community Lead comes to the equivalent of three days.

The ITT provider is expected to commit itself to the same person or people for the whole year.`,
    },
    { expectations: 'Expectations of participants and their institutions' },
  ),
  outcomes: [
    ...outcomesFor(
      'institutions',
      'have greater specialist knowledge of provision for the teaching of maths, with teaching for mastery at its centre',
      'have reviewed their provision in the light of the discussions and told the colleagues concerned',
    ),
    ...outcomesFor('hub_team', 'have partnerships with the ITT providers of the region that last'),
  ],
  themes: [
    {
      kind: 'theme',
      suffix: 'Pedagogy',
      title: 'Pedagogy',
      focus:
        'For an established group: local or regional meetings from which partnerships grow on what matters in that place, to make the understanding of teaching for mastery pedagogy stronger.',
      starts: null,
    },
    {
      kind: 'theme',
      suffix: 'Curriculum',
      title: 'Curriculum',
      focus:
        'Going through the ITTECF or the offer of ITAPs to find what is specific to maths, how that relates to teaching for mastery, where provision already has it, and how provision can take it further.',
      starts: null,
    },
    {
      kind: 'theme',
      suffix: 'Mentor',
      title: 'Mentor',
      focus:
        'Building the expertise of mentors in the subject, so that they can support trainees in learning and teaching maths in a mastery way. Mentors may be invited to take part.',
      starts: null,
    },
  ],
  criteria: [
    required(provider, {
      fact: 'organisation.itt_kind',
      in: ['hei', 'scitt', 'lead_school'],
    }),
    {
      ...required(
        'You are a school whose mentors look after trainees.',
        { fact: 'organisation.kind', in: ['school'] },
        'Mentor',
      ),
      widens: provider,
    },
    required(tutor, holds('itt_tutor')),
    { ...required('The person who takes part is a mentor.', holds('mentor'), 'Mentor'), widens: tutor },
    expected('You train for a phase of ITT: EYTS, QTS primary or QTS secondary.', {
      fact: 'organisation.itt_phases',
      in: ['eyts', 'qts_primary', 'qts_secondary'],
    }),
    wholeYear,
    expected('You send the same person or people all year.', commits('same_people_all_year')),
  ],
  note: 'Each community has one theme only.',
  sources: [
    'Page of NCP24-31 by Venn Essex Maths Hub, 2024/25',
    'https://nnwmathshub.org.uk/get-involved/projects/initial-teacher-training/',
    'https://mathshub.outwood.com/work-group-to-strengthen-partnerships-with-itt-providers',
  ],
})

/** What is known of the academic year 2024/25. */
export const catalogue2024: readonly ProjectFact[] = [
  project({
    year: 2024,
    code: 'NCP24-19',
    title: 'Years 5 to 8 Continuity',
    summary: 'Linked primary and secondary schools pick an aspect of maths and plan, observe and evaluate it together.',
    phases: ['primary', 'secondary'],
    daysMin: 3,
    daysMax: 3,
    sessionsCount: 4,
    peopleMin: 1,
    peopleMax: 2,
    sections: sections({
      outline:
        'Primary and secondary schools that are linked choose an aspect of maths, then plan it, watch it taught and evaluate it together.',
      involvement: 'Three days in four meetings: two full days and two half days.',
      who: 'Pairs or small groups of neighbouring primary and secondary schools, each with one or two teachers.',
    }),
    criteria: [schoolOf('primary', 'secondary')],
    sources: ['https://mathshub.outwood.com/year-5-8-continuity-development'],
  }),
  ittCommunities,
  project({
    year: 2024,
    code: 'NCP24-30',
    title: 'SKTM Secondary Non-specialist Teachers',
    summary: 'Six-day programme on core secondary topics, with two starts.',
    phases: ['secondary'],
    deliveryModel: 'programme',
    unit: 'person',
    daysMin: 6,
    daysMax: 6,
    sections: sections({
      outline:
        'A programme of six days on core topics of secondary maths for teachers who were not trained to teach it.',
      involvement:
        'There are two strands with the same content. One begins early in the summer term before the academic year, the other in the autumn.',
      who: 'Teachers in state-funded schools who teach some maths and whose initial teacher training was not in maths.',
    }),
    themes: [
      {
        kind: 'strand',
        suffix: 'a',
        title: 'Start in the summer',
        focus: 'Begins early in the summer term of 2024, before the academic year.',
        starts: 'summer term 2024, before the academic year',
      },
      {
        kind: 'strand',
        suffix: 'b',
        title: 'Start in the autumn',
        focus: 'Begins in autumn 2024.',
        starts: 'autumn 2024',
      },
    ],
    criteria: [
      required('Their school is state-funded and teaches secondary pupils.', stateFundedSchoolOf('secondary')),
      required(
        'The person who takes part teaches some maths and did not train to teach it.',
        holds('non_specialist_teacher'),
      ),
    ],
    note: 'The first strand starts in the summer term before the year in its code. The length of six days is from a feature of the NCETM of March 2025.',
    sources: ['https://vennessexmathshub.co.uk/sktm-secondary-non-specialist-teachers'],
  }),
]
