import { type Document, local, national, ofHub, onProject } from './statement.ts'

const flyer = '/hubs/east-midlands-east/offers/2021-22/primary-teaching-for-mastery-sustaining'
const project = '/projects/2021-22/primary-teaching-for-mastery-sustaining'

/** The flyer of one hub for primary schools in the last stage of their pathway, its dates not yet known. */
export const sustaining: Document = {
  name: 'Primary Teaching for Mastery – Sustaining, East Midlands East, 2021/22',
  addresses: {
    flyer,
    'flyer on paper': `${flyer}.pdf`,
    'flyer as text': `${flyer}.txt`,
    project,
    'project on paper': `${project}.pdf`,
    hub: '/hubs/east-midlands-east',
  },
  statements: [
    national('title', 'Primary Teaching for Mastery – Sustaining'),
    national('network and year', 'Maths Hubs', '2021/22'),
    national('code', 'NCP21-11'),
    // Outline
    national(
      'primary schools together, to sustain their approach',
      'Primary schools that already teach for mastery work together to keep it going',
    ),
    national('continuing support for collaborative planning', 'lasting support for two things, collaborative planning'),
    national('and for specialist subject knowledge', 'specialist subject knowledge'),
    national('and for leadership in the school', 'leadership of maths within each school'),
    national(
      'for schools of a Development or Embedding Work Group',
      'been in a Development or an Embedding Work Group',
    ),
    national(
      'schools of 2020/21 stay in their communities',
      'in a Sustaining Work Group in 2020/21 stays in its professional community in 2021/22 and in the years after',
    ),
    // Involvement
    national('six workshops over the year', 'six workshops over the year'),
    national('six workshops, at a glance', '6 workshops'),
    national('led by the Work Group Lead, a Mastery Specialist', 'its Work Group Lead, who is a Mastery Specialist'),
    national(
      'lead participants lead the work in their schools',
      'each lead participant leads the work in their own school',
    ),
    national(
      'the first at the Mastery Specialist’s school',
      'The first workshop takes place at the Mastery Specialist’s school',
    ),
    national('the others likely in different schools', 'likely to move from one school of the group to another'),
    // Who can take part
    national('earlier part in a Development Work Group', 'took part in a Development Work Group in an earlier year'),
    national('perhaps support for embedding', 'some of which will also have had support for embedding'),
    national(
      'commitment of school and subject leadership',
      'the head and the subject leader are both strongly committed to sustaining',
    ),
    national('most teachers have begun', 'most of their teachers have started to teach in this way'),
    national('one lead participant from each school', 'Each school sends one lead participant'),
    national('normally the subject leader for maths', 'As a rule this is the subject leader for maths'),
    national(
      'responsible for leading and sustaining',
      'responsible for leading and sustaining what the school does in maths',
    ),
    national('likely to have led in earlier years', 'leading part in earlier years'),
    national(
      'other teachers join parts at different points',
      'Other teachers join parts of a workshop at different points of the year',
    ),
    national('when hosting a TRG', 'hosts a meeting of the Teacher Research Group (TRG)'),
    national('or in planning together', 'when plans are made together'),
    onProject(
      'the earlier stage as a rule that is checked',
      'took part in a Development or Embedding Work Group in an earlier year',
    ),
    // Benefits
    national('whom the benefits are for', 'participants and for their schools', 'Participants will'),
    national('subject knowledge in key areas', 'know the key areas of maths better as a subject'),
    national('a culture of collaborative planning', 'set up a culture of planning together that works'),
    national(
      'plan, teach and reflect for a coherent curriculum',
      'a coherent mastery curriculum, by planning, teaching and reflecting with others',
    ),
    national(
      'structures and systems refined',
      'refining the structures and systems by which their school embeds and sustains mastery',
    ),
    national(
      'a sustainable model for all teachers',
      'every teacher plans with others and develops specialist subject knowledge',
    ),
    // Cost
    national('fully funded', 'pays for this project in full'),
    national('free to schools', 'costs your school nothing'),
    local('free, at a glance', 'Free to schools'),
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
      'strategic goal for primary schools',
      'the programme has one strategic goal: teaching for mastery becomes established',
    ),
    national(
      'all pupils: knowledge, understanding, confidence',
      'every pupil gains deep knowledge, understanding and confidence',
    ),
    national(
      'first Development, then Embedding',
      'Support begins in a Development Work Group and goes on in one for Embedding',
    ),
    national('for some, Readiness before', 'for some schools Mastery Readiness comes before both'),
    national('Sustaining is permanent', 'is seen as permanent'),
    national(
      'improvement, consistency, refinement',
      'go on improving their approach, make it consistent and refine it',
    ),
    national(
      'every teacher supported across the school',
      'every teacher of the school can be supported in sustaining teaching for mastery',
    ),
    national('above all in two areas', 'above all in planning together and in specialist subject knowledge'),
    onProject(
      'the pathway with its four stages',
      'Mastery Readiness',
      'Development',
      'Embedding',
      'this project is the stage Sustaining',
    ),
    onProject('goes on year after year', 'Sustaining is taken again each year'),
    onProject('the same project the year before', 'continues the project of 2020/21'),
    // Expectations
    national('commitment to the full year', 'commits to the programme of the whole academic year'),
    national(
      'six workshops, and work in classrooms and school',
      'six workshops, and work in classrooms and across the school',
    ),
    // The hub
    local(
      'schools working together over a year',
      'In a Work Group several schools work on one thing together over an academic year',
    ),
    local('guided by an experienced lead', 'An experienced Work Group Lead guides the teachers'),
    local('tasks between sessions', 'Between the sessions they have tasks, try things out in their own classrooms'),
    local('told to the group', 'tell the group what came of it'),
    ofHub(
      'outstanding practitioners',
      'East Midlands East Maths Hub wants to help colleagues become outstanding practitioners',
    ),
    ofHub(
      'from the best, local, national and international',
      'the best that is done locally, nationally and in other countries',
    ),
    ofHub(
      'research, new practices, sharing',
      'engage with research, to develop new practices and to share what has been developed',
    ),
    ofHub('for learners', 'learners are the better for it'),
    // Dates
    local(
      'places and dates depend on the specialist',
      'Places and dates depend on the Primary Mastery Specialist who runs the Work Group',
    ),
    local('confirmed later', 'will confirm them later'),
    local('led by experienced specialists', 'Experienced Teaching for Mastery Specialists run these Work Groups'),
    // How to join
    local('by an expression of interest', 'send the hub your expression of interest'),
    local('whom to ask', 'For any question, write to enquiries@ememathshub.org'),
  ],
}
