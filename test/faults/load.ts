// People asking to sign in without end, each with an address of their own: every request acknowledged must lead to one mail.
import { setTimeout as wait } from 'node:timers/promises'

export type Load = { readonly acknowledged: readonly string[]; readonly stop: () => Promise<void> }

let serial = 0
const newAddress = (): string => {
  serial += 1
  return `person-${serial}@faults.example`
}

/** Sends one request; gives its address when it was acknowledged, null when it was not. */
export const askToSignIn = async (url: string, address = newAddress()): Promise<string | null> => {
  try {
    const answer = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      // Each asker from a place of its own, so that none is held up for the others.
      headers: { 'x-forwarded-for': `10.0.${Math.floor(serial / 250) % 250}.${serial % 250}` },
      body: new URLSearchParams({ email: address }),
      signal: AbortSignal.timeout(10_000),
    })
    await answer.text()
    return answer.status === 303 ? address : null
  } catch {
    return null
  }
}

export const startLoad = (url: string, askers = 6): Load => {
  const acknowledged: string[] = []
  let stopped = false
  const ask = async (): Promise<void> => {
    while (!stopped) {
      const address = await askToSignIn(url)
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
