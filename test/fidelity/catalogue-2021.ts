import { type Document, inPrint, ofYear, type Statement } from './statement.ts'

/** As its card and its print say: on the card the mark follows what is said of it. */
const marked = (title: string, card: string): readonly Statement[] => [
  { fact: `${title} is marked as new`, words: [`${title} ${card} New`], places: ['catalogue'] },
  { fact: `${title} is marked as new`, words: [`${title} New`], places: ['catalogue on paper'] },
]

/** The catalogue of a year, by phase. */
export const catalogueOf2021: Document = {
  name: 'the catalogue of 2021/22',
  addresses: {
    catalogue: '/projects?year=2021-22',
    'catalogue on paper': '/projects/2021-22.pdf',
    'catalogue as data': '/projects/2021-22.json',
  },
  statements: [
    // Introduction
    ofYear('40 hubs across England', 'The 40 Maths Hubs of England'),
    ofYear('for all state-funded schools', 'serve all state-funded schools'),
    ofYear('again this year', 'This year again'),
    ofYear(
      'fully funded, Work Groups and national programmes',
      'fully funded, in Work Groups and in national programmes',
    ),
    ofYear(
      'early years to post-16, a range of themes',
      'range of themes and for every phase from the early years to post-16',
    ),
    ofYear('Work Groups are much alike', 'Work Groups are much alike in how they run'),
    ofYear('schools of an area around an agreed outcome', 'activities around an outcome they have agreed on'),
    ofYear('many take part every year', 'Many come back year after year'),
    ofYear(
      'for the range and to collaborate nearby',
      'the range of projects and for the chance to work with others nearby',
    ),
    ofYear('ask which projects a hub runs', 'ask yours which it offers'),
    ofYear(
      'how to take part: the hub, found at an address',
      'To take part, turn to the hub near you',
      'www.ncetm.org.uk/mathshubs',
    ),
    // Early years and primary
    ofYear('the first part', 'Early years and primary'),
    ofYear(
      'support at every stage of mastery',
      'Maths Hubs support a school at every stage, from first steps in teaching for mastery until it is embedded',
    ),
    ofYear(
      'priority of 2021/22',
      'In 2021/22 every project gives first place to those parts of the curriculum that pupils must understand before they can move on',
    ),
    ofYear(
      'two entry points',
      'A school that is new to the programme can enter at one of two points, Mastery Readiness or Development',
    ),
    ofYear('two stages to carry on or re-join', 'A school that carries on or comes back joins Embedding or Sustaining'),
    ofYear('Work Group model with expert leadership', 'All are Work Groups with expert leadership'),
    ofYear(
      'curriculum, teaching, professional development',
      'strong curriculum, teaching and professional development',
    ),
    ...[
      'Mastery Readiness',
      'Primary Teaching for Mastery – Development',
      'Primary Teaching for Mastery – Embedding',
      'Primary Teaching for Mastery – Sustaining',
    ].map((title) => ofYear(`the project ${title}`, title)),
    ofYear('Years 5 to 8 Continuity', 'Years 5 to 8 Continuity'),
    inPrint(
      'primary and secondary teachers together',
      'Teachers of primary and secondary schools work on this together',
    ),
    inPrint('continuity from Year 5 to Year 8', 'without a break from Year 5 to Year 8'),
    inPrint(
      'an aspect of the curriculum or of pedagogy as focus',
      'chooses its focus, an aspect of the curriculum or a way of teaching',
    ),
    inPrint('a consistent approach', 'develops one consistent approach to it'),
    {
      fact: 'it stands in both phases, and each place names the other',
      words: ['Also under Secondary, page', 'Also under Early years and primary, page'],
      places: ['catalogue on paper'],
    },
    {
      fact: 'it stands in both phases, as data',
      words: ['"parts":["Early years and primary","Secondary"]'],
      places: ['catalogue as data'],
    },
    // SKTM
    ofYear('the family, spelt out', 'Specialist Knowledge for Teaching Mathematics (SKTM)'),
    ofYear('more than being able to do the maths', 'To teach maths well it is not enough to be able to do it'),
    ofYear('how children grasp and retain', 'how children come to grasp an idea and how they keep it'),
    ofYear('teachers and teaching assistants', 'Teachers and teaching assistants need to see'),
    ofYear('each for one group of people', 'each for one group of people'),
    ofYear('early years practitioners', 'SKTM Early Years'),
    ofYear('primary teachers', 'SKTM Primary Teachers'),
    ofYear('primary teaching assistants', 'SKTM Primary Teaching Assistants'),
    ...marked('SKTM Primary Early Career Teachers', 'Subject knowledge for primary ECTs. Work Group'),
    ...marked('SKTM Secondary Early Career Teachers', 'Subject knowledge for secondary ECTs. Work Group'),
    ...marked(
      'SKTM Secondary Non-specialist Teachers',
      'Subject knowledge for secondary teachers who trained in another subject. Work Group',
    ),
    {
      fact: 'the family stands under both phases',
      words: ['Also under Secondary, Specialist Knowledge', 'Also under Early years and primary, Specialist Knowledge'],
      places: ['catalogue on paper'],
    },
    // ITT
    ofYear(
      'a network of local providers',
      'ITT providers',
      'Local providers of initial teacher training form a network',
    ),
    ofYear('work begun in 2019/20', 'continue what began in 2019/20'),
    ofYear(
      'partnerships, good practice, trainees',
      'partnerships that work, good practice that spreads, and a share for trainees in the work on mastery',
    ),
    ofYear('its project', 'Strengthening Partnerships with ITT Providers', 'NCP21-24'),
    // Leadership
    ofYear('leadership in maths education', 'Leadership in maths education'),
    ofYear(
      'groups are led by an experienced teacher of the area',
      'A Work Group is always led by a teacher of the area who is experienced in leading professional development in maths',
    ),
    ofYear(
      'projects for leaders and those who become LLME',
      'make the network better at leading',
      'Local Leaders of Maths Education (LLME)',
    ),
    ofYear('Mastery Specialists, primary and secondary', 'Developing Mastery Specialists (primary and secondary)'),
    ofYear('national workshops for leads', 'Work Group Lead workshops'),
    inPrint('where leads learn from each other', 'In national workshops these leads learn from one another'),
    ofYear('Accredited PD Leads', 'NCETM Accredited PD Lead'),
    inPrint(
      'attained or seeking',
      'hold the status of NCETM Accredited Professional Development Lead, and for teachers on their way to it',
    ),
    ofYear('networks of local leaders', 'LLME networks'),
    inPrint('to stay in touch', 'Local Leaders of Maths Education (LLME) keep in contact with one another'),
    // Secondary
    ofYear(
      'effective mastery in departments',
      'help a department to think through what effective mastery of maths looks like for its students',
    ),
    ofYear('two Mastery Advocates', 'names two teachers as Mastery Advocates of the department'),
    ofYear('three phases, by year', 'Development in the first year, Embedding in the second, Sustaining in the third'),
    ...(['Development', 'Embedding', 'Sustaining'] as const).map((stage) =>
      ofYear(`the secondary stage ${stage}`, `Secondary Teaching for Mastery – ${stage}`),
    ),
    ofYear('Mathematical Thinking for GCSE', 'Mathematical Thinking for GCSE'),
    inPrint('reasoning and problem solving at GCSE', 'GCSE asks students to reason and to solve problems'),
    inPrint('teachers and their departments', 'helps teachers, and the departments they work in'),
    ofYear('Years 7–11 Coherence', 'Years 7–11 Coherence'),
    ofYear('its former title', 'Challenging Topics at GCSE'),
    inPrint(
      'one key topic, taken apart and traced',
      'Take one key topic apart',
      'follow it through the curriculum from Year 7 to Year 11',
    ),
    inPrint(
      'insight into teaching and curriculum design',
      'insight into how it is taught well',
      'the design of the curriculum',
    ),
    ofYear('Secondary Subject Leadership', 'Secondary Subject Leadership', 'NCP21-15'),
    {
      fact: 'Secondary Subject Leadership is marked as new',
      words: ['becomes a community from year two. NCP21-15 Work Group 3 days New'],
      places: ['catalogue'],
    },
    {
      fact: 'its mark as data',
      words: ['becomes a community from year two.","status":"published","new":true'],
      places: ['catalogue as data'],
    },
    inPrint('for heads of department and subject leaders', 'heads of department and subject leaders support'),
    inPrint(
      'mastery across the department, growth as leaders',
      'into the whole department',
      'of what students learn and of how teachers develop',
    ),
    ofYear('Secondary Maths MAT Leads', 'Secondary Maths MAT Leads'),
    ...marked(
      'Secondary Maths MAT Leads',
      'Support people who lead maths across several schools of a trust. Central programme 3 sessions',
    ),
    inPrint('for leads across several schools', 'lead maths in several schools of a multi-academy trust'),
    inPrint('run centrally', 'Central programme'),
    inPrint(
      'effective pedagogy across those schools',
      'effective ways of teaching maths better and learn to develop them in all of those schools',
    ),
    // Post-16
    ofYear(
      'Year 12 and above, resits among them',
      'For teachers of all students from Year 12 upwards, those who resit GCSE among them',
    ),
    ofYear('Supporting Post-16 GCSE Resit', 'Supporting Post-16 GCSE Resit'),
    inPrint('a variety of methods', 'a variety of methods by which their teachers can support them'),
    ofYear(
      'three Level 3 projects with AMSP',
      'Maths Hubs run these three projects together with the Advanced Mathematics Support Programme (AMSP)',
    ),
    ofYear('New to teaching Core Maths', 'New to teaching Core Maths'),
    ...marked(
      'New to teaching Core Maths',
      'Specialist knowledge for teachers new to Core Maths. Work Group With Advanced Mathematics Support Programme (AMSP)',
    ),
    inPrint(
      'specialist knowledge and confidence',
      'the specialist knowledge that the qualification asks for and become more confident',
    ),
    ofYear('Developing Core Maths Pedagogy', 'Developing Core Maths Pedagogy'),
    inPrint('expanding existing provision', 'widen the Core Maths that their school or college already offers'),
    inPrint(
      'philosophy and practicalities',
      'the thinking behind the qualification and how it is taught from day to day',
    ),
    ofYear('Developing A Level Pedagogy', 'Developing A Level Pedagogy'),
    inPrint('the demands of A level', 'What does A level maths demand of students and teachers'),
    inPrint('content and requirements of the specification', 'what the specification contains and requires'),
    inPrint('with recovery in mind', 'recovery from the pandemic especially in mind'),
    // The notice of the year
    inPrint(
      'lessons of online collaboration in 2020/21',
      'In 2020/21 Maths Hubs worked together online and learnt much',
      '2021/22 builds on it',
    ),
    inPrint(
      'a blend, provided that the pandemic recedes',
      'Provided that the pandemic recedes',
      'some face to face, and frequent collaboration online',
    ),
  ],
}
