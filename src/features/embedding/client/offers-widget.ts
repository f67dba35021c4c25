// Runs in a hub's own website: draws what the hub offers where the script's line stands. It asks for nothing, keeps nothing, sets no
// style and writes no HTML, so that it works under a policy that allows scripts of this address alone.
type Entry = {
  readonly title: string
  readonly address: string
  readonly summary: string
  readonly facts: readonly string[]
}
type Offered = {
  readonly hub: string
  readonly address: string
  readonly entries: readonly Entry[]
  readonly none: string
}

/** Draws the list after the line that asked for it. */
export const drawOffers = (offered: Offered, script: HTMLOrSVGScriptElement | null): void => {
  if (!(script instanceof HTMLScriptElement)) return
  const made = <Name extends keyof HTMLElementTagNameMap>(name: Name, part: string, text = '') => {
    const element = document.createElement(name)
    element.className = `tessellate-offers__${part}`
    if (text !== '') element.textContent = text
    return element
  }
  const link = (part: string, text: string, address: string) => {
    const anchor = made('a', part, text)
    anchor.href = address
    return anchor
  }
  const asked = Number(script.dataset['headingLevel'] ?? '3')
  const level = (['h2', 'h3', 'h4', 'h5'] as const)[asked - 2] ?? 'h3'
  const entryOf = (entry: Entry) => {
    const item = made('li', 'offer')
    const heading = made(level, 'title')
    heading.append(link('link', entry.title, entry.address))
    item.append(heading, made('p', 'summary', entry.summary), made('p', 'facts', entry.facts.join(' · ')))
    return item
  }
  const whole = document.createElement('div')
  whole.className = 'tessellate-offers'
  whole.lang = 'en-GB'
  const list = made('ul', 'list')
  list.append(...offered.entries.map(entryOf))
  const more = made('p', 'more')
  more.append(link('more-link', `Everything about ${offered.hub}`, offered.address))
  whole.append(offered.entries.length > 0 ? list : made('p', 'none', offered.none), more)
  script.after(whole)
}
