import { z } from 'zod'
import type { Config } from '../../platform/config.ts'
import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { anyProgram, endpoint, withScope } from '../../platform/http/api.ts'
import { academicYear, academicYearOf, yearLabel } from '../../vocabulary/academic-year.ts'
import { milesOf } from '../../vocabulary/grid.ts'
import { type PostKind, postKinds } from '../../vocabulary/posts.ts'
import { schoolPath, servedAuthority } from '../catalogue/index.ts'
import { offerPath } from '../offers/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { projectPath } from '../projects/index.ts'
import type { Near } from './board.ts'
import { type Entry, standings } from './entries.ts'
import { fromOf } from './from.ts'
import { entriesFor } from './joining-queries.ts'
import { ownInWords } from './own.ts'
import { ownOf } from './own-queries.ts'
import { organisationToShow } from './pages/school.page.ts'
import { nothingOfHistory, type Sight, sightOf } from './sight-queries.ts'
import { firstInWords, reasonsOf } from './words.ts'

const answer = z.enum(['yes', 'no', 'not_yet_known'])
const day = z.iso.date().nullable()

const offer = z
  .object({
    hub: z.object({ slug: z.string(), name: z.string() }),
    page: z.url(),
    serves: z.boolean().meta({ description: 'Whether the hub serves the authority of the school' }),
    miles: z
      .number()
      .nullable()
      .meta({ description: 'To the nearest venue, or to where the schools of the hub lie on the whole' }),
    isVenueKnown: z.boolean(),
    isOnline: z.boolean(),
    window: z.enum(['open', 'opens', 'closed']).meta({ description: 'Whether one can ask to join today' }),
    opensOn: day,
    closesOn: day,
    dates: z.array(z.iso.date()),
    places: z.object({ kind: z.enum(['free', 'waiting_list', 'open']), count: z.number().int().nullable() }),
  })
  .meta({ id: 'OfferNear' })

const rule = z.object({
  strength: z.enum(['required', 'expected', 'priority']),
  sentence: z.string(),
  whose: z.string().nullable().meta({ description: 'Whose rule it is, where it is not the project’s for everybody' }),
  answer,
  way: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string(), source: z.string(), asOf: z.string().nullable() })),
})

const entry = z
  .object({
    standing: z.enum(standings),
    project: z.object({ title: z.string(), year: z.string(), page: z.url() }),
    theme: z.string().nullable(),
    byRulesOf: z
      .string()
      .nullable()
      .meta({ description: 'The hub, by its slug, whose own rules for its offer are among those answered here' }),
    answer,
    reasons: z.array(z.string()).meta({ description: 'Why it stands where it stands' }),
    first: z.array(z.object({ name: z.string(), sentence: z.string(), page: z.url().nullable() })),
    rules: z.array(rule),
    offers: z.array(offer).meta({ description: 'Those that help most first' }),
  })
  .meta({ id: 'Joinable' })

const offerAsJson = (config: Config, near: Near): z.input<typeof offer> => {
  const { hub, serves, away, isVenueKnown, isOnline, window, places } = near
  return {
    hub: { slug: hub.slug, name: hub.name },
    page: `${config.baseUrl}${offerPath({ hub, year: academicYear(near.offer.year), slug: near.offer.slug })}`,
    serves,
    miles: away === null ? null : Math.round(milesOf(away) * 10) / 10,
    isVenueKnown,
    isOnline,
    window,
    opensOn: near.offer.opensOn,
    closesOn: near.offer.closesOn,
    dates: [...near.offer.dates],
    places: {
      kind: places.kind,
      count: places.kind === 'free' ? places.count : places.kind === 'open' ? places.most : null,
    },
  }
}

