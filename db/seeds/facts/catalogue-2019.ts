import { project } from './project-fact.ts'
import { holds, required, stateFundedSchoolOf } from './rules.ts'
import { sections } from './sections.ts'
import type { ProjectFact } from './shapes.ts'

/** What is known of the academic year 2019/20. */
export const catalogue2019: readonly ProjectFact[] = [
  project({
    year: 2019,
    code: 'NCP19-24',
    title: 'Specialist Knowledge for Teaching Mathematics (primary teachers; primary teaching assistants)',
    slug: 'specialist-knowledge-for-teaching-mathematics-primary-teachers-primary-teaching-assistants',
    summary: 'Core number modules shared, trialled and evaluated with teachers and TAs.',
    phases: ['primary'],
    unit: 'person',
    formerly: 'Primary / TA Subject Knowledge Enhancement (2018/19 titles)',
    sections: sections({
      outline:
        'Modules on the core of number are shared with teachers and teaching assistants of primary schools, tried out and evaluated with them.',
      who: 'Class teachers and teaching assistants.',
    }),
    criteria: [
      required(
        'The person who takes part is a class teacher or a teaching assistant.',
        holds('class_teacher', 'teaching_assistant'),
      ),
      required('Their school is state-funded and teaches primary pupils.', stateFundedSchoolOf('primary')),
    ],
    note: 'In 2021/22 the same number, 24, stands for the partnerships with ITT providers: numbers are not stable between years.',
    sources: [
      'http://www.emwest.co.uk/specialist-knowledge-for-teaching-mathematics-programme/',
      'https://www.shawmathshub.co.uk/work-groups/ncp19-24-shrewsbury-specialist-knowledge-for-teaching-mathematics-years-3-and-4-starts-1520/131',
      'https://londonsouthwestmathshub.co.uk/current-projects/primary/',
    ],
  }),
]
