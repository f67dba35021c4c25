import {
  correctProject,
  draftProject,
  everyField,
  markOf,
  newProject,
  type WrittenProject,
  writePart,
  writtenProject,
} from '../../../src/features/project-writing/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'

/** The national team has put a public project right, with a note, and is half-way through a project of the next year. */
export const playNationalWriting = async (scene: Scene): Promise<void> => {
  await correct(scene)
  await draft(scene)
}

const correct = async (scene: Scene): Promise<void> => {
  const id = scene.ids.project(2021, 'years-7-11-coherence')
  const written = async () => found(await writtenProject(scene.tx, id, null)).written
  const before = await written()
  const part: Partial<WrittenProject> = {
    sections: before.sections.map((section) =>
      section.key === 'involvement'
        ? {
            ...section,
            body: `${section.body}\n\nEach group chooses its topic at the first workshop, so that it is one that *all* of its schools teach that year.`,
          }
        : section,
    ),
  }
  const fields = Object.keys(part) as (keyof WrittenProject)[]
  await writePart(await scene.as(farida, '2021-10-07T10:40'), { id, part, mark: markOf(before, fields) })
  const after = await written()
  await correctProject(await scene.as(farida, '2021-10-07T11:15'), {
    id,
    mark: markOf(after, everyField(after)),
    note: 'Three hubs asked who chooses the topic: the group does, at its first workshop.',
  })
}

const draft = async (scene: Scene): Promise<void> => {
  const context = await scene.as(farida, '2021-10-15T16:05')
  await draftProject(context, {
    ...newProject({
      year: academicYear(2022),
      code: null,
      title: 'Listening to Resit Students',
      summary: 'Teachers of GCSE resit classes explore what their students can explain already.',
      deliveryModel: 'work_group',
    }),
    phases: ['post_16'],
    isNew: true,
    daysMin: 3,
    daysMax: 4,
    timeBeside: 'planning and evaluation',
    sections: [
      {
        key: 'outline',
        heading: 'Outline',
        body: 'Students who sit GCSE maths again have met all of it before. This project begins with what they can explain, and not with what they got wrong.',
      },
      {
        key: 'before-you-apply',
        heading: 'Before you apply',
        body: '1. Talk to the person who timetables resit classes.\n2. Choose one class that you will teach all year.',
      },
      { key: 'resources', heading: 'Resources', body: '' },
    ],
    outcomes: [
      { id: newId(), audience: 'participants', outcome: 'hear what a student means before they put it right' },
    ],
  })
}
