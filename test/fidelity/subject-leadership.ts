import { type Document, local, national, ofHub, onHubPage, onProject } from './statement.ts'

const flyer = '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership'
const project = '/projects/2021-22/secondary-subject-leadership'

/** The flyer of one hub for heads of maths, with dates, a venue and a charge for not coming. */
export const subjectLeadership: Document = {
  name: 'Secondary Subject Leadership, London Central and West, 2021/22',
  addresses: {
    flyer,
    'flyer on paper': `${flyer}.pdf`,
    'flyer as text': `${flyer}.txt`,
    project,
    'project on paper': `${project}.pdf`,
    hub: '/hubs/london-central-and-west',
  },
  statements: [
    national('title', 'Secondary Subject Leadership'),
    national('network and year', 'Maths Hubs', '2021/22'),
    national('code', 'NCP21-15'),
    // Outline
    national('the project is new', 'A new project'),
    onProject('it is marked as new', 'New in 2021 to 2022'),
    national('support for heads of department and subject leaders', 'heads of department and subject leaders support'),
    national(
      'aim: understand teaching for mastery, across the department',
      'understand teaching for mastery better',
      'into the whole department',
    ),
    national(
      'aim: lead what students learn and how teachers develop',
      'of what students learn and of how teachers develop',
    ),
    national('participants know more of teaching for mastery', 'know more about teaching for mastery'),
    national('participants know more of their wider role', 'the breadth of your own role'),
    national('participants can change secondary maths with colleagues', 'able to change in secondary maths together'),
    // Involvement
    national('workshops and school-based tasks take turns', 'Workshops and school-based tasks take turns'),
    national('several workshops, designed locally', 'Each local Work Group plans several workshops'),
    national(
      'a task after each, fitted to the school',
      'after each comes a task in your own school',
      'the situation you lead in',
    ),
    national(
      'participants share strategies and support one another',
      'share what they do and what works',
      'professional community',
    ),
    national('opportunity: contacts and current issues', 'make contacts and to hear what is current'),
    national('opportunity: materials for the department', 'materials for use with your department'),
    national('opportunity: ways of working together', 'develop ways of working together'),
    national('opportunity: growing in the role', 'developing as a leader of your subject'),
    national('all gain from the departments of the group', 'gain from what the departments around the table know'),
    national('the equivalent of three days', 'the equivalent of three days'),
    national('three days, at a glance', '3 days'),
    // Who can take part
    national(
      'for heads of department and subject leaders of secondary schools',
      'Heads of department and subject leaders of maths in secondary schools',
    ),
    national(
      'open to schools known to hubs and to others',
      'no difference whether your school has worked with a Maths Hub before',
    ),
    national(
      'prospective ones cannot take part',
      'about to become head of department or subject leader cannot take part',
    ),
    onProject('the same as a rule that is checked', 'head of department or subject leader now'),
    // Dates
    local('first date, at Twyford', 'Wednesday 17 November 2021, 9:30am to 2:30pm', 'Twyford'),
    local('second date, online', 'Thursday 3 February 2022, 9:30am to 2:30pm', 'Online'),
    local('third date, at Twyford', 'Wednesday 25 May 2022, 9:30am to 2:30pm'),
    // Further details
    local('may be blended', 'may be blended, partly online and partly face to face'),
    local('the venue', 'Twyford Church of England High School'),
    local('its address', 'Twyford Cres, London', 'W3 9PP'),
    local('no lunch', 'No lunch is provided'),
    local('time for the shops, or bring your own', 'bring your own', 'shops nearby'),
    // Benefits
    national('whom the benefits are for', 'Participants will'),
    national('a shared vision', 'a vision of teaching and learning in maths that the department shares'),
    national(
      'schemes of work, coherent and connected',
      'schemes of work that are well established',
      'coherent, connected curriculum',
    ),
    national(
      'an ambitious action plan',
      'a coherent, ambitious action plan',
      'better results for students',
      'what teachers need',
    ),
    national(
      'working together in the department',
      'ways of working together in the department that support its continuing development',
    ),
    national(
      'leading the department so that mastery advances',
      'lead and manage the department well, so that teaching for mastery advances',
    ),
    // Cost
    national('fully funded', 'pays for this project in full'),
    national('free to schools', 'costs your school nothing'),
    local('a charge of £75', '£75'),
    local('for not attending', 'do not attend a session'),
    local('for cancelling with less than a week’s notice', 'cancel any session with less than one week’s notice'),
    local('a right that is reserved', 'reserves this right'),
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
    national(
      'aim of the NCETM and the hubs: well led departments',
      'The NCETM and the Maths Hubs want secondary maths departments that succeed: well led',
    ),
    national(
      'professional development within and between departments',
      'inside the department and with other departments',
    ),
    national('not only single teachers', 'not enough for single teachers'),
    national(
      'systems, policies and ways of working must fit',
      'systems, policies and habits of the department have to suit it',
    ),
    national('structures to develop, embed and sustain', 'built up nor embedded nor kept for the long run'),
    // Expectations
    national('commitment to the full year', 'commit to the programme of the whole academic year'),
    national('partly face to face, partly online', 'face to face and part online'),
    national('goes beyond the first year', 'last longer than the Work Groups of its first year'),
    national(
      'a community led by the hub from the second year',
      'From the second year on',
      'community for subject leadership led by the Maths Hub',
    ),
    // The hub
    ofHub('seven boroughs', '7 boroughs of London'),
    ...['Brent', 'Ealing', 'Harrow', 'Hammersmith and Fulham', 'Hounslow', 'Hillingdon', 'Kensington and Chelsea'].map(
      (borough) => ofHub(`the borough of ${borough}`, borough),
    ),
    ofHub('one of 40 hubs of England', '40 Maths Hubs'),
    ofHub('the programme began in 2014', 'Maths Hubs Programme, which began in 2014'),
    local('where to read more', 'https://lcwmathshub.co.uk/'),
    onHubPage('the hub’s own site', 'lcwmathshub.co.uk'),
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
    local('by an expression of interest', 'your expression of interest'),
    local('sent to the hub', 'admin@lcwmathshub.co.uk'),
    local('dates and details follow', 'send you the dates and details of the Work Group for 2021/22'),
  ],
}
