import { actionBar } from '../../../ui/components/action-bar.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { YearSeen } from '../year.ts'

export const picture = { text: 'National picture', href: '/network' }
export const allYears = { text: 'Years of the catalogue', href: '/network/years' }

const stateOf = (act: YearSeen['act']): readonly [string, Tone] => {
  if (act === null) return ['Not laid out', 'over']
  return act === 'drafted' || act === 'changed' ? ['Draft', 'attention'] : ['Published', 'good']
}

/** Every year, with what is laid out of it. */
export const yearsView = (frame: Frame, years: readonly YearSeen[]): Html =>
  layout(
    frame,
    { title: 'Years of the catalogue', breadcrumbs: [picture, { text: allYears.text }], wide: true, unlisted: true },
    html`${actionBar({ title: 'Years of the catalogue', text: 'How each year is laid out: its introduction, sections, notices and goals, and what it calls its groups, leads and sessions.' })}
${table({
  caption: years.length === 1 ? '1 year' : `${years.length} years`,
  captionClasses: 'govuk-table__caption--m',
  head: [
    'Year',
    'How it stands',
    { text: 'National projects', format: 'numeric' },
    { text: 'Of them public', format: 'numeric' },
    'Words',
  ],
  rows: years.map(({ year, act, projects, published, ownWords }) => [
    html`<a class="govuk-link" href="/network/years/${yearSlug(year)}">${yearLabel(year)}</a>`,
    statusTag(...stateOf(act)),
    { text: projects, format: 'numeric' as const },
    { text: published, format: 'numeric' as const },
    html`<a class="govuk-link" href="/network/years/${yearSlug(year)}/terms">${ownWords > 0 ? 'Words of its own' : 'The usual words'}<span class="govuk-visually-hidden"> in ${yearInWords(year)}</span></a>`,
  ]),
  stacks: true,
})}`,
  )
