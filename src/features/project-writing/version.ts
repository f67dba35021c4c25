import type { WrittenProject } from './written-project.ts'

export type VersionAct = 'drafted' | 'changed' | 'published' | 'corrected' | 'withdrawn'

/** One version of a project: the whole of it as it stood once something was done. */
export type Version = {
  readonly number: number
  readonly act: VersionAct
  readonly madeAt: Temporal.Instant
  /** Who did it, as the history calls them; null where it was there before versions were kept. */
  readonly by: string | null
  readonly note: string | null
  readonly content: WrittenProject
}

/** What was done, as the list of versions says it. */
export const actWords: Readonly<Record<VersionAct, string>> = {
  drafted: 'Drafted',
  changed: 'Draft changed',
  published: 'Published',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
}
