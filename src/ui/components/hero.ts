import { type Content, type Html, html, isPresent, type Options } from '../html.ts'
import { tiles } from '../tiles.ts'

export type Hero = Options<{
  title: Content
  text?: Content
  /** What to do first: a search form, a start button. */
  action?: Html
}>

/** The head of a front page: what this is in one sentence, and the first thing to do. */
export const hero = ({ title, text, action }: Hero): Html =>
  html`<div class="app-hero"><div class="app-hero__picture">${tiles(7, 5)}</div><div class="app-hero__content"><h1 class="govuk-heading-xl app-hero__title">${title}</h1>${
    isPresent(text) && html`<p class="app-hero__text">${text}</p>`
  }${action}</div></div>`
