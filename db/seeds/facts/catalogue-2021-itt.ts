import { outcomesFor, project } from './project-fact.ts'
import { expected, holds, required, wholeYear } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

/** The project for providers of teacher training in 2021/22. */
export const itt2021: ProjectFact = project({
  year: 2021,
  code: 'NCP21-24',
  title: 'Strengthening Partnerships with ITT Providers',
  summary: 'Network of ITT tutors and hub leaders that reviews training programmes for teaching for mastery.',
  audiences: ['itt'],
  formerly: 'Working Partnerships with ITT Providers',
  runningSince: '2018/19',
  runningSinceSource:
    'The text of the project for 2021/22 calls this its fourth year. The catalogue of 2021/22 says instead that the work of the ITT network began in 2019/20.',
  daysMin: 3,
  daysMax: 4,
  timeBeside: 'planning and evaluation',
  joins: 'institution',
  freeToParticipants: true,
  modelsOfWorking: [
    'network meetings, local or regional, from which partnerships grow on the questions the network itself wants to work on, to make the understanding of teaching for mastery pedagogy stronger',
    'network meetings, local or regional, that go back over the principles of teaching for mastery, exchange ITT units, adapt them for use at home, and ask where they belong in the maths programme of the institution',
    'building up the expertise of mentors, who then support trainees in designing maths lessons informed by mastery',
    'watching Mastery Specialists teach and talking over the principles of mastery afterwards, to find out what the ITT maths programme as a whole should develop in the light of school practice today',
  ],
  sections: sections(
    {
      outline:
        'What is changing in maths teaching now, and what does it mean for those who train teachers? ITT providers and Maths Hubs explore this together and share what they find, so that trainees make a good start in the teaching of maths. The project is in its fourth year.',
      involvement: `The work is done in Work Groups. A group may reach across the boundaries of its hub and join with others in a larger region.

As a rule direct work takes three to four days. Time to plan and to evaluate comes on top of that.`,
      models: 'A Work Group might choose one of these:',
      who: `Lead participants come from the world of ITT: people who are directly involved in it and are responsible for maths there.

Together they are expected to stand for the ITT providers across the region of the hub. These can be HEIs, SCITTs and School Direct, and can represent the phases of ITT: EYTS, QTS (primary and secondary) and post-16.`,
      benefits: 'They are meant for participants and for their institutions alike.',
      cost: 'The Maths Hubs Programme pays for Strengthening Partnerships with ITT Providers in full. It costs your institution nothing.',
      context: `That those who are going to teach maths, in primary and in secondary schools, are trained well from the start is among the strategic goals that the Maths Hubs Programme has set itself: hubs work for it with a range of partners, so that new teachers have the specialist knowledge that the learning of maths calls for. By 2023 every ITT programme that is engaged should include a first preparation for teaching for mastery.

Two things make these Work Groups necessary. They keep up networks of good practice between ITT providers and the hubs near them, with teaching for mastery at the centre. And they help hubs to see what early career teachers need in maths, which then shapes what the hub offers locally.`,
      expectations:
        'Your institution commits to the programme of the whole academic year. Some of it is likely to be face to face, beside collaboration online.',
    },
    { expectations: 'Expectations of participants and their institutions' },
  ),
  outcomes: outcomesFor(
    'participants',
    'understand the work of their Maths Hub and of the Maths Hubs Network better, and have a greater part in it, while they learn more about what teaching for mastery rests on and what it means in the classroom',
    'review practices and programmes, so that trainees gain some understanding of how lessons are designed when mastery informs them',
    'plan with the principles of teaching for mastery in mind, the more so for having seen lessons by Mastery Specialists and talked them over',
  ),
  criteria: [
    required('You are a provider of initial teacher training: a HEI, a SCITT or a lead school (School Direct).', {
      fact: 'organisation.itt_kind',
      in: ['hei', 'scitt', 'lead_school'],
    }),
    required(
      'The person who takes part is directly involved in ITT and responsible for maths there.',
      holds('itt_tutor'),
    ),
    expected('You train for a phase of ITT: EYTS, QTS primary, QTS secondary or post-16.', {
      fact: 'organisation.itt_phases',
      in: ['eyts', 'qts_primary', 'qts_secondary', 'post_16'],
    }),
    wholeYear,
  ],
  note: 'Fourth year (since 2018/19) in one source, begun in 2019/20 in another.',
  sources: [
    'Flyer of NCP21-24 by London Central and NW Maths Hub, 2021/22',
    'Maths Hubs projects 2021/22 (the catalogue of the year)',
  ],
})
