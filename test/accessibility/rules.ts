// What is asked of the markup of every page.
import { HtmlValidate } from 'html-validate'
import { type HTMLElement, parse } from 'node-html-parser'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The design system draws its icons and its classes as it does; these are style, not correctness.
    'no-inline-style': 'off',
    'long-title': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'doctype-style': 'off',
    'valid-id': ['error', { relaxed: true }],
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
})

const markupFaults = async (text: string): Promise<readonly string[]> => {
  const report = await validator.validateString(text)
  return report.results.flatMap(({ messages }) =>
    messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => `${ruleId}: ${message}`),
  )
}

const headingFaults = (page: HTMLElement): readonly string[] => {
  const levels = page.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)))
  const ones = levels.filter((level) => level === 1).length
  const jump = levels.findIndex((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
  return [
    ...(ones === 1 ? [] : [`there are ${ones} first headings`]),
    ...(jump === -1 ? [] : [`heading ${jump + 1} jumps from level ${levels[jump - 1]} to ${levels[jump]}`]),
  ]
}

const titleFaults = (page: HTMLElement): readonly string[] => {
  const title = page.querySelector('title')?.text.trim() ?? ''
  const heading = page.querySelector('h1')?.text.trim().replaceAll(/\s+/g, ' ') ?? ''
  if (title === '') return ['there is no title']
  return title.includes(' – ') || title === heading ? [] : [`the title “${title}” does not say whose page it is`]
}

/** Everything found wrong with the markup of one page. */
export const faultsOf = async (text: string): Promise<readonly string[]> => {
  const page = parse(text)
  return [...(await markupFaults(text)), ...headingFaults(page), ...titleFaults(page)]
}
