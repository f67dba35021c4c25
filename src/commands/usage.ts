import { parseArgs } from 'node:util'

/** What was given behind a command's name. */
export type Input = {
  readonly words: readonly string[]
  readonly json: boolean
  /** How the command is called, for saying so. */
  readonly usage: string
  /** Its own options: what was given with each, or true where nothing belongs to it. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

export type Command = {
  readonly name: string
  readonly usage: string
  readonly words: number
  readonly says: string
  /** Options beside `--json`: whether something is given with each. */
  readonly options?: Readonly<Record<string, 'string' | 'boolean'>>
  readonly run: (input: Input) => Promise<number>
}

/** The command was not understood: exit status 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** Finds the command that was meant, with its words. */
export const readCommand = (
  commands: readonly Command[],
  given: readonly string[],
): { command: Command; input: Input } => {
  const { values, positionals } = parsed(commands, given)
  const command = commands
    .filter(({ name }) => name === positionals.slice(0, name.split(' ').length).join(' '))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) throw new WrongUsage(overview(commands))
  const words = positionals.slice(command.name.split(' ').length)
  if (words.length !== command.words) throw new WrongUsage(`Usage: tessellate ${command.usage}`)
  const { json, ...options } = values
  const foreign = Object.keys(options).find((name) => !Object.hasOwn(command.options ?? {}, name))
  if (foreign) throw new WrongUsage(`--${foreign} says nothing here. Usage: tessellate ${command.usage}`)
  return { command, input: { words, json: json === true, usage: command.usage, options } }
}

const parsed = (commands: readonly Command[], given: readonly string[]) => {
  const own = commands.flatMap(({ options = {} }) => Object.entries(options))
  const options = Object.fromEntries([
    ['json', { type: 'boolean' as const }],
    ...own.map(([name, type]) => [name, { type }]),
  ])
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true }) as {
      values: Readonly<Record<string, string | boolean | undefined>>
      positionals: string[]
    }
  } catch (problem) {
    throw new WrongUsage(String((problem as Error).message))
  }
}

const overview = (commands: readonly Command[]): string =>
  ['Usage: tessellate COMMAND', ...commands.map(({ usage, says }) => `  ${usage.padEnd(28)} ${says}`)].join('\n')
