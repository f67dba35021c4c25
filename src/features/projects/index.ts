// Projects: the national catalogue. A year's projects with their text, themes and promises, the line from which each
// comes, the pathways of schools, and how the catalogue of a year is laid out. Other rooms ask here what a project wants
// of those who join: the unit that joins, how many people, which stage it stands for, what its groups are called.

export {
  cataloguedProjects,
  catalogueYears,
  familyLine,
  type StatedDescent,
  yearAsPublished,
} from './catalogue-queries.ts'
export type { CatalogueSection, PublishedYear } from './catalogue-section.ts'
export { type FamilyMember, familyByYear, familyInWords } from './family.ts'
export { allInFull, inFull } from './in-full-queries.ts'
export { pathwayDrawn, pathwayTable } from './pages/pathway.view.ts'
export { inTurn, pathwayInWords, pathwaySlug, type ServingProject, stageInWords } from './pathway.ts'
export { mayEditProject, mayPublishProject } from './policy.ts'
export {
  type Descent,
  descentInWords,
  durationOf,
  type Goal,
  goalInWords,
  type Joins,
  joinings,
  type LineageKind,
  type ModelWords,
  type OutcomeAudience,
  outcomeHeadings,
  type Pathway,
  type Project,
  type ProjectInFull,
  type PublicationStatus,
  projectPath,
  type Section,
  type Stage,
  type Theme,
  themeCode,
  unitOf,
  type WhoCanTakePart,
  type YearNotice,
} from './project.ts'
export {
  allPathways,
  outcomesOf,
  pathwaysOfYear,
  projectByAddress,
  projectByCode,
  projectById,
  projectOf,
  projectOfColumn,
  projectsOfStages,
  servingWith,
  themeOf,
  themesOf,
  themesOfColumn,
} from './queries.ts'
export {
  type AnswerValue,
  answerInWords,
  isChosen,
  type Question,
  type QuestionChoice,
  type QuestionKind,
  questionKinds,
} from './question.ts'
export { questionsOfProject } from './question-queries.ts'
export { networkOfYears, termsOfYear, type YearTerms } from './year-queries.ts'
