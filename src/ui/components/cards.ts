import { type Content, type Html, html, isPresent, type Options } from '../html.ts'

export type Card = Options<{
  title: Content
  href: string
  text?: Content
  /** Small facts below, such as a phase or a date. */
  facts?: readonly Content[]
  tags?: readonly Html[]
  headingLevel?: 2 | 3
}>

const cardOf = ({ title, href, text, facts, tags, headingLevel }: Card): Html => {
  const link = html`<a class="app-card__link" href="${href}">${title}</a>`
  return html`<li class="app-card">${
    headingLevel === 3 ? html`<h3 class="app-card__title">${link}</h3>` : html`<h2 class="app-card__title">${link}</h2>`
  }${isPresent(text) && html`<p class="app-card__text">${text}</p>`}${
    Boolean(facts?.length) && html`<ul class="app-card__facts">${facts?.map((fact) => html`<li>${fact}</li>`)}</ul>`
  }${Boolean(tags?.length) && html`<p class="app-card__tags">${tags?.map((each) => html`${each} `)}</p>`}</li>`
}

/** Things to choose between, each a link with what matters about it. */
export const cards = (all: readonly Card[]): Html => html`<ul class="app-cards">${all.map(cardOf)}</ul>`
