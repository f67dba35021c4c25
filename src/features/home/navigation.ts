import { type Actor, actingOf } from '../../vocabulary/actor.ts'
import type { Frame } from '../../vocabulary/frame.ts'
import { formatInstant } from '../../vocabulary/local-time.ts'

const publicPages = [
  { label: 'Find a project', href: '/projects' },
  { label: 'Find your hub', href: '/hubs' },
  { label: 'Find your school', href: '/schools' },
]

const workPages = (actor: Actor): { label: string; href: string }[] => {
  if (actor.kind !== 'person') return []
  const slugs = [...new Set(actor.roles.flatMap((role) => role.hubSlug ?? []))]
  const hubs = slugs.flatMap((slug) => [
    { label: 'Hub work', href: `/hub/${slug}` },
    { label: 'Groups', href: `/hub/${slug}/groups` },
    { label: 'People', href: `/hub/${slug}/people` },
    { label: 'Charges', href: `/hub/${slug}/charges` },
  ])
  const groups = actor.roles.some((role) => role.name === 'group_lead') ? [{ label: 'My groups', href: '/groups' }] : []
  const national = actor.roles.some((role) => role.name === 'national_team' || role.name === 'analyst')
    ? [{ label: 'National picture', href: '/network' }]
    : []
  return [...hubs, ...groups, ...national, { label: 'My part', href: '/my' }]
}

// Of two entries that both hold the page, the longer address is the one meant. A hub's staff find a group under its groups.
const currentOf = (pages: readonly { href: string }[], path: string): string | null =>
  pages
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0] ??
  pages.find(({ href }) => path.startsWith('/groups/') && href.endsWith('/groups'))?.href ??
  null

const actsHere = (actor: Actor): NonNullable<Frame['acting']> | null => {
  const acting = actingOf(actor)
  if (!acting || actor.kind !== 'person') return null
  return { by: acting.byName, for: actor.name, minutesLeft: acting.minutesLeft }
}

/** What stands round every page for this person, here; `demonstration` is the time its clock shows. */
export const frameFor = (around: { actor: Actor; path: string; demonstration: Temporal.Instant | null }): Frame => {
  const { actor, path, demonstration } = around
  const pages = [...publicPages, ...workPages(actor)]
  const current = currentOf(pages, path)
  return {
    serviceName: 'Tessellate',
    networkName: 'Maths Hubs',
    path,
    signedInAs: actor.kind === 'person' ? { name: actor.name } : null,
    navigation: pages.map((page) => ({ ...page, current: page.href === current })),
    demonstration: demonstration && { clock: formatInstant(demonstration) },
    acting: actsHere(actor),
    notice: null,
  }
}
