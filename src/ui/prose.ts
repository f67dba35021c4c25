import { type ProseBlock, proseOf, type Span } from '../vocabulary/prose.ts'
import { type Html, html } from './html.ts'

const spans = (all: readonly Span[]): Html =>
  html`${all.map((span) => (span.strong ? html`<strong>${span.text}</strong>` : span.text))}`

const blockOf = (block: ProseBlock): Html =>
  block.kind === 'paragraph'
    ? html`<p class="govuk-body">${spans(block.spans)}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${spans(item)}</li>`)}</ul>`

/** Paragraphs, lists and stressed words, from blocks or from the text itself. */
export const prose = (text: string | readonly ProseBlock[]): Html =>
  html`${(typeof text === 'string' ? proseOf(text) : text).map(blockOf)}`
