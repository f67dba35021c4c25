import { addMaterial, writeMessage } from '../../../src/features/group-pages/index.ts'
import { sessionsOfGroup } from '../../../src/features/sessions/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene } from './scene.ts'

const groupCalled = async ({ tx }: Scene, name: string): Promise<string> =>
  (await tx.selectFrom('groups').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

const agenda = `Workshop 1: what a strong mathematics department looks like

 9:30  Arrivals, coffee
 9:45  What we each want from the year
10:30  One lesson, three departments: what would yours do with it?
12:30  Lunch (tell us what you need)
13:15  Planning the first task in school
14:15  What to bring next time: your long-term plan, one page
`

const text = (name: string, words: string) => ({ name, content: new TextEncoder().encode(words) })

/** What the leads of two groups have put on their pages, and the first message of the year. */
export const playGroupPages = async (scene: Scene): Promise<void> => {
  const leaders = await groupCalled(scene, 'Secondary subject leaders, Acton')
  const [first] = await sessionsOfGroup(scene.tx, leaders)
  const lead = await scene.as('marisol.featherby@plovergate.sch.example', '2021-10-11T17:25')
  const own = () => ({ id: newId(), groupId: leaders })
  await addMaterial(lead, {
    ...own(),
    title: 'Teaching for mastery: what it is',
    sessionId: null,
    url: 'https://www.ncetm.org.uk/teaching-for-mastery/',
  })
  await addMaterial(lead, {
    ...own(),
    title: 'Agenda of the first workshop',
    sessionId: first?.id ?? null,
    file: text('agenda-workshop-1.txt', agenda),
  })
  await writeMessage(await scene.as('marisol.featherby@plovergate.sch.example', '2021-10-12T16:50'), {
    id: newId(),
    groupId: leaders,
    subject: 'Before we first meet',
    body: 'Thank you for joining. The agenda of our first workshop is on the page of the group.\n\nPlease bring one page: how your department plans a year of Year 8. It need not be tidy.',
  })
  const sustaining = await groupCalled(scene, 'Sustaining, Lincolnshire and Newark')
  await addMaterial(await scene.as('tunde.hallworthy@eme-hub.example', '2021-10-12T09:50'), {
    id: newId(),
    groupId: sustaining,
    title: 'How a teacher research group works',
    sessionId: null,
    file: text(
      'teacher-research-groups.txt',
      'Plan a lesson together, watch one of you teach it, and talk about what the pupils did.\n',
    ),
  })
}
