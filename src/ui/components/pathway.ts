import { type Content, type Html, html, isPresent, nothing, type Options } from '../html.ts'

export type PathwayStage = Options<{
  name: string
  /** Done, where they are now, what comes next, or later. */
  state: 'done' | 'now' | 'next' | 'later'
  /** What is said of the state, where the usual word does not fit. */
  said?: string
  note?: Content
  href?: string
}>

export type Pathway = Options<{
  /** What the stages are stages of. */
  title: string
  stages: readonly PathwayStage[]
}>

const usual = { done: 'Completed', now: 'Now', next: 'Next', later: 'Later' }

const stageOf = ({ name, state, said, note, href }: PathwayStage): Html =>
  html`<li class="app-pathway__stage app-pathway__stage--${state}"${state === 'now' && html` aria-current="step"`}><span class="app-pathway__state">${
    said ?? usual[state]
  }</span> <span class="app-pathway__name">${href ? html`<a class="app-pathway__link" href="${href}">${name}</a>` : name}</span>${
    isPresent(note) && html` <span class="app-pathway__note">${note}</span>`
  }</li>`

/** The stages of a pathway as tiles that fit into each other; without styles it is a plain ordered list. */
export const pathway = ({ title, stages }: Pathway): Html =>
  stages.length === 0 ? nothing : html`<ol class="app-pathway" aria-label="${title}">${stages.map(stageOf)}</ol>`
