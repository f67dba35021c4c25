import { fork } from 'node:child_process'
import { CannotRead, mostBytes, type Sheet } from './sheet.ts'

export { writeCsv } from './csv.ts'
export { CannotRead, mostBytes, type Sheet } from './sheet.ts'

const mostMilliseconds = 30_000
const mostMegabytes = 700
const tooMuch = 'The file takes too long or too much memory to read: split it, or save it as CSV'

type Said = { readonly sheet: Sheet } | { readonly refusal: string }

// A process of its own: a thread that asks for more memory than there is takes all threads beside it along.
const begin = () =>
  fork(new URL('./worker.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${mostMegabytes}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** Reads a CSV file or a sheet of an Excel workbook (the one named, or the fullest) by its content, away from the process that answers pages, within bounds of time and memory. */
export const readSpreadsheet = (bytes: Uint8Array, name = ''): Promise<Sheet> => {
  if (bytes.length > mostBytes)
    return Promise.reject(
      new CannotRead(`The file is larger than ${mostBytes / 1_000_000} MB: split it into smaller files`),
    )
  return new Promise((resolve, reject) => {
    const reader = begin()
    const settle = (work: () => void) => {
      clearTimeout(bound)
      work()
    }
    const bound = setTimeout(() => {
      reader.kill('SIGKILL')
      reject(new CannotRead(tooMuch))
    }, mostMilliseconds)
    reader.once('message', (said: Said) =>
      settle(() => ('sheet' in said ? resolve(said.sheet) : reject(new CannotRead(said.refusal)))),
    )
    reader.once('error', (problem) => settle(() => reject(problem)))
    reader.once('exit', () => settle(() => reject(new CannotRead(tooMuch))))
    // Whoever has ended meanwhile says so by its exit.
    reader.send({ bytes: Uint8Array.from(bytes), name }, () => {})
  })
}
