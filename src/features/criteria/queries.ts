import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { rulesAsked } from './asked-queries.ts'
import { factsKnown } from './facts-queries.ts'
import type { Stated } from './known-facts.ts'
import { nextQuestion, openQuestions, type Question } from './questions.ts'
import { type Verdict, verdictsOn } from './verdict.ts'

export type Verdicts = readonly Verdict[]

type Asked = { readonly projectId: string; readonly themeId: string | null }

/** Who asks, at which hub, and for which offer of it: an offer may have rules of the hub's own. */
type About = {
  readonly organisationId: string
  readonly hubId?: string | null
  readonly offerId?: string | null
}

/** What a visitor is told: from the public register and what the visitor says, never from history with the network (domain rule 15). */
export const verdictsForVisitor = async (context: Context, input: Asked & About & Partial<Stated>): Promise<Verdicts> =>
  verdictsOf(context, input, false)

/** Verdicts with the organisation's history: for its hub, and for a sender whose address is confirmed. */
export const verdictsFor = async (context: Context, input: Asked & About & Stated): Promise<Verdicts> =>
  verdictsOf(context, input, true)

type Asking = Asked & About & Partial<Stated>

const knownOf = async ({ db, today }: Context, asking: Asking, withHistory: boolean) => {
  const { projectId, themeId, organisationId, hubId = null, offerId = null, ...stated } = asking
  const { criteria, year } = await rulesAsked(db, { projectId, offerId })
  const asker = { key: projectId, organisationId, hubId, projectId, year, stated }
  const rules = criteria.map(({ rule }) => rule)
  const known = await factsKnown(db, { askers: [asker], rules, today, withHistory })
  return { criteria, themeId, known: found(known.get(projectId)) }
}

const verdictsOf = async (context: Context, asking: Asking, withHistory: boolean): Promise<Verdicts> => {
  const { criteria, themeId, known } = await knownOf(context, asking, withHistory)
  return verdictsOn(criteria, themeId, known)
}

/** What is not known of a request that its rules ask about and its hub could be told. */
export const factsMissing = async (context: Context, asking: Asking): Promise<readonly Question[]> => {
  const { criteria, themeId, known } = await knownOf(context, asking, true)
  return openQuestions(criteria, themeId, known)
}

/** What a visitor is told, with the one question that would bring it nearest to a yes or a no. */
export const verdictsAndQuestion = async (
  context: Context,
  asking: Asking,
): Promise<{ readonly verdicts: Verdicts; readonly question: Question | null }> => {
  const { criteria, themeId, known } = await knownOf(context, asking, false)
  return { verdicts: verdictsOn(criteria, themeId, known), question: nextQuestion(criteria, themeId, known) }
}
