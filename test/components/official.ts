import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Html, raw } from '../../src/ui/html.ts'

export type Fixture = { readonly name: string; readonly options: Record<string, unknown>; readonly html: string }

/** The fixtures that govuk-frontend ships for a component: options, and the markup they must give. */
export const fixturesOf = (component: string): readonly Fixture[] => {
  const path = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const trusted = (value: unknown): Html => raw(String(value).trim())

/** Where the macros have two names for words, one trusted and one not, our components have one that takes either. */
const renamed = ([name, value]: [string, unknown], all: Record<string, unknown>): [string, unknown][] => {
  if (name === 'html') return isGiven(value) ? [['text', trusted(value)]] : []
  if (name.endsWith('Html')) return isGiven(value) ? [[name.replace(/Html$/, 'Text'), trusted(value)]] : []
  if (name === 'text' && isGiven(all['html'])) return []
  if (name.endsWith('Text') && isGiven(all[name.replace(/Text$/, 'Html')])) return []
  return [[name, adapted(value)]]
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== ''

/** Official options in the form our components take them. */
export const adapted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(adapted)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap((entry) => renamed(entry, value)))
}
