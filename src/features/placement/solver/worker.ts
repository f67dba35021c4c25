import { parentPort, workerData } from 'node:worker_threads'
import { solveModel, type Task } from './highs.ts'

parentPort?.postMessage(await solveModel(workerData as Task))
