import type { Breadcrumb } from '../../../ui/components/breadcrumbs.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Seer } from '../seer.ts'

export type Seers = {
  readonly title: string
  readonly up: readonly Breadcrumb[]
  /** Where what a person can do is told; null where the people are only named. */
  readonly peoplePath: string | null
  readonly besides: readonly string[]
  readonly seers: readonly Seer[]
}

const named = (seer: Seer, peoplePath: string | null): Html =>
  peoplePath === null
    ? html`${seer.name}`
    : html`<a class="govuk-link" href="${peoplePath}/${seer.personId}">${seer.name}</a>`

/** Who sees a record, how much of it, and by which rule. */
export const seersView = (frame: Frame, { title, up, peoplePath, besides, seers }: Seers): Html =>
  layout(
    frame,
    { title: `Who sees this: ${title}`, breadcrumbs: [...up, { text: 'Who sees this' }], unlisted: true, wide: true },
    html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">Who sees this, and why</span>${title}</h1>
<p class="govuk-body">The rules that open the page itself decide who is listed here. Nobody else with a part in the network sees it.</p>
${scrollable(
  'Who sees this',
  table({
    stacks: true,
    caption: `${seers.length} ${seers.length === 1 ? 'person' : 'people'} with a part`,
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'Parts', 'Sees', 'Because'],
    rows: seers.map((seer) => [
      named(seer, peoplePath),
      seer.parts.join(', ') || 'Takes part',
      seer.sees,
      seer.because,
    ]),
  }),
)}
${besides.length > 0 && html`<h2 class="govuk-heading-m">And besides</h2><ul class="govuk-list govuk-list--bullet">${besides.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}`,
  )
