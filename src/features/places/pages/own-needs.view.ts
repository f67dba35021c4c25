import { button } from '../../../ui/components/button.ts'
import { type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

/** What somebody needs to take part, in their own words. */
export const ownNeedsView = (
  frame: Frame,
  { form, path, back }: { readonly form: FormState; readonly path: string; readonly back: string },
): Html =>
  layout(
    frame,
    { title: 'What do you need to take part?', backLink: back, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">What do you need to take part?</h1>
<form method="post" action="${path}" novalidate>
${textArea(form, { name: 'needs', label: 'Access and dietary needs (optional)', rows: 4, hint: 'For example step-free access, a hearing loop, vegetarian lunch. It holds for every group you take part in, and is seen by its leads and hubs, who prepare the sessions; a school that hosts learns only how many have told something. Leave it empty to have it removed.' })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>
</div></div>`,
  )
