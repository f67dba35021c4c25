import { Worker } from 'node:worker_threads'
import { CannotRead, mostBytes, type Sheet } from './sheet.ts'

export { writeCsv } from './csv.ts'
export { CannotRead, mostBytes, type Sheet } from './sheet.ts'

const mostMilliseconds = 30_000
const tooMuch = 'The file takes too long or too much memory to read: split it, or save it as CSV'

type Said = { readonly sheet: Sheet } | { readonly refusal: string }

/** Reads a CSV file or a sheet of an Excel workbook (the one named, or the fullest) by its content, away from the thread that answers pages, within bounds of time and memory. */
export const readSpreadsheet = (bytes: Uint8Array, name = ''): Promise<Sheet> => {
  if (bytes.length > mostBytes)
    return Promise.reject(
      new CannotRead(`The file is larger than ${mostBytes / 1_000_000} MB: split it into smaller files`),
    )
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes: Uint8Array.from(bytes), name },
      resourceLimits: { maxOldGenerationSizeMb: 700 },
    })
    const settle = (work: () => void) => {
      clearTimeout(bound)
      work()
    }
    const bound = setTimeout(() => {
      worker.terminate().catch(() => {})
      reject(new CannotRead(tooMuch))
    }, mostMilliseconds)
    worker.once('message', (said: Said) =>
      settle(() => ('sheet' in said ? resolve(said.sheet) : reject(new CannotRead(said.refusal)))),
    )
    worker.once('error', (problem: { code?: string }) =>
      settle(() => reject(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new CannotRead(tooMuch) : problem)),
    )
    worker.once('exit', () => settle(() => reject(new CannotRead(tooMuch))))
  })
}
