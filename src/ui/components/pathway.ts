import { type Content, classes, type Html, html, isPresent, nothing, type Options, raw } from '../html.ts'

export type PathwayStage = Options<{
  name: string
  /** Done, where they are now, what comes next, or later. */
  state: 'done' | 'now' | 'next' | 'later'
  note?: Content
  href?: string
}>

export type Pathway = Options<{
  title: string
  stages: readonly PathwayStage[]
}>

const said = { done: 'Completed', now: 'Now', next: 'Next', later: 'Later' }

const width = 200
const height = 56
const step = width + 12

const tile = 'm0 0h192v20a8 8 0 1 1 0 16v20H0V36a8 8 0 1 0 0-16z'
const firstTile = 'm0 0h192v20a8 8 0 1 1 0 16v20H0z'
const lastTile = 'm0 0h200v56H0V36a8 8 0 1 0 0-16z'

const shapeOf = (index: number, count: number): string =>
  index === 0 ? firstTile : index === count - 1 ? lastTile : tile

const piece = (stage: PathwayStage, index: number, count: number): Html =>
  html`<g class="app-pathway__tile app-pathway__tile--${stage.state}" transform="translate(${index * step + 1} 1)"><path d="${shapeOf(index, count)}"/><text x="100" y="34" text-anchor="middle">${stage.name}</text></g>`

const entry = ({ name, state, note, href }: PathwayStage): Html =>
  html`<li class="app-pathway__stage app-pathway__stage--${state}"><span class="app-pathway__name">${
    href ? html`<a class="govuk-link" href="${href}">${name}</a>` : name
  }</span> <span class="app-pathway__state">${said[state]}</span>${
    isPresent(note) && html`<p class="app-pathway__note">${note}</p>`
  }</li>`

/** The stages of a pathway as tiles that fit together, and the same as a list for every reader. */
export const pathway = ({ title, stages }: Pathway): Html => {
  if (stages.length === 0) return nothing
  const box = `0 0 ${stages.length * step} ${height + 2}`
  return html`<div class="${classes('app-pathway')}"><svg class="app-pathway__picture" xmlns="http://www.w3.org/2000/svg" viewBox="${box}" aria-hidden="true" focusable="false">${raw(
    '',
  )}${stages.map((stage, index) => piece(stage, index, stages.length))}</svg><ol class="app-pathway__list" aria-label="${title}">${stages.map(entry)}</ol></div>`
}
