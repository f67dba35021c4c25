import { accessibleAutocomplete } from 'accessible-autocomplete'

/** What an address answers that suggests: what is sent when it is chosen, and two lines to know it by. */
type Suggestion = { readonly value: string; readonly name: string; readonly where: string }

const pause = 150

const escaped = (text: string): string => {
  const span = document.createElement('span')
  span.textContent = text
  return span.innerHTML
}

const drawn = ({ name, where }: Suggestion): string =>
  `${escaped(name)}<span class="suggestion__where">${escaped(where)}</span>`

const isSuggestion = (value: unknown): value is Suggestion =>
  typeof value === 'object' && value !== null && 'value' in value && 'name' in value && 'where' in value

/** Asks once typing rests; an answer that is overtaken by more typing is not shown. */
const sourceOf = (address: string) => {
  let asked = new AbortController()
  let waiting: ReturnType<typeof setTimeout> | undefined
  const ask = async (typed: string, show: (found: readonly Suggestion[]) => void): Promise<void> => {
    try {
      const url = new URL(address, location.href)
      url.searchParams.set('q', typed)
      const answer = await fetch(url, { signal: asked.signal })
      const found: unknown = answer.ok ? await answer.json() : []
      show(Array.isArray(found) ? found.filter(isSuggestion) : [])
    } catch {
      // Without a network the form still sends what was typed.
    }
  }
  return (typed: string, show: (found: readonly Suggestion[]) => void): void => {
    asked.abort()
    asked = new AbortController()
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(typed, show), pause)
  }
}

const quicken = (place: HTMLElement): void => {
  const input = place.querySelector<HTMLInputElement>('input')
  const address = place.dataset['suggestions']
  if (!input?.form || address === undefined) return
  const { form, id, name, value } = input
  const box = document.createElement('div')
  input.replaceWith(box)
  accessibleAutocomplete<Suggestion>({
    element: box,
    id,
    name,
    source: sourceOf(address),
    templates: { inputValue: (suggestion) => suggestion?.name ?? '', suggestion: drawn },
    onConfirm: (suggestion) => {
      const typed = box.querySelector('input')
      if (!suggestion || !typed) return
      // The box shows the name; what names it without doubt is what is sent.
      const exact = document.createElement('input')
      exact.type = 'hidden'
      exact.name = name
      exact.value = suggestion.value
      typed.removeAttribute('name')
      form.append(exact)
      form.submit()
    },
    defaultValue: value,
    minLength: 3,
    confirmOnBlur: false,
    showNoOptionsFound: false,
    inputClasses: 'govuk-input',
    // Below the box it pushes on what follows: laid over the page it would hide the button that sends.
    displayMenu: 'inline',
  })
}

for (const place of document.querySelectorAll<HTMLElement>('[data-suggestions]')) quicken(place)
