import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Route } from '../../src/platform/http/routes.ts'

const byAccess = (routes: readonly Route[]): string => {
  const sentences = Map.groupBy(routes, (route) => route.access.sentence)
  return [...sentences.keys()]
    .sort()
    .map((sentence) => {
      const addresses = (sentences.get(sentence) ?? []).map(
        ({ method, path }) => `${method === 'GET' ? '' : `${method} `}${path}`,
      )
      const list = [...new Set(addresses)].sort().map((address) => `\`${address}\``)
      return `### Open to ${sentence}\n\n${list.join(' · ')}`
    })
    .join('\n\n')
}

const question = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:const|function) ((?:may|is|has|leads)[A-Z]\w*)/g

const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const policyOf = (file: string): string | null => {
  const found = [...readFileSync(file, 'utf8').matchAll(question)]
  if (found.length === 0) return null
  const feature = basename(dirname(file))
  const lines = found.map(([, comment = '', name = '']) => {
    const sentence = comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim()
    return `- **${words(name)}** — ${sentence}`
  })
  return `### ${feature[0]?.toUpperCase()}${feature.slice(1)}\n\n${lines.join('\n')}`
}

/** Who may open what, and who may do what, in the sentences of the code that decides it. */
export const rolesPage = (routes: readonly Route[], root: string): string => {
  const policies = globSync('src/features/*/policy.ts', { cwd: root }).sort()
  return [
    '# Roles and permissions',
    'Nothing is allowed that is not listed here. Three gates stand one behind the other: the door (who may open an address), the sight (which records a query finds for a person: what is not theirs is not there), and the act (who may do it, decided again in the transaction that does it).',
    '## The door: who may open an address',
    byAccess(routes),
    '## The act: who may do it',
    ...policies.map((file) => policyOf(join(root, file))).filter((part) => part !== null),
  ].join('\n\n')
}
