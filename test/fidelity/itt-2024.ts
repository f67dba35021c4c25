import { type Document, local, national, onDetails, onHubPage, onProject } from './statement.ts'

const flyer = '/hubs/venn-essex/offers/2024-25/strengthening-partnerships-with-itt-providers'
const project = '/projects/2024-25/strengthening-partnerships-with-itt-providers'

/** The page of one hub for those who train teachers, three years later: a Community, with themes. */
export const ittIn2024: Document = {
  name: 'Strengthening Partnerships with ITT Providers, Venn Essex, 2024/25',
  addresses: {
    flyer,
    'flyer on paper': `${flyer}.pdf`,
    'flyer as text': `${flyer}.txt`,
    project,
    'project on paper': `${project}.pdf`,
    hub: '/hubs/venn-essex',
    'my details': '/sign-in?to=%2Faccount%2Fdetails',
  },
  statements: [
    local('the hub’s address for mail', 'info@vennessexmathshub.co.uk'),
    local('the hub’s telephone', '01206 489933'),
    onHubPage('both on the hub’s page', 'info@vennessexmathshub.co.uk', '01206 489933'),
    onDetails('update one’s contact details', 'Update my contact details'),
    national('title', 'Strengthening Partnerships with ITT Providers'),
    // Why it is needed
    national('providers are critical to maths education', 'indispensable to maths education'),
    national(
      'they develop new teachers of state schools',
      'New teachers of maths reach the state schools of England through ITT providers',
    ),
    national('the framework sets out an entitlement', 'entitled to is laid down in the ITTECF'),
    national('of trainees and early career teachers', 'trainees and early career teachers (ECTs)'),
    national(
      'to knowledge, skills and behaviours',
      'the core of knowledge, skills and behaviours that great teaching is made of',
    ),
    national('to mentoring and support by experts', 'mentoring and support by expert colleagues'),
    national('over three or more years', 'over the first three years of the career or more'),
    national('providers translate it into a curriculum', 'Providers of training based on the ITT and ECF frameworks'),
    national('carefully sequenced', 'a curriculum of training and professional development, carefully sequenced'),
    national('for expertise in every part', 'build expertise in every part of the framework'),
    national('a community in which providers work together', 'In this project ITT providers form a community'),
    national(
      'on specialist knowledge for teaching maths',
      'specialist knowledge of provision for the teaching of maths',
    ),
    national('with a focus on mastery', 'with teaching for mastery at its centre'),
    // Themes
    national('each lead focuses on one theme', 'Each Community Lead chooses one theme for the local work'),
    national('themes respond to the sector', 'The themes answer to what the ITT sector needs'),
    national('three themes this year', 'this year there are three'),
    national('code of the first theme', 'NCP24-31_Pedagogy'),
    national('pedagogy: for an established group', 'For an established group'),
    national(
      'local or regional meetings, partnerships',
      'local or regional meetings from which partnerships grow on what matters in that place',
    ),
    national('understanding of mastery pedagogy', 'understanding of teaching for mastery pedagogy stronger'),
    national('code of the second theme', 'NCP24-31_Curriculum'),
    national(
      'curriculum: reviewing what is offered',
      'Going through the ITTECF or the offer of ITAPs to find what is specific to maths',
    ),
    national('how that relates to mastery', 'how that relates to teaching for mastery'),
    national(
      'where provision has it, how it can develop',
      'where provision already has it, and how provision can take it further',
    ),
    national('code of the third theme', 'NCP24-31_Mentor'),
    national('mentor: expertise in the subject', 'Building the expertise of mentors in the subject'),
    national('for trainees, in a mastery way', 'support trainees in learning and teaching maths in a mastery way'),
    // Outcomes and funding
    national(
      'sustained partnerships between providers and hubs',
      'keep up partnerships between ITT providers and the hubs near them over the years',
    ),
    national('two sets of outcomes', 'two sets of outcomes'),
    national('one for providers', 'Institutions will'),
    national(
      'one for the leadership and management team',
      'Maths Hub Leadership and Management (MHLM) Team',
      'leadership and management team will',
    ),
    national('additional funding for Community Leads', 'Community Leads have additional funding'),
    national('for partnership work', 'supports the work of strengthening partnerships'),
    national(
      'across hub boundaries, in larger regions',
      'a community can gain from working across the boundaries of hubs and joining with others in a larger region',
    ),
    // Who can take part
    national('directly involved, responsible for maths', 'directly involved in ITT and responsible for maths'),
    national('they represent the providers of the region', 'the ITT providers across the region of the hub'),
    national('HEI, SCITT and School Direct', 'HEIs, SCITTs and School Direct'),
    national('EYTS and QTS', 'EYTS and QTS (primary and secondary)'),
    national(
      'mentors, where they are the focus',
      'Where mentors are the focus of the work, a community may invite mentors as well',
    ),
    onProject('the theme widens the rule', 'Mentor, as well: The person who takes part is a mentor'),
    // Commitment
    national('supported by the institution', 'With the support of their institution'),
    national('at every meeting', 'come to every scheduled meeting'),
    national('report to colleagues', 'report back to the colleagues concerned'),
    national('review their provision', 'review their provision in the light of what was discussed'),
    national(
      'the equivalent of three days with the lead',
      'The work with the Community Lead comes to the equivalent of three days',
    ),
    national('the same people all year', 'commit itself to the same person or people for the whole year'),
    // How to join
    local('by an application', 'fill in the application'),
    local('or explore first', 'explore more first'),
    local('questions to the hub', 'Contact the hub if you have other questions'),
    onProject('a Community now, a Work Group then', 'Community', 'Was a Work Group in 2021/22'),
  ],
}
