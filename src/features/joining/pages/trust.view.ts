import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { schoolPath } from '../../catalogue/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { type Entry, type Standing, standings } from '../entries.ts'
import { headings } from '../words.ts'
import { joiningView } from './joining.view.ts'

type Shown = {
  readonly trust: Organisation
  /** What the trust itself can join. */
  readonly own: readonly Entry[]
  readonly schools: readonly { readonly school: Organisation; readonly entries: readonly Entry[] }[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly year: AcademicYear
}

const counted = (entries: readonly Entry[], standing: Standing): number =>
  entries.filter((entry) => entry.standing === standing).length

const nearestNow = (entries: readonly Entry[]): string => {
  const [first] = entries.filter(({ standing }) => standing === 'now')
  return first ? `${first.project.title}, ${first.offers[0]?.hub.name ?? ''}` : 'Nothing at present'
}

const schoolsOf = ({ schools }: Shown): Html =>
  scrollable(
    'What each school can join',
    table({
      caption: 'What each school can join',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        'School',
        'Phase',
        ...standings.map((standing) => ({ text: headings[standing], format: 'numeric' as const })),
        'First to ask for',
      ],
      rows: schools.map(({ school, entries }) => [
        html`<a class="govuk-link" href="${schoolPath(school)}">${school.name}</a>`,
        school.phase && school.phase !== 'not_applicable' ? schoolPhaseLabels[school.phase] : 'Not known',
        ...standings.map((standing) => ({ text: counted(entries, standing), format: 'numeric' as const })),
        nearestNow(entries),
      ]),
    }),
  )

/** A trust with what each of its schools can join, as the public register has them, and what is for the trust itself. */
export const trustView = (frame: Frame, shown: Shown): Html => {
  const { trust, own, total, page, pageSize, year } = shown
  const forIt = own.filter(({ standing }) => standing === 'now' || standing === 'soon')
  return layout(
    frame,
    { title: trust.name, breadcrumbs: [{ text: 'Schools', href: '/schools' }, { text: trust.name }], unlisted: true },
    html`<h1 class="govuk-heading-xl">${trust.name}</h1>
<p class="govuk-body-l">A trust. What its schools can join ${yearInWords(year)}, from the public register alone; each school’s page says why, rule by rule.</p>
<h2 class="govuk-heading-l">Its schools</h2>
${
  total === 0
    ? emptyState({
        title: 'No school of this trust is known',
        text: 'The register of schools says which trust a school belongs to.',
      })
    : html`${schoolsOf(shown)}${pager({ page, pageSize, total, noun: 'schools', href: (to) => `${schoolPath(trust)}?page=${to}` })}`
}
${forIt.length > 0 && html`<h2 class="govuk-heading-l">For the trust itself</h2>${joiningView({ entries: forIt, own: null, organisationId: trust.id, post: null, signIn: null, year })}`}`,
  )
}
