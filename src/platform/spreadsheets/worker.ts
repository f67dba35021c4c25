import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read.ts'
import { CannotRead } from './sheet.ts'

try {
  const sheet = await readBytes(workerData as Uint8Array)
  parentPort?.postMessage({ sheet })
} catch (problem) {
  if (!(problem instanceof CannotRead)) throw problem
  parentPort?.postMessage({ refusal: problem.message })
}
