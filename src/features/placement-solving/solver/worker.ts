import { parentPort } from 'node:worker_threads'
import { solveModel } from './highs.ts'
import type { Task } from './task.ts'

const answer = async (task: Task): Promise<void> => {
  const outcome = await solveModel(task, (progress) => parentPort?.postMessage({ progress }))
  parentPort?.postMessage({ outcome })
}

// What fails ends the thread, and whoever waits for it hears of that.
parentPort?.on('message', (task: Task) => void answer(task))