const entryAsJson = (config: Config, one: Entry): z.input<typeof entry> => ({
  standing: one.standing,
  project: {
    title: one.project.title,
    year: yearLabel(academicYear(one.project.year)),
    page: `${config.baseUrl}${projectPath({ year: academicYear(one.project.year), slug: one.project.slug })}`,
  },
  theme: one.theme?.title ?? null,
  byRulesOf: one.ownOfferId ? (one.offers[0]?.hub.slug ?? null) : null,
  answer: one.answered.answer,
  reasons: [...reasonsOf(one)],
  first: one.first.map((first) => ({
    name: first.name,
    sentence: firstInWords(first),
    page: first.near ? offerAsJson(config, first.near).page : null,
  })),
  rules: one.answered.verdicts.map(({ strength, sentence, whose, answer: own, way, facts }) => ({
    strength,
    sentence,
    whose: whose ?? null,
    answer: own,
    way: way ?? null,
    facts: facts.map(({ label, value, source, asOf }) => ({ label, value, source, asOf })),
  })),
  offers: one.offers.map((near) => offerAsJson(config, near)),
})

const query = z.object({
  post: z
    .enum(postKinds, `one of ${postKinds.join(', ')}`)
    .optional()
    .meta({ description: 'What the person does who would take part' }),
})

const fields = { name: z.string(), page: z.url(), items: z.array(entry) }
const told = z.object(fields).meta({ id: 'WhatCanBeJoined' })
const toldToHub = z
  .object({
    ...fields,
    already: z
      .array(z.object({ project: z.string(), hub: z.string(), status: z.string(), sentence: z.string() }))
      .meta({ description: 'What it has asked the hub for, or joined there' }),
  })
  .meta({ id: 'WhatCanBeJoinedWithHistory' })

type About = { readonly school: Organisation; readonly post: PostKind | null; readonly sight: Sight }

const answered = async (context: Context, { school, post, sight }: About) => {
  const { db, config, today } = context
  const served = school.authorityCode ? await servedAuthority(db, school.authorityCode) : null
  const asking = { who: school, from: fromOf(school, served), withHistory: sight.history }
  const [entries, own] = await Promise.all([
    school.status === 'closed' ? [] : entriesFor(context, asking, post),
    sight.history ? ownOf(db, { organisationId: school.id, year: academicYearOf(today), hubIds: sight.hubIds }) : [],
  ])
  const theirs = new Set(own.map(({ projectId }) => projectId))
  return {
    name: school.name,
    page: `${config.baseUrl}${schoolPath(school)}`,
    already: own.map((one) => ({
      project: one.title,
      hub: one.hub.name,
      status: one.status,
      sentence: ownInWords(one),
    })),
    items: entries.filter(({ project }) => !theirs.has(project.id)).map((one) => entryAsJson(config, one)),
  }
}

const ofOwnHub = withScope(
  'stages:read',
  'staff of the hub',
  (actor, params) => actor.kind === 'person' && actor.roles.some((role) => role.hubSlug === params['hub']),
)

export const api = [
  endpoint({
    path: '/api/v1/schools/:urn/joining',
    id: 'joiningOfSchool',
    summary:
      'What a school by its URN, or a provider by its UKPRN, can join: now, soon, not yet and not at all, each with the reason, from the public register alone',
    access: anyProgram,
    query,
    answer: told,
    handle: async ({ context, params, query: { post } }) => {
      const school = await organisationToShow(context, params['urn'] ?? '')
      return answered(context, { school, post: post ?? null, sight: nothingOfHistory })
    },
  }),
  endpoint({
    path: '/api/v1/hub/:hub/schools/:urn/joining',
    id: 'joiningOfSchoolOfHub',
    summary:
      'The same of a school or provider that the hub deals with, with what it has taken part in so far and what it asked the hub for',
    access: ofOwnHub,
    query,
    answer: toldToHub,
    handle: async ({ context, params, query: { post } }) => {
      const school = await organisationToShow(context, params['urn'] ?? '')
      const sight = await sightOf(context, school.id)
      return answered(context, { school: found(sight.history ? school : null), post: post ?? null, sight })
    },
  }),
]
