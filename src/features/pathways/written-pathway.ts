import { slugOf } from '../../vocabulary/slug.ts'
import type { Stage } from '../projects/index.ts'

/** A pathway as it is written: one document, of which every version is kept. */
export type WrittenPathway = {
  readonly key: string
  readonly name: string
  readonly phase: string
  readonly stages: readonly Stage[]
}

export type PathwayVersionAct = 'drafted' | 'changed' | 'published' | 'corrected' | 'discarded'

export type PathwayVersion = {
  readonly number: number
  readonly act: PathwayVersionAct
  readonly note: string | null
  readonly at: Temporal.Instant
  readonly by: string | null
}

export const pathwayActs: Readonly<Record<PathwayVersionAct, string>> = {
  drafted: 'Draft begun',
  changed: 'Draft changed',
  published: 'Published',
  corrected: 'Correction published',
  discarded: 'Draft let go',
}

/** A stage as it was typed: `beside` names another by its id; the order decides where it stands. */
export type TypedStage = Omit<Stage, 'key'> & { readonly order: number }

const unlike = (base: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`
    if (!taken.has(key)) return key
  }
}

/** A key of words, told apart from those that are taken. */
export const keyOf = (words: string, taken: ReadonlySet<string>): string =>
  unlike(slugOf(words).replaceAll('-', '_') || 'stage', taken)

/** The stages in the order typed, each with the key it had, or a new one that begins with that of its pathway's phase. */
export const stagesAsTyped = (
  before: WrittenPathway,
  typed: readonly TypedStage[],
  taken: ReadonlySet<string>,
): readonly Stage[] => {
  const keys = new Set([...taken, ...before.stages.map(({ key }) => key)])
  return typed
    .toSorted((one, other) => one.order - other.order)
    .map(({ order: _, ...stage }) => {
      const known = before.stages.find(({ id }) => id === stage.id)
      if (known) return { ...stage, key: known.key }
      const key = keyOf(`${before.phase} ${stage.name}`, keys)
      keys.add(key)
      return { ...stage, key }
    })
}

/** What is wrong with the stages taken together, or null. */
export const stagesRefusal = (stages: readonly Stage[]): string | null => {
  if (stages.length === 0) return 'A pathway has at least one stage: name one.'
  const names = stages.map(({ name }) => name.toLowerCase())
  const twice = stages.find(({ name }, at) => names.indexOf(name.toLowerCase()) !== at)
  if (twice) return `Two stages are called ${twice.name}: give one of them another name.`
  if (!stages.some(({ entryPoint }) => entryPoint))
    return 'Schools must be able to begin somewhere: tick an entry point.'
  const alone = stages.find(({ beside }) => {
    const host = stages.find(({ id }) => id === beside)
    return beside !== null && (!host || host.beside !== null)
  })
  return alone ? `${alone.name} can be taken beside a stage that has a turn of its own: choose another.` : null
}

/** A pathway as text, for telling two versions apart. */
export const pathwayText = ({ name, phase, stages }: WrittenPathway): string => {
  const lines = stages.map((stage) => {
    const host = stages.find(({ id }) => id === stage.beside)
    const said = [
      stage.entryPoint && 'schools can begin here',
      stage.repeats ? 'again each year' : 'once',
      host && `beside ${host.name}`,
    ]
    return `- ${stage.name}: ${said.filter(Boolean).join(', ')}`
  })
  return [`${name}, ${phase}`, '', ...lines].join('\n')
}
