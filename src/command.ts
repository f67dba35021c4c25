// The command line. Each command prints lines for people, `--json` for programs; 0 done, 1 refused, 2 wrong usage.
import { commands } from './commands/index.ts'
import { readCommand, WrongUsage } from './commands/usage.ts'

// Whoever reads may stop reading (`… | head`): the work goes on, and its exit status stays its own.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
})

try {
  const { command, input } = readCommand(commands, process.argv.slice(2))
  process.exitCode = await command.run(input)
} catch (problem) {
  if (!(problem instanceof WrongUsage)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 2
}
