import { type Change, changesBetween } from '../../vocabulary/difference.ts'
import { type Html, html } from '../html.ts'

const said = (words: string): Html => html`<span class="govuk-visually-hidden">${words}</span>`

const changeOf = ({ kind, text }: Change): Html => {
  if (kind === 'added') return html`<ins>${said('[added: ')}${text}${said('] ')}</ins>`
  return kind === 'removed' ? html`<del>${said('[removed: ')}${text}${said('] ')}</del>` : html`${text}`
}

/** What was added to a text and what was removed from it: underlined and struck through, and said to those who listen. */
export const difference = ({ before, after }: { before: string; after: string }): Html =>
  html`<div class="govuk-body app-difference">${changesBetween(before, after).map(changeOf)}</div>`
