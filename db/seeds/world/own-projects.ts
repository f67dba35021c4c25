import { outcomesFor, project } from '../facts/project-fact.ts'
import { schoolOf } from '../facts/rules.ts'
import { sections } from '../facts/sections.ts'
import type { ProjectFact } from '../facts/shapes.ts'

export type OwnProject = ProjectFact & { readonly hub: string }

/** A project that a hub of the demonstration devised for itself; it was made up for the demonstration. */
export const ownProjects: readonly OwnProject[] = [
  {
    hub: 'london-central-and-west',
    ...project({
      year: 2020,
      title: 'Reasoning Aloud in Key Stage 3',
      summary: 'Help students in Years 7 to 9 to explain what they think, in whole sentences and to each other.',
      phases: ['secondary'],
      sessionsCount: 3,
      freeToParticipants: true,
      sections: sections({
        outline:
          'Students who can say why an answer is right remember how they got there. In this Work Group, made by the hub for the schools around it, teachers plan for talk: what is asked, who answers, and how long everybody waits.',
        involvement:
          'Three meetings online and, between them, two lessons that you plan with a colleague and watch each other teach.',
        who: 'Teachers of maths in secondary schools, with the agreement of their head of department.',
      }),
      outcomes: outcomesFor(
        'participants',
        'plan questions that ask for a reason and not only for an answer',
        'have students answer in whole sentences, and build on what another has said',
        'watch a colleague’s lesson and talk about it in a way that helps both',
        'change one thing in the department’s schemes of work so that talk is planned for',
      ),
      criteria: [schoolOf('secondary')],
      sources: ['Made up for the demonstration'],
    }),
  },
]
