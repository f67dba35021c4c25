import { outcomesFor, project } from '../facts/project-fact.ts'
import { completed, holds, required, schoolOf } from '../facts/rules.ts'
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
  {
    hub: 'london-central-and-west',
    ...project({
      year: 2021,
      title: 'Departments that Coach Each Other',
      summary: 'Pairs of secondary departments that sustain teaching for mastery visit and coach each other.',
      phases: ['secondary'],
      sessionsCount: 4,
      freeToParticipants: true,
      sections: sections({
        outline:
          'A department that has kept to teaching for mastery for some years learns most from another that has done the same. In this Work Group, made by the hub for the schools around it, two departments visit each other and say what they saw.',
        involvement: 'Two visits to each school, one in spring and one in summer, each with a talk before and after.',
        who: 'Two teachers of a department that has completed a year of Sustaining.',
      }),
      outcomes: outcomesFor(
        'participants',
        'describe what they saw in another department without judging it',
        'agree with a colleague on one thing to try, and look at it together',
      ),
      criteria: [
        schoolOf('secondary'),
        required('Your department has completed a year of Sustaining.', completed('secondary_sustaining')),
      ],
      sources: ['Made up for the demonstration'],
    }),
  },
  {
    hub: 'london-central-and-nw',
    ...project({
      year: 2021,
      title: 'Mentors Who Plan Together',
      summary:
        'Tutors of initial teacher training and the mentors of their schools plan a term of lessons with trainees.',
      audiences: ['itt'],
      sessionsCount: 3,
      headteacherConfirms: true,
      freeToParticipants: true,
      sections: sections({
        outline:
          'A trainee hears one thing at the institution and another in the staff room. In this Work Group, made by the hub for the providers around it, tutors and mentors plan the lessons of a term together and watch some of them.',
        involvement: 'Three afternoons online, and one lesson planned with a mentor between each of them and the next.',
        who: 'Tutors of maths at providers of initial teacher training, whose head of teacher training agrees that mentors are given the time.',
      }),
      outcomes: outcomesFor(
        'participants',
        'plan a lesson with a mentor and a trainee so that each knows why it is as it is',
        'use one set of words for mathematics at the institution and in school',
      ),
      criteria: [
        required('You are a provider of initial teacher training: a HEI, a SCITT or a lead school (School Direct).', {
          fact: 'organisation.itt_kind',
          in: ['hei', 'scitt', 'lead_school'],
        }),
        required('The person who takes part trains teachers now.', holds('itt_tutor', 'mentor')),
      ],
      sources: ['Made up for the demonstration'],
    }),
  },
]
