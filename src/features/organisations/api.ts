import { z } from 'zod'
import type { Config } from '../../platform/config.ts'
import { found } from '../../platform/errors.ts'
import { anyProgram, endpoint, pageFrom, pageSchema, paging, startOf } from '../../platform/http/api.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import type { Hub, HubArea } from './hub.ts'
import { allHubs, areasOfHubs, hubInFull } from './hub-queries.ts'
import type { Organisation } from './organisation.ts'
import { schoolByUrn, successorsOf } from './organisation-queries.ts'
import { searchOrganisations } from './search-queries.ts'

const hubFields = {
  slug: z.string().meta({ description: 'Names the hub in addresses' }),
  name: z.string(),
  region: z.string().nullable(),
  email: z.string().nullable(),
  telephone: z.string().nullable(),
  website: z.string().nullable(),
  areas: z
    .array(z.string())
    .meta({ description: 'The authorities it serves, or the parts of them, as they are described' }),
  page: z.url(),
}
const hub = z.object(hubFields).meta({ id: 'Hub' })
const hubAndMore = z
  .object({ ...hubFields, formerNames: z.array(z.string()), leadOrganisations: z.array(z.string()) })
  .meta({ id: 'HubInFull' })

const school = z
  .object({
    urn: z.number().int().nullable(),
    name: z.string(),
    status: z.enum(['open', 'closed', 'proposed_to_close', 'proposed_to_open']),
    phase: z.string().nullable(),
    type: z.string().nullable(),
    town: z.string().nullable(),
    postcode: z.string().nullable(),
    authority: z.string().nullable(),
    page: z.url().nullable(),
  })
  .meta({ id: 'School' })
const schoolFound = school
  .extend({ formerly: z.string().nullable().meta({ description: 'The name of before that was meant, if it was one' }) })
  .meta({ id: 'SchoolFound' })
const schoolAndSuccessors = z.object({ school, successors: z.array(school) }).meta({ id: 'SchoolInFull' })

const hubAsJson = (config: Config, one: Hub, areas: readonly HubArea[]): z.input<typeof hub> => ({
  slug: one.slug,
  name: one.name,
  region: one.region,
  email: one.email,
  telephone: one.telephone,
  website: one.website,
  areas: areas.map(({ describedAs }) => describedAs),
  page: `${config.baseUrl}/hubs/${one.slug}`,
})

const schoolAsJson = (config: Config, one: Organisation): z.input<typeof school> => ({
  urn: one.urn,
  name: one.name,
  status: one.status,
  phase: one.phase,
  type: one.typeName,
  town: one.town,
  postcode: one.postcode,
  authority: one.authorityName,
  page: one.urn === null ? null : `${config.baseUrl}/schools/${one.urn}`,
})

const bySlug = (a: Hub, b: Hub): number => (a.slug < b.slug ? -1 : 1)

export const api = [
  endpoint({
    path: '/api/v1/hubs',
    id: 'hubs',
    summary: 'The hubs of the network and where they work',
    access: anyProgram,
    query: z.object(paging),
    answer: pageSchema(hub),
    handle: async ({ context: { db, config }, query: { limit, after } }) => {
      const [slug = ''] = startOf(after, 1) ?? []
      const [hubs, areas] = await Promise.all([allHubs(db), areasOfHubs(db)])
      const rest = hubs.toSorted(bySlug).filter((each) => each.slug > slug)
      const { items, next } = pageFrom(rest, limit, (each) => [each.slug])
      return { items: items.map((each) => hubAsJson(config, each, areas.get(each.id) ?? [])), next }
    },
  }),
  endpoint({
    path: '/api/v1/hubs/:hub',
    id: 'hub',
    summary: 'One hub',
    access: anyProgram,
    answer: hubAndMore,
    handle: async ({ context: { db, config }, params }) => {
      const one = found(await hubInFull(db, params['hub'] ?? ''))
      return {
        ...hubAsJson(config, one, one.areas),
        formerNames: [...one.formerNames],
        leadOrganisations: one.leadOrganisations.map(({ name }) => name),
      }
    },
  }),
  endpoint({
    path: '/api/v1/schools',
    id: 'schools',
    summary: 'Schools and colleges by name, town, postcode or URN, the best first, twenty at the most',
    access: anyProgram,
    query: z.object({
      q: z
        .string('what to look for')
        .trim()
        .min(1, 'what to look for')
        .max(200, '200 letters at most')
        .meta({ description: 'A name, a town, a postcode or a URN; forgiving of spelling' }),
    }),
    answer: z.object({ items: z.array(schoolFound) }),
    handle: async ({ context: { db, config }, query: { q } }) => ({
      items: (await searchOrganisations(db, q, { kinds: ['school'], most: 20 })).map((one) => ({
        ...schoolAsJson(config, one),
        formerly: one.formerly,
      })),
    }),
  }),
  endpoint({
    path: '/api/v1/schools/:urn',
    id: 'school',
    summary: 'One school by its URN, and who stands for it when it has closed',
    access: anyProgram,
    answer: schoolAndSuccessors,
    handle: async ({ context: { db, config }, params }) => {
      const one = found(await schoolByUrn(db, found(parseUrn(params['urn'] ?? ''))))
      const successors = one.status === 'closed' ? await successorsOf(db, one.id) : []
      return {
        school: schoolAsJson(config, one),
        successors: successors.map((each) => schoolAsJson(config, each)),
      }
    },
  }),
]
