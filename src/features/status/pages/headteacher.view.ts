import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type FormState, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { speakerFor } from '../../../vocabulary/speaks-for.ts'
import { columns } from '../../asking/index.ts'
import { type Interest, isAnswerAwaited } from '../../interest/index.ts'

export type HeadteacherAsked = {
  readonly interest: Interest
  readonly path: string
  readonly form: FormState
  readonly commitments: readonly string[]
}

const thanks = (interest: Interest): { heading: string; text: string } => {
  if (interest.headteacher.confirmedAt)
    return {
      heading: 'Thank you: you have confirmed',
      text: `${interest.hub.name} now decides about places and writes to ${interest.sender.name}.`,
    }
  if (interest.status === 'received' && interest.headteacher.ended === 'silent')
    return {
      heading: 'The time to answer is over',
      text: `Nothing is lost: ask ${interest.sender.name} to have a fresh link sent to you.`,
    }
  return { heading: 'This has been answered', text: 'Nothing more is asked of you. We have told who sent the request.' }
}

/** What the headteacher is asked, and the answer. */
export const headteacherView = (frame: Frame, { interest, path, form, commitments }: HeadteacherAsked): Html => {
  const caption = html`<span class="govuk-caption-l">${interest.projectTitle}, ${interest.hub.name}</span>`
  if (!isAnswerAwaited(interest)) {
    const { heading, text } = thanks(interest)
    return layout(
      frame,
      { title: heading, unlisted: true },
      columns(html`${caption}<h1 class="govuk-heading-l">${heading}</h1><p class="govuk-body">${text}</p>`),
    )
  }
  const { body, who } = speakerFor(interest.organisation.kind)
  const title = `Can ${interest.organisation.name} take part?`
  return layout(
    frame,
    { title, errors: form.errors, unlisted: true },
    columns(html`${caption}<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${interest.sender.name} has asked for your ${body} to join this project. It asks the ${who} to confirm.${interest.headteacher.answerBy && html` Please answer by ${formatInstant(interest.headteacher.answerBy)}.`}</p>
${summaryList({
  rows: [
    { key: 'Who asks', value: `${interest.sender.name}, ${postLabels[interest.sender.post]}` },
    {
      key: 'Who would take part',
      value: html`${interest.people.map(({ name, post }) => html`${name}, ${postLabels[post]}<br>`)}`,
    },
    commitments.length > 0 && {
      key: `What the ${body} commits to`,
      value: html`${commitments.map((words) => html`${words}<br>`)}`,
    },
    interest.policyWording !== null && { key: 'The hub’s policy', value: interest.policyWording },
  ],
})}
<form method="post" action="${path}" novalidate>
${radiosField(form, {
  name: 'answer',
  label: 'Your answer',
  items: [
    { value: 'confirmed', text: 'Yes, I confirm' },
    { value: 'refused', text: 'No, we cannot take part' },
    { value: 'wrong-person', text: `I am not the ${who} of this ${body}` },
  ],
})}
${textArea(form, { name: 'word', label: 'A word about it (optional)', hint: 'Who sent the request, and the hub, can read it', rows: 3 })}
${button({ text: 'Send answer', preventDoubleClick: true })}
</form>`),
  )
}
