import { details } from '../../../ui/components/details.ts'
import { difference } from '../../../ui/components/difference.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { offerPath } from '../../offers/index.ts'
import { awaitsChoice, type SectionStanding, type SectionWritten, type Words } from '../section-standing.ts'

type DriftShown = {
  readonly offerId: string
  readonly slug: string
  readonly hub: { readonly slug: string; readonly name: string }
  readonly project: { readonly id: string; readonly title: string; readonly code: string | null }
  readonly year: AcademicYear
  readonly section: SectionWritten & { readonly standing: SectionStanding }
}

export type Drifts = {
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly by: 'project' | 'hub'
  readonly onlyBehind: boolean
  /** Those of this page, in the order of what they are listed by. */
  readonly drifts: readonly DriftShown[]
  readonly behind: number
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** What a text of a hub is listed under. */
export const groupOf = ({ hub, project }: Pick<DriftShown, 'hub' | 'project'>, by: Drifts['by']): string =>
  by === 'hub' ? hub.name : project.title

const addressOf = ({ year, by, onlyBehind }: Pick<Drifts, 'year' | 'by' | 'onlyBehind'>): string =>
  `/network/drift?year=${yearSlug(year)}&by=${by}${onlyBehind ? '&state=behind' : ''}`

const choice = (text: string, href: string, isCurrent: boolean): Html =>
  isCurrent ? html`<strong>${text}</strong> ` : html`<a class="govuk-link" href="${href}">${text}</a> `

const filters = (asked: Drifts): Html => {
  const { years, year, by, onlyBehind } = asked
  return html`<p class="govuk-body">Year: ${years.map((each) => choice(yearLabel(each), addressOf({ ...asked, year: each }), each === year))}<br>
Listed by: ${choice('project', addressOf({ ...asked, by: 'project' }), by === 'project')}${choice('hub', addressOf({ ...asked, by: 'hub' }), by === 'hub')}<br>
Show: ${choice('all own texts', addressOf({ ...asked, onlyBehind: false }), !onlyBehind)}${choice('those behind a correction', addressOf({ ...asked, onlyBehind: true }), onlyBehind)}</p>`
}

const whole = (words: Words | null): string => (words ? `${words.heading}\n\n${words.body}` : '')

const tag = (standing: SectionStanding): Html => {
  if (standing === 'left_out') return statusTag('Left out', 'over')
  return awaitsChoice(standing) ? statusTag('Behind a correction', 'attention') : statusTag('Own text', 'new')
}

const oneOf = ({ section, hub, project, ...offer }: DriftShown, by: Drifts['by']): Html => {
  const heading = (section.national ?? section.own)?.heading ?? section.key
  const other = by === 'project' ? hub.name : project.title
  return html`<h3 class="govuk-heading-s"><a class="govuk-link" href="${offerPath({ ...offer, hub })}">${other}</a>: ${heading} ${tag(section.standing)}</h3>
${section.national === null && html`<p class="govuk-body">The national text has this section no more.</p>`}
${
  section.isLeftOut
    ? html`<p class="govuk-body">The offer does not show this section.</p>`
    : details({
        summaryText: html`From the national text to the hub’s<span class="govuk-visually-hidden">: ${heading}, ${other}</span>`,
        text: difference({ before: whole(section.national), after: whole(section.own) }),
      })
}`
}

/** For the national team: where hubs have drifted from the national text. */
export const driftView = (frame: Frame, asked: Drifts): Html => {
  const { year, by, drifts, behind, total, pageSize } = asked
  const groups = [...Map.groupBy(drifts, (drift) => groupOf(drift, by))]
  const title = 'Own texts of hubs'
  return layout(
    frame,
    {
      title: `${title}, ${yearInWords(year)}`,
      breadcrumbs: [{ text: 'Network', href: '/network' }, { text: title }],
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">${title}, ${yearInWords(year)}</h1>
<p class="govuk-body">Where a published offer says in a hub’s words what the national text says, or leaves out what it may. A correction of yours flows into every offer by itself but into these: there the hub is asked to choose. ${behind === 0 ? 'None is behind a correction.' : `${behind} ${behind === 1 ? 'is' : 'are'} behind a correction.`}</p>
${filters(asked)}
${
  groups.length === 0
    ? emptyState({ title: 'No own texts here', text: 'Every published offer shows the national text of this year.' })
    : groups.map(([name, all]) => html`<h2 class="govuk-heading-m">${name}</h2>${all.map((drift) => oneOf(drift, by))}`)
}${
  total > pageSize &&
  pager({
    page: asked.page,
    pageSize,
    total,
    noun: 'texts',
    href: (page) => `${addressOf(asked)}${page > 1 ? `&page=${page}` : ''}`,
  })
}`,
  )
}
