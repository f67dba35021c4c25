import { newId } from '../../src/vocabulary/ids.ts'
import { projects as national } from './facts/catalogues.ts'
import { hubs } from './facts/hubs.ts'
import { pathways } from './facts/pathways.ts'
import { providers, trusts } from './facts/providers.ts'
import { schools } from './facts/schools.ts'
import type { ProjectFact } from './facts/shapes.ts'
import { ownProjects } from './world/own-projects.ts'

/** Every project of every year, those that hubs devised for themselves among them. */
export const projects: readonly (ProjectFact & { readonly hub?: string })[] = [...national, ...ownProjects]

/** Finds by what something is called in the facts the id it has got in the database. */
export type Directory = {
  readonly hub: (slug: string) => string
  readonly school: (urn: number) => string
  readonly body: (ukprn: string) => string
  readonly pathway: (key: string) => string
  readonly stage: (key: string) => string
  readonly project: (year: number, slug: string) => string
  readonly theme: (year: number, slug: string, suffix: string) => string
  readonly venue: (hub: string, name: string) => string
  readonly policy: (hub: string) => string
  readonly offer: (hub: string, year: number, slug: string) => string
  readonly person: (email: string) => string
}

/** Gives every record of the facts an id; what is asked for and not among them is a mistake. */
export const newDirectory = (): Directory => {
  const known = new Map<string, string>()
  const of =
    (kind: string) =>
    (...names: readonly (string | number)[]): string => {
      const key = [kind, ...names].join(' ')
      const id = known.get(key)
      if (!id) throw new RangeError(`The facts hold no ${key}`)
      return id
    }
  // Venues, policies, offers and people come into being while the world is loaded.
  const making =
    (kind: string) =>
    (...names: readonly (string | number)[]): string => {
      const key = [kind, ...names].join(' ')
      const id = known.get(key) ?? newId()
      known.set(key, id)
      return id
    }
  for (const key of keysOfFacts()) known.set(key, newId())
  return {
    hub: of('hub'),
    school: of('school'),
    body: of('body'),
    pathway: of('pathway'),
    stage: of('stage'),
    project: of('project'),
    theme: of('theme'),
    venue: making('venue'),
    policy: making('policy'),
    offer: making('offer'),
    person: making('person'),
  }
}

const keysOfFacts = (): readonly string[] => [
  ...hubs.map(({ slug }) => `hub ${slug}`),
  ...schools.map(({ urn }) => `school ${urn}`),
  ...[...providers, ...trusts].map(({ ukprn }) => `body ${ukprn}`),
  ...pathways.map(({ key }) => `pathway ${key}`),
  ...pathways.flatMap(({ stages }) => stages.map(({ key }) => `stage ${key}`)),
  ...projects.map(({ year, slug }) => `project ${year} ${slug}`),
  ...projects.flatMap(({ year, slug, themes }) => themes.map(({ suffix }) => `theme ${year} ${slug} ${suffix}`)),
]
