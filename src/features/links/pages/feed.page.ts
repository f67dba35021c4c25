import { Forbidden, found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { linkToken } from '../../../platform/links.ts'
import { groupInSight } from '../../groups/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import { renewFeed } from '../actions/renew-feed.ts'
import type { FeedOf } from '../feed.ts'
import { mayRenewFeed } from '../policy.ts'
import { feedView } from './feed.view.ts'

const daysAFeedLasts = 400

type Feed = { readonly of: FeedOf; readonly whose: string; readonly holds: string; readonly back: string }

const own = async ({ context }: PageRequest): Promise<Feed> => ({
  of: { type: 'person', id: found(personIdOf(context.actor)) },
  whose: 'Your calendar',
  holds: 'The dates of all groups in which you take part or that you lead, as they stand at any time.',
  back: '/my',
})

const ofHub = async ({ context, params }: PageRequest): Promise<Feed> => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  return {
    of: { type: 'hub', id: hub.id },
    whose: `Calendar of ${hub.name}`,
    holds: 'The dates of all groups that the hub holds, without the names of anybody.',
    back: `/hub/${hub.slug}`,
  }
}

const ofGroup = async ({ context, params }: PageRequest): Promise<Feed> => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  const of = { type: 'group', id: group.id, hubId: group.hubId } as const
  if (!mayRenewFeed(context.actor, of)) throw new Forbidden('Only the hub of the group and its leads renew its address')
  return {
    of,
    whose: `Calendar of ${group.name}`,
    holds: 'The dates of this group, without the names of anybody.',
    back: `/groups/${group.id}`,
  }
}

const show =
  (feedOf: (request: PageRequest) => Promise<Feed>): Page =>
  async (request) => {
    const { config } = request.context
    const { of, ...feed } = await feedOf(request)
    const url = `${config.baseUrl}/calendar/${linkToken(config, 'calendar', of.id, daysAFeedLasts)}.ics`
    const isRenewed = request.query.get('said') === 'renewed'
    const notice = isRenewed ? 'The address is renewed. Those given out before open no more.' : request.frame.notice
    return page(feedView({ ...request.frame, notice }, { ...feed, url, days: daysAFeedLasts }))
  }

const renew =
  (feedOf: (request: PageRequest) => Promise<Feed>): Page =>
  async (request) => {
    await renewFeed(request.context, (await feedOf(request)).of)
    return redirect(`${request.path}?said=renewed`)
  }

export const [showOwnFeed, renewOwnFeed] = [show(own), renew(own)]
export const [showHubFeed, renewHubFeed] = [show(ofHub), renew(ofHub)]
export const [showGroupFeed, renewGroupFeed] = [show(ofGroup), renew(ofGroup)]
