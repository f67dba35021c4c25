import { linksOf, type ProseBlock, proseOf, type Span } from '../vocabulary/prose.ts'
import { type Html, html } from './html.ts'

const word = ({ text, strong, emphasis }: Span): Html => {
  const stressed = strong ? html`<strong>${text}</strong>` : html`${text}`
  return emphasis ? html`<em>${stressed}</em>` : stressed
}

const spans = (all: readonly Span[]): Html =>
  html`${linksOf(all).map(({ href, spans: run }) =>
    href === null ? run.map(word) : html`<a class="govuk-link" href="${href}">${run.map(word)}</a>`,
  )}`

const items = (all: readonly (readonly Span[])[]): Html => html`${all.map((item) => html`<li>${spans(item)}</li>`)}`

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
  if (block.kind === 'list') return html`<ul class="govuk-list govuk-list--bullet">${items(block.items)}</ul>`
  if (block.kind === 'numbered')
    return html`<ol class="govuk-list govuk-list--number"${block.start !== 1 && html` start="${block.start}"`}>${items(block.items)}</ol>`
  return html`<p class="govuk-body">${spans(block.spans)}</p>`
}

/** A text as people write it, from its blocks or from the text itself; its sub-headings stand below a heading of the level above. */
export const prose = (text: string | readonly ProseBlock[], level: Level = 3): Html =>
  html`${(typeof text === 'string' ? proseOf(text) : text).map((block) => blockOf(block, level))}`
