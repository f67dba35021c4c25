import { writeIntroduction, writeListed } from '../../../src/features/years/actions/change-layout.ts'
import { publishYear } from '../../../src/features/years/actions/publish-year.ts'
import { workingLayout } from '../../../src/features/years/layout-queries.ts'
import { markOf } from '../../../src/platform/versions.ts'
import { academicYear } from '../../../src/vocabulary/academic-year.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene, When } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'
const [year, next] = [academicYear(2021), academicYear(2022)]

/** The national team corrected the catalogue of the year once, and has begun to write the next one. */
export const playYearsLaidOut = async (scene: Scene): Promise<void> => {
  const as = (when: When) => scene.as(farida, when)
  const draft = async () => (await workingLayout(scene.tx, year)).layout
  const { introduction } = await draft()
  await writeIntroduction(await as('2021-09-08T10:05'), {
    year,
    introduction: `${introduction}\n\nA project that is marked *new* has not run before this year.`,
    mark: markOf(introduction),
  })
  await publishYear(await as('2021-09-08T10:20'), {
    year,
    mark: markOf(await draft()),
    note: 'Says what “new” means: hubs had asked.',
  })
  await writeListed(await as('2021-10-13T14:40'), {
    year: next,
    list: 'notices',
    one: {
      id: newId(),
      heading: 'At a venue, online or both',
      body: 'Each hub says for every session whether it is held at a venue, online, or both at once.',
    },
    mark: markOf(undefined),
  })
}
