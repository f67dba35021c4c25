import { button } from '../../../ui/components/button.ts'
import { difference } from '../../../ui/components/difference.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout as page } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { LayoutChange } from '../layout-difference.ts'
import { actInWords, type YearVersion } from '../year.ts'
import { type YearWritten, yearLink, yearPath } from './year.view.ts'
import { allYears, picture } from './years.view.ts'

const changed = (changes: readonly LayoutChange[], none: string): Html =>
  changes.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`${changes.map(({ what, before, after }) => html`<section><h3 class="govuk-heading-s">${what}</h3>${difference({ before, after })}</section>`)}`

const unpublished = ({ layout, projects }: YearWritten): readonly string[] => {
  const placed = new Set(layout.sections.flatMap((section) => section.projects))
  return projects.filter(({ id, status }) => status === 'draft' && placed.has(id)).map(({ title }) => title)
}

type Publishing = YearWritten & {
  readonly changes: readonly LayoutChange[]
  readonly mark: string
  readonly form: FormState
}

/** What publishing the draft will change, and the button that does. */
export const publishView = (frame: Frame, shown: Publishing): Html => {
  const { year, changes, mark, form, isPublic, isDraft } = shown
  const title = isPublic ? `Publish a correction of ${yearInWords(year)}` : `Publish ${yearInWords(year)}`
  const drafts = unpublished(shown)
  return page(
    frame,
    {
      title,
      breadcrumbs: [picture, allYears, yearLink(year), { text: 'Publish' }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">See it exactly as everybody will: <a class="govuk-link" href="${yearPath(year)}/preview">the page of the catalogue</a>, <a class="govuk-link" href="${yearPath(year)}/preview.pdf">the catalogue as PDF</a>.</p>
${drafts.length > 0 && insetText(`Not shown until they are published themselves: ${drafts.join('; ')}.`)}
<h2 class="govuk-heading-m">What changes</h2>${changed(changes, 'Nothing: the draft says what is public already.')}
${
  isDraft
    ? html`<form method="post" action="${yearPath(year)}/publish" novalidate>${hiddenField('mark', mark)}
${textField(form, { name: 'note', label: isPublic ? 'What does it correct?' : 'Note (optional)', hint: 'It stands among the versions, for the national team' })}
${button({ text: title, preventDoubleClick: true })}</form>`
    : html`<p class="govuk-body">There is no draft of this year. <a class="govuk-link" href="${yearPath(year)}">Change something first</a>.</p>`
}</div></div>`,
  )
}

type OneVersion = {
  readonly year: AcademicYear
  readonly version: YearVersion
  readonly changes: readonly LayoutChange[]
  readonly last: number
}

/** A version with what it changed against the one before it. */
export const versionView = (frame: Frame, { year, version, changes, last }: OneVersion): Html => {
  const { number, act, at, by, note } = version
  const title = `Version ${number} of ${yearInWords(year)}`
  const link = (to: number, text: string) =>
    html`<a class="govuk-link" href="${yearPath(year)}/versions/${to}">${text}</a>`
  return page(
    frame,
    { title, breadcrumbs: [picture, allYears, yearLink(year), { text: `Version ${number}` }], unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${actInWords[act]} on ${formatInstant(at)}${by && html` by ${by}`}.${note && html` ${note}`}</p>
<p class="govuk-body">${number > 1 && link(number - 1, 'The version before')}${number > 1 && number < last && ' · '}${number < last && link(number + 1, 'The version after')}</p>
<h2 class="govuk-heading-m">${number === 1 ? 'What it says' : 'What changed'}</h2>${changed(changes, act === 'discarded' ? 'The year is as it is public again.' : 'Nothing against the version before: what was drafted is public.')}
<p class="govuk-body"><a class="govuk-link" href="/projects?year=${yearSlug(year)}">The catalogue as everybody sees it</a></p></div></div>`,
  )
}
