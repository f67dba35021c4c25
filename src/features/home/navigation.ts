import type { Context } from '../../platform/context.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { Frame } from '../../vocabulary/frame.ts'
import { formatInstant } from '../../vocabulary/local-time.ts'

const publicPages = [
  { label: 'Find a project', href: '/projects' },
  { label: 'Find your hub', href: '/hubs' },
  { label: 'Find your school', href: '/schools' },
]

const workPages = (actor: Actor): { label: string; href: string }[] => {
  if (actor.kind !== 'person') return []
  const hubs = [...new Set(actor.roles.flatMap((role) => role.hubSlug ?? []))].map((slug) => ({ label: 'Hub work', href: `/hub/${slug}` }))
  const groups = actor.roles.some((role) => role.name === 'group_lead') ? [{ label: 'My groups', href: '/groups' }] : []
  const national = actor.roles.some((role) => role.name === 'national_team' || role.name === 'analyst') ? [{ label: 'National picture', href: '/network' }] : []
  const own = [{ label: 'My part', href: '/my' }]
  return [...hubs, ...groups, ...national, ...own]
}

/** What stands round every page for this person, here. */
export const frameFor = (context: Context, path: string): Frame => ({
  serviceName: 'Tessellate',
  networkName: 'Maths Hubs',
  path,
  signedInAs: context.actor.kind === 'person' ? { name: context.actor.name } : null,
  navigation: [...publicPages, ...workPages(context.actor)].map((page) => ({ ...page, current: path === page.href || path.startsWith(`${page.href}/`) })),
  demonstration: context.config.demo ? { clock: formatInstant(context.now) } : null,
  notice: null,
})
