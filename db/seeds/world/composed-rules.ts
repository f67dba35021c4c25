import { draftProject, newProject, type WrittenRule } from '../../../src/features/project-writing/index.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene } from './scene.ts'

const rule = (strength: WrittenRule['strength'], sentence: string, checked: WrittenRule['rule']): WrittenRule => ({
  id: newId(),
  themeId: null,
  strength,
  sentence,
  rule: checked,
})

/** A draft of next year, of the line of subject leadership, with three rules that have nothing in common. */
export const composeRules = async (scene: Scene): Promise<void> => {
  const before = scene.ids.project(2021, 'secondary-subject-leadership')
  await draftProject(await scene.as('farida.okonjo@coordinator.example', '2021-10-16T11:20'), {
    ...newProject({
      year: academicYear(2022),
      code: null,
      title: 'Leading a Department through Change',
      summary: 'Heads of department who know their post take one change through their department together.',
      deliveryModel: 'work_group',
    }),
    phases: ['secondary'],
    audiences: ['leadership'],
    sections: [
      {
        key: 'outline',
        heading: 'Outline',
        body: 'For those who have led a department long enough to know what they would change.',
      },
    ],
    outcomes: [{ id: newId(), audience: 'participants', outcome: 'carry a change through a whole department' }],
    criteria: [
      rule(
        'required',
        'Whoever takes part has led the department for at least a year, or has taught for at least eight.',
        {
          any: [
            {
              fact: 'person.post',
              in: ['head_of_department', 'maths_subject_lead'],
              held: true,
              since: { months: 12 },
            },
            {
              all: [
                { fact: 'person.post', in: ['head_of_department', 'maths_subject_lead'], held: true },
                { fact: 'person.experience', years: 8 },
              ],
            },
          ],
        },
      ),
      rule('required', 'Your school is not in a Development Work Group at the same time.', {
        not: { fact: 'organisation.stage', stage: 'secondary_development', status: ['in_progress'], years: 'same' },
      }),
      rule(
        'priority',
        'At least two of these: 30% of your pupils can have free school meals; your school is in the area of the hub; it has never been in this line of projects.',
        {
          atLeast: 2,
          of: [
            { fact: 'organisation.free_meals', atLeast: 30 },
            { fact: 'organisation.area', is: 'hub' },
            { not: { fact: 'organisation.project', project: 'this', years: 'ever' } },
          ],
        },
      ),
    ],
    lineage: [{ earlierId: before, kind: 'split', note: null }],
  })
}
