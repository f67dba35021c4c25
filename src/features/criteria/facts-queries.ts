import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { partsOfPeople, partsTaken, stagesOfPeople, stagesTaken } from './history-queries.ts'
import { type KnownFacts, nothingKnown, type Stated } from './known-facts.ts'
import type { Leaf } from './leaf.ts'
import { namesFor, otherProjectsOf, questionsFor } from './names-queries.ts'
import { areaKey, areasKnown, organisationsKnown } from './organisations-queries.ts'
import { leavesOf, type Rule } from './rule.ts'

/** Somebody of whom facts are asked: for a project of a year, at a hub or none. */
export type AskerOf = {
  readonly key: string
  readonly organisationId: string
  readonly hubId: string | null
  readonly projectId: string
  readonly year: number
  readonly stated: Partial<Stated>
}

type Wanted = {
  readonly askers: readonly AskerOf[]
  readonly rules: readonly Rule[]
  readonly today: Temporal.PlainDate
  /** Whether what the network has recorded may be told (domain rule 15). */
  readonly withHistory: boolean
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

const asks = (leaves: readonly Leaf[], ...facts: readonly Leaf['fact'][]): boolean =>
  leaves.some(({ fact }) => facts.includes(fact))

const history = async (db: Reader, { askers, withHistory }: Wanted, leaves: readonly Leaf[]) => {
  const organisationIds = unique(askers.map(({ organisationId }) => organisationId))
  const personIds = unique(askers.flatMap(({ stated }) => stated.personIds ?? []))
  const projectIds = unique([...askers.map(({ projectId }) => projectId), ...leaves.flatMap(otherProjectsOf)])
  const hasPeople = personIds.length > 0
  const [stages, parts, ofPeople, partsTheirs] = await Promise.all([
    withHistory && asks(leaves, 'organisation.stage') ? stagesTaken(db, organisationIds) : null,
    withHistory && asks(leaves, 'organisation.project')
      ? partsTaken(db, { askers: organisationIds, projectIds })
      : null,
    withHistory && hasPeople && asks(leaves, 'person.stage') ? stagesOfPeople(db, personIds) : null,
    withHistory && hasPeople && asks(leaves, 'person.project')
      ? partsOfPeople(db, { askers: personIds, projectIds })
      : null,
  ])
  return { stages, parts, ofPeople, partsTheirs }
}

const toldBy = ({ people, commitments, answers, said }: Partial<Stated>) => ({
  people: people ?? null,
  commitments: commitments ?? null,
  answers: answers ?? null,
  ...(said ? { said } : {}),
})

type Past = Awaited<ReturnType<typeof history>>

const pastOf = ({ organisationId, stated }: AskerOf, past: Past) => {
  const people = stated.personIds ?? null
  return {
    stages: past.stages?.get(organisationId) ?? [],
    parts: past.parts?.get(organisationId) ?? [],
    stagesOfPeople: people?.flatMap((id) => past.ofPeople?.get(id) ?? []) ?? null,
    partsOfPeople: people?.flatMap((id) => past.partsTheirs?.get(id) ?? []) ?? null,
  }
}

/** Everything that the rules ask of each asker, read at once for all of them: as many queries for thousands as for one. */
export const factsKnown = async (db: Reader, wanted: Wanted): Promise<ReadonlyMap<string, KnownFacts>> => {
  const { askers, rules, today, withHistory } = wanted
  const leaves = rules.flatMap(leavesOf)
  const projectIds = unique(askers.map(({ projectId }) => projectId))
  const [organisations, areas, past, names, questions] = await Promise.all([
    organisationsKnown(db, unique(askers.map(({ organisationId }) => organisationId))),
    asks(leaves, 'organisation.area') ? areasKnown(db, askers, today) : null,
    history(db, wanted, leaves),
    namesFor(db, rules),
    questionsFor(db, projectIds, rules),
  ])
  return new Map(
    askers.map((asker) => [
      asker.key,
      {
        ...nothingKnown,
        ...toldBy(asker.stated),
        ...(withHistory ? pastOf(asker, past) : {}),
        organisation: found(organisations.get(asker.organisationId)),
        inArea: areas?.get(areaKey(asker)) ?? null,
        names: { ...names, ...questions.get(asker.projectId) },
        projectId: asker.projectId,
        year: asker.year,
        today,
      },
    ]),
  )
}
