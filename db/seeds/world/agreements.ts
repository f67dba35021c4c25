import { noteSilentHeadteacher, remindHeadteacher } from '../../../src/features/interest/actions/chase-headteacher.ts'
import { answerAsHeadteacher } from '../../../src/features/interest/index.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'primary-teaching-for-mastery-development'

/** Agreements that did not come at once: one is reminded of, one never came, one was refused with a word. */
export const playAgreements = async (scene: Scene): Promise<void> => {
  const [reminded, silent, refused] = schoolsIn('primary', ['304', '310', '312', '313']).filter(
    (_urn, at) => at % 2 === 0,
  )
  const asked = (organisation: number | undefined, when: string) =>
    ask(scene, {
      ...{ hub, slug, organisation: organisation ?? 0, when },
      posts: ['maths_subject_lead', 'class_teacher'],
      headteacher: true,
      until: 'received',
    })
  const waits = await asked(reminded, '2021-10-08T11:05')
  await remindHeadteacher(scene.system('2021-10-15T11:23'), waits)
  const unanswered = await asked(silent, '2021-09-24T15:40')
  await remindHeadteacher(scene.system('2021-10-01T15:58'), unanswered)
  await noteSilentHeadteacher(scene.system('2021-10-09T00:01'), unanswered)
  const declined = await asked(refused, '2021-10-05T08:50')
  await answerAsHeadteacher(scene.link('headteacher', declined, '2021-10-07T17:15'), {
    interestId: declined,
    answer: 'refused',
    word: 'Two of our three teachers of maths are new this term. Please ask us again next year.',
  })
}
