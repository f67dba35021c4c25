import { type ListItem, linksOf, type ProseBlock, type ProseList, proseOf, type Span } from '../vocabulary/prose.ts'
import { type Html, html } from './html.ts'

const word = ({ text, strong, emphasis }: Span): Html => {
  const stressed = strong ? html`<strong>${text}</strong>` : html`${text}`
  return emphasis ? html`<em>${stressed}</em>` : stressed
}

const spans = (all: readonly Span[]): Html =>
  html`${linksOf(all).map(({ href, spans: run }) =>
    href === null ? run.map(word) : html`<a class="govuk-link" href="${href}">${run.map(word)}</a>`,
  )}`

const itemOf = ({ spans: words, under = [] }: ListItem): Html => html`<li>${spans(words)}${under.map(listOf)}</li>`

const listOf = (list: ProseList): Html =>
  list.kind === 'list'
    ? html`<ul class="govuk-list govuk-list--bullet">${list.items.map(itemOf)}</ul>`
    : html`<ol class="govuk-list govuk-list--number"${list.start !== 1 && html` start="${list.start}"`}>${list.items.map(itemOf)}</ol>`

const heading = { 2: 'govuk-heading-m', 3: 'govuk-heading-s', 4: 'govuk-heading-s' } as const
type Level = keyof typeof heading

const headingOf = (level: Level, inside: Html): Html => {
  if (level === 2) return html`<h2 class="${heading[level]}">${inside}</h2>`
  return level === 3
    ? html`<h3 class="${heading[level]}">${inside}</h3>`
    : html`<h4 class="${heading[level]}">${inside}</h4>`
}

const blockOf = (block: ProseBlock, level: Level): Html => {
  if (block.kind === 'heading') return headingOf(level, spans(block.spans))
  return 'items' in block ? listOf(block) : html`<p class="govuk-body">${spans(block.spans)}</p>`
}

/** A text as people write it, from its blocks or from the text itself; its sub-headings stand below a heading of the level above. */
export const prose = (text: string | readonly ProseBlock[], level: Level = 3): Html =>
  html`${(typeof text === 'string' ? proseOf(text) : text).map((block) => blockOf(block, level))}`
