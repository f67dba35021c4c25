import { z } from 'zod'
import { endpoint, pageFrom, pageSchema, paging, startOf, WrongQuery, withScope } from '../../platform/http/api.ts'
import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { isId } from '../../vocabulary/ids.ts'
import { interestStatuses, isInterestStatus } from '../interest/index.ts'
import { interestForPrograms } from './api-queries.ts'

const interest = z
  .object({
    id: z.uuid(),
    status: z.enum(interestStatuses),
    receivedAt: z.iso.datetime(),
    organisation: z.object({
      name: z.string(),
      urn: z.number().int().nullable(),
      ukprn: z.string().nullable(),
    }),
    project: z.object({ title: z.string(), code: z.string().nullable(), year: z.string() }),
    offer: z.string().meta({ description: 'Names the offer in the addresses of its hub' }),
    people: z.number().int().meta({ description: 'How many people are named to take part' }),
    group: z.string().nullable(),
    page: z.url(),
  })
  .meta({ id: 'ExpressionOfInterest' })

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(text)

const afterOf = (cursor: string | undefined) => {
  const [receivedAt, id] = startOf(cursor, 2) ?? []
  if (receivedAt === undefined || id === undefined) return null
  if (!isMoment(receivedAt) || !isId(id))
    throw new WrongQuery([{ field: 'after', message: 'the `next` of the page before' }])
  return { receivedAt, id }
}

const ofOwnHub = withScope(
  'interest:read',
  'staff of the hub',
  (actor, params) => actor.kind === 'person' && actor.roles.some((role) => role.hubSlug === params['hub']),
)

export const api = [
  endpoint({
    path: '/api/v1/hub/:hub/interest',
    id: 'interestOfHub',
    summary: 'What was asked of one’s own hub, the earliest first, without the people’s names and addresses',
    access: ofOwnHub,
    query: z.object(paging),
    answer: pageSchema(interest),
    handle: async ({ context: { db, config }, params, query: { limit, after } }) => {
      const hub = params['hub'] ?? ''
      const rows = await interestForPrograms(db, { hub, after: afterOf(after), most: limit + 1 })
      const { items, next } = pageFrom(rows, limit, ({ key }) => key)
      return {
        items: items.map((row) => ({
          ...row,
          status: isInterestStatus(row.status) ? row.status : 'draft',
          receivedAt: String(row.receivedAt.round('second')),
          project: { ...row.project, year: yearLabel(academicYear(row.project.year)) },
          page: `${config.baseUrl}/hub/${hub}/interest/${row.id}`,
        })),
        next,
      }
    },
  }),
]
