import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, radiosField, selectField, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Partnership } from '../partnership.ts'

type Asked = {
  readonly body: Organisation
  readonly years: readonly AcademicYear[]
  readonly now: AcademicYear
  readonly form: FormState
}

/** Who trains teachers together with a body. */
export const partnershipView = (frame: Frame, { body, years, now, form }: Asked): Html => {
  const title = `Add a partnership of ${body.name}`
  return layout(
    frame,
    { title, backLink: `/network/organisations/${body.id}`, errors: form.errors, scripts: ['suggestions'] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">An accredited provider trains teachers with schools, SCITTs and lead schools, year by year.</p>
<form method="post" action="/network/organisations/${body.id}/partnerships/new" novalidate>
${suggestingField(form, { from: '/schools/suggestions?kind=itt_provider&kind=school', name: 'other', label: 'Who does it work with?', hint: 'UKPRN, URN or the whole name' })}
${radiosField(form, {
  name: 'part',
  label: 'What is the other?',
  small: true,
  items: [
    { value: 'provider', text: 'The accredited provider' },
    { value: 'partner', text: `A partner of ${body.name}, which is the accredited provider` },
  ],
})}
${selectField(form, { name: 'year', label: 'Academic year', blank: false, value: String(now), items: years.map((year) => ({ value: String(year), text: yearLabel(year) })) })}
${button({ text: 'Add', preventDoubleClick: true })}</form></div></div>`,
  )
}

/** Ending a partnership before its year is over. */
export const endView = (frame: Frame, { provider, partner, year, endedOn }: Partnership): Html => {
  const title = `End a partnership of ${yearLabel(year)}`
  return layout(
    frame,
    { title, backLink: `/network/organisations/${provider.id}` },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body"><a class="govuk-link" href="/network/organisations/${provider.id}">${provider.name}</a>, the accredited provider, and <a class="govuk-link" href="/network/organisations/${partner.id}">${partner.name}</a>.</p>
${
  endedOn
    ? insetText({ text: `It ended on ${formatDate(endedOn)}.` })
    : html`<p class="govuk-body">It ends today. That they were partners until then stays known, and a register that still names them does not begin it again.</p>
<form method="post" action="/network/partnerships/${provider.id}/${partner.id}/${yearSlug(year)}" novalidate>${button({ text: 'End it today', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}</div></div>`,
  )
}
