import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { isHeldPost, type PostKind } from '../../vocabulary/posts.ts'
import { projectsAsked } from './asked-queries.ts'
import { factsKnown } from './facts-queries.ts'
import { findingOf } from './finding.ts'
import { projectMeant } from './history-lookups.ts'
import { type KnownFacts, nothingKnown } from './known-facts.ts'
import { namesFor } from './names-queries.ts'
import { ownRulesOf } from './own-queries.ts'
import { type Asker, type ForPost, forPost, unnamed, widest } from './posts-queries.ts'
import type { Leaf } from './rule.ts'
import { stepsFor } from './steps.ts'
import { type Criterion, type Verdict, verdictsOn } from './verdict.ts'
import { wayToYes } from './way.ts'

/** An offer as its rules are asked: under a key of the caller's, with the theme that it fixes. */
type AskedOffer = {
  readonly key: string
  readonly projectId: string
  readonly themeId: string | null
  /** The hub that offers it; null for a project that nobody offers yet. */
  readonly hubId: string | null
  /** The offer, where its hub has rules of its own for it. */
  readonly offerId?: string | null
}

/** What has to be done first: a stage by its key, or another project by its id. */
export type FirstStep = { readonly of: 'stage' | 'project'; readonly key: string }

/** What the rules of one offer say of somebody. */
export type AnsweredOffer = {
  readonly verdicts: readonly Verdict[]
  readonly forPost: ForPost
  /** What stands first on the shortest way to a yes. */
  readonly first: readonly FirstStep[]
}

const firstStepOf = (leaf: Leaf, known: KnownFacts): FirstStep | null => {
  if (leaf.fact === 'organisation.stage') return { of: 'stage', key: leaf.stage }
  if (leaf.fact !== 'organisation.project' || leaf.project === 'this') return null
  return { of: 'project', key: projectMeant(leaf, known) }
}

const stepsFirst = (verdicts: readonly Verdict[], known: KnownFacts): readonly FirstStep[] => {
  const steps = new Map<string, FirstStep>()
  const say = stepsFor(known)
  const step = (leaf: Leaf, wanted: 'yes' | 'no'): string | null => {
    const first = wanted === 'yes' ? firstStepOf(leaf, known) : null
    const sentence = say(leaf, wanted)
    if (first === null || sentence === null) return sentence
    const key = `${first.of} ${first.key}`
    steps.set(key, first)
    return key
  }
  const of = (leaf: Leaf) => findingOf(leaf, known).answer
  const ways = verdicts.flatMap(({ strength, answer, rule }) =>
    strength === 'required' && answer !== 'yes' ? (wayToYes(rule, { of, step }) ?? []) : [],
  )
  return [...new Set(ways)].flatMap((way) => steps.get(way) ?? [])
}

type Projects = Awaited<ReturnType<typeof projectsAsked>>
type About = {
  readonly askers: readonly Asker[]
  readonly offers: readonly AskedOffer[]
  readonly people: KnownFacts['people']
  readonly projects: Projects
  readonly own: ReadonlyMap<string, readonly Criterion[]>
  readonly today: Temporal.PlainDate
}

// Of an offer the facts are those of its project, at its hub: one key for all that ask the same.
const signOf = (asker: number, { projectId, hubId }: AskedOffer): string => `${asker} ${projectId} ${hubId}`

const factsOfNamed = async (db: Reader, { askers, offers, people, projects, own, today }: About) => {
  const rules = [...[...projects.values()].flatMap(({ criteria }) => criteria), ...[...own.values()].flat()].map(
    ({ rule }) => rule,
  )
  const of = (withHistory: boolean) => {
    const those = askers.flatMap((asker, at) =>
      'organisationId' in asker && asker.withHistory === withHistory ? [{ at, id: asker.organisationId }] : [],
    )
    const asked = those.flatMap(({ at, id }) =>
      offers.map((offer) => ({
        key: signOf(at, offer),
        organisationId: id,
        hubId: offer.hubId,
        projectId: offer.projectId,
        year: projects.get(offer.projectId)?.year ?? today.year,
        stated: { people },
      })),
    )
    const once = [...new Map(asked.map((one) => [one.key, one])).values()]
    return once.length === 0
      ? new Map<string, KnownFacts>()
      : factsKnown(db, { askers: once, rules, today, withHistory })
  }
  const [told, untold, names] = await Promise.all([of(true), of(false), namesFor(db, rules)])
  return { known: new Map([...told, ...untold]), names }
}

const verdictsOf = (criteria: readonly Criterion[], themeId: string | null, known: KnownFacts): readonly Verdict[] =>
  themeId === null ? widest(criteria, known) : verdictsOn(criteria, themeId, known)

type Asked = {
  readonly askers: readonly Asker[]
  readonly post: PostKind | null
  readonly offers: readonly AskedOffer[]
}

/**
 * What the rules of many offers say of one or several askers, in a handful of questions however many offers there are: each asker
 * in the place in which it was given, each offer under its key. Of an offer that leaves the theme open the widest counts. History
 * is used only where the asker says so (domain rule 15).
 */
export const verdictsOfOffers = async (
  { db, today }: Context,
  { askers, post, offers }: Asked,
): Promise<readonly ReadonlyMap<string, AnsweredOffer>[]> => {
  const [projects, own] = await Promise.all([
    projectsAsked(db, [...new Set(offers.map(({ projectId }) => projectId))]),
    ownRulesOf(
      db,
      offers.flatMap(({ offerId }) => offerId ?? []),
    ),
  ])
  const people = post === null ? null : [{ post, held: isHeldPost(post) }]
  const { known, names } = await factsOfNamed(db, { askers, offers, people, projects, own, today })
  return askers.map((asker, at) => {
    const factsOf = (offer: AskedOffer, year: number): KnownFacts =>
      'organisationId' in asker
        ? found(known.get(signOf(at, offer)))
        : {
            ...nothingKnown,
            people,
            organisation: unnamed(asker.phase),
            names,
            projectId: offer.projectId,
            year,
            today,
          }
    return new Map(
      offers.map((offer) => {
        const { criteria: all, year } = projects.get(offer.projectId) ?? { criteria: [], year: today.year }
        const criteria = [...all, ...(own.get(offer.offerId ?? '') ?? [])]
        const facts = factsOf(offer, year)
        const verdicts = verdictsOf(criteria, offer.themeId, facts)
        const meant = post === null ? 'open' : forPost(criteria, post)
        return [offer.key, { verdicts, forPost: meant, first: stepsFirst(verdicts, facts) }]
      }),
    )
  })
}
