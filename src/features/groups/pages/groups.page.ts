import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { type Sort, sortFrom } from '../../../ui/components/sortable-table.ts'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { hubIdsOf } from '../../people/index.ts'
import type { GroupSeen } from '../group.ts'
import { groupsOfHub, nextSessionsOf, ownGroups, yearsWithGroups } from '../queries.ts'
import { type GroupRow, groupsOfHubView, ownGroupsView, sortKeys } from './groups.view.ts'

const usual: Sort = { by: 'project', direction: 'ascending' }

const rowsOf = async (
  { db, today }: Context,
  groups: readonly GroupSeen[],
  sort: Sort,
): Promise<readonly GroupRow[]> => {
  const { next, provisional } = await nextSessionsOf(
    db,
    groups.map((group) => group.id),
    today,
  )
  const rows = groups.map((group) => ({
    group,
    next: next.get(group.id) ?? null,
    provisional: provisional.get(group.id) ?? 0,
  }))
  const value = sortKeys[sort.by] ?? (() => '')
  const ordered = rows.toSorted(
    (a, b) => value(a).localeCompare(value(b), 'en-GB', { numeric: true }) || a.group.name.localeCompare(b.group.name),
  )
  return sort.direction === 'descending' ? ordered.reverse() : ordered
}

/** A hub's groups of a year: its own and those it shares. */
export const showGroupsOfHub: Page = async ({ context, params, query, frame }) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const year = parseAcademicYear(query.get('year') ?? '') ?? academicYearOf(context.today)
  const sort = sortFrom(query, Object.keys(sortKeys), usual)
  const rows = await rowsOf(context, await groupsOfHub(context, hub.id, year), sort)
  return page(groupsOfHubView(frame, { hub, year, years: await yearsWithGroups(context.db, hub.id), rows, sort }))
}

/** The groups somebody leads, and those of the hubs they work for. */
export const showOwnGroups: Page = async ({ context, query, frame }) => {
  const { actor } = context
  const groupIds =
    actor.kind === 'person'
      ? actor.roles.flatMap((role) => (role.name === 'group_lead' && role.groupId ? [role.groupId] : []))
      : []
  const sort = sortFrom(query, Object.keys(sortKeys), { by: 'next', direction: 'ascending' })
  return page(
    ownGroupsView(frame, {
      rows: await rowsOf(context, await ownGroups(context, { groupIds, hubIds: hubIdsOf(actor) }), sort),
      sort,
    }),
  )
}
