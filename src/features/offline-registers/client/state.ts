// What is on this device only and what has been received, in one sentence.
import { element, link } from './drawing.ts'
import type { Kept } from './kept-registers.ts'
import type { Outcome } from './sending.ts'

export const address = '/registers/on-this-device'

export const time = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
export const things = (count: number): string => (count === 1 ? 'One mark is' : `${count} marks are`)

export const whySay = (outcome: Outcome | null): Node | string => {
  if (!outcome || outcome.is === 'received') return ''
  if (outcome.is === 'signed-out')
    return element(
      'span',
      {},
      ' You are signed out: ',
      link(`/sign-in?to=${encodeURIComponent(`${address}${location.hash}`)}`, 'sign in again'),
      ', and everything is sent. Nothing is lost.',
    )
  if (outcome.is === 'no-network') return ' There is no network. It is sent by itself as soon as there is.'
  if (outcome.is === 'not-yours')
    return ' You cannot send them with the account you are signed in with. They stay here: sign in as the lead of the group, or ask the hub.'
  return ` ${outcome.words}`
}

/** How much waits here, and why. */
export const state = (outcome: Outcome | null, waiting: number, kept: Kept | null): HTMLElement =>
  element(
    'div',
    { class: 'govuk-inset-text', id: 'state', 'data-waiting': String(waiting) },
    waiting > 0
      ? element('strong', {}, `${things(waiting)} on this device only.`)
      : `Everything on this device has been received${kept ? `, at ${time(kept.metAt)}` : ''}.`,
    waiting > 0 || outcome?.is === 'signed-out' ? whySay(outcome) : '',
  )

export const drawState = (outcome: Outcome | null, waiting: number, kept: Kept | null): void => {
  document.getElementById('state')?.replaceWith(state(outcome, waiting, kept))
}
