import { type Content, type Html, html, isPresent, type Options, raw } from '../html.ts'

export type TimelineItem = Options<{
  title: Content
  /** The moment in words, "17 November 2021 at 9:30am", and for machines. */
  when: string
  datetime: string
  by?: Content
  text?: Content
  headingLevel?: 2 | 3 | 4
}>

const moment = (item: TimelineItem): Html => {
  const heading = raw(`h${item.headingLevel ?? 3}`)
  return html`<li class="app-timeline__item"><${heading} class="app-timeline__title">${item.title}</${heading}><p class="app-timeline__when"><time datetime="${item.datetime}">${item.when}</time>${
    isPresent(item.by) && html` <span class="app-timeline__by">by ${item.by}</span>`
  }</p>${isPresent(item.text) && html`<div class="app-timeline__text">${item.text}</div>`}</li>`
}

/** What has happened, the latest first. */
export const timeline = (items: readonly TimelineItem[]): Html =>
  html`<ol class="app-timeline">${items.map(moment)}</ol>`
