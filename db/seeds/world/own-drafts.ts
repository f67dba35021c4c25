import { draftProject, newProject } from '../../../src/features/project-writing/index.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene } from './scene.ts'

/** A hub's administrator has written a project for the schools around it; its lead has yet to publish it. */
export const playOwnDrafts = async (scene: Scene): Promise<void> => {
  await draftProject(
    await scene.as('rohan.petrescu@lcw-hub.example', '2021-10-14T15:20'),
    {
      ...newProject({
        year: academicYear(2021),
        code: null,
        title: 'Talking About Proof in Year 9',
        summary: 'Help students in Year 9 to say why something is always true.',
        deliveryModel: 'work_group',
      }),
      phases: ['secondary'],
      isNew: true,
      joins: 'school',
      peopleMin: 2,
      peopleMax: 2,
      sections: [
        {
          key: 'outline',
          heading: 'Outline',
          body: 'A group for the schools that worked on reasoning aloud: from explaining an answer to explaining why it could not be otherwise.',
        },
        {
          key: 'involvement',
          heading: 'What is involved?',
          body: 'Three twilight meetings and one lesson planned and taught together.',
        },
        {
          key: 'who',
          heading: 'Who can take part?',
          body: 'Two teachers of maths from each secondary school, one of whom teaches Year 9.',
        },
      ],
      outcomes: ['ask questions that call for a proof', 'recognise a good explanation when a student gives one'].map(
        (outcome) => ({ id: newId(), audience: 'participants', outcome }),
      ),
    },
    scene.ids.hub('london-central-and-west'),
  )
}
