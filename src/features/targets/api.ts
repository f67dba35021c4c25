import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { endpoint, pageFrom, pageSchema, paging, startOf, withScope } from '../../platform/http/api.ts'
import {
  type AcademicYear,
  academicYearOf,
  parseAcademicYear,
  yearLabel,
  yearSlug,
} from '../../vocabulary/academic-year.ts'
import { hubBySlug } from '../organisations/index.ts'
import { linesOf, targetsOfHub } from './queries.ts'
import { groupsOf, type Line } from './target.ts'

const count = z.number().int()

const target = z
  .object({
    hub: z.object({ slug: z.string(), name: z.string() }),
    project: z.object({ title: z.string(), code: z.string().nullable(), year: z.string(), devisedByHub: z.boolean() }),
    planned: z
      .object({ groups: count, places: count })
      .nullable()
      .meta({ description: 'What the hub plans; null where nothing is planned' }),
    groups: z.object({ all: count, forming: count, confirmed: count, running: count, completed: count }),
    places: z.object({
      held: count.meta({ description: 'Accepted and not given back or left, and those completed' }),
      offered: count.meta({ description: 'Offered and not answered yet; not among those held' }),
    }),
    interestWaiting: count,
    schools: count.meta({ description: 'Different organisations with a place held' }),
    page: z.url(),
  })
  .meta({ id: 'RecruitmentTarget' })

const query = z.object({
  ...paging,
  year: z
    .string()
    .optional()
    .refine((text) => text === undefined || parseAcademicYear(text) !== null, 'a year such as 2021-22')
    .meta({ description: 'The academic year, such as 2021-22; without it, the current one' }),
})
type Query = z.infer<typeof query>

const yearOf = ({ today }: Context, { year }: Query): AcademicYear =>
  parseAcademicYear(year ?? '') ?? academicYearOf(today)

const keyOf = ({ hubSlug, projectId }: Line): readonly string[] => [hubSlug, projectId]
const isBehind = (line: Line, [slug, project]: readonly string[]): boolean =>
  line.hubSlug === slug ? line.projectId > (project ?? '') : line.hubSlug > (slug ?? '')

const pageOf = ({ config }: Context, lines: readonly Line[], year: AcademicYear, { limit, after }: Query) => {
  const start = startOf(after, 2)
  const rest = lines
    .toSorted((one, other) => (isBehind(one, keyOf(other)) ? 1 : -1))
    .filter((line) => !start || isBehind(line, start))
  const { items, next } = pageFrom(rest, limit, keyOf)
  return {
    items: items.map((line) => ({
      hub: { slug: line.hubSlug, name: line.hub },
      project: { title: line.project, code: line.code, year: yearLabel(year), devisedByHub: line.isOwn },
      planned: line.planned,
      groups: { all: groupsOf(line.progress), ...line.progress },
      places: line.progress,
      interestWaiting: line.progress.waiting,
      schools: line.progress.schools,
      page: `${config.baseUrl}/hub/${line.hubSlug}/targets?year=${yearSlug(year)}`,
    })),
    next,
  }
}

const scope = 'targets:read'

export const api = [
  endpoint({
    path: '/api/v1/targets',
    id: 'targets',
    summary: 'What every hub plans for the projects of a year, and what has come about, by hub and project',
    access: withScope(
      scope,
      'the national team and analysts',
      (actor) =>
        actor.kind === 'person' && actor.roles.some(({ name }) => name === 'national_team' || name === 'analyst'),
    ),
    query,
    answer: pageSchema(target),
    handle: async ({ context, query }) => {
      const year = yearOf(context, query)
      return pageOf(context, await linesOf(context.reports, { year }), year, query)
    },
  }),
  endpoint({
    path: '/api/v1/hub/:hub/targets',
    id: 'targetsOfHub',
    summary: 'What one’s own hub plans for the projects of a year, and what has come about',
    access: withScope(
      scope,
      'staff of the hub',
      (actor, params) => actor.kind === 'person' && actor.roles.some((role) => role.hubSlug === params['hub']),
    ),
    query,
    answer: pageSchema(target),
    handle: async ({ context, params, query }) => {
      const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
      const year = yearOf(context, query)
      return pageOf(context, (await targetsOfHub(context.db, hub.id, year)).lines, year, query)
    },
  }),
]
