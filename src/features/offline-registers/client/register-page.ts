// One register being taken: what is pressed is kept on the device first, drawn, and then sent.
import { button, element, link, paragraph, say, show, title } from './drawing.ts'
import {
  addWaiting,
  allWaiting,
  type Item,
  type Kept,
  keptRegister,
  type Marking,
  type Person,
  type Waiting,
} from './kept-registers.ts'
import { drawState, state } from './state.ts'
import { beginAnew, lastOutcome, sendAll } from './syncing.ts'
import { isNews, personPart, seenOf, standingOn, type Taking, walkInPart } from './taking.ts'

const made = (kept: Kept) => ({ id: crypto.randomUUID(), at: Date.now(), ...kept.clocks })

const keepItem = async (kept: Kept, item: Item): Promise<void> => {
  await addWaiting(kept.register.session.id, item)
  beginAnew()
  void sendAll()
}

const markItem = (kept: Kept, taking: Pick<Taking, 'waiting'>, person: Person, marking: Marking): Item => ({
  kind: 'mark',
  ...made(kept),
  participantId: person.id,
  mark: marking.mark,
  minutes: marking.minutes,
  substitute: marking.substitute,
  seen: seenOf(taking, person),
})

export const waitingOf = async (session: string): Promise<readonly Waiting[]> =>
  (await allWaiting()).filter((each) => each.session === session)

const takingOf = (kept: Kept, waiting: readonly Waiting[]): Taking => {
  const { session } = kept.register
  const drawWhole = async (): Promise<void> => {
    const now = await keptRegister(session.id)
    const below = document.getElementById('sending')
    if (now && below) await drawRegister(now, below)
  }
  const taking: Taking = {
    kept,
    waiting,
    mark: (person, marking) => {
      void (async () => {
        const now = { waiting: await waitingOf(session.id) }
        if (isNews(now, person, marking)) await keepItem(kept, markItem(kept, now, person, marking))
        await drawPerson(session.id, person.id)
        say(`${person.name}: marked`)
      })()
    },
    add: (name, school) => {
      void keepItem(kept, { kind: 'walk-in', ...made(kept), name, school }).then(drawWhole)
    },
    markRest: () => {
      void (async () => {
        const now = { waiting: await waitingOf(session.id) }
        for (const person of kept.register.people.filter((each) => !standingOn(now, each))) {
          const mark = person.gaveNotice ? 'apologies' : 'present'
          await addWaiting(session.id, markItem(kept, now, person, { mark, minutes: null, substitute: null }))
        }
        beginAnew()
        void sendAll()
        await drawWhole()
      })()
    },
  }
  return taking
}

// Only what was pressed is drawn anew: the rest of the page stays where the thumb is.
export const drawPerson = async (session: string, personId: string, isPressed = true): Promise<void> => {
  const kept = await keptRegister(session)
  const person = kept?.register.people.find(({ id }) => id === personId)
  const old = document.getElementById(`person-${personId}`)
  if (!kept || !person || !old) return
  const waiting = await waitingOf(session)
  // Looked at in the very moment of drawing: what somebody has just opened to type in stays open.
  if (!isPressed && old.querySelector('details[open]')) return
  const pressed = old.contains(document.activeElement) ? document.activeElement?.getAttribute('data-mark') : null
  const fresh = personPart(takingOf(kept, waiting), person)
  old.replaceWith(fresh)
  if (pressed) fresh.querySelector<HTMLElement>(`[data-mark="${pressed}"]`)?.focus({ preventScroll: true })
  drawState(lastOutcome(), waiting.length, kept)
}

// What is to be known before anybody is marked.
const wordsOf = ({ register: { session, over, setAside } }: Kept): readonly (HTMLElement | false)[] => [
  // Kept by an earlier version of this page, it has no such word.
  Boolean(over) && element('div', { class: 'govuk-inset-text', id: 'over' }, over),
  session.against !== null && element('div', { class: 'govuk-inset-text' }, session.against),
  setAside > 0 &&
    paragraph(
      `${setAside === 1 ? 'One mark waits' : `${setAside} marks wait`} to be settled. `,
      link(`/groups/${session.groupId}/sessions/${session.id}/register`, 'See the register'),
    ),
]

/** Draws a register whole; `below` stands under what is said of its sending. */
export const drawRegister = async (kept: Kept, below: HTMLElement): Promise<void> => {
  const { session, people, over } = kept.register
  const waiting = await waitingOf(session.id)
  const taking = takingOf(kept, waiting)
  title(`Register, session ${session.number}`)
  show(
    paragraph(link('#', 'All registers on this device')),
    paragraph(
      element('strong', {}, session.group),
      element('br'),
      [session.when, session.hours, session.where].filter(Boolean).join(', '),
    ),
    ...wordsOf(kept),
    state(lastOutcome(), waiting.length, kept),
    below,
    ...people.map((person) => personPart(taking, person)),
    people.some((person) => !standingOn(taking, person)) &&
      button('Everyone not marked was present', taking.markRest, { class: 'govuk-button app-device__choice' }),
    !over && walkInPart(taking),
  )
}
