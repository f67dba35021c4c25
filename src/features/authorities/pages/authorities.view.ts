import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { isSchoolPhase, schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { type Hub, statusOf } from '../../organisations/index.ts'
import type { AuthorityInFull, AuthorityInShort, SchoolThere } from '../authority.ts'

const picture = { text: 'National picture', href: '/network' }
const list = { text: 'Local authorities', href: '/network/authorities' }

const counted = (count: number, one: string, more: string): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`

const authoritiesTable = (words: string, authorities: readonly AuthorityInShort[]): Html =>
  table({
    caption: words
      ? `${counted(authorities.length, 'authority is', 'authorities are')} like “${words}”`
      : counted(authorities.length, 'authority', 'authorities'),
    captionClasses: 'govuk-table__caption--m',
    head: [
      'Name',
      'Code',
      'Region',
      { text: 'Open schools', format: 'numeric' },
      { text: 'Hubs that serve it', format: 'numeric' },
    ],
    rows: authorities.map(({ code, name, region, open, hubs }) => [
      html`<a class="govuk-link" href="/network/authorities/${code}">${name}</a>`,
      code,
      region ?? 'Not known',
      { text: formatCount(open), format: 'numeric' as const },
      { text: hubs === 0 ? 'None' : String(hubs), format: 'numeric' as const },
    ]),
    stacks: true,
  })

/** Every local authority, or those that are looked for. */
export const authoritiesView = (
  frame: Frame,
  { words, authorities }: { readonly words: string; readonly authorities: readonly AuthorityInShort[] },
): Html =>
  layout(
    frame,
    { title: 'Local authorities', breadcrumbs: [picture, { text: list.text }], wide: true },
    html`${actionBar({ title: 'Local authorities', text: 'As the schools register names them, with their schools and the hubs that serve them.' })}
<form method="get" action="/network/authorities">${textField(formFrom({ q: words }), { name: 'q', label: 'Name, code or region', width: 20 })}${button({ text: 'Find' })}</form>
${
  authorities.length > 0
    ? authoritiesTable(words, authorities)
    : emptyState({
        title: words ? `No authority is like “${words}”` : 'No authority is known yet',
        text: words ? 'Try a part of its name.' : 'They come with the schools register.',
      })
}`,
  )

const hubLinks = (hubs: readonly Hub[]): Html =>
  html`${hubs.map(({ slug, name }) => html`<div><a class="govuk-link" href="/hubs/${slug}">${name}</a></div>`)}`

const phaseOf = (phase: string | null): string =>
  phase !== null && isSchoolPhase(phase) ? schoolPhaseLabels[phase] : 'Phase not known'

type Shown = {
  readonly authority: AuthorityInFull
  readonly hubs: readonly Hub[]
  readonly neighbours: readonly Hub[]
  readonly schools: readonly SchoolThere[]
  readonly page: number
  readonly pageSize: number
}

const about = ({ authority, hubs, neighbours }: Shown): Html => {
  const { code, region, phases, closed, trusts } = authority
  const nobody = html`No hub serves it.${neighbours.length > 0 && html` In its region: ${hubLinks(neighbours)}`}`
  const rows = [
    { key: 'Code', value: code },
    { key: 'Region', value: region ?? 'Not known' },
    { key: 'Hubs that serve it', value: hubs.length > 0 ? hubLinks(hubs) : nobody },
    {
      key: 'Open schools',
      value:
        phases.length > 0
          ? html`${phases.map(({ phase, schools }) => html`<div>${phaseOf(phase)}: ${formatCount(schools)}</div>`)}`
          : 'None known',
    },
    { key: 'Closed schools', value: formatCount(closed) },
    {
      key: 'Trusts with schools here',
      value:
        trusts.length > 0
          ? html`${trusts.map(({ id, name, schools }) => html`<div><a class="govuk-link" href="/network/organisations/${id}">${name}</a>, ${counted(schools, 'school', 'schools')}</div>`)}`
          : 'None known',
    },
  ]
  return summaryList({ rows })
}

/** One local authority: who serves it, and what lies in it. */
export const authorityView = (frame: Frame, shown: Shown): Html => {
  const { authority, schools, page, pageSize } = shown
  const total = authority.phases.reduce((sum, each) => sum + each.schools, 0) + authority.closed
  return layout(
    frame,
    { title: authority.name, breadcrumbs: [picture, list, { text: authority.name }], wide: true },
    html`${actionBar({ title: authority.name, caption: 'Local authority' })}${about(shown)}
${
  schools.length > 0 &&
  table({
    caption: 'Its schools',
    captionClasses: 'govuk-table__caption--m',
    head: ['Name', 'URN', 'Phase', 'Town', 'Status'],
    rows: schools.map((school) => [
      html`<a class="govuk-link" href="/network/organisations/${school.id}">${school.name}</a>`,
      school.urn ?? 'None',
      phaseOf(school.phase),
      school.town ?? 'Not known',
      statusOf(school),
    ]),
    stacks: true,
  })
}
${total > 0 && pager({ page, pageSize, total, noun: 'schools', href: (next) => `/network/authorities/${authority.code}?page=${next}` })}`,
  )
}
