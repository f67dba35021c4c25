import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Terms, termsInWords } from '../terms.ts'

type Shown = { readonly title: string; readonly path: string; readonly terms: Terms; readonly form: FormState }

/** What a project asks of whoever joins, for its place to be completed when the year ends. */
export const termsView = (frame: Frame, { title, path, terms, form }: Shown): Html =>
  layout(
    frame,
    {
      title: `What completing ${title} takes`,
      backLink: { text: title, href: path },
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">What completing takes</h1>
${insetText(termsInWords(terms))}
<p class="govuk-body">When a group’s year ends, its lead sees who has done this and who falls short. Who falls short can be completed all the same, for a reason. Groups that are completed stay as they are.</p>
<form method="post" action="${path}/completing" novalidate>
${textField(form, { name: 'share', label: 'Share of the sessions held', hint: 'Somebody of the school or institution came. Leave it empty where one session is enough.', inputmode: 'numeric', width: 3, suffix: '%' })}
${textField(form, { name: 'tasks', label: 'Reflections returned, at least', hint: 'Where fewer tasks were set, all of them. Leave it empty where none is asked for.', inputmode: 'numeric', width: 2 })}
${button({ text: 'Save', preventDoubleClick: true })}</form></div></div>`,
  )
