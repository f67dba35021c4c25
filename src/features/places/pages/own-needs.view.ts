import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { NeedsKind } from '../place.ts'

export type OwnNeedsShown = {
  readonly form: FormState
  readonly kinds: readonly NeedsKind[]
  readonly path: string
  readonly back: string
}

const boxes = (
  form: FormState,
  kinds: readonly NeedsKind[],
  { about, label }: { readonly about: NeedsKind['about']; readonly label: string },
): Html =>
  checkboxesField(form, {
    name: about,
    label,
    size: 's',
    small: true,
    items: kinds.filter((each) => each.about === about).map(({ kind, words }) => ({ value: kind, text: words })),
  })

/** What somebody needs to take part: kinds to choose from, and their own words. */
export const ownNeedsView = (frame: Frame, { form, kinds, path, back }: OwnNeedsShown): Html =>
  layout(
    frame,
    { title: 'What do you need to take part?', backLink: back, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">What do you need to take part?</h1>
<p class="govuk-body">It holds for every group you take part in. Its leads and hubs see it with your name, and prepare the sessions. A school that hosts learns how many people need what, and no names. Clear everything to have it removed; it is cleared by itself three months after the year.</p>
<form method="post" action="${path}" novalidate>
${boxes(form, kinds, { about: 'dietary', label: 'Food and drink (optional)' })}
${boxes(form, kinds, { about: 'access', label: 'Getting in and taking part (optional)' })}
${textArea(form, { name: 'needs', label: 'Anything else, in your own words (optional)', rows: 3, hint: 'For example an allergy, or what helps you to follow' })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>
</div></div>`,
  )
