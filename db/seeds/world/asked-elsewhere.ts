import { remindHeadteacher } from '../../../src/features/interest/actions/chase-headteacher.ts'
import { ask } from './asking.ts'
import { secondaries } from './recruiting.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-nw'
const mentors = 'mentors-who-plan-together'

/**
 * What the neighbouring hub has before it: institutions whose head of teacher training agrees by a link, one at once and one not
 * yet, after a reminder; and a school that has a place in the same project with another hub already, and an agreement for the year.
 */
export const playAskedElsewhere = async (scene: Scene): Promise<void> => {
  const asked = { hub, slug: mentors, posts: ['itt_tutor', 'mentor'], headteacher: true } as const
  await ask(scene, { ...asked, organisation: '19000006', when: '2021-10-07T10:25' })
  const waits = await ask(scene, { ...asked, organisation: '19000007', when: '2021-10-08T09:10', until: 'received' })
  await remindHeadteacher(scene.system('2021-10-15T09:28'), waits)
  const [placedElsewhere] = secondaries('london-central-and-west', 8, 2)
  await ask(scene, {
    ...{ hub, slug: 'secondary-teaching-for-mastery-development', organisation: placedElsewhere ?? 0 },
    posts: ['head_of_department', 'class_teacher'],
    headteacher: true,
    when: '2021-10-14T11:35',
    until: 'received',
  })
}
