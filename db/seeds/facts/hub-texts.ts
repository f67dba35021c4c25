/** What a hub says of itself, in its own flyers; a hub that is not here has said nothing that is known. */
export const aboutHubs: Readonly<Record<string, string>> = {
  'london-central-and-nw':
    'London Central and NW Maths Hub serves six London boroughs: Barnet, Camden, Enfield, Haringey, Islington and Westminster. As one of England’s 40 Maths Hubs it belongs to the Maths Hubs Programme, which began in 2014.',
  'london-central-and-west':
    'London Central and West Maths Hub serves 7 boroughs of London: Brent, Ealing, Harrow, Hammersmith and Fulham, Hounslow, Hillingdon, and Kensington and Chelsea. As one of England’s 40 Maths Hubs it belongs to the Maths Hubs Programme, which began in 2014.',
  'east-midlands-east':
    'East Midlands East Maths Hub wants to help colleagues become outstanding practitioners, who learn from the best that is done locally, nationally and in other countries. With them it makes room to engage with research, to develop new practices and to share what has been developed, so that learners are the better for it.',
}

const manyMeetings =
  'Senior leaders and teachers of maths meet in a Work Group several times during the school year; it is not a course that is over after one day. They have one aim in common: to research good practice, develop it, practise it and recognise it. The professional development is collaborative, exploratory and based on evidence.'

/** What a Work Group is, as each hub explains it. */
export const whatAWorkGroupIs: Readonly<Record<string, string>> = {
  'london-central-and-nw': manyMeetings,
  'london-central-and-west': manyMeetings,
  'east-midlands-east':
    'In a Work Group several schools work on one thing together over an academic year. An experienced Work Group Lead guides the teachers who take part. Between the sessions they have tasks, try things out in their own classrooms, and tell the group what came of it.',
}
