// Sends by itself: at once, and after a failure again and again with longer and longer pauses.
import { allWaiting, keptRegisters } from './kept-registers.ts'
import { isOpen } from './lock.ts'
import { type Outcome, sendSession } from './sending.ts'

const firstPause = 2_000
const longestPause = 5 * 60_000

let outcome: Outcome | null = null
let tries = 0
let next: ReturnType<typeof setTimeout> | undefined
let sending: Promise<void> | null = null
let shown: () => string | null = () => null
let changed: () => Promise<void> = async () => undefined

/** Says which register is on the page, and what to do when something has come or gone. */
export const syncWith = (page: { shown: () => string | null; changed: () => Promise<void> }): void => {
  shown = page.shown
  changed = page.changed
}

export const lastOutcome = (): Outcome | null => outcome
export const noteOutcome = (came: Outcome): void => {
  outcome = came
}

/** The next try comes soon again: somebody did something, or there is a network. */
export const beginAnew = (): void => {
  tries = 0
}

export const stopSending = (): void => clearTimeout(next)

const pauseThen = (left: number): void => {
  tries = left > 0 ? tries + 1 : 0
  if (left > 0) next = setTimeout(() => void sendAll(), Math.min(longestPause, firstPause * 2 ** (tries - 1)))
}

const sendOnce = async (): Promise<void> => {
  clearTimeout(next)
  const onPage = shown()
  const sessions = new Set([...(await allWaiting()).map(({ session }) => session), ...(onPage ? [onPage] : [])])
  let worst: Outcome | null = null
  for (const { register } of (await keptRegisters()).filter((each) => sessions.has(each.register.session.id))) {
    const came = await sendSession(register.session.id)
    if (came.is !== 'received') worst = came
  }
  outcome = worst
  const left = await allWaiting()
  if (isOpen()) pauseThen(left.length)
}

/** Sends everything that waits; what is made meanwhile is sent after it. */
export const sendAll = async (): Promise<void> => {
  if (sending) {
    await sending.catch(() => undefined)
    if (!isOpen() || (await allWaiting()).length === 0) return
  }
  if (!isOpen()) return
  sending ??= sendOnce().finally(() => {
    sending = null
  })
  await sending.catch(() => undefined)
  if (isOpen()) await changed()
}
