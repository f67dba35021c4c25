import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { Finding, KnownFacts, PartTaken, StageTaken } from './known-facts.ts'
import type { PartIn, StageOf, Years } from './leaf.ts'
import { answerIf, isMeant, type Lookups, notTold } from './looking-up.ts'

const labelOfYear = (year: number): string => yearLabel(academicYear(year))

const noRecord = (years: Years, own: number): string => {
  if (years === 'before') return `No record before ${labelOfYear(own)}`
  if (years === 'ever') return 'No record'
  return `No record in ${years === 'same' ? labelOfYear(own) : years.map(labelOfYear).join(', ')}`
}

const progress = { completed: 'Completed in', in_progress: 'Taken part in', withdrew: 'Withdrew in' } as const

const stageFound = (leaf: StageOf, known: KnownFacts, records: readonly StageTaken[] | null, of: string): Finding => {
  const label = `${of} ${known.names.stages.get(leaf.stage) ?? leaf.stage}`
  const source = 'the network’s stage records'
  if (records === null) return notTold(label, source)
  const taken = records.filter(({ stage, year }) => stage === leaf.stage && isMeant(leaf.years, year, known.year))
  const fits = taken.find((record) => leaf.status.includes(record.status))
  const shown = fits ?? taken[0]
  return {
    answer: answerIf(fits !== undefined),
    fact: {
      label,
      value: shown ? `${progress[shown.status]} ${labelOfYear(shown.year)}` : noRecord(leaf.years, known.year),
      source,
      asOf: (shown?.recordedOn ?? known.today).toString(),
    },
  }
}

/** The project that a leaf means: this one, or another by its id. */
export const projectMeant = ({ project }: Pick<PartIn, 'project'>, { projectId }: Pick<KnownFacts, 'projectId'>) =>
  project === 'this' ? projectId : project

const partFound = (leaf: PartIn, known: KnownFacts, parts: readonly PartTaken[] | null, of: string): Finding => {
  const asked = projectMeant(leaf, known)
  const name = leaf.project === 'this' ? 'this project' : (known.names.projects.get(asked) ?? 'another project')
  const label = `${of} ${name}`
  const source = 'the network’s groups'
  if (parts === null) return notTold(label, source)
  const taken = parts.find(({ project, year }) => project === asked && isMeant(leaf.years, year, known.year))
  return {
    answer: answerIf(taken !== undefined),
    fact: {
      label,
      value: taken ? `${taken.title}, ${labelOfYear(taken.year)}` : noRecord(leaf.years, known.year),
      source,
      asOf: (taken?.since ?? known.today).toString(),
    },
  }
}

/** What the network has recorded: stages and parts taken, of the organisation and of those who would come. */
export const historyLookups: Lookups<
  'organisation.stage' | 'organisation.project' | 'person.stage' | 'person.project'
> = {
  'organisation.stage': (leaf, known) => stageFound(leaf, known, known.stages, 'Stage'),
  'organisation.project': (leaf, known) => partFound(leaf, known, known.parts, 'Place in'),
  'person.stage': (leaf, known) => stageFound(leaf, known, known.stagesOfPeople, 'Those who would come, stage'),
  'person.project': (leaf, known) => partFound(leaf, known, known.partsOfPeople, 'Those who would come, part in'),
}
