import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Forms that a passkey fills in: what to sign is fetched, the authenticator is asked, and its answer is sent with the form. */
const forms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]')

const say = (form: HTMLFormElement, words: string): void => {
  const place = form.querySelector<HTMLElement>('[data-said]')
  if (!place) return
  place.textContent = words
  place.hidden = words === ''
}

const whatWentWrong = (problem: unknown): string => {
  const name = problem instanceof Error ? problem.name : ''
  if (name === 'InvalidStateError') return 'This device already has a passkey for you here.'
  if (name === 'NotAllowedError' || name === 'AbortError') return 'Nothing was signed. Try again, or use another way.'
  return problem instanceof Error && problem.cause === 'answer'
    ? problem.message
    : 'The passkey could not be used here. Use another way.'
}

const optionsFor = async (form: HTMLFormElement) => {
  const answer = await fetch(form.dataset['options'] ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  if (answer.status === 429) throw new Error('Too many tries. Wait ten minutes, then try again.', { cause: 'answer' })
  if (!answer.ok) throw new Error('This page is too old. Load it again.', { cause: 'answer' })
  return answer.json()
}

const ask = async (form: HTMLFormElement): Promise<void> => {
  const optionsJSON = await optionsFor(form)
  const made =
    form.dataset['passkey'] === 'add'
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON })
  const field = form.elements.namedItem('credential')
  if (field instanceof HTMLInputElement) field.value = JSON.stringify(made)
  form.submit()
}

// A name left out is told by the page that takes the form, as for every other form.
const isMissingName = (form: HTMLFormElement): boolean => {
  const field = form.elements.namedItem('name')
  return field instanceof HTMLInputElement && field.value.trim() === ''
}

for (const form of forms) {
  if (!browserSupportsWebAuthn()) say(form, 'This browser cannot use passkeys. Use another way.')
  form.addEventListener('submit', (event) => {
    if (isMissingName(form)) return
    event.preventDefault()
    say(form, '')
    ask(form).catch((problem: unknown) => say(form, whatWentWrong(problem)))
  })
}
