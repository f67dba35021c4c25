// The boundaries between rooms: run, it says where they are not kept, and fails when a file was passed over.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'

export const root = join(import.meta.dirname, '../..')

type Rules = { forbidden: []; required: []; options: { enhancedResolveOptions: object } }

/** What the rules of `dependency-cruiser.config.mjs` make of the program in a folder. */
export const cruised = async (baseDir: string): Promise<ICruiseResult> => {
  const file = new URL('../../dependency-cruiser.config.mjs', import.meta.url)
  const { default: rules }: { default: Rules } = await import(file.href)
  const { forbidden, required, options } = rules
  const validated = { ...options, baseDir, validate: true, ruleSet: { forbidden, required } }
  const { output } = await cruise(['src'], validated, options.enhancedResolveOptions)
  if (typeof output === 'string') throw new Error(output)
  return output
}

/** With a version of the type checker that it cannot read, the tool looks at nothing and finds nothing wrong. */
const passedOver = ({ modules }: ICruiseResult): readonly string[] => {
  const looked = new Set(modules.map(({ source }) => source))
  const missed = globSync('src/**/*.ts', { cwd: root }).filter((name) => !looked.has(name))
  if (missed.length > 0) return missed.map((name) => `${name} was not looked at`)
  return modules.some(({ dependencies }) => dependencies.length > 0) ? [] : ['no import was read']
}

if (import.meta.main) {
  const result = await cruised(root)
  const broken = result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)
  const faults = [...broken, ...passedOver(result)]
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
