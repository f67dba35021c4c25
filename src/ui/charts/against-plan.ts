import { type Html, html } from '../html.ts'

export type AgainstPlan = { readonly planned: number | null; readonly held: number; readonly offered: number }

const shareOf = (value: number, longest: number): number =>
  longest === 0 ? 0 : Math.round((Math.min(value, longest) / longest) * 10000) / 100

/** The longest of several bars, which sets the scale for all. */
export const longestOf = (bars: readonly AgainstPlan[]): number =>
  Math.max(1, ...bars.map(({ planned, held, offered }) => Math.max(planned ?? 0, held + offered)))

/** A bar of what is held, and behind it what is offered, under a frame as long as the plan: told apart without colour. */
export const againstPlanBar = (title: string, { planned, held, offered }: AgainstPlan, longest: number): Html => {
  const [heldWidth, offeredWidth] = [shareOf(held, longest), shareOf(held + offered, longest) - shareOf(held, longest)]
  return html`<svg class="app-bar" role="img" aria-label="${title}" viewBox="0 0 100 12" preserveAspectRatio="none" width="100%" height="22"><title>${title}</title><rect x="0" y="0" width="100" height="12" fill="#f3f8f8"/><rect x="0" y="2.5" width="${heldWidth}" height="7" fill="#0d6470"/><rect x="${heldWidth}" y="2.5" width="${offeredWidth}" height="7" fill="#a9cfd3"/>${
    planned !== null &&
    html`<rect x="0" y="0.5" width="${shareOf(planned, longest)}" height="11" fill="none" stroke="#16242c" stroke-width="1.5" vector-effect="non-scaling-stroke"/>`
  }</svg>`
}

/** What the parts of such bars mean. */
export const againstPlanKey = (): Html => {
  const square = (inside: Html) =>
    html`<svg class="app-bar-key" aria-hidden="true" width="14" height="14" viewBox="0 0 14 14">${inside}</svg>`
  return html`<p class="govuk-body-s">${square(html`<rect x="1" y="1" width="12" height="12" fill="none" stroke="#16242c" stroke-width="2"/>`)} planned &nbsp; ${square(html`<rect x="0" y="2" width="14" height="10" fill="#0d6470"/>`)} held &nbsp; ${square(html`<rect x="0" y="2" width="14" height="10" fill="#a9cfd3"/>`)} offered, not answered yet</p>`
}
