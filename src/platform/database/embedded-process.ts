import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export type ProcessState = { readonly name: string; readonly zombie: boolean; readonly startedAt: string }

/** What the kernel knows of a process; null when there is none. A signal 0 would also answer for zombies. */
export const processState = (pid: number): ProcessState | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { name, zombie: fields[0] === 'Z' || fields[0] === 'X', startedAt: fields[19] ?? '' }
  } catch {
    return null
  }
}

export const isRunning = (pid: number): boolean => processState(pid)?.zombie === false

/** A name for a process that no later process with the same number shares. */
export const processMark = (pid: number): string => `${pid} ${processState(pid)?.startedAt ?? ''}`

/** Is this process the PostgreSQL server of that folder? Null when the system does not let us see. */
export const isServerOf = (pid: number, folder: string): boolean | null => {
  const state = processState(pid)
  if (state === null || state.zombie || state.name !== 'postgres') return false
  try {
    // The server changes into its data folder when it starts.
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return null
  }
}

/** The process that the server's own pid file names; null without such a file. */
export const serverPid = (folder: string): number | null => {
  try {
    const pid = Number.parseInt(readFileSync(`${folder}/postmaster.pid`, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** Waits until the process is gone; false when it is still there after that many milliseconds. */
export const isGoneWithin = async (pid: number, milliseconds: number): Promise<boolean> => {
  const started = processMark(pid)
  const deadline = performance.now() + milliseconds
  while (isRunning(pid) && processMark(pid) === started) {
    if (performance.now() > deadline) return false
    await wait(10)
  }
  return true
}
