import { parentPort, workerData } from 'node:worker_threads'
import { solveModel } from './highs.ts'
import type { Task } from './task.ts'

const outcome = await solveModel(workerData as Task, (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ outcome })
