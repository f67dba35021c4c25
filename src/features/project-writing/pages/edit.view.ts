import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Difference } from '../differences.ts'
import type { Choices, Part, PartKey } from '../part.ts'
import { aboutFields, runningFields } from './about.view.ts'
import { differencesView } from './differences.view.ts'
import { familyParts, joiningFields } from './joining.view.ts'
import { listOf, type PlaceOfWriting } from './projects.view.ts'
import { outcomeFields, textParts, themeParts } from './text.view.ts'

export type Editing = {
  readonly part: Part
  readonly place: PlaceOfWriting
  readonly path: string
  readonly title: string
  readonly form: FormState
  readonly choices: Choices
  readonly mark: string
  /** What was typed beside what somebody else has saved in the meantime. */
  readonly differs?: readonly Difference[]
}

const fieldsOf: Readonly<Record<PartKey, (form: FormState, choices: Choices) => Html>> = {
  about: aboutFields,
  running: runningFields,
  joining: joiningFields,
  text: textParts,
  outcomes: outcomeFields,
  themes: themeParts,
  family: familyParts,
}

const isMarkedUp = (key: PartKey): boolean => key === 'text' || key === 'themes'

// The first button of a form is what the Enter key presses.
const pressedByEnter = html`<button class="govuk-visually-hidden" type="submit" tabindex="-1" aria-hidden="true">Save</button>`

/** The form of one part of a project. */
export const editView = (frame: Frame, editing: Editing): Html => {
  const { part, place, path, title, form, choices, mark, differs } = editing
  return layout(
    frame,
    {
      title: `${part.title}: ${title}`,
      breadcrumbs: [place.home, listOf(place), { text: title, href: path }, { text: part.title }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">${part.title}</h1>
${choices.isPublic && insetText('This project is public. What you save here is a correction: everybody reads the text as it was until the correction is published.')}
${differs && html`<section id="differs" tabindex="-1"><h2 class="govuk-heading-m">What you typed, beside what is saved now</h2>${differencesView(differs)}</section>`}
<form method="post" action="${path}/edit/${part.key}" novalidate>${pressedByEnter}${hiddenField('mark', mark)}${fieldsOf[part.key](form, choices)}
<div class="govuk-button-group govuk-!-margin-top-6">${button({ text: choices.isPublic ? 'Save the correction' : 'Save', preventDoubleClick: true })}
${isMarkedUp(part.key) && button({ text: 'Preview', name: 'press', value: 'preview', classes: 'govuk-button--secondary' })}
<a class="govuk-link" href="${path}">Back without saving</a></div></form></div></div>`,
  )
}
