// What axe finds wrong with a page in a real browser.
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** The script that a context runs first on each of its pages: to send it to every page anew takes as long as what it does there. */
export const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

declare global {
  var axe: typeof import('axe-core')
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What the colours of words are made of: the elements they stand in, and what style sheets can say of those. Styles of a single
 * element are forbidden by the Content-Security-Policy, so words in the same chain have the same colours on every page.
 */
const chainsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said = new Set(['class', 'type', 'role', 'fill', 'style', 'aria-current'])
    const linkOf = (element: Element) =>
      `${element.tagName} ${[...element.attributes].map(({ name, value }) => (said.has(name) ? `${name}=${value}` : name)).sort()}`
    const chainOf = (element: Element): string =>
      element.parentElement ? `${chainOf(element.parentElement)} > ${linkOf(element)}` : linkOf(element)
    const hasWords = (element: Element) =>
      element.matches('input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    return [...document.querySelectorAll('body *')].map((element) => (hasWords(element) ? chainOf(element) : ''))
  })

const seen = new Set<string>()

/** Which elements have words in colours that no page before had, by their place in the page. */
const inNewColours = async (page: Page): Promise<readonly number[]> => {
  const chains = await chainsOn(page)
  const places = chains.flatMap((chain, at) => (chain !== '' && !seen.has(chain) ? [at] : []))
  for (const chain of chains) seen.add(chain)
  return places
}

/** Every rule on every page; the contrast of colours, which takes longest, where words stand in colours not yet looked at. */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  const places = await inNewColours(page)
  return page.evaluate(
    async ({ tags, newOnes }) => {
      const elements = document.querySelectorAll('body *')
      for (const at of newOnes) elements[at]?.setAttribute('data-new-colours', '')
      globalThis.axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-new-colours]' }] })
      const { violations } = await globalThis.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values: tags },
      })
      const placesOf = (nodes: readonly { target: readonly unknown[] }[]) =>
        nodes.slice(0, 3).map(({ target }) => target.join(' '))
      return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${placesOf(nodes).join(', ')})`)
    },
    { tags: rules, newOnes: places },
  )
}
