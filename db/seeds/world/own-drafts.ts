import { draftProject } from '../../../src/features/projects/actions/write-project.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import type { Scene } from './scene.ts'

/** A hub's administrator has written a project for the schools around it; its lead has yet to publish it. */
export const playOwnDrafts = async (scene: Scene): Promise<void> => {
  await draftProject(
    await scene.as('rohan.petrescu@lcw-hub.example', '2021-10-14T15:20'),
    {
      year: academicYear(2021),
      code: null,
      title: 'Talking About Proof in Year 9',
      summary: 'Help students in Year 9 to say why something is always true.',
      deliveryModel: 'work_group',
      unit: 'organisation',
      phases: ['secondary'],
      isNew: true,
      headteacherConfirms: false,
      texts: {
        outline:
          'A group for the schools that worked on reasoning aloud: from explaining an answer to explaining why it could not be otherwise.',
        involvement: 'Three twilight meetings and one lesson planned and taught together.',
        who: 'Two teachers of maths from each secondary school, one of whom teaches Year 9.',
        cost: '',
        context: '',
        expectations: '',
      },
      benefits: ['ask questions that call for a proof', 'recognise a good explanation when a student gives one'],
    },
    scene.ids.hub('london-central-and-west'),
  )
}
