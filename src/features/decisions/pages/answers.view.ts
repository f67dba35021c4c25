import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { dateField, type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { questionFields } from '../../asking/index.ts'
import type { Interest } from '../../interest/index.ts'
import type { Question } from '../../projects/index.ts'

export type AnswersShown = {
  readonly interest: Interest
  readonly questions: readonly Question[]
  readonly seen: number
  readonly today: Temporal.PlainDate
  readonly form: FormState
  /** Somebody has changed the request since the page was opened. */
  readonly isOvertaken: boolean
  readonly isUndecided: boolean
}

// What is left as it is stays so: none of them has to be answered here, and none is marked as one that need not be.
const asPut = (questions: readonly Question[]) => questions.map((each) => ({ ...each, isRequired: true }))

const whyNone = ({ questions, isUndecided }: AnswersShown): string | null => {
  if (questions.length === 0) return 'This project asks nothing that could be stated here.'
  return isUndecided ? null : 'This request has been decided: what was known then stays as it was.'
}

/** What a school answers to the questions of a project, stated by its hub. */
export const answersView = (frame: Frame, shown: AnswersShown) => {
  const { interest, questions, seen, today, form } = shown
  const standing = whyNone(shown)
  const own = `/hub/${interest.hub.slug}/interest/${interest.id}`
  return layout(
    frame,
    { title: `Answers of ${interest.organisation.name}`, backLink: own, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${interest.projectTitle}</span>
<h1 class="govuk-heading-l">What ${interest.organisation.name} answers</h1>
${shown.isOvertaken && insetText(html`Somebody has changed the request since you opened this page, and nothing of yours was kept. What you typed is below: look at <a class="govuk-link" href="${own}">the request as it is now</a>, then state it again.`)}
<p class="govuk-body">Where you were told it by telephone or letter. It counts from then on as your hub’s statement, and the rules answer anew. What you leave as it is stays as it is.</p>
${standing !== null && insetText(standing)}
${
  standing === null &&
  html`<form method="post" action="${own}/answers" novalidate>${hiddenField('seen', String(seen))}
${questionFields(form, asPut(questions))}
${textField(form, { name: 'fact_source', label: 'How do you know it?', hint: 'Such as: told by telephone. It stands beside the answer', width: 30 })}
${dateField(form, { name: 'told_on', label: 'When were you told?', value: today })}
${button({ text: 'State it', preventDoubleClick: true })}</form>`
}
</div></div>`,
  )
}
