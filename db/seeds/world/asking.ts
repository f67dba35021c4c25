import {
  answerAsHeadteacher,
  confirmInterest,
  noPreferences,
  sendInterest,
} from '../../../src/features/interest/index.ts'
import { acceptPlaceOf, offerPlaceTo } from '../../../src/features/place-offers/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { isHeldPost, type PostKind } from '../../../src/vocabulary/posts.ts'
import type { Weekday } from '../../../src/vocabulary/weekdays.ts'
import { type OrganisationKey, organisationIdOf } from './organisations.ts'
import { after, instantOf, type Scene, type When } from './scene.ts'

type Asking = {
  readonly hub: string
  readonly slug: string
  readonly year?: number
  readonly organisation: OrganisationKey
  /** The posts of those who would take part; the first of them sends the form. */
  readonly posts: readonly PostKind[]
  readonly commitments?: readonly string[]
  readonly headteacher?: boolean
  readonly when: When
  /** How far it has come: only sent, its address confirmed, or confirmed by the headteacher too. */
  readonly until?: 'sent' | 'received' | 'confirmed'
  readonly travelLimitMiles?: number
  readonly accessNeeds?: string
  readonly comments?: string
  readonly groupPreferenceId?: string
  readonly days?: readonly Weekday[]
  /** How many more would come who are named later. */
  readonly unnamed?: number
}

/** Somebody asks for their school to join: the form, then the link in the mail, then the headteacher's link. */
export const ask = async (scene: Scene, asking: Asking): Promise<string> => {
  const { until = 'confirmed', when } = asking
  const sent = await sendInterest(scene.visitor(when), await formOf(scene, asking))
  if (sent.kind !== 'sent') throw new Error(`${asking.organisation} has asked to join ${asking.slug} already`)
  if (until === 'sent') return sent.id
  await confirmInterest(scene.link('confirm-interest', sent.id, after(when, 17)), sent.id)
  if (until === 'received' || !asking.headteacher) return sent.id
  const link = scene.link('headteacher', sent.id, after(when, 26 * 60))
  await answerAsHeadteacher(link, { interestId: sent.id, answer: 'confirmed', word: null })
  return sent.id
}

const formOf = async (scene: Scene, asking: Asking) => {
  const { hub, slug, year = 2021, organisation, posts } = asking
  const offerId = scene.ids.offer(hub, year, slug)
  const offer = found(
    await scene.tx.selectFrom('offers').select('policy_id').where('id', '=', offerId).executeTakeFirst(),
  )
  const people = posts.map((post, at) => ({
    ...scene.somebodyAt(organisation, at === 0 ? 'lead' : `other ${at}`),
    post,
    held: isHeldPost(post),
    part: at === 0 ? ('lead' as const) : ('other' as const),
  }))
  const sender = people[0]
  if (!sender) throw new RangeError('Somebody has to ask')
  return {
    offerId,
    organisationId: organisationIdOf(scene.ids, organisation),
    sender: { name: sender.name, email: sender.email, telephone: null, post: sender.post },
    people,
    unnamed: asking.unnamed ?? 0,
    themeId: null,
    preferences: {
      ...noPreferences,
      groups: asking.groupPreferenceId ? [asking.groupPreferenceId] : [],
      days: asking.days ?? [],
    },
    answers: [],
    fewerIsFine: false,
    travelLimitMiles: asking.travelLimitMiles ?? null,
    accessNeeds: asking.accessNeeds ?? null,
    comments: asking.comments ?? null,
    commitments: asking.commitments ?? ['full_year'],
    policyId: offer.policy_id,
    headteacher: asking.headteacher ? scene.somebodyAt(organisation, 'head') : null,
    formKey: `${offerId} ${organisation}`,
  }
}

/** The hub offers a place, and the school accepts it by the link in the mail. */
export const offerAndAccept = async (
  scene: Scene,
  {
    interestId,
    groupId,
    by,
    when,
    answered,
  }: { interestId: string; groupId: string; by: string; when: When; answered: When },
): Promise<void> => {
  const respondBy = instantOf(after(when, 14 * 24 * 60))
  await offerPlaceTo(await scene.as(by, when), { interestId, groupId, respondBy })
  await acceptPlaceOf(scene.link('place', interestId, answered), { interestId })
}
