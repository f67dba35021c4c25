import { parentPort, workerData } from 'node:worker_threads'
import { solveModel, type Task } from './highs.ts'

const outcome = await solveModel(workerData as Task, (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ outcome })
