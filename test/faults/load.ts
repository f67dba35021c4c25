// People asking without end, each with an address of their own: everything acknowledged must be kept and lead to one mail.
import { setTimeout as wait } from 'node:timers/promises'
import type { Request } from 'autocannon'

export type Load = { readonly acknowledged: readonly string[]; readonly stop: () => Promise<void> }

let serial = 0
const newAddress = (): string => {
  serial += 1
  return `person-${serial}@faults.example`
}

/** Whether what was sent was acknowledged; an answer that never came is none. */
const isAcknowledged = async (address: string, body: URLSearchParams): Promise<boolean> => {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      // Each asker from a place of its own, so that none is held up for the others.
      headers: { 'x-forwarded-for': `10.0.${Math.floor(serial / 250) % 250}.${serial % 250}` },
      body,
      signal: AbortSignal.timeout(10_000),
    })
    await answer.text()
    return answer.status === 303
  } catch {
    return false
  }
}

/** Sends one request; gives the address it was sent for when it was acknowledged, null when it was not. */
export type Ask = (url: string) => Promise<string | null>

export const askToSignIn = async (url: string, address = newAddress()): Promise<string | null> => {
  const isTaken = await isAcknowledged(`${url}/sign-in`, new URLSearchParams({ email: address }))
  return isTaken ? address : null
}

/** Expressions of interest as they come on the day a year opens, each from somebody else. */
export const askToJoin =
  (next: () => Request): Ask =>
  async (url) => {
    serial += 1
    const { path = '', body } = next()
    const form = new URLSearchParams(String(body))
    const isTaken = await isAcknowledged(`${url}${path}`, form)
    return isTaken ? form.get('email') : null
  }

export const startLoad = (url: string, send: Ask = askToSignIn, askers = 6): Load => {
  const acknowledged: string[] = []
  let stopped = false
  const ask = async (): Promise<void> => {
    while (!stopped) {
      const address = await send(url)
      if (address) acknowledged.push(address)
      await wait(address ? 5 : 50)
    }
  }
  const asking = Array.from({ length: askers }, ask)
  return {
    acknowledged,
    stop: async () => {
      stopped = true
      await Promise.all(asking)
    },
  }
}
