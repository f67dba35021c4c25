import { type Document, local, national, ofHub, onProject } from './statement.ts'

const flyer = '/hubs/london-central-and-nw/offers/2021-22/strengthening-partnerships-with-itt-providers'
const project = '/projects/2021-22/strengthening-partnerships-with-itt-providers'

/** The flyer of one hub for those who train teachers, in the project's fourth year. */
export const ittIn2021: Document = {
  name: 'Strengthening Partnerships with ITT Providers, London Central and NW, 2021/22',
  addresses: {
    flyer,
    'flyer on paper': `${flyer}.pdf`,
    'flyer as text': `${flyer}.txt`,
    project,
    'project on paper': `${project}.pdf`,
    hub: '/hubs/london-central-and-nw',
  },
  statements: [
    national('title', 'Strengthening Partnerships with ITT Providers'),
    national('network and year', 'Maths Hubs', '2021/22'),
    national('code', 'NCP21-24'),
    // Outline
    national('fourth year', 'in its fourth year'),
    onProject('since when, with the source', 'Running since', '2018/19', 'its fourth year'),
    national(
      'explore and share current developments',
      'What is changing in maths teaching now',
      'explore this together and share what they find',
    ),
    national(
      'implications for providers and hubs',
      'what does it mean for those who train teachers',
      'ITT providers and Maths Hubs',
    ),
    national('so that trainees begin well', 'trainees make a good start in the teaching of maths'),
    onProject('what it was called before', 'Working Partnerships with ITT Providers'),
    onProject('what became of it', 'from 2024/25 a Community'),
    // Involvement
    national('in Work Groups', 'The work is done in Work Groups'),
    national(
      'across hub boundaries, in larger regions',
      'reach across the boundaries of its hub and join with others in a larger region',
    ),
    national('models of working as a list', 'Models of working', 'might choose one of these'),
    national(
      'model: meetings that lead to partnership work',
      'network meetings, local or regional, from which partnerships grow',
    ),
    national('on what the network wants to work on', 'questions the network itself wants to work on'),
    national('for the understanding of mastery pedagogy', 'understanding of teaching for mastery pedagogy stronger'),
    national('model: meetings that review principles', 'go back over the principles of teaching for mastery'),
    national('share ITT units and adapt them', 'exchange ITT units, adapt them for use at home'),
    national('review where they sit in the programme', 'where they belong in the maths programme of the institution'),
    national('model: expertise of mentors', 'building up the expertise of mentors'),
    national('for trainees’ lesson design', 'support trainees in designing maths lessons informed by mastery'),
    national(
      'model: watching lessons with talk afterwards',
      'watching Mastery Specialists teach and talking over the principles of mastery afterwards',
    ),
    national(
      'to find what the programme should develop',
      'what the ITT maths programme as a whole should develop',
      'school practice today',
    ),
    national('three to four days of direct work', 'direct work takes three to four days'),
    national('three to four days, at a glance', '3 to 4 days'),
    national('planning and evaluation beside', 'Time to plan and to evaluate comes on top'),
    // Who can take part
    national('lead participants from the ITT community', 'Lead participants come from the world of ITT'),
    national('directly involved, responsible for maths', 'directly involved in it and are responsible for maths'),
    national('they represent the providers of the region', 'the ITT providers across the region of the hub'),
    national('HEI, SCITT and School Direct', 'HEIs, SCITTs and School Direct'),
    national('EYTS, QTS primary and secondary, post-16', 'EYTS, QTS (primary and secondary) and post-16'),
    onProject(
      'the same as rules that are checked',
      'a HEI, a SCITT or a lead school (School Direct)',
      'EYTS, QTS primary, QTS secondary or post-16',
    ),
    // Benefits
    national('whom the benefits are for', 'participants and for their institutions', 'Participants will'),
    national(
      'understanding of and part in the hub and the network',
      'understand the work of their Maths Hub and of the Maths Hubs Network better, and have a greater part in it',
    ),
    national(
      'principles of mastery and classroom practice',
      'what teaching for mastery rests on and what it means in the classroom',
    ),
    national(
      'practices and programmes reviewed',
      'review practices and programmes, so that trainees gain some understanding of how lessons are designed',
    ),
    national('planning with the principles in mind', 'plan with the principles of teaching for mastery in mind'),
    national('the more for having watched specialists', 'lessons by Mastery Specialists and talked them over'),
    // Cost
    national('fully funded', 'pays for Strengthening Partnerships with ITT Providers in full'),
    national('free to institutions', 'costs your institution nothing'),
    local('free, at a glance', 'Free to institutions'),
    // The notice of the year
    national(
      'lessons of online collaboration in 2020/21',
      'In 2020/21 Maths Hubs worked together online and learnt much',
      '2021/22 builds on it',
    ),
    national(
      'a blend, provided that the pandemic recedes',
      'Provided that the pandemic recedes',
      'some face to face, and frequent collaboration online',
    ),
    // Context
    national('one of the strategic goals', 'among the strategic goals that the Maths Hubs Programme has set itself'),
    national('with a range of partners', 'work for it with a range of partners'),
    national(
      'initial training for primary and secondary schools',
      'in primary and in secondary schools, are trained well from the start',
    ),
    national(
      'specialist knowledge for learning maths',
      'the specialist knowledge that the learning of maths calls for',
    ),
    national(
      'the goal by 2023',
      'By 2023 every ITT programme that is engaged should include a first preparation for teaching for mastery',
    ),
    onProject(
      'the goal with its date, and where it stands',
      'By 2023: Every ITT programme',
      'Where this stands has not been published',
    ),
    national(
      'networks of best practice, with mastery at the centre',
      'keep up networks of good practice between ITT providers and the hubs near them',
    ),
    national('hubs see the needs of early career teachers', 'what early career teachers need in maths'),
    national('which informs the local offer', 'shapes what the hub offers locally'),
    // Expectations
    national('commitment to the full year', 'Your institution commits to the programme of the whole academic year'),
    national('face to face beside online', 'likely to be face to face, beside collaboration online'),
    // The hub
    ...['Barnet', 'Camden', 'Enfield', 'Haringey', 'Islington', 'Westminster'].map((borough) =>
      ofHub(`the borough of ${borough}`, borough),
    ),
    ofHub('one of 40 hubs of England', '40 Maths Hubs'),
    ofHub('the programme began in 2014', 'Maths Hubs Programme, which began in 2014'),
    local('where to read more', 'https://mathshublondoncnw.co.uk/'),
    local(
      'senior leaders and maths teachers meet several times',
      'Senior leaders and teachers of maths meet in a Work Group several times during the school year',
    ),
    local('not a one-off course', 'not a course that is over after one day'),
    local(
      'a common aim: research, develop, practise, recognise',
      'one aim in common',
      'research good practice, develop it, practise it and recognise it',
    ),
    local('collaborative, exploratory, based on evidence', 'collaborative, exploratory and based on evidence'),
    // How to join
    local('register with the hub', 'register with the hub'),
    local(
      'dates and details are sent to those registered',
      'sends the dates of 2021/22 to those who have registered',
      'send you its dates and details for 2021/22',
    ),
  ],
}
