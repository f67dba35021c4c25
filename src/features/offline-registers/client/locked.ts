// What whoever holds the device sees before it is unlocked: no name, no school, no session.
import { count, forgetAll } from './device-data.ts'
import { box, button, complain, element, paragraph, show, title } from './drawing.ts'
import { choosePin, fewestCharacters, hasLock, tryPin } from './lock.ts'

const secret = { type: 'password', class: 'govuk-input govuk-input--width-20', autocomplete: 'off' }

const howMany = (number: number): string =>
  number === 1 ? 'One mark on this device has' : `${number} marks on this device have`

const form = (submit: () => void, ...children: readonly HTMLElement[]): HTMLFormElement => {
  const made = element('form', { novalidate: true }, ...children)
  made.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  return made
}

const drawChoosing = (unlocked: () => void): void => {
  const pin = box('pin', 'Choose a PIN or a passphrase', secret)
  const again = box('pin-again', 'The same again', secret)
  const choose = async (): Promise<void> => {
    if (pin.input.value.length < fewestCharacters)
      return complain(pin.input, `Use ${fewestCharacters} characters or more; a few words are best`)
    if (pin.input.value !== again.input.value) return complain(again.input, 'The two are not the same. Type it again')
    await choosePin(pin.input.value)
    unlocked()
  }
  title('Registers on this device')
  show(
    paragraph(
      'Registers are kept on this device so that nobody reads them without your PIN. It is for this device alone, and nobody can tell it to you again: if you forget it, what was sent is safe, and what was not sent is lost.',
    ),
    form(
      () => void choose(),
      pin.whole,
      again.whole,
      element('button', { type: 'submit', class: 'govuk-button' }, 'Use this PIN on this device'),
    ),
  )
  pin.input.focus()
}

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

const drawForgetting = async (back: () => void): Promise<void> => {
  const waiting = await count('waiting')
  show(
    element('h2', { class: 'govuk-heading-m' }, 'Forget everything on this device?'),
    paragraph(
      waiting === 0
        ? 'Everything that was marked here has been received. You can choose a new PIN and have your registers told to this device again.'
        : `${howMany(waiting)} not been sent. They would be lost for good: unlock the device and send them first, if anybody knows the PIN.`,
    ),
    button('Forget everything', () => void forgetAll().then(back), { class: 'govuk-button govuk-button--warning' }),
    ' ',
    button('Go back', back, { class: 'govuk-button govuk-button--secondary' }),
  )
}

const drawUnlocking = async (unlocked: () => void): Promise<void> => {
  const waiting = await count('waiting')
  const pin = box('pin', 'PIN of this device', secret)
  const unlock = async (): Promise<void> => {
    const tried = await tryPin(pin.input.value)
    if (tried.is === 'open') return unlocked()
    pin.input.value = ''
    complain(
      pin.input,
      tried.is === 'wrong'
        ? 'This is not the PIN of this device. Try again'
        : `Too many wrong PINs. Wait ${inWords(tried.seconds)}, then try again`,
    )
  }
  title('Registers on this device')
  show(
    waiting > 0 && paragraph(element('strong', {}, `${howMany(waiting)} not been sent.`), ' Unlock it to send them.'),
    form(() => void unlock(), pin.whole, element('button', { type: 'submit', class: 'govuk-button' }, 'Unlock')),
    paragraph(
      button('I have forgotten the PIN', () => void drawForgetting(() => void drawLocked(unlocked)), {
        class: 'govuk-button govuk-button--secondary',
      }),
    ),
  )
  pin.input.focus()
}

export const drawLocked = async (unlocked: () => void): Promise<void> =>
  (await hasLock()) ? drawUnlocking(unlocked) : drawChoosing(unlocked)
