// Sends what waits, again and again until it has been received; each thing has the id that was made with it, and counts once.
import {
  allWaiting,
  type Clocks,
  forgetWaiting,
  type Kept,
  keepRegister,
  keptRegister,
  type Register,
  type Waiting,
} from './kept-registers.ts'

export type Outcome =
  | { readonly is: 'received' }
  | { readonly is: 'no-network' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'not-yours' }
  | { readonly is: 'refused'; readonly words: string }

const mostAtOnce = 100
const longest = 20_000

const addressOf = ({ groupId, id }: { readonly groupId: string; readonly id: string }): string =>
  `/groups/${groupId}/sessions/${id}/register.json`

type Asked = { readonly outcome: Outcome; readonly answer: unknown; readonly clocks: Clocks }

const outcomeOf = async (answer: Response): Promise<Outcome> => {
  if (answer.type === 'opaqueredirect') return { is: 'signed-out' }
  if (answer.ok) return { is: 'received' }
  if (answer.status === 404 || answer.status === 403) return { is: 'not-yours' }
  if (answer.status >= 500 || answer.status === 429) return { is: 'no-network' }
  const told = (await answer.json().catch(() => null)) as { problem?: string } | null
  return { is: 'refused', words: told?.problem ?? 'What is on this device could not be received as it is.' }
}

// Half-way between asking and hearing is taken for the moment at which the other clocks were read.
const clocksOf = (answer: Response, middle: number): Clocks => {
  const [now = middle, machine = middle] = (answer.headers.get('x-clocks') ?? '').split(' ').filter(Boolean).map(Number)
  return { behind: Math.round(now - middle), wrong: Math.round(machine - middle) }
}

const ask = async (address: string, options: RequestInit): Promise<Asked> => {
  const from = Date.now()
  try {
    const answer = await fetch(address, { ...options, redirect: 'manual', signal: AbortSignal.timeout(longest) })
    const clocks = clocksOf(answer, (from + Date.now()) / 2)
    const outcome = await outcomeOf(answer)
    return { outcome, answer: outcome.is === 'received' ? await answer.json() : null, clocks }
  } catch {
    return { outcome: { is: 'no-network' }, answer: null, clocks: { behind: 0, wrong: 0 } }
  }
}

const keep = async (register: Register, clocks: Clocks, beside: readonly string[]): Promise<void> =>
  keepRegister({ register, clocks, metAt: Date.now(), beside })

/** Has a register told to this device, as it stands now. */
export const fetchRegister = async (groupId: string, id: string): Promise<Outcome> => {
  const asked = await ask(addressOf({ groupId, id }), {})
  if (asked.outcome.is === 'received') {
    const register = asked.answer as Register
    await keep(register, asked.clocks, [])
  }
  return asked.outcome
}

const sendSome = async ({ register }: Kept, waiting: readonly Waiting[]): Promise<Outcome> => {
  const sent = { deviceNow: Date.now(), knewOn: register.session.onDate, items: waiting.map(({ item }) => item) }
  const asked = await ask(addressOf(register.session), {
    method: 'POST',
    body: new URLSearchParams({ sent: JSON.stringify(sent) }),
  })
  if (asked.outcome.is !== 'received') return asked.outcome
  const answer = asked.answer as { received: string[]; beside: string[]; register: Register }
  await keep(answer.register, asked.clocks, answer.beside)
  const received = new Set(answer.received)
  await forgetWaiting(waiting.filter(({ item }) => received.has(item.id)).map(({ key }) => key))
  return asked.outcome
}

/** Sends what waits of one session, and has its register told anew where nothing waits. */
export const sendSession = async (session: string): Promise<Outcome> => {
  const kept = await keptRegister(session)
  if (!kept) return { is: 'received' }
  const waiting = (await allWaiting()).filter((each) => each.session === session)
  if (waiting.length === 0) return fetchRegister(kept.register.session.groupId, session)
  for (let from = 0; from < waiting.length; from += mostAtOnce) {
    const outcome = await sendSome(kept, waiting.slice(from, from + mostAtOnce))
    if (outcome.is !== 'received') return outcome
  }
  return { is: 'received' }
}
