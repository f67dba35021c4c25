import type { ModelWords } from '../projects/index.ts'

/** The words of a model that a year can have of its own, in the order in which they are asked. */
export const termNames = ['model', 'models', 'group', 'groups', 'lead', 'leads', 'session', 'sessions'] as const

/** The words as one text: who changes them meanwhile is noticed by it. */
export const markOfTerms = (words: ModelWords): string => termNames.map((name) => words[name]).join('\n')
