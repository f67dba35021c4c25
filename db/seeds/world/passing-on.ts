import { offerById } from '../../../src/features/offers/index.ts'
import { answerPassing, askToPassOn, takePassing } from '../../../src/features/passing-on/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { ask } from './asking.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene, When } from './scene.ts'

const slug = 'sktm-primary-teachers'
const west = { hub: 'london-central-and-west', staff: 'rohan.petrescu@lcw-hub.example' }
const north = { hub: 'london-central-and-nw', staff: 'siobhan.achterberg@lcnw-hub.example' }
const midlands = { hub: 'east-midlands-east', staff: 'tunde.hallworthy@eme-hub.example' }
type At = typeof west

type Passed = {
  readonly from: At
  readonly to: At
  readonly school: number | undefined
  readonly asked: When
  readonly suggested: When
  readonly word: string
  /** What the school answered, and when; nothing yet where there is none. */
  readonly answered?: readonly [when: When, answer: 'agreed' | 'refused', word?: string]
  readonly taken?: When
}

/** Requests on the way from one hub to another: asked about, agreed to and before the other hub, refused, and taken. */
export const playPassingOn = async (scene: Scene): Promise<void> => {
  const [first, second] = schoolsIn('primary', ['302'])
  const [kensington, chelsea] = schoolsIn('primary', ['205'])
  const [haringey] = schoolsIn('primary', ['309']).slice(2)
  const [harrow] = schoolsIn('primary', ['310'])
  const passed: readonly Passed[] = [
    {
      ...{ from: north, to: west, school: first, asked: '2021-09-28T12:40', suggested: '2021-10-04T10:10' },
      word: 'Our workshops are full until the spring; yours in Ealing are on line and have room.',
      answered: ['2021-10-05T08:25', 'agreed'],
      taken: '2021-10-06T09:50',
    },
    {
      ...{ from: north, to: west, school: second, asked: '2021-10-07T15:35', suggested: '2021-10-13T11:20' },
      word: 'Full here as well, and the teacher would rather begin this term.',
      answered: ['2021-10-15T16:45', 'agreed'],
    },
    {
      ...{ from: west, to: north, school: harrow, asked: '2021-10-06T10:05', suggested: '2021-10-12T14:30' },
      word: 'Cannot come on Thursdays, which is when we meet. Yours are on Mondays.',
      answered: ['2021-10-14T12:15', 'agreed'],
    },
    {
      ...{ from: west, to: north, school: kensington, asked: '2021-10-11T13:20', suggested: '2021-10-15T14:55' },
      word: 'Two of our three workshops are over. Yours begin after half-term.',
    },
    {
      ...{ from: west, to: north, school: chelsea, asked: '2021-10-04T09:40', suggested: '2021-10-08T15:05' },
      word: 'Two workshops of ours are over. Yours begin after half-term.',
      answered: ['2021-10-11T17:30', 'refused', 'We would rather join you next year, with a colleague.'],
    },
    {
      ...{ from: north, to: midlands, school: haringey, asked: '2021-10-05T11:45', suggested: '2021-10-11T09:35' },
      word: 'Moves to a school in Lincoln at Christmas and would stay with one group. Yours meet on line until then.',
      answered: ['2021-10-13T07:50', 'agreed'],
    },
  ]
  for (const each of passed) await play(scene, each)
}

const play = async (
  scene: Scene,
  { from, to, school, asked, suggested, word, answered, taken }: Passed,
): Promise<void> => {
  const organisation = found(school)
  const interestId = await ask(scene, { hub: from.hub, slug, organisation, posts: ['class_teacher'], when: asked })
  const toOfferId = scene.ids.offer(to.hub, 2021, slug)
  const { passingId } = await askToPassOn(await scene.as(from.staff, suggested), { interestId, toOfferId, word })
  if (!answered) return
  const [when, answer, said = null] = answered
  const policyId = found(await offerById(scene.tx, toOfferId)).policy?.id ?? null
  const agrees = answer === 'agreed'
  await answerPassing(scene.link('passing-on', passingId, when), { passingId, agrees, word: said, policyId })
  if (taken) await takePassing(await scene.as(to.staff, taken), { passingId, offerId: toOfferId })
}
