// Criteria: who can take part, as rules that explain themselves. A rule is data; its answer is yes, no or not yet known,
// and always comes with the sentence of the rule, the facts used, where they are from, and the shortest way to a yes.
// Other rooms ask here for verdicts: a visitor's from the public register alone, a hub's or a known sender's with history.

export { answerFault, answerFaultsIn } from './answer-fault.ts'
export { admitsSchools, type CommitmentAsked, commitmentsAskedBy, rulesAsked } from './asked-queries.ts'
export { clauseOf, type Subject, sentenceOfRule } from './clauses.ts'
export { rulesOn } from './criterion.ts'
export { type KeptRule, verdictAgain, verdictsToKeep } from './kept-queries.ts'
export type { Names, Said, Stated } from './known-facts.ts'
export type { Leaf, Years } from './leaf.ts'
export { faultsIn } from './names-queries.ts'
export { type AnsweredOffer, type FirstStep, verdictsOfOffers } from './offers-queries.ts'
export { ownRulesOf } from './own-queries.ts'
export { questionField, questionForm } from './pages/question.view.ts'
export { answerTag, type VerdictShown, verdictList } from './pages/verdicts.view.ts'
export { type Asker, type ForPost, projectsForPost } from './posts-queries.ts'
export { inPriorityOrder, inTurn, type Placeable } from './priority.ts'
export {
  factsMissing,
  type Verdicts,
  verdictsAndQuestion,
  verdictsFor,
  verdictsForVisitor,
} from './queries.ts'
export { nextQuestion, type Question } from './questions.ts'
export { parseRule } from './rule.form.ts'
export type { Answer, Rule } from './rule.ts'
export { saidIn, saidSoFar, toldAlong, toldIn, valueSaid } from './said.form.ts'
export { senseOf } from './sense.ts'
export { type Compared, type RequestTried, rulesTried, type Tried } from './tried-queries.ts'
export {
  answerWords,
  type Criterion,
  type FactUsed,
  inSum,
  type Strength,
  strengthWords,
  type Verdict,
  verdictsOn,
} from './verdict.ts'
export { commitmentWords, factWords, organisationWords } from './words.ts'
