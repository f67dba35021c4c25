// Elements of the page, made without markup, so that nothing that was typed or told is ever read as markup.
type Child = Node | string | null | false | undefined
type Given = Readonly<Record<string, string | boolean | (() => void) | undefined>>

/** An element with its attributes and what stands in it; `click` is what happens at a press. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value === true) made.setAttribute(key, '')
    else if (typeof value === 'string') made.setAttribute(key, value)
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)))
  return made
}

export const paragraph = (...children: readonly Child[]): HTMLParagraphElement =>
  element('p', { class: 'govuk-body' }, ...children)

export const link = (href: string, text: string): HTMLAnchorElement => element('a', { class: 'govuk-link', href }, text)

export const button = (text: string, click: () => void, more: Given = {}): HTMLButtonElement =>
  element('button', { type: 'button', class: 'govuk-button', ...more, click }, text)

/** A text box with its label, and the error that is said of it. */
export const box = (id: string, label: string, more: Given = {}): { whole: HTMLElement; input: HTMLInputElement } => {
  const input = element('input', { class: 'govuk-input', id, name: id, autocomplete: 'off', ...more })
  const whole = element(
    'div',
    { class: 'govuk-form-group' },
    element('label', { class: 'govuk-label', for: id }, label),
    input,
  )
  return { whole, input }
}

/** Says what is wrong with a box, in words that stand before it, and puts the typing there. */
export const complain = (input: HTMLInputElement, words: string): void => {
  const id = `${input.id}-error`
  document.getElementById(id)?.remove()
  const said = element(
    'p',
    { class: 'govuk-error-message', id },
    element('span', { class: 'govuk-visually-hidden' }, 'Error: '),
    words,
  )
  input.before(said)
  input.parentElement?.classList.add('govuk-form-group--error')
  input.setAttribute('aria-describedby', id)
  input.setAttribute('aria-invalid', 'true')
  input.focus()
}

export const show = (...children: readonly Child[]): void => {
  const place = document.getElementById('device')
  place?.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)))
}

/** Told to whoever does not see the page. */
export const say = (words: string): void => {
  const place = document.getElementById('device-said')
  if (place) place.textContent = words
}

export const title = (words: string): void => {
  const heading = document.getElementById('device-title')
  if (heading) heading.textContent = words
}
