import { namePeople } from '../../../src/features/interest/index.ts'
import { noteNamesOverdue, remindOfNames } from '../../../src/features/naming/actions/ask-for-names.ts'
import { setNamesOfOffer, setNamesOfProject } from '../../../src/features/naming/actions/set-names-later.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'years-5-to-8-continuity'

/** People who are named later: a rule of a project, one of an offer; a school that named in time, and one that has not. */
export const playNamesLater = async (scene: Scene): Promise<void> => {
  await setNamesOfProject(await scene.as('farida.okonjo@coordinator.example', '2021-09-06T11:30'), {
    project: { id: scene.ids.project(2021, 'years-7-11-coherence'), hubId: null },
    rule: { when: 'days', days: 14 },
  })
  const offer = {
    id: scene.ids.offer(hub, 2021, slug),
    projectId: scene.ids.project(2021, slug),
    hubId: scene.ids.hub(hub),
  }
  const rule = { when: 'day', on: Temporal.PlainDate.from('2021-10-15') } as const
  await setNamesOfOffer(await scene.as('rohan.petrescu@lcw-hub.example', '2021-09-17T09:20'), { offer, rule })
  const [inTime, late] = schoolsIn('secondary', ['304', '310', '312', '313']).slice(-2)
  const asked = (organisation: number | undefined, when: string) =>
    ask(scene, { hub, slug, organisation: organisation ?? 0, posts: ['head_of_department'], unnamed: 1, when })
  const named = await asked(inTime, '2021-09-29T12:10')
  const owes = await asked(late, '2021-10-01T16:25')
  await remindOfNames(scene.system('2021-10-08T08:00'), { interestId: named })
  await remindOfNames(scene.system('2021-10-08T08:00'), { interestId: owes })
  const colleague = {
    ...scene.somebodyAt(inTime ?? 0, 'other 1'),
    post: 'class_teacher',
    held: true,
    part: 'other',
  } as const
  await namePeople(scene.link('status', named, '2021-10-11T08:30'), { interestId: named, people: [colleague] })
  await noteNamesOverdue(scene.system('2021-10-18T07:40'), { interestId: owes })
}
