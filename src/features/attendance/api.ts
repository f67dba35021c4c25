import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { endpoint, pageFrom, pageSchema, paging, startOf, withScope } from '../../platform/http/api.ts'
import { academicYearOf, parseAcademicYear } from '../../vocabulary/academic-year.ts'
import { decimal } from '../../vocabulary/fraction.ts'
import { hubBySlug } from '../organisations/index.ts'
import { groupWorkedOn } from '../registers/index.ts'
import { attendanceExample } from './api-example.ts'
import { type GroupSums, groupSums, type Line } from './group-sums.ts'
import { attendanceFacts, groupsToSum } from './queries.ts'
import { countedOf, type Done, daysOf, type Standing } from './sums.ts'

const count = z.number().int()
const days = z.number().meta({ description: 'Exact: minutes that count, divided by the minutes of a day' })

const attended = z
  .object({
    sessions: z.object({ attended: count, planned: count, toSettle: count }),
    minutes: z.object({
      inSessions: count,
      besideSessions: count,
      plannedInSessions: count,
      plannedBesideSessions: count,
    }),
    days: z.object({ soFar: days, withPlanned: days }),
    standing: z.enum(['reached', 'planned', 'short']).nullable().meta({
      description:
        'Against what the project asks: reached, reached once what is planned is done, or short even then; null where nothing is asked',
    }),
  })
  .meta({ id: 'Attended' })

const asked = z
  .object({
    sessions: count.nullable(),
    days: z.number().nullable(),
    minutesInADay: count,
    takesOffMissedMinutes: z.boolean(),
    countsTimeBesideSessions: z.boolean(),
  })
  .meta({ id: 'AttendanceAsked' })

const ofGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  project: z.string(),
  sessionsHeld: count,
  group: attended.meta({ description: 'The group itself: what was held, and the time of its leads beside sessions' }),
  page: z.url(),
})

/** The attendance of one group, as programs get it. */
export const groupAttendance = ofGroup
  .extend({
    asked,
    organisations: z.array(z.object({ name: z.string(), attended })),
    people: z.array(
      z.object({
        id: z.uuid().meta({ description: 'The same person in every answer; names stand on the page alone' }),
        organisation: z.string(),
        substitute: z.boolean().meta({ description: 'Only ever stood in for somebody: nothing is asked of them' }),
        attended,
      }),
    ),
  })
  .meta({ id: 'GroupAttendance', examples: [attendanceExample] })

const hubLine = ofGroup
  .extend({ organisations: z.object({ all: count, reached: count }), people: count })
  .meta({ id: 'GroupAttendanceInNumbers' })

const attendedOf = (done: Done & { readonly standing: Standing | null }, what: GroupSums['asked']) => {
  const { far, whole } = countedOf(done, what)
  return {
    sessions: { attended: done.sum.sessions, planned: done.toCome.sessions, toSettle: done.sum.toSettle },
    minutes: {
      inSessions: done.sum.minutes,
      besideSessions: done.beside.done,
      plannedInSessions: done.toCome.minutes,
      plannedBesideSessions: done.beside.planned,
    },
    days: { soFar: decimal(daysOf(far, what)), withPlanned: decimal(daysOf(whole, what)) },
    standing: done.standing,
  }
}

type Group = { readonly id: string; readonly name: string; readonly project: string }

const groupOf = ({ config }: Context, { id, name, project }: Group, sums: GroupSums) => ({
  id,
  name,
  project,
  sessionsHeld: sums.held,
  group: attendedOf(sums.group, sums.asked),
  page: `${config.baseUrl}/groups/${id}/attendance/asked`,
})

const linesOf = ({ asked: what, organisations, people }: GroupSums) => ({
  asked: {
    sessions: what.sessions,
    days: what.days,
    minutesInADay: what.minutesInADay,
    takesOffMissedMinutes: what.takesOffMissed,
    countsTimeBesideSessions: what.countsBeside,
  },
  organisations: organisations.map((line) => ({ name: line.name, attended: attendedOf(line, what) })),
  people: people.map((line: Line) => ({
    id: line.id,
    organisation: line.organisation,
    substitute: line.isSubstitute,
    attended: attendedOf(line, what),
  })),
})

const query = z.object({
  ...paging,
  year: z
    .string()
    .optional()
    .refine((text) => text === undefined || parseAcademicYear(text) !== null, 'a year such as 2021-22')
    .meta({ description: 'The academic year, such as 2021-22; without it, the current one' }),
})

const scope = 'attendance:read'

export const api = [
  endpoint({
    path: '/api/v1/groups/:group/attendance',
    id: 'attendanceOfGroup',
    summary: 'What a group of one’s own hub, or shared with it, came to: by organisation, person and in all',
    access: withScope(
      scope,
      'staff of the group’s hubs',
      (actor) => actor.kind === 'person' && actor.roles.some(({ hubId }) => hubId !== null),
    ),
    answer: groupAttendance,
    handle: async ({ context, params }) => {
      const seen = found(await groupWorkedOn(context, params['group'] ?? ''))
      const sums = groupSums(found((await attendanceFacts(context.db, [seen.id], context.today)).get(seen.id)))
      const group = { id: seen.id, name: seen.name, project: seen.projectTitle }
      return { ...groupOf(context, group, sums), ...linesOf(sums) }
    },
  }),
  endpoint({
    path: '/api/v1/hub/:hub/attendance',
    id: 'attendanceOfHub',
    summary: 'What the groups that one’s own hub leads in a year came to, in numbers',
    access: withScope(
      scope,
      'staff of the hub',
      (actor, params) => actor.kind === 'person' && actor.roles.some((role) => role.hubSlug === params['hub']),
    ),
    query,
    answer: pageSchema(hubLine),
    handle: async ({ context, params, query: { limit, after, year: typed } }) => {
      const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
      const year = parseAcademicYear(typed ?? '') ?? academicYearOf(context.today)
      const [start] = startOf(after, 1) ?? []
      const groups = (await groupsToSum(context.db, hub.id, year)).groups
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .filter(({ id }) => start === undefined || id > start)
      const { items, next } = pageFrom(groups, limit, ({ id }) => [id])
      const facts = await attendanceFacts(
        context.db,
        items.map(({ id }) => id),
        context.today,
      )
      return {
        next,
        items: items.map((group) => {
          const sums = groupSums(found(facts.get(group.id)))
          const people = sums.people.filter(({ isSubstitute }) => !isSubstitute).length
          const reached = sums.organisations.filter(({ standing }) => standing === 'reached').length
          const organisations = { all: sums.organisations.length, reached }
          return { ...groupOf(context, group, sums), organisations, people }
        }),
      }
    },
  }),
]
