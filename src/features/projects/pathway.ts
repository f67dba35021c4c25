import type { Pathway, Relative, Stage } from './project.ts'

/** A project that serves a stage, in its year. */
export type ServingProject = Pick<Relative, 'id' | 'year' | 'code' | 'title' | 'slug'> & { readonly stageId: string }

/** The pathway as its address writes it: primary-mastery. */
export const pathwaySlug = ({ key }: Pick<Pathway, 'key'>): string => key.replaceAll('_', '-')

/** The stages that have a turn of their own, in their order: those taken beside another are left out. */
export const inTurn = (pathway: Pick<Pathway, 'stages'>): readonly Stage[] =>
  pathway.stages.filter(({ beside }) => beside === null)

/** The stages as they are drawn: each followed by those that are taken beside it. */
export const asDrawn = ({ stages }: Pick<Pathway, 'stages'>): readonly Stage[] => {
  const ids = new Set(stages.map(({ id }) => id))
  const isAlone = ({ beside }: Stage): boolean => beside === null || !ids.has(beside)
  return stages.filter(isAlone).flatMap((stage) => [stage, ...stages.filter(({ beside }) => beside === stage.id)])
}

const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** How a stage is come to and how often it is taken. */
export const stageInWords = ({ stages }: Pick<Pathway, 'stages'>, stage: Stage): { way: string; often: string } => {
  const line = inTurn({ stages })
  const before = line[line.findIndex(({ id }) => id === stage.id) - 1]
  const host = stages.find(({ id }) => id === stage.beside)
  const ways = [
    stage.entryPoint && 'Schools can begin here',
    host ? `Taken beside ${host.name}` : before && `After ${before.name}`,
  ].filter((way) => typeof way === 'string')
  const [first = 'First', ...rest] = ways
  const way = [first, ...rest.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join('; ')
  return { way, often: stage.repeats ? 'Again each year' : 'Once' }
}

/** A pathway in a few sentences: where schools begin, what follows, what goes on. */
export const pathwayInWords = (pathway: Pick<Pathway, 'stages'>): string => {
  const { stages } = pathway
  const entries = stages.filter(({ entryPoint }) => entryPoint).map(({ name }) => name)
  const repeated = stages.filter(({ repeats }) => repeats).map(({ name }) => name)
  return [
    entries.length > 0 && `Schools begin with ${either(entries)}.`,
    `In order: ${inTurn(pathway)
      .map(({ name }) => name)
      .join(', then ')}.`,
    ...repeated.map((name) => `${name} is taken again each year.`),
    ...stages.flatMap((stage) => {
      const host = stages.find(({ id }) => id === stage.beside)
      return host ? [`${stage.name} is taken beside ${host.name}.`] : []
    }),
  ]
    .filter(Boolean)
    .join(' ')
}
