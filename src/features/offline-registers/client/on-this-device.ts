// The page of registers that are kept on a device: locked, a list of them, or one of them being taken.
import { button, element, link, paragraph, say, show, title } from './drawing.ts'
import { allWaiting, forgetRegister, type Kept, keptRegister, keptRegisters } from './kept-registers.ts'
import { close, isOpen } from './lock.ts'
import { drawLocked } from './locked.ts'
import { drawPerson, drawRegister, waitingOf } from './register-page.ts'
import { fetchRegister, type Outcome } from './sending.ts'
import { address, drawState, state, things, time, whySay } from './state.ts'
import { beginAnew, lastOutcome, noteOutcome, sendAll, stopSending, syncWith } from './syncing.ts'

const idleFor = 5 * 60_000
const hiddenFor = 60_000
const keptFor = 14 * 86_400_000

let idle: ReturnType<typeof setTimeout> | undefined
let hiddenAt: number | null = null

const named = (): { group: string; session: string } | null => {
  const [, group, session] = /^#([0-9a-f-]{36})\/([0-9a-f-]{36})$/.exec(location.hash) ?? []
  return group && session ? { group, session } : null
}

const sendingParts = (): HTMLElement =>
  element(
    'div',
    { class: 'app-device__choices', id: 'sending' },
    button('Send now', () => {
      beginAnew()
      void sendAll()
    }),
    button('Lock this device', lock, { class: 'govuk-button govuk-button--secondary' }),
  )

const drawList = async (): Promise<void> => {
  const [registers, waiting] = [await keptRegisters(), await allWaiting()]
  title('Registers on this device')
  const line = ({ register: { session }, metAt }: Kept): HTMLElement => {
    const here = waiting.filter((each) => each.session === session.id).length
    return element(
      'li',
      {},
      link(`#${session.groupId}/${session.id}`, `${session.group}, session ${session.number}`),
      `${session.when ? ` ${session.when}` : ''} – ${here > 0 ? `${things(here)} on this device only` : `received at ${time(metAt)}`}`,
    )
  }
  show(
    state(lastOutcome(), waiting.length, null),
    registers.length > 0
      ? element('ul', { class: 'govuk-list app-device__list' }, ...registers.map(line))
      : paragraph(
          'No register is kept on this device yet. Open the register of a session while there is a network, and choose “Take it on this device”.',
        ),
    sendingParts(),
  )
}

const wordsFor = (failed: Outcome): string =>
  failed.is === 'no-network'
    ? 'This register is not on this device yet, and there is no network. Open it here once while there is one.'
    : 'This register cannot be told to this device with the account you are signed in with.'

const drawNamed = async (which: { group: string; session: string }): Promise<void> => {
  const kept = await keptRegister(which.session)
  if (kept) return drawRegister(kept, sendingParts())
  const told = await fetchRegister(which.group, which.session)
  const fresh = told.is === 'received' ? await keptRegister(which.session) : null
  if (fresh) return drawRegister(fresh, sendingParts())
  noteOutcome(told)
  show(
    paragraph(
      told.is === 'signed-out' ? 'This register is not on this device yet.' : wordsFor(told),
      told.is === 'signed-out' ? whySay(told) : '',
    ),
    paragraph(link('#', 'All registers on this device')),
  )
}

const draw = async (): Promise<void> => {
  if (!isOpen()) return drawLocked(unlocked)
  const which = named()
  await (which ? drawNamed(which) : drawList())
}

// Whoever types or reads further down is not disturbed: what came in is drawn part by part.
const drawAgain = async (): Promise<void> => {
  const which = named()
  if (!isOpen() || !which) return draw()
  const kept = await keptRegister(which.session)
  const waiting = await waitingOf(which.session)
  if (kept?.register.over && document.querySelector('.app-device__person')) {
    say('')
    return draw()
  }
  drawState(lastOutcome(), waiting.length, kept)
  for (const person of kept?.register.people ?? []) {
    const part = document.getElementById(`person-${person.id}`)
    if (!part) return draw()
    await drawPerson(which.session, person.id, false)
  }
}

// What is long over and has been received is not left lying about.
const tidy = async (): Promise<void> => {
  const waiting = new Set((await allWaiting()).map(({ session }) => session))
  for (const { register, metAt } of await keptRegisters())
    if (!waiting.has(register.session.id) && Date.now() - metAt > keptFor) await forgetRegister(register.session.id)
}

const unlocked = (): void => {
  beginAnew()
  void (async () => {
    await tidy()
    await draw()
    await sendAll()
  })()
  watch()
}

function lock(): void {
  stopSending()
  clearTimeout(idle)
  close()
  void draw()
}

// Left lying, the device locks itself.
const watch = (): void => {
  clearTimeout(idle)
  if (isOpen()) idle = setTimeout(lock, idleFor)
}

for (const kind of ['pointerdown', 'keydown'] as const) document.addEventListener(kind, watch)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hiddenAt = Date.now()
  else if (hiddenAt !== null && Date.now() - hiddenAt > hiddenFor && isOpen()) lock()
  else if (isOpen()) void sendAll()
})
addEventListener('online', () => {
  beginAnew()
  if (isOpen()) void sendAll()
})
addEventListener('hashchange', () => void draw().then(() => (isOpen() ? sendAll() : undefined)))

syncWith({ shown: () => named()?.session ?? null, changed: drawAgain })

const begin = async (): Promise<void> => {
  if (!('indexedDB' in globalThis) || !globalThis.crypto?.subtle) {
    show(
      paragraph(
        'This browser cannot keep registers safely on the device. Take the register on the page of its session instead.',
      ),
    )
    return
  }
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register(`${address}/service-worker.js`, { scope: address }).catch(() => undefined)
  // Asks that the browser does not clear what waits here when room grows scarce.
  void navigator.storage?.persist?.().catch(() => false)
  await draw()
}

void begin()
