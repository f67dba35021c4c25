import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { projectsAsked } from './asked-queries.ts'
import { factsKnown } from './facts-queries.ts'
import type { Stated } from './known-facts.ts'
import { nextQuestion, type Question } from './questions.ts'
import { type Verdict, verdictsOn } from './verdict.ts'

export type Verdicts = readonly Verdict[]

type Asked = { readonly projectId: string; readonly themeId: string | null }

type About = { readonly organisationId: string; readonly hubId?: string | null }

/** What a visitor is told: from the public register and what the visitor says, never from history with the network (domain rule 15). */
export const verdictsForVisitor = async (context: Context, input: Asked & About & Partial<Stated>): Promise<Verdicts> =>
  found((await verdictsOf(context, [input], { ...input, withHistory: false })).get(input.projectId))

/** Verdicts with the organisation's history: for its hub, and for a sender whose address is confirmed. */
export const verdictsFor = async (context: Context, input: Asked & About & Stated): Promise<Verdicts> =>
  found((await verdictsOf(context, [input], { ...input, withHistory: true })).get(input.projectId))

const verdictsOf = async (
  { db, today }: Context,
  asked: readonly Asked[],
  about: About & Partial<Stated> & { readonly withHistory: boolean },
): Promise<ReadonlyMap<string, Verdicts>> => {
  const projects = await projectsAsked(
    db,
    asked.map(({ projectId }) => projectId),
  )
  const known = await factsKnown(db, {
    askers: asked.map(({ projectId }) => ({
      key: projectId,
      organisationId: about.organisationId,
      hubId: about.hubId ?? null,
      projectId,
      year: projects.get(projectId)?.year ?? today.year,
      stated: about,
    })),
    rules: [...projects.values()].flatMap(({ criteria }) => criteria.map(({ rule }) => rule)),
    today,
    withHistory: about.withHistory,
  })
  return new Map(
    asked.map(({ projectId, themeId }) => {
      const facts = found(known.get(projectId))
      return [projectId, verdictsOn(projects.get(projectId)?.criteria ?? [], themeId, facts)]
    }),
  )
}

/** What a visitor is told, with the one question that would bring it nearest to a yes or a no. */
export const verdictsAndQuestion = async (
  { db, today }: Context,
  { projectId, themeId, organisationId, hubId, ...stated }: Asked & About & Partial<Stated>,
): Promise<{ readonly verdicts: Verdicts; readonly question: Question | null }> => {
  const { criteria, year } = found((await projectsAsked(db, [projectId])).get(projectId))
  const asker = { key: projectId, organisationId, hubId: hubId ?? null, projectId, year, stated }
  const rules = criteria.map(({ rule }) => rule)
  const known = found((await factsKnown(db, { askers: [asker], rules, today, withHistory: false })).get(projectId))
  return { verdicts: verdictsOn(criteria, themeId, known), question: nextQuestion(criteria, themeId, known) }
}
