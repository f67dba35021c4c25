import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

export type OrganisationFound = {
  readonly id: string
  readonly name: string
  readonly where: string
  readonly href: string
}

/** Find a school, college or provider by whatever is known of it, and choose it. */
export const findOrganisationView = (
  frame: Frame,
  around: {
    readonly title: string
    readonly action: string
    readonly backLink: string
    /** What is known already and asked along. */
    readonly keep?: Readonly<Record<string, string>>
    readonly form: FormState
    readonly results: readonly OrganisationFound[] | null
  },
): Html =>
  layout(
    frame,
    { title: around.title, backLink: around.backLink, errors: around.form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${around.title}</h1>
<form method="get" action="${around.action}" novalidate>
${Object.entries(around.keep ?? {}).map(([name, value]) => hiddenField(name, value))}
${textField(around.form, { name: 'q', label: 'Name, town, postcode or URN', type: 'search' })}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>
${
  around.results &&
  (around.results.length > 0
    ? html`<h2 class="govuk-heading-m">Choose one</h2>${cards(around.results.map(({ name, where, href }) => ({ title: name, text: where, href, headingLevel: 3 as const })))}`
    : html`<h2 class="govuk-heading-m">Nothing found</h2><p class="govuk-body">Try fewer words, the town, or the postcode. Is it not there? Ask your <a class="govuk-link" href="/hubs">hub</a>.</p>`)
}
</div></div>`,
  )
