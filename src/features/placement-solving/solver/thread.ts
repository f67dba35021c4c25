import { Worker } from 'node:worker_threads'
import type { Outcome, Progress, Task } from './task.ts'

/** The solver gave nothing that can be used; the sentence is for the page. */
export class NoPlacement extends Error {
  override readonly name = 'NoPlacement'
}

/** Somebody called it off while it was being worked out. */
export class CalledOff extends Error {
  override readonly name = 'CalledOff'
}

export type Watching = { readonly onProgress?: (progress: Progress) => void; readonly signal?: AbortSignal }

type Message = { readonly progress: Progress } | { readonly outcome: Outcome }

// To load the solver takes longer than most of what it is asked: a thread that is done waits for the next model.
let resting: Worker | null = null

const start = (): Worker => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.once('exit', () => {
    if (resting === worker) resting = null
  })
  // Whoever has asked hears of it; while nobody has, the end of the thread says enough.
  worker.on('error', () => {})
  return worker
}

const takeThread = (): Worker => {
  const worker = resting ?? start()
  resting = null
  worker.ref()
  return worker
}

/** One thread rests. What a large model took of memory the solver never gives back, so its thread ends. */
const letRest = (worker: Worker, { isLarge }: Task): void => {
  if (resting || isLarge) return void worker.terminate()
  // Whoever only waits must not keep the program from ending.
  worker.unref()
  resting = worker
}

/** Has a model solved away from the thread that answers pages. */
export const inThread = (task: Task, { onProgress, signal }: Watching): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) throw new CalledOff('The placement was called off.')
    const worker = takeThread()
    const leave = () => {
      worker.off('message', hear).off('error', fail).off('exit', stop)
      signal?.removeEventListener('abort', callOff)
    }
    const hear = (message: Message) => {
      if ('progress' in message) return onProgress?.(message.progress)
      leave()
      letRest(worker, task)
      resolve(message.outcome)
    }
    const fail = (error: unknown) => {
      leave()
      reject(error)
    }
    const stop = (code: number) =>
      fail(new NoPlacement(`The solver stopped with ${code}. Ask for the placement again.`))
    const callOff = () => {
      fail(new CalledOff('The placement was called off.'))
      void worker.terminate()
    }
    signal?.addEventListener('abort', callOff, { once: true })
    worker.on('message', hear).on('error', fail).on('exit', stop)
    worker.postMessage(task)
  })
