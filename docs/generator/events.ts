import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export type Sentences = Readonly<Record<string, string>>

const isSentences = (value: unknown): value is Sentences =>
  typeof value === 'object' && value !== null && Object.values(value).every((sentence) => typeof sentence === 'string')

/** What can happen, by feature: each event's name and the sentence that the history shows. */
export const eventSentences = async (root: string): Promise<ReadonlyMap<string, Sentences>> => {
  const features = new Map<string, Sentences>()
  for (const file of globSync('src/features/*/events.ts', { cwd: root }).sort()) {
    const exported: Record<string, unknown> = await import(join(root, file))
    const sentences = Object.values(exported).filter(isSentences)
    features.set(basename(dirname(file)), Object.assign({}, ...sentences))
  }
  return features
}

/** The list of events. */
export const eventsPage = (features: ReadonlyMap<string, Sentences>): string => {
  const parts = [...features].map(([feature, sentences]) => {
    const rows = Object.entries(sentences).map(([name, sentence]) => `| \`${name}\` | ${sentence} |`)
    return `## ${feature[0]?.toUpperCase()}${feature.slice(1)}\n\n${['| event | in the history |', '| --- | --- |', ...rows].join('\n')}`
  })
  return [
    '# Events',
    'Everything that can happen is written into the history in the transaction in which it happens: who, when, to which record, with ids and figures only; names and words lie beside it and can be erased. The history can be appended to but not changed, and each record’s events form a chain of hashes that `bin/tessellate check` follows.',
    ...parts,
  ].join('\n\n')
}
