import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read.ts'
import { CannotRead } from './sheet.ts'

try {
  const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
  const sheet = await readBytes(bytes, name)
  parentPort?.postMessage({ sheet })
} catch (problem) {
  if (!(problem instanceof CannotRead)) throw problem
  parentPort?.postMessage({ refusal: problem.message })
}
